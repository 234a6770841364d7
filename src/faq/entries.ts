// What members do to the answer cards: one line per occasion.

import { dayOf } from "../calendar/working-days.ts"
import type { Answer } from "../card.ts"
import type { App } from "../lists.ts"
import type { Needs } from "../needs.ts"
import { labelIn } from "../triage/categories.ts"
import {
  askEntry,
  askNewEntry,
  knownEntry,
  previewAgain,
  previewEntry,
  reworkEntry,
  type Uses,
} from "./edit.ts"
import { entryCard } from "./entry-card.ts"
import { askProposal, previewProposal } from "./propose-entry.ts"
import { proposeQuestions } from "./propose-questions.ts"
import { bringEntryBack, refuseOffer, retireEntry, saveEntry, validateEntry } from "./save.ts"
import { restoreEntry, takeOffer } from "./take-up.ts"
import { whyNotValidated } from "./typed.ts"

type Actions = Pick<App["actions"], Extract<keyof App["actions"], `entry.${string}`>>

export function entryActions(needs: Needs): Actions {
  return {
    "entry.show": (_, __, name) => showEntry(needs, name),
    "entry.new": (_, member) => askNewEntry(needs, member),
    "entry.propose": (ticketId, member) => askProposal(needs, ticketId, member),
    "entry.edit": (_, member, name) => askEntry(needs, name, member),
    "entry.questions": (_, member, name) => proposeQuestions(needs, name, member),
    "entry.rework": (draftId, member) => reworkEntry(needs, draftId, member),
    "entry.save": (draftId, member) => saveEntry(needs, draftId, member, { validates: false }),
    "entry.publish": (draftId, member) => saveEntry(needs, draftId, member, { validates: true }),
    "entry.validate": (_, member, name) => validateEntry(needs, name, member),
    "entry.restore": (_, member, name) => restoreEntry(needs, name, member),
    "entry.file": (_, member, name) => takeOffer(needs, name, member),
    "entry.keep": (_, member, name) => refuseOffer(needs, name, member),
    "entry.retire": (_, member, name) => retireEntry(needs, name, member),
    "entry.back": (_, member, name) => bringEntryBack(needs, name, member),
  }
}

export function entryForms(needs: Needs): App["submissions"] {
  return {
    "entry.new": (_, values, member) =>
      previewEntry(needs, { entryId: null, version: 0 }, values, member),
    "entry.propose": ({ id }, values, member) => previewProposal(needs, id, values, member),
    "entry.edit": ({ name, version }, values, member) =>
      previewEntry(needs, { entryId: name, version }, values, member),
    "entry.rework": (about, values, member) => previewAgain(needs, about, values, member),
  }
}

/** The card, to be read before it is validated. */
export async function showEntry(needs: Uses, id: string): Promise<Answer> {
  const entry = await knownEntry(needs.store, id)
  const today = dayOf(needs.clock()).toString()
  const categoryLabel = labelIn(needs.lexicon, entry.category)
  const about = { categoryLabel, today, why: whyNotValidated(entry, today) }
  return { kind: "whisper", card: entryCard(entry, about) }
}
