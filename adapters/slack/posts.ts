import { z } from "zod"
import type { Card } from "../../src/card.ts"
import { PostGone } from "../../src/errors.ts"
import type { Chat } from "../../src/ports.ts"
import { cardMessage, type Message, sentence } from "./card.ts"
import type { SlackOptions } from "./options.ts"
import { isGone, takesNoMessage } from "./troubles.ts"
import type { Web } from "./web.ts"

const EVENT = "telemaque_post"
/** How far back a post that may have gone through is looked for. */
const PAGE = 200
const MAX_PAGES = 3

const Posted = z.object({ channel: z.string(), ts: z.string() })
const Opened = z.object({ channel: z.object({ id: z.string() }) })
const Page = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      metadata: z
        .object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) })
        .optional(),
    }),
  ),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
})

export type Posts = Pick<Chat, "post" | "update" | "say" | "direct"> & {
  /** In a thread, for all to read. Looked for first: a bot that was killed may have said it already. */
  answer(place: { channel: string; thread: string }, card: Card, key: string): Promise<void>
}
type Uses = Pick<SlackOptions, "ticketUrl">

export function openPosts(web: Web, { ticketUrl }: Uses): Posts {
  const messageOf = (card: Card): Message =>
    cardMessage(card, card.ticket === null ? null : ticketUrl(card.ticket))

  async function send(channel: string, message: Message, key: string, thread?: string) {
    const answer = await web.call("chat.postMessage", {
      channel,
      ...message,
      ...(thread ? { thread_ts: thread } : {}),
      metadata: { event_type: EVENT, event_payload: { key } },
      // what a mail quotes is neither fetched nor shown
      ...{ mrkdwn: false, unfurl_links: false, unfurl_media: false },
    })
    const posted = Posted.parse(answer)
    return refOf(posted.channel, posted.ts)
  }

  async function redraw(post: string, message: Message): Promise<void> {
    const { channel, ts } = partsOf(post)
    try {
      await web.call("chat.update", { channel, ts, ...message })
    } catch (error) {
      if (isGone(error)) throw new PostGone(`the message ${post} is gone from Slack`)
      throw error
    }
  }

  async function find(channel: string, key: string, thread?: string): Promise<string | null> {
    let cursor = ""
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const asked = { channel, limit: PAGE, include_all_metadata: true, ...(cursor && { cursor }) }
      const answer = thread
        ? await web.call("conversations.replies", { ...asked, ts: thread })
        : await web.call("conversations.history", asked)
      const { messages, response_metadata } = Page.parse(answer)
      const found = messages.find(
        ({ metadata }) => metadata?.event_type === EVENT && metadata.event_payload.key === key,
      )
      if (found) return refOf(channel, found.ts)
      cursor = response_metadata?.next_cursor ?? ""
      if (!cursor) return null
    }
    return null
  }

  async function sendOnce(
    channel: string,
    message: Message,
    key: string,
    again: boolean,
  ): Promise<string> {
    const found = again ? await find(channel, key) : null
    if (!found) return send(channel, message, key)
    await redraw(found, message)
    return found
  }

  return {
    post: (place, card, key, again = false) => sendOnce(place, messageOf(card), key, again),
    update: (post, card) => redraw(post, messageOf(card)),
    async say(post, text, key, again = false) {
      const { channel, ts } = partsOf(post)
      if (again && (await find(channel, key, ts))) return
      await send(channel, sentence(text), key, ts)
    },
    async answer({ channel, thread }, card, key) {
      const found = await find(channel, key, thread)
      if (found) await redraw(found, messageOf(card))
      else await send(channel, messageOf(card), key, thread)
    },
    async direct(person, card, key) {
      try {
        const opened = await web.call("conversations.open", { users: person })
        // private messages are few: looking first costs little
        await sendOnce(Opened.parse(opened).channel.id, messageOf(card), key, true)
        return true
      } catch (error) {
        if (takesNoMessage(error)) return false
        throw error
      }
    },
  }
}

/** « C0TEAM:1700000000.000100 » */
export function refOf(channel: string, ts: string): string {
  return `${channel}:${ts}`
}

function partsOf(post: string): { channel: string; ts: string } {
  const [channel = "", ts = ""] = post.split(":")
  return { channel, ts }
}
