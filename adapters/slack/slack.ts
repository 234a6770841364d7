import { setTimeout as pause } from "node:timers/promises"
import { z } from "zod"
import type { Chat } from "../../src/ports.ts"
import { openAnswering } from "./answering.ts"
import { openDesk } from "./desk.ts"
import { listenToEvents } from "./events.ts"
import { type Health, openHealth } from "./health.ts"
import { listenToPeople } from "./incoming.ts"
import { openLink } from "./link.ts"
import { openNames } from "./names.ts"
import { type SlackOptions, TIMING } from "./options.ts"
import { openPosts } from "./posts.ts"
import { openSpots } from "./spots.ts"
import { SlackRefused } from "./troubles.ts"
import { openWeb } from "./web.ts"
import { openWhisper } from "./whisper.ts"

const START_WITHIN = 5_000

export type SlackChat = Chat & {
  /** Resolves once all that came in is answered. */
  settled(): Promise<void>
}

const Identity = z.object({ user_id: z.string() })
const Info = z.object({
  channel: z.object({ is_archived: z.boolean().optional(), is_member: z.boolean().optional() }),
})

export function openSlack(options: SlackOptions): SlackChat {
  const { log, teamChannel, timing = TIMING } = options
  const link = openLink(options)
  const answering = openAnswering(log)
  // before `open`, nobody listens to how Slack is
  let health: Health = { fails() {}, works() {}, troubled: () => [] }
  const web = openWeb(options, {
    fails: (what, error) => health.fails(what, error),
    works: (what) => health.works(what),
    troubled: () => health.troubled(),
  })
  const { answer, ...posts } = openPosts(web, options)
  let botUser: string | null = null
  let look: NodeJS.Timeout | undefined

  /** Never throws: what is wrong is told by `health`. */
  async function lookAround(channels: string[]): Promise<void> {
    try {
      botUser = Identity.parse(await web.call("auth.test", {})).user_id
      for (const channel of channels) await lookAt(channel)
    } catch {
      // told already
    }
  }

  async function lookAt(channel: string): Promise<void> {
    const { channel: found } = Info.parse(await web.call("conversations.info", { channel }))
    const code = found.is_archived ? "is_archived" : found.is_member === false && "not_in_channel"
    if (code) health.fails(`channel ${channel}`, new SlackRefused(`posting in ${channel}`, code))
    else health.works(`channel ${channel}`)
  }

  return {
    name: "slack",
    keepsKeys: false,
    async open(occasions) {
      health = openHealth(occasions, log)
      const { seen, ticketUrl, consoleUrl } = options
      const whisper = openWhisper(web, log)
      const spots = openSpots({ web, whisper, answer, ticketUrl, consoleUrl, log })
      const desk = openDesk({
        occasions,
        spots,
        web,
        names: openNames(web, log),
        log,
        seen,
        answering,
        timing,
      })
      listenToPeople(link.app, desk)
      listenToEvents(link.app, desk, () => botUser)
      // a Slack that does not answer does not keep the bot from starting
      const started = Promise.all([link.open(health), lookAround([teamChannel])])
      await Promise.race([started, pause(START_WITHIN, null, { ref: false })])
      look = setInterval(
        () => void lookAround([...new Set([teamChannel, ...troubledChannels()])]),
        timing.lookEvery,
      )
      look.unref()
    },
    ...posts,
    settled: answering.settled,
    async close() {
      clearInterval(look)
      await link.close()
      await answering.settled()
      web.close()
    },
  }

  function troubledChannels(): string[] {
    return health.troubled().flatMap((what) => /^channel (\w+)$/.exec(what)?.[1] ?? [])
  }
}
