// What one training makes: nothing of it depends on chance, and what judges it was not taught.
import { expect, test } from "vitest"
import { readExamples } from "../adapters/prompts/examples.ts"
import { readLexicon } from "../adapters/prompts/lexicon.ts"
import { bytesOf, taughtIn } from "../adapters/prompts/model-bytes.ts"
import { type Decided, isKeptAside } from "../src/triage/decided.ts"
import { isNoWorse, isTimeToLearn, type Model, type ModelState } from "../src/triage/model.ts"
import { teach } from "../src/triage/training.ts"

const NOW = new Date("2026-11-24T09:00:00Z")
const lexicon = readLexicon()
const examples = readExamples().filter((_, n) => n % 8 === 0)
const KEPT = Array.from({ length: 100 }, (_, n) => n + 1).filter(isKeptAside)
const TAUGHT = Array.from({ length: 100 }, (_, n) => n + 1).filter((n) => !isKeptAside(n))

test("one ticket in five is kept aside, always the same ones", () => {
  const kept = Array.from({ length: 10_000 }, (_, n) => n + 1).filter(isKeptAside)

  expect(kept.length / 10_000).toBeCloseTo(0.2, 1)
  expect(KEPT.filter(isKeptAside)).toEqual(KEPT)
})

test("what a ticket kept aside is about is not told to what it judges, and is taught to what sorts", () => {
  const tickets = TAUGHT.slice(0, 10).map((id) => aTicket(id))
  const kept = KEPT[0] ?? 0
  const [one, other] = [aTicket(kept, "attestation"), aTicket(kept, "doublon")].map((ticket) =>
    teach(lexicon, examples, [...tickets, ticket], null),
  )

  expect(one?.taught.judged.weights).toEqual(other?.taught.judged.weights)
  expect(one?.taught.model.weights).not.toEqual(other?.taught.model.weights)
  expect(one?.figures).toMatchObject({ taught: 11, kept: 1 })
})

test("a correction weighs twice an answer that contradicted nothing, in what is won and lost", () => {
  const phrases = { kept: 0, right: 0, rightBefore: 0 }

  expect(isNoWorse({ gain: 1 - 0.5, phrases })).toBe(true)
  expect(isNoWorse({ gain: 0.5 - 1, phrases })).toBe(false)
})

test("what was learnt is read back as it was written, and not when one bit of it changed", () => {
  const { taught } = teach(lexicon, examples, [aTicket(1)], null)
  const bytes = bytesOf(taught)

  expect(taughtIn(bytes)).toEqual(taught)
  for (const at of [0, 40, 200, bytes.length - 1]) {
    const damaged = Uint8Array.from(bytes, (byte, n) => (n === at ? byte ^ 1 : byte))
    expect(taughtIn(damaged)).toBeNull()
  }
  expect(taughtIn(new Uint8Array())).toBeNull()
  expect(taughtIn(bytes.subarray(0, 1_000))).toBeNull()
})

test.for<[string, ModelState[], number, number, boolean]>([
  ["ten decisions are enough", ["promoted"], 10, 0, true],
  ["nine wait", ["promoted"], 9, 23, false],
  ["one waits for a day", [], 1, 24, true],
  ["nothing new, nothing to learn", ["promoted"], 0, 0, false],
  ["what was put away waits for ten", ["withdrawn", "promoted"], 9, 240, false],
  ["also when one was refused since", ["refused", "withdrawn"], 9, 240, false],
  ["and comes back with ten", ["withdrawn"], 10, 0, true],
])("%s", ([, states, count, hours, isTime]) => {
  const oldestAt = count > 0 ? new Date(NOW.getTime() - hours * 3_600_000) : null

  expect(isTimeToLearn(states.map(aModel), { count, oldestAt, lastId: count }, NOW)).toBe(isTime)
})

function aTicket(ticketId: number, category: Decided["category"] = "droits-formateur"): Decided {
  return {
    ...{ ticketId, category, weight: 1 },
    mail: {
      ...{
        from: null,
        verdict: "public service",
        olderFrom: null,
        isMachine: false,
        sentAt: null,
        signature: "",
        older: "",
      },
      ...{ subject: `Le phare ${ticketId}`, written: "Le phare clignote en vert depuis ce matin." },
    },
  }
}

function aModel(state: ModelState, n: number): Model {
  return {
    ...{ id: 100 - n, madeAt: NOW, taught: 1, kept: 0, right: 0, rightBefore: 0, byCategory: [] },
    ...{ lastDecisionId: 1, state },
  }
}
