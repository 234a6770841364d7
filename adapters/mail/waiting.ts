export type BackOff = {
  /** Milliseconds to wait before the next attempt; twice as long each time. */
  next(): number
  reset(): void
}

export function backOff(first: number, longest: number): BackOff {
  let delay = first
  return {
    next() {
      const current = delay
      delay = Math.min(delay * 2, longest)
      return current
    },
    reset() {
      delay = first
    },
  }
}

export type Waiter = {
  /** Ends the wait that runs, or the one that comes next: a call made meanwhile is not lost. */
  wake(): void
  wait(milliseconds: number, signal: AbortSignal): Promise<void>
}

export function waiter(): Waiter {
  let isWoken = false
  let end = () => {}
  return {
    wake() {
      isWoken = true
      end()
    },
    async wait(milliseconds, signal) {
      if (!isWoken && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds)
          end = () => {
            clearTimeout(timer)
            resolve()
          }
          signal.addEventListener("abort", end, { once: true })
        })
        signal.removeEventListener("abort", end)
      }
      isWoken = false
    },
  }
}

/** Waits that long, or until `signal` aborts. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return waiter().wait(milliseconds, signal)
}
