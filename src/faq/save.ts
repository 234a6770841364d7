// What becomes a version of a card: saved, validated, brought back, retired. Each is a second click, after a preview or a reading.

import { dayOf } from "../calendar/working-days.ts"
import type { Answer } from "../card.ts"
import { UserError } from "../errors.ts"
import type { Member } from "../people/member.ts"
import type { Transaction } from "../store.ts"
import { knownEntry, newsFor, ownDraft, refuseReaders, type Uses } from "./edit.ts"
import { freeId } from "./entry-id.ts"
import { entryWords as words } from "./french-entries.ts"
import { changedParts, contentOf, type EntryChange, saysTheSame } from "./history.ts"
import { keepUp } from "./keep-up.ts"
import type { StoredEntry } from "./store.ts"
import { refuseFaults, whyNotValidated } from "./typed.ts"

/** *Enregistrer*, or *Enregistrer et valider*. A colleague who was faster is told, and nothing is lost. */
export async function saveEntry(
  needs: Uses,
  draftId: number,
  member: Member,
  { validates }: { validates: boolean },
): Promise<Answer> {
  await refuseReaders(needs, member, "entry.save")
  const text = await needs.store.transaction(async (tx) => {
    await tx.lockEntries()
    const draft = await ownDraft(tx, draftId, member)
    const { content, entryId, what } = draft
    if (draft.savedAs) return words.alreadySaved
    const entry = entryId ? await knownEntry(tx, entryId) : null
    const news = entry && (await newsFor(tx, draft, entry))
    if (news) throw new UserError(words.changedMeanwhile(news))
    refuseFaults(content)
    if (validates) refuseUnready(needs, content)
    const isSame = entry && changedParts(contentOf(entry), content).length === 0
    if (isSame && (entry.isValidated || !validates)) return words.sameAsBefore

    const id = entryId ?? freeId(content.title, await tx.entries())
    const staysValidated = entry?.isValidated === true && saysTheSame(contentOf(entry), content)
    const isValidated = validates || staysValidated
    const isOfFile = entry?.offered && changedParts(entry.offered, content).length === 0
    await keep(
      needs,
      tx,
      member,
      { what, validates },
      {
        ...{ ...content, id, isValidated, isOurs: true },
        ...(isOfFile ? { offered: null } : {}),
      },
    )
    await tx.noteDraftSaved(draftId, id)
    return words.saved(content.title, isValidated)
  })
  await keepUp(needs)
  return { kind: "done", text }
}

/** *Valider*. `seen`: « 3-mot-de-passe », the version that was read. */
export function validateEntry(needs: Uses, seen: string, member: Member): Promise<Answer> {
  return change(needs, seen, member, "entry.validate", (entry) => {
    if (entry.isValidated) return { said: words.alreadyValidated(entry.title) }
    refuseUnready(needs, entry)
    const state = { isValidated: true, isOurs: true }
    return { what: "validated", validates: true, state, said: words.validated(entry.title) }
  })
}

/** No longer used by the bot; nothing is lost. */
export function retireEntry(needs: Uses, seen: string, member: Member): Promise<Answer> {
  return change(needs, seen, member, "entry.retire", ({ title }) => {
    return { what: "retired", state: { isRetired: true, isOurs: true }, said: words.retired(title) }
  })
}

export function bringEntryBack(needs: Uses, seen: string, member: Member): Promise<Answer> {
  return change(needs, seen, member, "entry.back", ({ title }) => {
    return { what: "brought back", state: { isRetired: false }, said: words.broughtBack(title) }
  })
}

/** Keeps our own text, where the file has another. */
export async function refuseOffer(needs: Uses, id: string, member: Member): Promise<Answer> {
  await refuseReaders(needs, member, "entry.keep")
  await needs.store.transaction(async (tx) => {
    await tx.lockEntries()
    await knownEntry(tx, id)
    await tx.noteEntry(id, { offered: null })
    await record(needs, tx, member, "entry kept", { entry: id })
  })
  return { kind: "done", text: words.offerRefused }
}

type Decision = {
  /** Nothing is done without it. */
  what?: EntryChange
  validates?: boolean
  state?: Partial<Pick<StoredEntry, "isValidated" | "isOurs" | "isRetired">>
  said: string
}

async function change(
  needs: Uses,
  seen: string,
  member: Member,
  asked: string,
  decide: (entry: StoredEntry) => Decision,
): Promise<Answer> {
  await refuseReaders(needs, member, asked)
  const [, version, id = ""] = /^(\d{1,9})-(.+)$/.exec(seen) ?? []
  const text = await needs.store.transaction(async (tx) => {
    await tx.lockEntries()
    const entry = await knownEntry(tx, id)
    const { what, validates = false, state, said } = decide(entry)
    if (!what) return said
    if (entry.version !== Number(version)) throw new UserError(words.changedSinceSeen(entry.title))
    await keep(needs, tx, member, { what, validates }, { ...entry, ...state })
    return said
  })
  await keepUp(needs)
  return { kind: "done", text }
}

async function keep(
  needs: Uses,
  tx: Transaction,
  member: Member,
  move: { what: EntryChange; validates: boolean },
  entry: Parameters<Transaction["keepEntry"]>[0],
): Promise<void> {
  await tx.keepEntry(entry, { ...move, memberId: member.id, at: needs.clock() })
  await record(needs, tx, member, `entry ${move.what}`, { entry: entry.id })
}

function record(
  { clock }: Uses,
  tx: Transaction,
  member: Member,
  what: string,
  detail: { entry: string },
): Promise<void> {
  return tx.record({ ticketId: null, memberId: member.id, at: clock(), what, detail })
}

function refuseUnready({ clock }: Uses, content: Parameters<typeof whyNotValidated>[0]): void {
  const why = whyNotValidated(content, dayOf(clock()).toString())
  if (why) throw new UserError(why)
}
