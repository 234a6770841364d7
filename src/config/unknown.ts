import { editDistance } from "../spelling.ts"
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
    .map((name) => ({ name, distance: editDistance(variable, name) }))
    .sort((a, b) => a.distance - b.distance)
  return first
}
