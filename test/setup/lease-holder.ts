// A copy of the bot reduced to one lease, as a process of its own that tests kill: prints a line once it has it.
import { openLeases } from "../../adapters/store/lease.ts"

const [url = "", name = ""] = process.argv.slice(2)
await openLeases(url, console.error).take(name, new AbortController().signal)
console.log("taken")
