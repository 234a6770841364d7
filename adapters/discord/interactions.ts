// Clicks, menus, commands, completions: each acknowledged within 3 s whatever the database does.
import { opensForm, parseAction } from "../../src/actions.ts"
import type { Answer } from "../../src/card.ts"
import type { ChatOccasions, Person } from "../../src/ports.ts"
import { answerMessage, refusal, withButtons } from "./answers.ts"
import { ASKS_FIRST, questionOf } from "./buttons.ts"
import { type Links, textMessage } from "./card.ts"
import { choicesOf, commandText } from "./commands.ts"
import { modalOf } from "./form.ts"
import { french } from "./french.ts"
import { filled, type KeptForms } from "./kept-forms.ts"
import type { Click, CommandData, Interaction } from "./payloads.ts"
import type { Reply } from "./reply.ts"

/** Of the 3 s that Discord waits, what is left to the answer before it is only acknowledged. */
const PATIENCE = 1_800
/** Before the key of a form that is opened again. */
export const RESUMES = "!"

export type Desk = {
  occasions: ChatOccasions
  links: Links
  forms: KeptForms
  seen(id: string): Promise<boolean>
  log: {
    info(details: object, message: string): void
    warn(details: object, message: string): void
    error(details: object, message: string): void
  }
}

export async function onClick(click: Click, reply: Reply, desk: Desk): Promise<void> {
  // a menu holds, as values, what its buttons would have asked
  const asked = click.data.values[0] ?? click.data.custom_id
  const by = personOf(reply)
  if (asked.startsWith(ASKS_FIRST)) return askFirst(click, asked, reply)
  if (asked.startsWith(RESUMES)) return resumeForm(click, asked.slice(1), reply, desk)
  if (isFormOpener(asked)) {
    return answerSoon(click, reply, desk, () => desk.occasions.act(asked, by), asked)
  }

  if ((await reply.acknowledge("silently")) === "again") return
  if (await isSeen(click, desk)) return
  try {
    const answer = await desk.occasions.act(asked, by)
    const message = answerMessage(answer, desk.links, asked)
    if (reply.isWhisper) await reply.replace(message ?? textMessage(french.done))
    else if (message) await reply.tell(message)
  } catch (error) {
    await reply.tell(textMessage(refusal(error, desk.log, "a click")))
  }
}

export function onCommand(
  command: Extract<Interaction, { type: 2 }>,
  reply: Reply,
  desk: Desk,
): Promise<void> {
  const by = personOf(reply)
  const message = messageOf(command.data)
  return answerSoon(command, reply, desk, () =>
    message === null
      ? desk.occasions.command(commandText(command.data), by, { key: command.id, channel: null })
      : desk.occasions.openFrom(message, by),
  )
}

export async function onCompletion(
  { data }: { data: CommandData },
  reply: Reply,
  desk: Desk,
): Promise<void> {
  const typed = commandText(data)
  const options = await inTime(desk.occasions.complete(typed, personOf(reply))).catch(() => [])
  await reply.complete(choicesOf(options === "late" ? [] : options, typed))
}

export function personOf({ person }: Reply): Person {
  return { chat: "discord", id: person }
}

/** True when this very interaction was met already. A database that does not answer stops nobody. */
export async function isSeen({ id }: { id: string }, { seen, log }: Desk): Promise<boolean> {
  return seen(id).catch((error: unknown) => {
    log.warn({ error }, "Discord: what was met already cannot be looked up")
    return false
  })
}

/** A form has to be the first answer: it is awaited for as long as Discord waits, then comes as a button. */
async function answerSoon(
  interaction: Interaction,
  reply: Reply,
  desk: Desk,
  ask: () => Promise<Answer>,
  opens?: string,
): Promise<void> {
  const outcome = outcomeOf(
    async () => ((await isSeen(interaction, desk)) ? null : await ask()),
    desk,
  )
  const early = await inTime(outcome)
  if (early === "late") {
    if ((await reply.acknowledge("thinking")) === "again") return
    const late = await outcome
    if (late) await reply.replace(messageOr(late, desk, opens))
    return
  }
  if (early?.kind !== "form") return early ? reply.answer(messageOr(early, desk, opens)) : undefined
  const modal = modalOf(early.form, interaction.id)
  if (!modal) return reply.answer(messageOr(early, desk, opens))
  desk.forms.keep(interaction.id, early.form)
  await reply.open(modal)
}

/** A refusal is something to tell, as an answer is. Null: it was answered already. */
async function outcomeOf(ask: () => Promise<Answer | null>, { log }: Desk): Promise<Answer | null> {
  try {
    return await ask()
  } catch (error) {
    return { kind: "done", text: refusal(error, log, "an interaction") }
  }
}

function messageOr(answer: Answer, { links }: Desk, opens?: string) {
  return answerMessage(answer, links, opens) ?? textMessage(french.done)
}

/** « late » after `PATIENCE`. */
async function inTime<T>(promise: Promise<T>): Promise<T | "late"> {
  const { promise: late, resolve } = Promise.withResolvers<"late">()
  const timer = setTimeout(resolve, PATIENCE, "late")
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

function isFormOpener(asked: string): boolean {
  try {
    return opensForm(parseAction(asked).name)
  } catch {
    return false // the occasion refuses it, in words for the person
  }
}

function askFirst(click: Click, asked: string, reply: Reply): Promise<void> {
  const { action, question } = questionOf(asked)
  const shown = click.message?.components.flatMap(({ components }) => components) ?? []
  const found = shown.find(({ custom_id }) => custom_id === asked)?.label
  const name = found ?? french.confirmLabel
  const text = question ?? french.confirm(name)
  return reply.answer(withButtons(text, [{ label: name, action, style: "danger" }]))
}

async function resumeForm(click: Click, key: string, reply: Reply, desk: Desk): Promise<void> {
  const form = desk.forms.find(key)
  const modal = form && modalOf(filled(form, {}), click.id)
  if (!modal) return reply.answer(textMessage(french.formForgotten))
  desk.forms.keep(click.id, form)
  await reply.open(modal)
}

function messageOf({ target_id, resolved }: CommandData): string | null {
  return target_id === undefined ? null : (resolved?.messages?.[target_id]?.content ?? "")
}
