// Each request that the team decided is a test of the lexicon: who changes it is told which would be sorted otherwise.

import type { Needs } from "../needs.ts"
import { labelIn } from "./categories.ts"
import { type Comparison, comparisonOf } from "./comparison.ts"
import { comparisonCard } from "./comparison-card.ts"
import { labelOf } from "./decision.ts"
import { mailToSort } from "./mail-to-sort.ts"
import { isTimeToLearn } from "./model.ts"

type Uses = Pick<Needs, "store" | "trainer" | "sorter" | "lexicon" | "team" | "settings" | "clock">

const MOST_COMPARED = 1_000
/** Mails and clicks go between. */
const SORTED_AT_ONCE = 20

/** Every minute: once for each lexicon that the bot is started with, when it has learnt from the team by that one. */
export async function planComparison({
  store,
  trainer,
  clock,
}: Pick<Uses, "store" | "trainer" | "clock">): Promise<void> {
  const { fingerprint } = trainer
  const models = await store.models(fingerprint)
  const news = await store.decisionsSince(models[0]?.lastDecisionId ?? 0)
  if (isTimeToLearn(models, news, clock())) return
  await store.transaction(async (tx) => {
    const { lessons } = fingerprint
    if ((await tx.claimLessons(lessons)) === "new") await tx.enqueue("triage.compare", { lessons })
  })
}

/** Nothing is told where nothing changes for the better or the worse. */
export async function tellComparison(needs: Uses, { lessons }: { lessons: string }): Promise<void> {
  const { store, trainer, clock } = needs
  if (trainer.fingerprint.lessons !== lessons) {
    throw new Error("another copy of the bot, with the other lexicon, must compare")
  }
  const comparison = comparisonOf(await casesOf(needs))
  const { decided, better, worse } = comparison
  if (better.length + worse.length > 0) await show(needs, lessons, comparison)
  const counts = { decided, better: better.length, worse: worse.length }
  const line = { ticketId: null, memberId: null, at: clock(), what: "lexicon compared" }
  await store.transaction((tx) => tx.record({ ...line, detail: counts }))
}

/** In every place of the team, or it is tried again. */
async function show(
  { team, lexicon, settings }: Uses,
  lessons: string,
  comparison: Comparison,
): Promise<void> {
  const { failed, busy } = await team.show({
    key: `lessons ${lessons}`,
    draw: () => comparisonCard(comparison, (id) => labelIn(lexicon, id), settings.consoleUrl),
    ticketId: null,
  })
  if (failed.length + busy.length > 0) {
    throw new Error(`what the lexicon changes is not told on ${[...failed, ...busy].join(", ")}`)
  }
}

async function casesOf({ store, sorter, settings }: Uses) {
  const { lastId } = await store.decisionsSince(0)
  const tickets = await store.decidedTickets(lastId, MOST_COMPARED)
  const cases: Parameters<typeof comparisonOf>[0] = []
  for (let from = 0; from < tickets.length; from += SORTED_AT_ONCE) {
    for (const { opening, decisions } of await store.decided(
      tickets.slice(from, from + SORTED_AT_ONCE),
      lastId,
    )) {
      const { id: ticketId, subject, triage } = opening.ticket
      const label = labelOf(decisions)
      if (!triage || !label) continue
      const now = sorter(mailToSort(opening, settings.publicServiceDomains)).category
      cases.push({ ticketId, subject, decided: label.category, before: triage.category, now })
    }
  }
  return cases
}
