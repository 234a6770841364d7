// Texts that somebody wrote earlier: an older version, or what the card's file says now. Taken up through a preview.

import type { Answer } from "../card.ts"
import { UserError } from "../errors.ts"
import type { Member } from "../people/member.ts"
import { knownEntry, previewContent, refuseReaders, type Uses } from "./edit.ts"
import { entryWords as words } from "./french-entries.ts"
import { contentOf } from "./history.ts"

/** *Revenir à cette version*. `which`: « 3-mot-de-passe », the version to come back to. */
export async function restoreEntry(needs: Uses, which: string, member: Member): Promise<Answer> {
  await refuseReaders(needs, member, "entry.restore")
  const [, wanted, id = ""] = /^(\d{1,9})-(.+)$/.exec(which) ?? []
  const entry = await knownEntry(needs.store, id)
  const versions = await needs.store.versionsOf(id)
  const older = versions.find(({ version }) => version === Number(wanted))
  if (!older) throw new UserError(words.noSuchVersion)
  const about = { entryId: id, version: entry.version, what: "restored" } as const
  return previewContent(needs, about, contentOf(older.content), member)
}

/** What the file says, for a card that no longer follows it. */
export async function takeOffer(needs: Uses, id: string, member: Member): Promise<Answer> {
  await refuseReaders(needs, member, "entry.file")
  const { offered, version } = await knownEntry(needs.store, id)
  if (!offered) throw new UserError(words.nothingOffered)
  return previewContent(needs, { entryId: id, version, what: "imported" }, offered, member)
}
