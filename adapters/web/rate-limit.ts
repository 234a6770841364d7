/** Somebody may come so many times in a period. Resolves nothing, remembers little, forgets by itself. */
export type RateLimit = {
  /** Counts this time; how many seconds they have to wait, 0 when they need not. */
  wait(who: string): number
}

type Rate = { most: number; seconds: number; now: () => number; remembered?: number }

const REMEMBERED = 10_000

/** In the memory of this copy, which is bounded: the one not seen for longest is forgotten first. */
export function openRateLimit({ most, seconds, now, remembered = REMEMBERED }: Rate): RateLimit {
  const seen = new Map<string, { count: number; endsAt: number }>()
  return {
    wait(who) {
      const at = now()
      const known = seen.get(who)
      const since = known && known.endsAt > at ? known : { count: 0, endsAt: at + seconds * 1_000 }
      since.count += 1
      seen.delete(who)
      seen.set(who, since)
      const [oldest] = seen.keys()
      if (seen.size > remembered && oldest !== undefined) seen.delete(oldest)
      return since.count > most ? Math.ceil((since.endsAt - at) / 1_000) : 0
    },
  }
}
