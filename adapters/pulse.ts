import cron from "node-cron"

type Warn = (error: unknown, what: string) => void

/**
 * One tick a minute, in UTC: node-cron loses an hour when clocks change, so what is due is asked of the database. One
 * occasion that fails does not keep the others from happening.
 */
export function startPulse(occasions: Record<string, () => Promise<void>>, warn: Warn) {
  async function tick(): Promise<void> {
    for (const [name, happen] of Object.entries(occasions)) {
      try {
        await happen()
      } catch (error) {
        warn(error, `"${name}" failed and will be tried again in a minute`)
      }
    }
  }
  const task = cron.schedule("* * * * *", tick, { timezone: "UTC", noOverlap: true })
  return { stop: async () => void (await task.destroy()) }
}
