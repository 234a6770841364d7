// 👀 and ✅ under a post. What they bring back has no click to answer to: it goes by private message.

import type * as z from "zod"
import type { Reaction } from "../../src/ports.ts"
import { answerMessage, refusal } from "./answers.ts"
import { textMessage } from "./card.ts"
import type { Self, Writing } from "./messages.ts"
import type { ReactionAdded } from "./payloads.ts"

const MEANINGS: Record<string, Reaction> = {
  "👀": "eyes",
  "✅": "check",
  "☑️": "check",
  "✔️": "check",
}

export async function onReaction(
  added: z.infer<typeof ReactionAdded>,
  self: Self,
  { desk, posts }: Writing,
): Promise<void> {
  const { user_id, channel_id, message_id, emoji, member } = added
  const reaction = MEANINGS[emoji.name ?? ""]
  if (!reaction || user_id === self.id || member?.user.bot) return
  const post = `${channel_id}/${message_id}`
  const key = `reaction:${post}:${user_id}:${reaction}`
  try {
    const answer = await desk.occasions.react(post, reaction, { chat: "discord", id: user_id })
    const message = answerMessage(answer, desk.links)
    if (message) await posts.directMessage(user_id, message, key)
  } catch (error) {
    await posts.directMessage(user_id, textMessage(refusal(error, desk.log, "a reaction")), key)
  }
}
