// Forms sent back. Discord has closed them: what was typed comes back with a refusal, and a button that opens them again.
import type { Form } from "../../src/card.ts"
import { answerMessage, refusal } from "./answers.ts"
import { rowsOf } from "./buttons.ts"
import { cardMessage, type Message, textMessage } from "./card.ts"
import { valuesOf } from "./fields.ts"
import { downloaded } from "./files.ts"
import { french } from "./french.ts"
import { type Desk, isSeen, personOf, RESUMES } from "./interactions.ts"
import { filled } from "./kept-forms.ts"
import type { Submission } from "./payloads.ts"
import type { Reply } from "./reply.ts"

export async function onSubmission(sent: Submission, reply: Reply, desk: Desk): Promise<void> {
  const state = await reply.acknowledge(sent.message ? "silently" : "thinking")
  if (state === "again" || (await isSeen(sent, desk))) return

  const isOwn = reply.isWhisper || !sent.message
  const [submission, key] = partsOf(sent)
  const form = desk.forms.find(key)
  const submitted = sent.data.components.flatMap(({ component }) => component ?? [])
  let typed: Record<string, string> = {}
  try {
    const { values, files } = valuesOf(submitted, form)
    typed = values
    const attached = await downloaded(files, sent.data.resolved?.attachments ?? {})
    const by = personOf(reply)
    const answer = await desk.occasions.submit(submission, { ...values, key }, by, attached)
    const message = answerMessage(answer, desk.links)
    if (isOwn) await reply.replace(message ?? textMessage(french.done))
    else if (message) await reply.tell(message)
  } catch (error) {
    const message = given(refusal(error, desk.log, "a form"), form, typed, key, desk)
    if (sent.message) await reply.tell(message)
    else await reply.replace(message)
  }
}

/** What was opened, and by which click: the same key however many times one form is sent back. */
function partsOf({ id, data: { custom_id } }: Submission): [string, string] {
  const at = custom_id.lastIndexOf("~")
  return at < 0 ? [custom_id, id] : [custom_id.slice(0, at), custom_id.slice(at + 1)]
}

/** A refusal, with what was typed. */
function given(
  refused: string,
  form: Form | null,
  values: Record<string, string>,
  key: string,
  { forms, links }: Desk,
): Message {
  if (form) forms.keep(key, filled(form, values))
  const [longest = ""] = Object.values(values).sort((a, b) => b.length - a.length)
  const card = cardMessage(
    {
      ...{ fallback: refused, title: refused, ticket: null, tone: "warning" },
      ...{ badges: [], fields: [], buttons: [] },
      sections: longest ? [{ heading: french.youWrote, text: longest }] : [],
    },
    links,
  )
  const again = { label: french.resume, action: `${RESUMES}${key}`, style: "primary" as const }
  const { embeds } = longest ? { embeds: card.embeds.slice(1) } : { embeds: [] }
  return { ...textMessage(refused), embeds, components: form ? rowsOf([again]).rows : [] }
}
