/** Of the requests that would have left by themselves: how many the team decided, and how many of them as the bot. */
export type Evidence = { decided: number; successes: number }

/** One-sided, 95 %. */
const Z = 1.645
const REQUIRED = 0.98

/** Wilson's lower bound: the share of successes that this evidence allows to claim (Wilson, 1927). 0 without any. */
export function lowerBound({ decided, successes }: Evidence): number {
  if (successes === 0) return 0
  const share = successes / decided
  const middle = share + (Z * Z) / (2 * decided)
  const spread = Z * Math.sqrt((share * (1 - share)) / decided + (Z * Z) / (4 * decided * decided))
  return Math.max(0, (middle - spread) / (1 + (Z * Z) / decided))
}

export function isEnough(evidence: Evidence): boolean {
  return lowerBound(evidence) > REQUIRED
}

/** How many successes more, none failing, until it is enough. */
export function stillNeeded({ decided, successes }: Evidence): number {
  const isEnoughAfter = (more: number) =>
    isEnough({ decided: decided + more, successes: successes + more })
  let [tooFew, enough] = [-1, 1]
  while (!isEnoughAfter(enough)) [tooFew, enough] = [enough, enough * 2]
  while (enough - tooFew > 1) {
    const between = Math.floor((tooFew + enough) / 2)
    if (isEnoughAfter(between)) enough = between
    else tooFew = between
  }
  return enough
}
