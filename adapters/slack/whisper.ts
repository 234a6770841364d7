import { z } from "zod"
import type { Message } from "./card.ts"
import type { Log } from "./options.ts"
import type { Web } from "./web.ts"

/** Where somebody acted, and how they can be answered alone. */
export type Origin = {
  person: string
  channel?: string | undefined
  thread?: string | undefined
  /** Slack's own way to answer a click or a command: 30 minutes, five times. */
  respond?: ((message: Message & Record<string, unknown>) => Promise<unknown>) | undefined
  /** What was clicked was itself a whisper: the answer takes its place. */
  isWhisper?: boolean | undefined
}

export type Whisper = (origin: Origin, message: Message) => Promise<void>

const Opened = z.object({ channel: z.object({ id: z.string() }) })

/** To one person alone, by the first way that works: where they clicked, in the channel, in private. */
export function openWhisper(web: Web, log: Log): Whisper {
  return async (origin, message) => {
    const ways = waysOf(origin)
    for (const [i, way] of ways.entries()) {
      try {
        return await way(web, origin, message)
      } catch (error) {
        if (i === ways.length - 1) throw error
        log.warn({ error, way: way.name }, "Slack did not take an answer: another way is tried")
      }
    }
  }
}

type Way = (web: Web, origin: Origin, message: Message) => Promise<void>

function waysOf({ respond, channel }: Origin): Way[] {
  const isPrivate = channel?.startsWith("D")
  return [
    ...(respond ? [whereTheyClicked] : []),
    ...(channel && !isPrivate ? [inTheChannel] : []),
    inPrivate,
  ]
}

async function whereTheyClicked(_: Web, { respond, isWhisper }: Origin, message: Message) {
  const replaces = { replace_original: isWhisper ?? false }
  await respond?.({ response_type: "ephemeral", ...replaces, ...message })
}

async function inTheChannel(web: Web, { channel, thread, person }: Origin, message: Message) {
  const place = thread ? { channel, thread_ts: thread } : { channel }
  await web.call("chat.postEphemeral", { ...place, user: person, ...message })
}

async function inPrivate(web: Web, { person, channel, thread }: Origin, message: Message) {
  const isHere = channel?.startsWith("D")
  const opened = isHere ? null : await web.call("conversations.open", { users: person })
  await web.call("chat.postMessage", {
    channel: opened ? Opened.parse(opened).channel.id : channel,
    ...(isHere && thread ? { thread_ts: thread } : {}),
    ...message,
    ...{ mrkdwn: false, unfurl_links: false, unfurl_media: false },
  })
}
