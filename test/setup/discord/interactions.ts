// What a bot answers to an interaction, and what then shows.
import { modalFaults } from "./judge.ts"
import { edit, judge, post } from "./messages.ts"
import { BOT, type Json } from "./objects.ts"
import { type Outcome, refused, type State } from "./state.ts"

const THINKING = 128

/** 4 reply, 5 defer, 6 defer without a word, 7 redraw, 8 completions, 9 modal. */
export function callback(state: State, token: string, sent: Json): Outcome {
  const waiting = state.interactions.get(token)
  if (!waiting) return refused(404, 10062, "Unknown interaction")
  if (waiting.response) {
    return refused(400, 40060, "Interaction has already been acknowledged.")
  }
  const { type, data = {} } = sent
  const { channel, message } = waiting
  if ((type === 6 || type === 7) && !message) return refused(400, 50035, "Invalid Form Body")
  if (type === 4) judge(state, data)
  if (type === 4) waiting.original = post(state, channel.id, BOT, data).id
  if (type === 5) {
    const thinking = { content: "", flags: (data.flags ?? 0) | THINKING }
    waiting.original = post(state, channel.id, BOT, thinking).id
  }
  if (type === 6 || type === 7) waiting.original = message?.id ?? null
  if (type === 7) edit(state, message?.id, data)
  if (type === 9) state.problems.push(...modalFaults(data))
  waiting.response = sent
  waiting.acknowledged(sent)
  return { body: null }
}

export function followUp(state: State, token: string, sent: Json): Outcome {
  const waiting = state.interactions.get(token)
  if (!waiting?.response) return refused(404, 10015, "Unknown Webhook")
  judge(state, sent)
  return { body: post(state, waiting.channel.id, BOT, sent) }
}

export function editOriginal(state: State, token: string, sent: Json): Outcome {
  const waiting = state.interactions.get(token)
  if (!waiting?.response) return refused(404, 10015, "Unknown Webhook")
  return edit(state, waiting.original, sent)
}
