import type { Answer } from "../card.ts"
import { UserError } from "../errors.ts"
import type { Needs } from "../needs.ts"
import { refuseOthers } from "../people/administrator.ts"
import type { Member } from "../people/member.ts"
import type { Transaction } from "../store.ts"
import { labelIn } from "../triage/categories.ts"
import { isEnough, lowerBound } from "./evidence.ts"
import { gateWords as words } from "./french.ts"
import { whyNever } from "./never.ts"

type Uses = Pick<Needs, "store" | "lexicon" | "clock">

/** *Ouvrir*: on an administrator's order, and on enough evidence only. */
export async function openGate(needs: Uses, category: string, member: Member): Promise<Answer> {
  await refuseOthers(needs, member, "gate.open")
  const label = labelIn(needs.lexicon, category)
  const never = whyNever(category)
  if (never) throw new UserError(words.neverOpens(label, never))
  await needs.store.transaction(async (tx) => {
    const evidence = await tx.evidenceOf(category)
    if (!isEnough(evidence)) throw new UserError(words.notYet(label, evidence))
    await move(needs, tx, { category, isOpen: true, memberId: member.id })
  })
  return { kind: "done", text: words.opened(label) }
}

/** *Fermer*: what was about to leave does not. */
export async function closeGate(needs: Uses, category: string, member: Member): Promise<Answer> {
  await refuseOthers(needs, member, "gate.close")
  await needs.store.transaction((tx) =>
    move(needs, tx, { category, isOpen: false, memberId: member.id }),
  )
  return { kind: "done", text: words.isClosed(labelIn(needs.lexicon, category)) }
}

/** At each failure and every minute (retention takes evidence away too): a gate that lacks evidence closes by itself. */
export async function closeFallenGates(needs: Uses): Promise<void> {
  const open = (await needs.store.gates()).filter(({ isOpen }) => isOpen)
  for (const { category } of open) {
    if (isEnough(await needs.store.evidenceOf(category)) && !whyNever(category)) continue
    await needs.store.transaction((tx) =>
      move(needs, tx, { category, isOpen: false, memberId: null }),
    )
  }
}

/** Once, whoever asks at the same moment; the team is told. */
async function move(
  { clock }: Uses,
  tx: Transaction,
  gate: { category: string; isOpen: boolean; memberId: number | null },
): Promise<void> {
  const { category, isOpen, memberId } = gate
  const at = clock()
  if (!(await tx.moveGate(gate, at))) return
  const bound = Math.floor(lowerBound(await tx.evidenceOf(category)) * 1_000)
  const what = isOpen ? "gate opened" : "gate closed"
  await tx.record({ ticketId: null, memberId, at, what, detail: { category, bound } })
  const dropped = isOpen ? [] : await tx.dropAutomaticAnswers(category)
  for (const ticketId of dropped) {
    const line = { ticketId, memberId, at, what: "automatic answer dropped" }
    await tx.record({ ...line, detail: { because: words.person.closed } })
    await tx.enqueue("ticket.announce", { ticketId })
  }
  await tx.enqueue("gate.tell", { category })
}
