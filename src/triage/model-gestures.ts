// *Apprendre maintenant*, and *Revenir au modèle précédent*.

import type { Answer } from "../card.ts"
import { UserError } from "../errors.ts"
import type { App } from "../lists.ts"
import type { Needs } from "../needs.ts"
import { refuseOthers } from "../people/administrator.ts"
import { type Member, mayAnswer } from "../people/member.ts"
import { french } from "./french-models.ts"
import { followModel } from "./learn-again.ts"
import { isWorthLearning } from "./model.ts"

type Uses = Pick<Needs, "store" | "trainer" | "clock" | "log">

export function modelActions(needs: Uses): Pick<App["actions"], "model.learn" | "model.revert"> {
  return {
    "model.learn": (_, member) => askToLearn(needs, member),
    "model.revert": (id, member) => revertModel(needs, id, member),
  }
}

async function askToLearn({ store, trainer, clock }: Uses, member: Member): Promise<Answer> {
  const line = { ticketId: null, memberId: member.id, at: clock() }
  if (!mayAnswer(member)) {
    await store.record({ ...line, what: "refused", detail: { asked: "model.learn" } })
    throw new UserError(french.readersCannot)
  }
  const models = await store.models(trainer.fingerprint)
  const { count } = await store.decisionsSince(0)
  if (count === 0) throw new UserError(french.nothingDecided)
  const news = await store.decisionsSince(models[0]?.lastDecisionId ?? 0)
  if (!isWorthLearning(models, news)) throw new UserError(french.nothingNew)
  await store.transaction(async (tx) => {
    await tx.enqueue("triage.learn", { after: models[0]?.id ?? 0 }, { key: "triage" })
    await tx.record({ ...line, what: "learning asked", detail: {} })
  })
  return { kind: "done", text: french.begun }
}

/** `seen`: the model that was in use for who clicked. The one before it sorts again, in every copy of the bot. */
async function revertModel(needs: Uses, seen: number, member: Member): Promise<Answer> {
  await refuseOthers(needs, member, "model.revert")
  const { store, trainer, clock } = needs
  const { fingerprint } = trainer
  await store.transaction(async (tx) => {
    await tx.lockModels()
    if ((await tx.modelInUse(fingerprint)) !== seen) throw new UserError(french.changedSince)
    await tx.setModelState(seen, "withdrawn")
    const line = { ticketId: null, memberId: member.id, at: clock(), what: "model withdrawn" }
    await tx.record({ ...line, detail: { model: seen } })
  })
  await followModel(needs)
  const models = await store.models(fingerprint)
  const inUse = models.find(({ id }) => id === trainer.inUse())
  return { kind: "done", text: french.reverted(inUse?.madeAt ?? null) }
}
