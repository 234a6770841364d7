// Messages and threads.

import { messageFaults } from "./judge.ts"
import {
  aMember,
  aMessage,
  asComponents,
  asEmbeds,
  aThread,
  BOT,
  type Json,
  now,
} from "./objects.ts"
import { type Outcome, refused, type State } from "./state.ts"

const EPHEMERAL = 64

export function post(state: State, channelId: string, author: Json, sent: Json): Json {
  const channel = state.channels.get(channelId) ?? { id: channelId }
  const message = aMessage(channel, author, sent)
  state.messages.set(message.id, message)
  channel.last_message_id = message.id
  if (message.flags & EPHEMERAL) return message
  const where = channel.guild_id ? { guild_id: channel.guild_id, member: aMember(author) } : {}
  state.emit("MESSAGE_CREATE", { ...message, ...where })
  return message
}

/** One nonce makes one message. */
export function create(state: State, channelId: string, sent: Json): Outcome {
  const channel = state.channels.get(channelId)
  if (!channel) return refused(404, 10003, "Unknown Channel")
  if (channel.thread_metadata?.locked) return refused(400, 50083, "Thread is archived")
  const recipient = channel.recipients?.[0]
  if (recipient && state.closed.has(recipient.id)) {
    return refused(403, 50007, "Cannot send messages to this user")
  }
  const nonce = sent.enforce_nonce ? `${channelId}:${sent.nonce}` : null
  const known = state.messages.get(state.nonces.get(nonce ?? "") ?? "")
  if (known) return { body: known }
  judge(state, sent)
  const message = post(state, channelId, BOT, sent)
  if (nonce) state.nonces.set(nonce, message.id)
  return { body: message }
}

export function edit(state: State, id: string | null | undefined, sent: Json): Outcome {
  const message = state.messages.get(id ?? "")
  if (!message) return refused(404, 10008, "Unknown Message")
  judge(state, sent)
  if (sent.content != null) message.content = sent.content
  if (sent.embeds) message.embeds = asEmbeds(sent.embeds)
  if (sent.components) message.components = asComponents(sent.components)
  message.flags &= ~128 // no longer thinking
  message.edited_timestamp = now()
  return { body: message }
}

export function remove(state: State, channel_id: string, id: string): void {
  state.messages.delete(id)
  state.emit("MESSAGE_DELETE", { id, channel_id })
}

/** Newest first, at most 50 unless asked; nothing that one person alone sees. */
export function history(state: State, channelId: string, query: URLSearchParams): Outcome {
  if (!state.channels.has(channelId)) return refused(404, 10003, "Unknown Channel")
  const after = BigInt(query.get("after") ?? 0)
  const all = [...state.messages.values()].filter(
    ({ channel_id, flags, id }) =>
      channel_id === channelId && !(flags & EPHEMERAL) && BigInt(id) > after,
  )
  return { body: all.reverse().slice(0, Number(query.get("limit") ?? 50)) }
}

export function openThread(state: State, parent: string, id: string, sent: Json): Outcome {
  if (!state.messages.has(id)) return refused(404, 10008, "Unknown Message")
  if (state.noThreads) return refused(403, 50013, "Missing Permissions")
  if (state.channels.has(id)) return refused(400, 160004, "A thread has already been created")
  const thread = aThread(id, parent, sent)
  state.channels.set(id, thread)
  state.emit("THREAD_CREATE", { ...thread, newly_created: true })
  return { status: 201, body: thread }
}

export function judge(state: State, sent: Json): void {
  state.problems.push(...messageFaults(sent).map((fault) => `a message with ${fault}`))
}
