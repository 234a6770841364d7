// What people do with requests that are another service's, and what follows.

import type { Answer } from "../card.ts"
import type { App } from "../lists.ts"
import type { Needs } from "../needs.ts"
import type { Member } from "../people/member.ts"
import { askRedirection, editPassing, previewPassing, redirect } from "./pass-on.ts"
import { remindOfPassing, tellPassedOn } from "./passed-on.ts"
import { editReply } from "./reply.ts"

export function passingActions(
  needs: Needs,
): Pick<App["actions"], "ticket.redirect" | "reply.edit"> {
  return {
    "ticket.redirect": (id, member) => askRedirection(needs, id, member),
    "reply.edit": (draftId, member) => editDraft(needs, draftId, member),
  }
}

export function passingForms(needs: Needs): App["submissions"] {
  return {
    "ticket.redirect": ({ id, version }, values, member) =>
      redirect(needs, { id, lastMessageId: version }, values, member),
    "reply.edit": ({ id, version }, values, member) =>
      previewPassing(needs, { draftId: id, lastMessageId: version }, values, member),
  }
}

export function passingJobs(needs: Needs): Pick<App["jobs"], "passing.told" | "passing.remind"> {
  return {
    "passing.told": ({ messageId }) => tellPassedOn(needs, messageId),
    "passing.remind": ({ passingId, turn }) => remindOfPassing(needs, passingId, turn),
  }
}

/** *Modifier*, *Reprendre le texte*: the form of what was previewed, for the requester or for a service. */
export async function editDraft(needs: Needs, draftId: number, member: Member): Promise<Answer> {
  const passing = await editPassing(needs, draftId, member)
  return passing ?? editReply(needs, draftId, member)
}
