// *Modifier* a card: the form, its preview, and the colleague who was faster.

import { dayOf } from "../calendar/working-days.ts"
import type { Answer, Option } from "../card.ts"
import { UserError } from "../errors.ts"
import type { Needs } from "../needs.ts"
import { type Member, mayAnswer } from "../people/member.ts"
import { CATEGORIES, labelIn } from "../triage/categories.ts"
import type { EntryDraft } from "./draft-store.ts"
import { type Preview, previewOf } from "./entry-card.ts"
import { entryWords as words } from "./french-entries.ts"
import { entryForms } from "./french-entry-forms.ts"
import { changedParts, contentOf, type EntryContent, saysTheSame } from "./history.ts"
import { checkPastCases } from "./past-cases.ts"
import type { StoredEntry } from "./store.ts"
import { contentIn, refuseFaults, valuesOf, whyNotValidated } from "./typed.ts"

export type Uses = Pick<Needs, "store" | "clock" | "lexicon" | "faq" | "settings">

const REVIEWED_EVERY = { months: 6 }

export async function askEntry(needs: Uses, id: string, member: Member): Promise<Answer> {
  await refuseReaders(needs, member, "entry.edit")
  const entry = await knownEntry(needs.store, id)
  const about = { id, version: entry.version, content: contentOf(entry) }
  return { kind: "form", form: entryForms.edit(about, categories(needs)) }
}

export async function askNewEntry(needs: Uses, member: Member): Promise<Answer> {
  await refuseReaders(needs, member, "entry.new")
  return { kind: "form", form: entryForms.new(emptyContent(needs), categories(needs)) }
}

export function emptyContent({ clock }: Pick<Uses, "clock">): EntryContent {
  const today = dayOf(clock())
  return {
    ...{ title: "", category: "autre", source: "", questions: [], toFindOut: [], body: "" },
    ...{ verifiedOn: today.toString(), reviewOn: today.add(REVIEWED_EVERY).toString() },
  }
}

/** *Modifier* under a preview: what was typed comes back, and what a colleague did meanwhile is told above it. */
export async function reworkEntry(needs: Uses, draftId: number, member: Member): Promise<Answer> {
  await refuseReaders(needs, member, "entry.rework")
  const draft = await ownDraft(needs.store, draftId, member)
  const entry = draft.entryId ? await knownEntry(needs.store, draft.entryId) : null
  const news = entry ? await newsFor(needs.store, draft, entry) : null
  const { content } = draft
  const now = news && entry && entry.body !== content.body ? words.textNow(entry.body) : ""
  const about = {
    ...{ draftId, content, version: entry?.version ?? 0 },
    news: [news, now].filter(Boolean).join("\n\n"),
    isProposal: draft.what === "proposed",
  }
  return { kind: "form", form: entryForms.rework(about, categories(needs)) }
}

/** What was typed, as it will be read. Nothing is saved yet. `version`: the one they had seen. */
export async function previewEntry(
  needs: Uses,
  about: Pick<EntryDraft, "entryId" | "version"> & { what?: EntryDraft["what"] },
  values: Record<string, string>,
  member: Member,
): Promise<Answer> {
  await refuseReaders(needs, member, "entry.edit")
  const content = contentIn(values)
  refuseFaults(content)
  return previewContent(needs, { what: "edited", ...about }, content, member)
}

/** The form that came back from a preview. */
export async function previewAgain(
  needs: Uses,
  { id, version }: { id: number; version: number },
  values: Record<string, string>,
  member: Member,
): Promise<Answer> {
  const { entryId, what, content } = await ownDraft(needs.store, id, member)
  const typed = { ...valuesOf(content), ...values }
  return previewEntry(needs, { entryId, what, version }, typed, member)
}

export async function previewContent(
  needs: Uses,
  about: Pick<EntryDraft, "entryId" | "version" | "what">,
  content: EntryContent,
  member: Member,
): Promise<Answer> {
  const { store, clock } = needs
  const { entryId, version, what } = about
  const entry = entryId ? await knownEntry(store, entryId) : null
  const kept = { entryId, version, what, memberId: member.id, content }
  const draft = await store.keepEntryDraft(kept, clock())
  return { kind: "whisper", card: previewOf(await previewFor(needs, draft, entry)) }
}

async function previewFor(
  needs: Uses,
  draft: EntryDraft,
  entry: StoredEntry | null,
): Promise<Preview> {
  const { content } = draft
  return {
    draft,
    categoryLabel: labelIn(needs.lexicon, content.category),
    changes: entry ? changedParts(contentOf(entry), content) : [],
    losesValidation: entry?.isValidated === true && !saysTheSame(contentOf(entry), content),
    why: whyNotValidated(content, dayOf(needs.clock()).toString()),
    news: entry && (await newsFor(needs.store, draft, entry)),
    checked: await checkPastCases(needs, draft, entry),
  }
}

/** Null: nobody changed the card since the author of the draft read it. */
export async function newsFor(
  store: Pick<Needs["store"], "versionsOf">,
  draft: Pick<EntryDraft, "version">,
  entry: StoredEntry,
): Promise<string | null> {
  if (entry.version === draft.version) return null
  const versions = await store.versionsOf(entry.id)
  const [last] = versions
  const seen = versions.find(({ version }) => version === draft.version)
  const parts = seen ? changedParts(seen.content, contentOf(entry)) : []
  return last ? words.news(last, parts) : null
}

export async function knownEntry(
  store: Pick<Needs["store"], "storedEntry">,
  id: string,
): Promise<StoredEntry> {
  const entry = await store.storedEntry(id)
  if (!entry) throw new UserError(words.noSuchEntry)
  return entry
}

/** Only its author sees a draft. */
export async function ownDraft(
  store: Pick<Needs["store"], "entryDraft">,
  id: number,
  member: Member,
): Promise<EntryDraft> {
  const draft = await store.entryDraft(id)
  if (draft?.memberId !== member.id) throw new UserError(words.noSuchDraft)
  return draft
}

/** Told to that person alone, and journaled. */
export async function refuseReaders(
  { store, clock }: Pick<Needs, "store" | "clock">,
  member: Member,
  asked: string,
): Promise<void> {
  if (mayAnswer(member)) return
  const line = { ticketId: null, memberId: member.id, at: clock(), what: "refused" }
  await store.transaction((tx) => tx.record({ ...line, detail: { asked } }))
  throw new UserError(words.readersCannot)
}

export function categories({ lexicon }: Pick<Uses, "lexicon">): Option[] {
  return CATEGORIES.map((id) => ({ label: labelIn(lexicon, id), value: id }))
}
