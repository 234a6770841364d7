// A bot reduced to its database, as a process of its own that tests kill: prints the URL, stops when its input ends.
import { openEmbeddedPostgres } from "../../adapters/store/embedded.ts"

const server = await openEmbeddedPostgres(process.argv[2] ?? "")
console.log(server.url)
process.stdin.resume().once("end", () => void server.stop())
