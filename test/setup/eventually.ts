const LOOK_EVERY = 10

type Something<T> = Exclude<T, undefined | null | false>

/** Looks until `look` gives something true, and gives it; or says what was awaited in vain. */
export async function eventually<T>(
  what: string,
  look: () => T | Promise<T>,
  within = 10_000,
): Promise<Something<T>> {
  const deadline = Date.now() + within
  for (;;) {
    const found = await look()
    if (isSomething(found)) return found
    if (Date.now() > deadline) throw new Error(`Awaited ${within} ms in vain: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY))
  }
}

function isSomething<T>(found: T): found is Something<T> {
  return found !== undefined && found !== null && found !== false
}
