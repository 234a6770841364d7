// What answers a mention before everybody: in its thread.
import { type REST, Routes } from "discord.js"
import type { Message } from "./card.ts"
import { nonceOf } from "./keys.ts"
import type { ChatMessage } from "./payloads.ts"
import { CODES, isOneOf } from "./rest.ts"

const SLEEPS = 1_440 // minutes without a word

type Where = {
  message: ChatMessage
  /** The thread that the question was asked in. */
  thread: string | null
  title: string
}

export async function sayBeside(
  rest: REST,
  { message, thread, title }: Where,
  said: Message,
): Promise<void> {
  const there = thread ?? (await threadOf(rest, message, title))
  // Where no thread may be opened: under the question, in the channel.
  const isBelow = there === message.channel_id
  const reference = { message_id: message.id, fail_if_not_exists: false }
  const body = {
    ...{ ...said, content: "", nonce: nonceOf(`answer:${message.id}`), enforce_nonce: true },
    ...(isBelow ? { message_reference: reference } : {}),
  }
  await rest.post(Routes.channelMessages(there), { body })
}

/** A thread that hangs from a message has its id. */
async function threadOf(
  rest: REST,
  { id, channel_id }: ChatMessage,
  name: string,
): Promise<string> {
  try {
    await rest.post(Routes.threads(channel_id, id), {
      body: { name, auto_archive_duration: SLEEPS },
    })
    return id
  } catch (error) {
    return isOneOf(error, CODES.threadExists) ? id : channel_id
  }
}
