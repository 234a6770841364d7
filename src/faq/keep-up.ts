import type { Needs } from "../needs.ts"
import type { StoredEntry } from "./store.ts"

/** Every minute, and at each change here: the search learns again what any copy of the bot changed. */
export async function keepUp({ store, faq }: Pick<Needs, "store" | "faq">): Promise<void> {
  const revision = await store.entriesRevision()
  if (revision !== faq.revision()) faq.learn(await entriesInUse(store), revision)
}

export async function entriesInUse(store: Pick<Needs["store"], "entries">): Promise<StoredEntry[]> {
  return (await store.entries()).filter(({ isRetired }) => !isRetired)
}
