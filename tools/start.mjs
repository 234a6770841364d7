// `npm start`. What only the environment can say is said before the bot is this very process: its memory is a third smaller.
import { fileURLToPath } from "node:url"

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url))
const cache = fileURLToPath(new URL("../node_modules/.cache/telemaque", import.meta.url))
// Threads that each have their own heap of native memory never give it back (glibc).
const environment = { MALLOC_ARENA_MAX: "1", NODE_COMPILE_CACHE: cache, ...process.env }
const options = ["--max-semi-space-size=4", "--disable-warning=ExperimentalWarning"]

if (process.execve) {
  process.execve(process.execPath, [process.execPath, ...options, main], environment)
} else {
  await import(main) // Windows
}
