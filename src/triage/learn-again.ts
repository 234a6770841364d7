// Learning from what the team decides: planned by any copy of the bot, done by one, followed by all.

import type { Needs } from "../needs.ts"
import { isCategory } from "./categories.ts"
import type { Decided } from "./decided.ts"
import { labelOf } from "./decision.ts"
import { mailToSort } from "./mail-to-sort.ts"
import { isNoWorse, isTimeToLearn } from "./model.ts"
import type { DecidedOpening } from "./model-store.ts"

type Uses = Pick<Needs, "store" | "trainer" | "settings" | "clock" | "log">

/** The oldest are forgotten: what people write about, and how, changes. */
const MOST_TAUGHT = 10_000
const READ_AT_ONCE = 250

/** Every minute. `after`: the last model then, so that a job that runs twice learns once. */
export async function planLearning({
  store,
  trainer,
  clock,
}: Pick<Uses, "store" | "trainer" | "clock">): Promise<void> {
  const models = await store.models(trainer.fingerprint)
  const news = await store.decisionsSince(models[0]?.lastDecisionId ?? 0)
  if (!isTimeToLearn(models, news, clock())) return
  await store.transaction((tx) =>
    tx.enqueue("triage.learn", { after: models[0]?.id ?? 0 }, { key: "triage" }),
  )
}

/** From all that the team decided, beside the model in use, which it replaces unless it is worse. */
export async function learnAgain(needs: Uses, { after }: { after: number }): Promise<void> {
  const { store, trainer, clock } = needs
  const { fingerprint } = trainer
  const isDone = async (models: Awaited<ReturnType<typeof store.models>>) =>
    (models[0]?.id ?? 0) !== after
  if (await isDone(await store.models(fingerprint))) return
  const { count, lastId: lastDecisionId } = await store.decisionsSince(0)
  if (count === 0) return
  const inUse = await store.modelInUse(fingerprint)
  const { content, figures } = await trainer.train(
    decidedTickets(needs, lastDecisionId),
    inUse === null ? null : await store.modelContent(inUse),
  )
  const state = isNoWorse(figures) ? "promoted" : "refused"
  const { phrases, gain: _, byCategory, ...counts } = figures
  await store.transaction(async (tx) => {
    await tx.lockModels()
    if (await isDone(await tx.models(fingerprint))) return
    const model = { ...fingerprint, ...counts, byCategory, content, lastDecisionId, state } as const
    const id = await tx.keepModel({ ...model, madeAt: clock() })
    const detail = {
      model: id,
      ...counts,
      phrases: phrases.right,
      phrasesBefore: phrases.rightBefore,
    }
    await tx.record({ ticketId: null, memberId: null, at: clock(), what: `model ${state}`, detail })
  })
  await followModel(needs)
}

/** Every minute, at the start and at each change here: the newest promoted model sorts, in every copy of the bot. */
export async function followModel({
  store,
  trainer,
  clock,
  log,
}: Omit<Uses, "settings">): Promise<void> {
  const { fingerprint } = trainer
  for (;;) {
    const id = await store.modelInUse(fingerprint)
    if (id === trainer.inUse()) return
    const content = id === null ? null : await store.modelContent(id)
    if (id === null || !content) {
      trainer.use(null)
      return
    }
    if (trainer.use({ id, content })) return
    log.warn({ model: id }, "what was learnt from the team is damaged: it is learnt again")
    await store.transaction(async (tx) => {
      await tx.lockModels()
      if ((await tx.modelInUse(fingerprint)) !== id) return
      await tx.setModelState(id, "damaged")
      const [last] = await tx.models(fingerprint)
      const line = { ticketId: null, memberId: null, at: clock(), what: "model damaged" }
      await tx.record({ ...line, detail: { model: id } })
      await tx.enqueue("triage.learn", { after: last?.id ?? 0 }, { key: "triage" })
    })
  }
}

/** A few at a time: what is read and not yet taught is little. */
async function* decidedTickets(
  { store, settings }: Pick<Uses, "store" | "settings">,
  upTo: number,
): AsyncGenerator<Decided[]> {
  const tickets = await store.decidedTickets(upTo, MOST_TAUGHT)
  for (let from = 0; from < tickets.length; from += READ_AT_ONCE) {
    const read = await store.decided(tickets.slice(from, from + READ_AT_ONCE), upTo)
    yield read.flatMap((ticket) => lessonOf(ticket, settings.publicServiceDomains))
  }
}

function lessonOf({ opening, decisions }: DecidedOpening, publicDomains: string[]): Decided[] {
  const label = labelOf(decisions)
  if (!label || !isCategory(label.category)) return []
  const { category, weight } = label
  const mail = mailToSort(opening, publicDomains)
  return [{ ticketId: opening.ticket.id, mail, category, weight }]
}
