/** The value under which `share` of the values are; 0.5 is the median. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** One line: what was measured, what was promised, and whether it holds. */
export function line(what: string, measured: string, budget: string, holds: boolean): void {
  console.log(
    `${holds ? "holds" : "MISSED"}  ${what.padEnd(52)} ${measured.padEnd(24)} budget ${budget}`,
  )
}
