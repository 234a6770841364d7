// The cards of prompts/faq, once a start: those that the team never touched follow their file.

import type { Needs } from "../needs.ts"
import type { Transaction } from "../store.ts"
import { type Entry, toConfirm } from "./entry.ts"
import { contentOf } from "./history.ts"
import type { StoredEntry } from "./store.ts"

/** `hash`: of all that the file says. */
export type FileEntry = { entry: Entry; hash: string }

type Uses = Pick<Needs, "store" | "clock">

/** A file that is gone, or that has a fault, leaves the card as it is. The demonstration validates what it can. */
export async function importEntries(
  { store, clock }: Uses,
  files: FileEntry[],
  { isDemo }: { isDemo: boolean },
): Promise<void> {
  if (!files.some(isNews(await store.entries()))) return
  const at = clock()
  await store.transaction(async (tx) => {
    await tx.lockEntries()
    const known = await tx.entries()
    for (const file of files.filter(isNews(known))) {
      const { entry, hash: fileHash } = file
      const before = known.find(({ id }) => id === entry.id)
      if (before?.isOurs) await tx.noteEntry(entry.id, { fileHash, offered: contentOf(entry) })
      else await follow(tx, file, at, isDemo)
    }
  })
}

async function follow(
  tx: Transaction,
  { entry, hash: fileHash }: FileEntry,
  at: Date,
  isDemo: boolean,
): Promise<void> {
  const move = { memberId: null, at }
  await tx.keepEntry(
    { ...entry, isOurs: false, fileHash },
    {
      ...{ ...move, what: "imported" },
      validates: entry.isValidated,
    },
  )
  // What is not confirmed is marked in the text: the rest is in the sources that the card names.
  if (!isDemo || entry.isValidated || toConfirm(entry).length > 0) return
  await tx.keepEntry(
    { ...entry, isValidated: true },
    {
      ...{ ...move, what: "validated" },
      validates: true,
    },
  )
}

function isNews(known: StoredEntry[]): (file: FileEntry) => boolean {
  const hashes = new Map(known.map(({ id, fileHash }) => [id, fileHash]))
  return ({ entry, hash }) => hashes.get(entry.id) !== hash
}
