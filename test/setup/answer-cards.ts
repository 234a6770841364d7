import { hashed } from "../../adapters/prompts/faq.ts"
import type { Entry } from "../../src/faq/entry.ts"
import { importEntries } from "../../src/faq/import.ts"
import type { World } from "./world.ts"

/** The bot starts with these files. */
export function starts(world: World, entries: Entry[], isDemo = false): Promise<void> {
  return importEntries(world.needs, hashed({ entries }), { isDemo })
}

/** « 2 edited by Nadia Ferrand », the last one first. */
export async function historyOf({ store }: World, id = "badge"): Promise<string[]> {
  const versions = await store.versionsOf(id)
  return versions.map(({ version, what, by }) => `${version} ${what}${by ? ` by ${by}` : ""}`)
}
