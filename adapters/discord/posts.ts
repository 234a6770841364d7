// What leaves: posts, lines in their threads, private messages. Any copy of the bot may do it, whoever holds the gateway.
import { type REST, Routes } from "discord.js"
import type { Card } from "../../src/card.ts"
import { PostGone } from "../../src/errors.ts"
import { cardMessage, type Links, type Message, moreOf, textMessage } from "./card.ts"
import { french } from "./french.ts"
import { markerOf, nonceOf } from "./keys.ts"
import { THREAD_NAME } from "./limits.ts"
import { Made, Posts } from "./payloads.ts"
import { CODES, explained, isOneOf } from "./rest.ts"
import { clean, label } from "./text.ts"

/** How far back a post is looked for. */
const LOOK_BACK = new URLSearchParams({ limit: "100" })
const THREAD_SLEEPS = 10_080 // minutes without a word: the longest that Discord knows

type Answering = Message & { message_reference?: { message_id: string } }

export type Posting = ReturnType<typeof openPosts>

export function openPosts(rest: REST, links: Links) {
  let self: string | null = null
  return { post, update, say, direct, directMessage }

  async function post(place: string, card: Card, key: string, again = false): Promise<string> {
    const message = marked(cardMessage(card, links), markerOf(key))
    try {
      const found = again ? await find(place, message) : null
      if (found) await rest.patch(Routes.channelMessage(place, found), { body: message })
      const id = found ?? (await create(place, message, key))
      return `${place}/${id}`
    } catch (error) {
      throw explained(error, `posting in the channel ${place}`)
    }
  }

  async function update(post: string, card: Card): Promise<void> {
    const [channel, id] = placeOf(post)
    const body = cardMessage(card, links)
    try {
      await rest.patch(Routes.channelMessage(channel, id), { body })
    } catch (error) {
      if (isGone(error)) throw new PostGone(`Discord: the post ${post} is gone`)
      throw explained(error, `redrawing the post ${post}`)
    }
  }

  /** The thread of a post has its message's id. It is made with its first line. */
  async function say(post: string, text: string, key: string, again = false): Promise<void> {
    const [channel, thread] = placeOf(post)
    const line = textMessage(text, moreOf({ ticket: null }, links))
    try {
      if (again && (await find(thread, line).catch(nothingThere))) return
      await create(thread, line, key).catch(async (error) => {
        if (isOneOf(error, CODES.unknownChannel)) {
          await openThread(channel, thread)
          return create(thread, line, key)
        }
        if (!isOneOf(error, CODES.archivedThread, CODES.lockedThread)) throw error
        // A moderator closed the thread: under the card all the same, for everybody to see.
        if (again && (await find(channel, line))) return
        return create(channel, { ...line, message_reference: { message_id: thread } }, key)
      })
    } catch (error) {
      if (isGone(error)) throw new PostGone(`Discord: the post ${post} is gone`)
      throw explained(error, `writing in the thread of ${post}`)
    }
  }

  function direct(person: string, card: Card, key: string): Promise<boolean> {
    return directMessage(person, cardMessage(card, links), key)
  }

  /** False when they accept no private message, or share no server with the bot any more. */
  async function directMessage(person: string, message: Message, key: string): Promise<boolean> {
    try {
      const channel = await rest.post(Routes.userChannels(), { body: { recipient_id: person } })
      await create(Made.parse(channel).id, message, key)
      return true
    } catch (error) {
      if (isOneOf(error, CODES.closedDirectMessages, CODES.noCommonServer)) return false
      throw explained(error, `writing privately to ${person}`)
    }
  }

  async function create(channel: string, message: Answering, key: string): Promise<string> {
    const body = { ...message, nonce: nonceOf(key), enforce_nonce: true }
    return Made.parse(await rest.post(Routes.channelMessages(channel), { body })).id
  }

  async function openThread(channel: string, message: string): Promise<void> {
    const post = await rest.get(Routes.channelMessage(channel, message))
    const body = { name: nameOf(post), auto_archive_duration: THREAD_SLEEPS }
    try {
      await rest.post(Routes.threads(channel, message), { body })
    } catch (error) {
      if (!isOneOf(error, CODES.threadExists)) throw error // somebody was quicker
    }
  }

  /** By its marker; what has no button has no marker, and is known by what it says. */
  async function find(channel: string, message: Message): Promise<string | null> {
    const read = await rest.get(Routes.channelMessages(channel), { query: LOOK_BACK })
    self ??= Made.parse(await rest.get(Routes.user())).id
    const me = self
    const marker = message.components[0]?.id
    const found = Posts.parse(read).find(({ author, content, components }) => {
      if (author.id !== me) return false
      return marker === undefined ? content === message.content : components[0]?.id === marker
    })
    return found?.id ?? null
  }
}

function marked(message: Message, id: number): Message {
  const components = message.components.map((row, i) => (i === 0 ? { ...row, id } : row))
  return { ...message, components }
}

function placeOf(post: string): [string, string] {
  const [channel = "", message = ""] = post.split("/")
  return [channel, message]
}

function nothingThere(error: unknown): null {
  if (isOneOf(error, CODES.unknownChannel)) return null
  throw error
}

function isGone(error: unknown): boolean {
  return isOneOf(error, CODES.unknownMessage, CODES.unknownChannel)
}

/** The title of the card that the thread is about. */
function nameOf(post: unknown): string {
  const { embeds } = post as { embeds?: { title?: string }[] }
  const title = embeds?.[0]?.title?.replaceAll("\\", "")
  return title ? label(clean(title), THREAD_NAME) : french.threadName
}
