// What people do with tickets.

import type { App } from "../lists.ts"
import type { Needs } from "../needs.ts"
import { askReply, askReplyWith } from "./ask-reply.ts"
import { askCategory, changeCategory } from "./change-category.ts"
import { askHowToClose, closeTicket, reopenTicket } from "./close.ts"
import { askRequester, correctRequester } from "./correct-requester.ts"
import { askMergeInto, mergeTicket } from "./merge.ts"
import { addNote, askNote } from "./note.ts"
import { askToOpen, openForSomebody } from "./open.ts"
import { previewReply } from "./reply.ts"
import { showTicket } from "./show.ts"
import { askUntilWhen, snoozeTicket } from "./snooze.ts"
import { askWhoTakes, releaseTicket, takeTicket, transferTicket } from "./take.ts"
import { unmergeTicket } from "./unmerge.ts"

type Actions = Pick<
  App["actions"],
  | "ticket.take"
  | "ticket.release"
  | "ticket.transfer"
  | "ticket.note"
  | "ticket.reply"
  | "ticket.answer"
  | "ticket.close"
  | "ticket.reopen"
  | "ticket.snooze"
  | "ticket.merge"
  | "ticket.unmerge"
  | "ticket.requester"
  | "ticket.category"
  | "ticket.show"
  | "ticket.open"
>

export function ticketActions(needs: Needs): Actions {
  return {
    "ticket.take": (id, member) => takeTicket(needs, id, member),
    "ticket.release": (id, member) => releaseTicket(needs, id, member),
    "ticket.transfer": (id, member) => askWhoTakes(needs, id, member),
    "ticket.note": (id) => askNote(id),
    "ticket.reply": (id, member) => askReply(needs, id, member),
    "ticket.answer": (_, member, name) => askReplyWith(needs, name, member),
    "ticket.close": (id) => askHowToClose(needs, id),
    "ticket.reopen": (id, member) => reopenTicket(needs, id, member),
    "ticket.snooze": (id) => askUntilWhen(needs, id),
    "ticket.merge": (id) => askMergeInto(needs, id),
    "ticket.unmerge": (id, member) => unmergeTicket(needs, id, member),
    "ticket.requester": (id) => askRequester(needs, id),
    "ticket.category": (id, member) => askCategory(needs, id, member),
    "ticket.show": (id) => showTicket(needs, id),
    "ticket.open": (_, member) => askToOpen(needs, member),
  }
}

export function ticketForms(needs: Needs): App["submissions"] {
  return {
    "ticket.transfer": ({ id }, values, member) => transferTicket(needs, id, values, member),
    "ticket.note": ({ id }, values, member) => addNote(needs, id, values, member),
    "ticket.reply": ({ id, version }, values, member, files) =>
      previewReply(needs, { id, lastMessageId: version }, values, member, files),
    "ticket.close": (about, values, member) => closeTicket(needs, about, values, member),
    "ticket.snooze": ({ id }, values, member) => snoozeTicket(needs, id, values, member),
    "ticket.merge": ({ id }, values, member) => mergeTicket(needs, id, values, member),
    "ticket.requester": ({ id }, values, member) => correctRequester(needs, id, values, member),
    "ticket.category": ({ id }, values, member) => changeCategory(needs, id, values, member),
    "ticket.open": (_, values, member) => openForSomebody(needs, values, member),
  }
}
