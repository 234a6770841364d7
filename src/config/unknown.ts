import type { Environment, Mistake } from "./parse.ts"

/** Shorter names are too near to words of everybody's environment (PORT, HOST). */
const SHORTEST = 8
const NEAR = 2

/** Variables that nobody reads and that look like ours: typing mistakes. */
export function unknownVariables(
  environment: Environment,
  known: readonly string[],
  prefixes: readonly string[],
): Mistake[] {
  return Object.keys(environment).flatMap((variable) => {
    if (known.includes(variable)) return []
    const nearest = nearestTo(variable, known)
    const isOurs = prefixes.some((prefix) => variable.startsWith(prefix))
    const isNear = nearest.name.length >= SHORTEST && nearest.distance <= NEAR
    if (!isOurs && !isNear) return []
    return [{ variable, problem: "is unknown", cure: `Did you mean ${nearest.name}?` }]
  })
}

function nearestTo(variable: string, known: readonly string[]): { name: string; distance: number } {
  const [first = { name: "", distance: Number.POSITIVE_INFINITY }] = known
    .map((name) => ({ name, distance: distance(variable, name) }))
    .sort((a, b) => a.distance - b.distance)
  return first
}

/** How many letters to add, remove, change or swap with their neighbour (optimal string alignment). */
function distance(from: string, to: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, i) => i)
  for (let i = 1; i <= from.length; i++) {
    const row = [i]
    for (let j = 1; j <= to.length; j++) {
      const isSame = from[i - 1] === to[j - 1]
      const isSwapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      const changed = at(last, j - 1) + (isSame ? 0 : 1)
      const swapped = isSwapped ? at(beforeLast, j - 2) + 1 : changed
      row.push(Math.min(at(last, j) + 1, at(row, j - 1) + 1, changed, swapped))
    }
    beforeLast = last
    last = row
  }
  return at(last, to.length)
}

function at(row: number[], index: number): number {
  return row[index] ?? 0
}
