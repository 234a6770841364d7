// How much evidence opens a gate: Wilson's lower bound above 98 %, one-sided, 95 %.
import { expect, test } from "vitest"
import { isEnough, lowerBound, stillNeeded } from "../src/gates/evidence.ts"
import { randomFrom } from "./setup/random.ts"

const all = (decided: number) => ({ decided, successes: decided })
const failing = (failures: number, decided: number) => ({ decided, successes: decided - failures })

test.for([
  [0, 133],
  [1, 222],
  [2, 300],
] as const)("with %i failures, %i decided requests are just enough", ([failures, decided]) => {
  expect(isEnough(failing(failures, decided))).toBe(true)
  expect(isEnough(failing(failures, decided - 1))).toBe(false)
})

test("the bound is Wilson’s: values computed by hand", () => {
  expect(lowerBound(all(0))).toBe(0)
  expect(lowerBound(all(10))).toBeCloseTo(10 / (10 + 1.645 ** 2), 12)
  expect(lowerBound(all(134))).toBeCloseTo(0.980206, 6)
  // 0.5 ± : (0.5 + 0.01353) - 1.645 * sqrt(0.0025 + 0.0000676), over 1.02706
  expect(lowerBound({ decided: 100, successes: 50 })).toBeCloseTo(0.418843, 5)
  expect(lowerBound({ decided: 20, successes: 0 })).toBe(0)
})

test("after 15 requests without a failure, 118 more are needed; after 133, none", () => {
  expect(stillNeeded(all(15))).toBe(118)
  expect(stillNeeded(all(0))).toBe(133)
  expect(stillNeeded(all(132))).toBe(1)
  expect(stillNeeded(all(133))).toBe(0)
})

const { between } = randomFrom(7)
const cases = Array.from({ length: 2_000 }, () => {
  const decided = between(1, 600)
  return { decided, successes: between(0, decided) }
})

test("a success more never lowers the bound, a failure more always does", () => {
  for (const { decided, successes } of cases) {
    const bound = lowerBound({ decided, successes })
    expect(lowerBound({ decided: decided + 1, successes: successes + 1 })).toBeGreaterThan(bound)
    expect(lowerBound({ decided: decided + 1, successes })).toBeLessThanOrEqual(bound)
    expect(bound).toBeGreaterThanOrEqual(0)
    expect(bound).toBeLessThanOrEqual(successes / decided)
  }
})

test("what is still needed is enough, and one less is not", () => {
  for (const { decided, successes } of cases) {
    const more = stillNeeded({ decided, successes })
    expect(isEnough({ decided: decided + more, successes: successes + more })).toBe(true)
    if (more > 0)
      expect(isEnough({ decided: decided + more - 1, successes: successes + more - 1 })).toBe(false)
  }
})
