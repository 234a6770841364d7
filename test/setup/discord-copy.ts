// A copy of the bot reduced to Discord, as a process of its own that tests kill: prints a line once it holds the gateway.
import { openDiscord } from "../../adapters/discord/discord.ts"
import { openLeases } from "../../adapters/store/lease.ts"
import { someOccasions } from "./some-occasions.ts"

const [url = "", api = "", token = "", teamChannel = ""] = process.argv.slice(2)
const { log, error } = console
await openDiscord({
  ...{ token, api, teamChannel, leases: openLeases(url, error) },
  ...{ ticketUrl: () => null, consoleUrl: null, seen: async () => false },
  log: { info: () => {}, warn: error, error },
}).open(someOccasions({ working: async () => log("working") }))
