// The help that anybody reads on the public pages: the validated cards whose review day has not come, and no other.
import { dayOf } from "../calendar/working-days.ts"
import type { Needs } from "../needs.ts"
import type { Help, HelpCard, HelpTitle } from "../ports.ts"
import { CATEGORIES, labelIn } from "../triage/categories.ts"
import { fold } from "../triage/lexicon.ts"
import { bodyOf } from "./entry.ts"
import { inFull } from "./french-questions.ts"
import { mayBeGiven } from "./question.ts"
import type { StoredEntry } from "./store.ts"

const SHORTEST_WORD = 3
const MOST_FOUND = 10
const ORDER: readonly string[] = CATEGORIES

type Uses = Pick<Needs, "store" | "faq" | "lexicon" | "clock" | "log">

export function openHelp(needs: Uses): Help {
  const { lexicon } = needs
  const given = reader(needs)
  return {
    async titles() {
      const groups = Map.groupBy(await given(), ({ category }) => category)
      return [...groups]
        .sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b))
        .map(([category, entries]) => ({
          category: labelIn(lexicon, category),
          cards: entries.map(titleOf).sort((a, b) => a.title.localeCompare(b.title, "fr")),
        }))
    },
    async card(id) {
      const entry = (await given()).find((known) => known.id === id)
      return entry ? cardOf(entry, labelIn(lexicon, entry.category)) : null
    },
    async search(text, patience) {
      const entries = await given()
      const first = await likeliest(needs, text, patience)
      const found = [
        ...first.flatMap((id) => entries.find((entry) => entry.id === id) ?? []),
        ...withWords(entries, text),
      ]
      return [...new Set(found)].slice(0, MOST_FOUND).map(titleOf)
    },
  }
}

/** Read again when a card changed, whatever copy changed it; those of before while the database is away. */
function reader({ store, clock, log }: Uses): () => Promise<StoredEntry[]> {
  let known: { revision: number; entries: StoredEntry[] } | null = null
  return async () => {
    try {
      const revision = await store.entriesRevision()
      if (known?.revision !== revision) known = { revision, entries: await store.entries() }
    } catch (error) {
      if (!known) throw error
      log.warn({ error }, "the public help shows the cards as they were")
    }
    const today = dayOf(clock()).toString()
    return known.entries.filter((entry) => !entry.isRetired && mayBeGiven(entry, "anybody", today))
  }
}

/** By the bot's own search; nothing when it cannot, or not yet: words are left. */
async function likeliest(needs: Uses, text: string, patience: Promise<void>): Promise<string[]> {
  try {
    const found = await Promise.race([needs.faq.answer(text), patience])
    return found ? found.hits.map(({ id }) => id) : []
  } catch (error) {
    needs.log.warn({ error }, "the cards could not be searched for the public help")
    return []
  }
}

/** Those that have every word, in whatever place: a card may be hidden from the search by three that nobody validated. */
function withWords(entries: StoredEntry[], text: string): StoredEntry[] {
  const words = fold(text)
    .split(" ")
    .filter(({ length }) => length >= SHORTEST_WORD)
  if (words.length === 0) return []
  return entries.filter(({ title, questions, body }) => {
    const said = fold([title, ...questions, body].join(" "))
    return words.every((word) => said.includes(word))
  })
}

function titleOf({ id, title }: StoredEntry): HelpTitle {
  return { id, title }
}

function cardOf(entry: StoredEntry, category: string): HelpCard {
  const { id, title, source, verifiedOn } = entry
  return {
    ...{ id, title, category, source },
    ...{ text: bodyOf(entry).trim(), verifiedOn: inFull(verifiedOn) },
  }
}
