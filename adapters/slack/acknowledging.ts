// bolt acknowledges an event before it is dealt with, and Slack then tells it no more: what a bot that was killed had
// begun would be lost. Here, it is acknowledged afterwards, as long as Slack waits.
import { setTimeout as pause } from "node:timers/promises"
import type { App } from "@slack/bolt"

export function acknowledgeAfterwards(app: App, within: number): void {
  const handle = app.processEvent.bind(app)
  app.processEvent = async (event) => {
    if (event.body.type !== "event_callback") return handle(event)
    const handled = handle({ ...event, ack: async () => {} })
    const late = new AbortController()
    try {
      await Promise.race([
        handled,
        pause(within, undefined, { signal: late.signal }).catch(() => {}),
      ])
    } finally {
      late.abort()
      await event.ack()
    }
    await handled
  }
}
