import type { ChatOccasions } from "../../src/ports.ts"
import type { Log } from "./options.ts"

/** What does not work, by what it is about: the bot's token, a channel, the connection. */
export type Health = {
  fails(what: string, error: unknown): void
  works(what: string): void
  /** Those that fail now. */
  troubled(): string[]
}

/** Tells the bot at each change, and at each attempt that fails; writes a change to the log once. */
export function openHealth(
  occasions: Pick<ChatOccasions, "working" | "failing">,
  log: Log,
): Health {
  const troubles = new Map<string, string>()
  let hasWorked = false
  const tell = (telling: Promise<void>) => {
    telling.catch((error: unknown) => log.warn({ error }, "how Slack is could not be recorded"))
  }
  return {
    fails(what, error) {
      const reason = error instanceof Error ? error.message : String(error)
      if (troubles.get(what) !== reason) log.error({ about: what, reason }, "Slack does not work")
      troubles.set(what, reason)
      tell(occasions.failing(reason))
    },
    works(what) {
      if (troubles.delete(what)) log.info({ about: what }, "Slack works again")
      else if (hasWorked) return
      const [other] = troubles.values()
      if (other !== undefined) return
      hasWorked = true
      tell(occasions.working())
    },
    troubled: () => [...troubles.keys()],
  }
}
