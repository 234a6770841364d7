// One interaction's way back: acknowledged within 3 s, then answered for 15 minutes.
import { type REST, Routes } from "discord.js"
import type { Message } from "./card.ts"
import type { Modal } from "./form.ts"
import type { Interaction } from "./payloads.ts"
import type { Posting } from "./posts.ts"
import { CODES, isOneOf } from "./rest.ts"

const EPHEMERAL = 64
const CALLBACK = {
  reply: 4,
  deferredReply: 5,
  deferredUpdate: 6,
  completions: 8,
  modal: 9,
} as const

/** `gone`: Discord no longer waits; `again`: another delivery of it was acknowledged already. */
export type Acknowledged = "in time" | "gone" | "again"

export type Reply = ReturnType<typeof replyTo>

export function replyTo(interaction: Interaction, rest: REST, posts: Posting) {
  const { id, token, application_id } = interaction
  const person = (interaction.member?.user ?? interaction.user)?.id ?? ""
  const isWhisper = ((interaction.message?.flags ?? 0) & EPHEMERAL) !== 0
  let told = 0
  return { person, isWhisper, acknowledge, answer, open, complete, tell, replace }

  /** Without an answer yet: silently under a card, « réfléchit… » to the person alone after a command. */
  function acknowledge(how: "silently" | "thinking"): Promise<Acknowledged> {
    return how === "silently"
      ? callback(CALLBACK.deferredUpdate)
      : callback(CALLBACK.deferredReply, { flags: EPHEMERAL })
  }

  /** The first answer, to the person alone. */
  async function answer(message: Message): Promise<void> {
    const state = await callback(CALLBACK.reply, { ...message, flags: EPHEMERAL })
    if (state === "gone") await privately(message)
  }

  function open(modal: Modal): Promise<Acknowledged> {
    return callback(CALLBACK.modal, modal)
  }

  function complete(choices: { name: string; value: string }[]): Promise<Acknowledged> {
    return callback(CALLBACK.completions, { choices })
  }

  /** One more message, to the person alone. */
  async function tell(message: Message): Promise<void> {
    const body = { ...message, flags: EPHEMERAL }
    await later(
      () => rest.post(Routes.webhook(application_id, token), { auth: false, body }),
      message,
    )
  }

  /** In place of the whisper that was clicked, or of « réfléchit… ». */
  async function replace(message: Message): Promise<void> {
    const route = Routes.webhookMessage(application_id, token, "@original")
    await later(() => rest.patch(route, { auth: false, body: message }), message)
  }

  async function later(send: () => Promise<unknown>, message: Message): Promise<void> {
    try {
      await send()
    } catch (error) {
      const isOver = isOneOf(error, CODES.unknownWebhook, CODES.expiredToken, CODES.unknownMessage)
      if (!isOver) throw error
      await privately(message)
    }
  }

  /** Too late for Discord: what was done has to be known all the same. */
  async function privately(message: Message): Promise<void> {
    told += 1
    await posts.directMessage(person, message, `interaction:${id}:${told}`)
  }

  async function callback(type: number, data?: object): Promise<Acknowledged> {
    try {
      const body = { type, ...(data ? { data } : {}) }
      await rest.post(Routes.interactionCallback(id, token), { auth: false, body })
      return "in time"
    } catch (error) {
      if (isOneOf(error, CODES.alreadyAcknowledged)) return "again"
      if (isOneOf(error, CODES.unknownInteraction)) return "gone"
      throw error
    }
  }
}
