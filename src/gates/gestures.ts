// What people and jobs do with gates.

import type { App } from "../lists.ts"
import type { Needs } from "../needs.ts"
import { leaveByItself } from "./leave-by-itself.ts"
import { closeGate, openGate } from "./move-gate.ts"
import { noteOutcome } from "./note-outcome.ts"
import { prepareAnswer } from "./prepare-answer.ts"
import { stopAnswer } from "./stop-answer.ts"
import { tellGate } from "./tell-gate.ts"

type Actions = Pick<App["actions"], "gate.open" | "gate.close" | "gate.stop">
type Jobs = Pick<App["jobs"], "ticket.outcome" | "gate.prepare" | "gate.leave" | "gate.tell">

export function gateActions(needs: Needs): Actions {
  return {
    "gate.open": (_, member, category) => openGate(needs, category, member),
    "gate.close": (_, member, category) => closeGate(needs, category, member),
    "gate.stop": (ticketId, member) => stopAnswer(needs, ticketId, member),
  }
}

export function gateJobs(needs: Needs): Jobs {
  return {
    "ticket.outcome": ({ ticketId }) => noteOutcome(needs, ticketId),
    "gate.prepare": ({ ticketId }) => prepareAnswer(needs, ticketId),
    "gate.leave": ({ ticketId }) => leaveByItself(needs, ticketId),
    "gate.tell": ({ category }) => tellGate(needs, category),
  }
}
