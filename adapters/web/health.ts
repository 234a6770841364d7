import type { Hono } from "hono"
import { Gauge, Registry } from "prom-client"
import { JOB_NAMES } from "../../src/jobs.ts"
import type { Store } from "../../src/store.ts"

type Health = { store: Store; isReady: () => boolean }

/** For whoever watches the bot: liveness, readiness, and Prometheus's numbers. No personal data. */
export function healthRoutes({ store, isReady }: Health): (app: Hono) => void {
  const registry = metrics(store)
  return (app) => {
    app.get("/healthz", (context) => context.text("ok\n"))
    app.get("/readyz", async (context) => {
      const isUp = isReady() && (await answers(store))
      return context.text(isUp ? "ready\n" : "not ready\n", isUp ? 200 : 503)
    })
    app.get("/metrics", async (context) => {
      context.header("content-type", registry.contentType)
      return context.body(await registry.metrics())
    })
  }
}

async function answers(store: Store): Promise<boolean> {
  try {
    await store.alarms()
    return true
  } catch {
    return false // the database is away: readiness is the answer, the log has the reason
  }
}

function metrics(store: Store): Registry {
  const registry = new Registry()
  const gauge = (name: string, help: string, collect: (this: Gauge) => Promise<void>) =>
    new Gauge({ name: `telemaque_${name}`, help, registers: [registry], collect })
  const labelled = (
    name: string,
    help: string,
    label: string,
    collect: (this: Gauge) => Promise<void>,
  ) =>
    new Gauge({
      name: `telemaque_${name}`,
      help,
      labelNames: [label],
      registers: [registry],
      collect,
    })

  labelled(
    "mails",
    "Mails by the state they ended in; received is the sum of the others",
    "state",
    async function () {
      for (const [state, count] of Object.entries(await store.balance())) this.set({ state }, count)
    },
  )
  labelled(
    "last_poll_seconds",
    "When the mailbox last answered, in Unix time",
    "mailbox",
    async function () {
      for (const { name, lastPolledAt } of await store.mailboxes())
        this.set({ mailbox: name }, seconds(lastPolledAt))
    },
  )
  labelled(
    "last_send_seconds",
    "When a mail last left, in Unix time",
    "mailbox",
    async function () {
      for (const { name, lastSentAt } of await store.mailboxes())
        this.set({ mailbox: name }, seconds(lastSentAt))
    },
  )
  gauge(
    "oldest_unanswered_seconds",
    "Age of the oldest request that waits for us; 0 when none does",
    async function () {
      const oldest = await store.oldestUnanswered()
      this.set(oldest ? (Date.now() - oldest.getTime()) / 1000 : 0)
    },
  )
  gauge("queue_depth", "Jobs that are due and not done", async function () {
    this.set(await store.queueDepth())
  })
  labelled(
    "dead_jobs",
    "Jobs that were given up and wait to be tried again, by kind",
    "job",
    async function () {
      const dead = await store.deadJobs()
      for (const job of JOB_NAMES)
        this.set({ job }, dead.find(({ name }) => name === job)?.count ?? 0)
    },
  )
  gauge("alarms", "Alarms that are raised", async function () {
    this.set((await store.alarms()).length)
  })
  gauge("memory_bytes", "Resident memory of this copy", async function () {
    this.set(process.memoryUsage().rss)
  })
  return registry
}

function seconds(at: Date | null): number {
  return at ? at.getTime() / 1000 : 0
}
