/** More than this is « 1 000+ »: nobody needs the exact figure, and counting a million rows would slow every page. */
const COUNT_LIMIT = 1_000

export type Capped = { count: number; isMore: boolean }

/** What to take to know whether there are more. */
export const COUNT_TAKE = COUNT_LIMIT + 1

export function cappedCount(found: number): Capped {
  return { count: Math.min(found, COUNT_LIMIT), isMore: found > COUNT_LIMIT }
}
