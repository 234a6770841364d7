// What people write: notes in the threads of our posts, and requests to the bot, by a mention or in private.
import { setTimeout as sleep } from "node:timers/promises"
import { type REST, Routes } from "discord.js"
import type { Answer } from "../../src/card.ts"
import { readSaid } from "../../src/commands.ts"
import { UserError } from "../../src/errors.ts"
import type { Person } from "../../src/ports.ts"
import { answerMessage, refusal } from "./answers.ts"
import { sayBeside } from "./beside.ts"
import { cardMessage, type Message, textMessage } from "./card.ts"
import { french } from "./french.ts"
import { type Desk, isSeen } from "./interactions.ts"
import { THREAD_NAME } from "./limits.ts"
import type { ChatMessage } from "./payloads.ts"
import type { Posting } from "./posts.ts"
import { explained } from "./rest.ts"
import { clean, label } from "./text.ts"
import type { Threads } from "./threads.ts"

/** Said by somebody, on their own or in reply; not what Discord itself writes (a pin, a new member). */
const WRITTEN = [0, 19]
/** A database that is away for a moment loses no note. */
const TRIES = [0, 500, 5_000]
const MOST_MET = 1_000
/** A question takes a second when the cards are to be learnt first. */
const TYPES_AFTER = 500
const USER = /<@!?(\d+)>/g

export type Writing = {
  desk: Desk
  rest: REST
  posts: Posting
  threads: Threads
  /** Told by the gateway and read again by who catches up: handed over once, though it would be one note. */
  met: Set<string>
}

/** The bot, as people call it: by its id, or by the role that has its name. */
export type Self = { id: string; mention: RegExp }

export function selfOf(id: string, role: string | null): Self {
  const ids = role ? `${id}|${role}` : id
  return { id, mention: new RegExp(`^\\s*<@[!&]?(?:${ids})>`) }
}

export async function onMessage(
  message: ChatMessage,
  self: Self,
  { desk, rest, posts, threads, met }: Writing,
): Promise<void> {
  const { author, content } = message
  if (author.bot || message.webhook_id || !WRITTEN.includes(message.type)) return
  if (met.has(message.id)) return
  remember(met, message.id)
  const by: Person = { chat: "discord", id: author.id }
  const isAsked = !message.guild_id || self.mention.test(content)
  if (isAsked) return command(named(message, self), by)

  const post = await placed()
  if (post) await note(post, textOf(message, self), by)

  /** The post that the message's thread is about; null outside of threads. */
  function placed(): Promise<string | null> {
    return threads.postOf(message.channel_id).catch((error: unknown) => {
      const reason = explained(error, "reading a channel")
      desk.log.warn({ error: reason }, "Discord: a message is not placed")
      return null
    })
  }

  async function note(post: string, text: string, by: Person): Promise<void> {
    for (const wait of TRIES) {
      await sleep(wait)
      try {
        // The note's own key makes it once: asked before, an attempt that failed would pass for done.
        return await desk.occasions.reply(post, text, message.id, by)
      } catch (error) {
        if (error instanceof UserError) return tell(textMessage(error.message), by)
        desk.log.warn({ error }, "Discord: a note is not kept yet")
      }
    }
    const body = { ...textMessage(french.noteLost), message_reference: { message_id: message.id } }
    await rest.post(Routes.channelMessages(message.channel_id), { body })
  }

  async function command(text: string, by: Person): Promise<void> {
    if (await isSeen(message, desk)) return
    try {
      const thread = message.guild_id ? await placed() : null
      const [place] = (thread ?? message.channel_id).split("/")
      const asked = { key: message.id, channel: message.guild_id && place ? place : null }
      const answer = await whileTyping(text, () => desk.occasions.command(text, by, asked))
      if (answer.kind === "said" && message.guild_id) {
        const title = label(clean(text), THREAD_NAME)
        const where = { message, thread: thread ? message.channel_id : null, title }
        return await sayBeside(rest, where, cardMessage(answer.card, desk.links))
      }
      await tell(answerMessage(answer, desk.links) ?? textMessage(french.done), by)
    } catch (error) {
      await tell(textMessage(refusal(error, desk.log, "a command")), by)
    }
  }

  /** Where others are told « réfléchit… », a message has the sign of who writes. */
  async function whileTyping(text: string, ask: () => Promise<Answer>): Promise<Answer> {
    const answer = ask()
    if (readSaid(text)?.name !== "question") return answer
    const typing = setTimeout(
      () => void rest.post(Routes.channelTyping(message.channel_id)).catch(() => {}),
      TYPES_AFTER,
    )
    return answer.finally(() => clearTimeout(typing))
  }

  /** To them alone, whatever the channel: Discord whispers only to who clicked. */
  async function tell(told: Message, by: Person): Promise<void> {
    if (await posts.directMessage(by.id, told, `answer:${message.id}`)) return
    const body = {
      ...textMessage(french.writeMePrivately),
      message_reference: { message_id: message.id, fail_if_not_exists: false },
    }
    await rest.post(Routes.channelMessages(message.channel_id), { body })
  }
}

function remember(met: Set<string>, id: string): void {
  met.add(id)
  const [oldest] = met
  if (met.size > MOST_MET && oldest) met.delete(oldest)
}

/** What follows the mention. */
function named({ content }: ChatMessage, { mention }: Self): string {
  return content.replace(mention, "").trim()
}

/** As people read it: names in place of numbers; files are told, they stay on Discord. */
function textOf({ content, mentions, attachments }: ChatMessage, self: Self): string {
  const text = content.replace(USER, (whole, id: string) => {
    const name = mentions.find((user) => user.id === id)?.username
    return name && id !== self.id ? `@${name}` : whole
  })
  const files = attachments.map(({ filename }) => filename)
  return [text.trim(), ...(files.length > 0 ? [french.attached(files)] : [])].join("\n").trim()
}
