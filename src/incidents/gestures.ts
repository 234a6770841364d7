// What people do with incidents, and what follows.

import type { Answer } from "../card.ts"
import { UserError } from "../errors.ts"
import type { App } from "../lists.ts"
import type { Needs } from "../needs.ts"
import type { Member } from "../people/member.ts"
import { announceIncident } from "./announce.ts"
import {
  askIncident,
  askToEdit,
  changeIncident,
  editIncident,
  refuseReaders,
  setIncident,
} from "./edit.ts"
import { french } from "./french.ts"
import {
  askReplyAll,
  previewReplyAll,
  reworkReplyAll,
  sendToAll,
  undoReplyAll,
} from "./reply-all.ts"
import { writeToAll } from "./write-all.ts"

type Uses = Pick<Needs, "store" | "clock">

type Actions = Pick<
  App["actions"],
  | "ticket.incident"
  | "incident.edit"
  | "incident.close"
  | "incident.reopen"
  | "incident.reply"
  | "incident.rework"
  | "incident.send"
  | "incident.undo"
>

export function incidentActions(needs: Needs): Actions {
  return {
    "ticket.incident": (id, member) => askIncident(needs, id, member),
    "incident.edit": (id, member) => askToEdit(needs, id, member),
    "incident.close": (id, member) => closeIncident(needs, id, member),
    "incident.reopen": (id, member) => reopenIncident(needs, id, member),
    "incident.reply": (id, member) => askReplyAll(needs, id, member),
    "incident.rework": (replyId, member) => reworkReplyAll(needs, replyId, member),
    "incident.send": (replyId, member) => sendToAll(needs, replyId, member),
    "incident.undo": (replyId, member) => undoReplyAll(needs, replyId, member),
  }
}

export function incidentForms(needs: Needs): App["submissions"] {
  return {
    "ticket.incident": ({ id }, values, member) => setIncident(needs, id, values, member),
    "incident.edit": ({ id }, values, member) => editIncident(needs, id, values, member),
    "incident.reply": ({ id }, values, member) => previewReplyAll(needs, id, values, member),
  }
}

export function incidentJobs(
  needs: Needs,
): Pick<App["jobs"], "incident.announce" | "incident.write"> {
  return {
    "incident.announce": ({ incidentId }) => announceIncident(needs, incidentId),
    "incident.write": ({ replyId }) => writeToAll(needs, replyId),
  }
}

/** Its card proposes to answer those left, to that member alone. */
export async function closeIncident(needs: Uses, id: number, member: Member): Promise<Answer> {
  await setClosed(needs, id, needs.clock(), member)
  const view = await needs.store.incidentView(id)
  const left = view?.left ?? 0
  const title = french.closedTitle(id)
  const buttons = [...(left > 0 ? [french.buttons.replyAll(id)] : []), french.buttons.reopen(id)]
  return {
    kind: "whisper",
    card: {
      ...{ fallback: title, title, ticket: null, tone: "success", badges: [], sections: [] },
      ...{ fields: [{ label: french.fields.tickets, text: french.leftOpen(left) }], buttons },
    },
  }
}

export async function reopenIncident(needs: Uses, id: number, member: Member): Promise<Answer> {
  await setClosed(needs, id, null, member)
  return { kind: "done", text: french.reopened(id) }
}

async function setClosed(
  needs: Uses,
  id: number,
  closedAt: Date | null,
  member: Member,
): Promise<void> {
  await refuseReaders(needs, member)
  await needs.store.transaction(async (tx) => {
    const incident = await tx.lockIncident(id)
    if (!incident) throw new UserError(french.noSuchIncident)
    if ((incident.closedAt === null) === (closedAt === null)) return
    const what = closedAt ? "incident closed" : "incident reopened"
    await changeIncident(needs, tx, { ...incident, closedAt }, member, what)
    for (const ticketId of await tx.ticketsIn(id)) await tx.enqueue("ticket.announce", { ticketId })
  })
}
