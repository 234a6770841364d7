import type { Leases } from "../../src/ports.ts"

/** Leases between the copies of one process: the first who asks has it, the next once it is released. */
export function openTestLeases(): Leases {
  const held = new Map<string, Promise<void>>()
  return {
    async take(name, signal) {
      while (held.has(name)) {
        await Promise.race([held.get(name), aborted(signal)])
        signal.throwIfAborted()
      }
      const { promise, resolve } = Promise.withResolvers<void>()
      held.set(name, promise)
      return {
        lost: new AbortController().signal,
        async release() {
          held.delete(name)
          resolve()
        },
      }
    },
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }))
}
