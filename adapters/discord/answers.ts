// What the bot answers, as messages of Discord.
import { randomBytes } from "node:crypto"
import type { Answer, Button, Form } from "../../src/card.ts"
import { UserError } from "../../src/errors.ts"
import { rowsOf } from "./buttons.ts"
import { cardMessage, type Links, type Message, textMessage } from "./card.ts"
import { modalOf } from "./form.ts"
import { french } from "./french.ts"

type Log = { error(details: object, message: string): void }

/** Null: there is nothing to say, the card redrawn is the answer. */
export function answerMessage(answer: Answer | null, links: Links, opens?: string): Message | null {
  if (answer === null) return null
  // the fallback is for notifications, and nobody is notified of what they asked for
  if (answer.kind === "whisper" || answer.kind === "said")
    return { ...cardMessage(answer.card, links), content: "" }
  if (answer.kind === "form") return formMessage(answer.form, links, opens)
  if (!answer.text && !answer.undo) return null
  return withButtons(answer.text ?? french.done, answer.undo ? [answer.undo] : [])
}

/**
 * In place of a form where none can open: a button that opens it. `opens` is the action that answered it; without, the
 * form's own, of the same name.
 */
function formMessage(form: Form, { consoleUrl }: Links, opens = form.submission): Message {
  if (!modalOf(form, "0")) return textMessage(french.tooBig(consoleUrl))
  const button: Button = { label: french.open(form.title), action: opens, style: "primary" }
  return withButtons(french.opensHere, [button])
}

export function withButtons(text: string, buttons: Button[]): Message {
  return { ...textMessage(text), components: rowsOf(buttons).rows }
}

/** A refusal as it is; anything else is logged, with a reference that the person can give. */
export function refusal(error: unknown, log: Log, what: string): string {
  if (error instanceof UserError) return error.message
  const reference = randomBytes(4).toString("hex")
  log.error({ error, reference }, `Discord: ${what} failed`)
  return french.failed(reference)
}
