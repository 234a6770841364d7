import { UserError } from "./errors.ts"

/** Every action: what a button asks for. Sent as `name:id:version`, the version being what the person saw. */
export const ACTIONS = [
  "ticket.take",
  "ticket.release",
  "ticket.transfer",
  "ticket.note",
  "ticket.reply",
  "ticket.answer",
  "ticket.close",
  "ticket.reopen",
  "ticket.snooze",
  "ticket.merge",
  "ticket.unmerge",
  "ticket.requester",
  "ticket.category",
  "ticket.show",
  "ticket.open",
  "ticket.summary",
  "ticket.incident",
  "incident.edit",
  "incident.close",
  "incident.reopen",
  "incident.reply",
  "incident.rework",
  "incident.send",
  "incident.undo",
  "reply.send",
  "reply.edit",
  "reply.undo",
  "reply.retry",
  "mail.retry",
  "mail.open",
  "mailbox.since",
  "jobs.retry",
  "member.link",
  "member.code",
  "member.add",
  "member.role",
  "member.leave",
  "member.unlink",
  "place.add",
  "place.rename",
  "place.open",
  "place.close",
  "answer.yes",
  "answer.no",
  "answer.card",
  "answer.someone",
  "entry.show",
  "entry.new",
  "entry.propose",
  "entry.edit",
  "entry.questions",
  "entry.rework",
  "entry.save",
  "entry.publish",
  "entry.validate",
  "entry.restore",
  "entry.file",
  "entry.keep",
  "entry.retire",
  "entry.back",
  "ticket.redirect",
  "office.add",
  "office.edit",
  "office.open",
  "office.close",
  "model.learn",
  "model.revert",
  "gate.open",
  "gate.close",
  "gate.stop",
] as const

/** Those whose click is answered by a form: platforms want it at once, and nothing before it. */
const OPEN_A_FORM: ActionName[] = [
  "ticket.transfer",
  "ticket.note",
  "ticket.reply",
  "ticket.answer",
  "ticket.close",
  "ticket.snooze",
  "ticket.merge",
  "ticket.requester",
  "ticket.category",
  "ticket.open",
  "ticket.incident",
  "incident.edit",
  "incident.reply",
  "incident.rework",
  "reply.edit",
  "mailbox.since",
  "member.link",
  "member.code",
  "member.add",
  "member.role",
  "place.add",
  "place.rename",
  "answer.someone",
  "entry.new",
  "entry.propose",
  "entry.edit",
  "entry.rework",
  "ticket.redirect",
  "office.add",
  "office.edit",
]

/** About what no number names: a mailbox, a kind of job, an account, a place, a ticket or a question with a card, a card. */
const NAMED: ActionName[] = [
  "ticket.answer",
  "mailbox.since",
  "jobs.retry",
  "member.unlink",
  "place.rename",
  "place.open",
  "place.close",
  "answer.yes",
  "answer.no",
  "answer.card",
  "entry.show",
  "entry.edit",
  "entry.questions",
  "entry.validate",
  "entry.restore",
  "entry.file",
  "entry.keep",
  "entry.retire",
  "entry.back",
  "gate.open",
  "gate.close",
]

/** Of anybody. */
const PUBLIC_ACTIONS = [
  "member.link",
  "member.code",
  "answer.yes",
  "answer.no",
  "answer.card",
  "answer.someone",
] as const

export type ActionName = (typeof ACTIONS)[number]
export type PublicAction = (typeof PUBLIC_ACTIONS)[number]
export type MemberAction = Exclude<ActionName, PublicAction>

export type Action = { name: ActionName; id: string; version: number }

export function isPublicAction(name: ActionName): name is PublicAction {
  return PUBLIC_ACTIONS.some((known) => known === name)
}

export function opensForm(name: ActionName): boolean {
  return OPEN_A_FORM.includes(name)
}

export function actionString(name: ActionName, id: string | number, version = 0): string {
  return `${name}:${id}:${version}`
}

export function parseAction(text: string): Action {
  const [name, id, version] = text.split(":")
  const known = ACTIONS.find((action) => action === name)
  const isKnown = (known && NAMED.includes(known)) || /^\d{1,9}$/.test(id ?? "")
  if (!known || !id || !isKnown)
    throw new UserError("Ce bouton n’est plus connu. Rechargez la page.")
  return { name: known, id, version: Number(version) || 0 }
}
