import { spawn } from "node:child_process"
import { once } from "node:events"
import { connect, createServer, type Socket } from "node:net"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { openLeases } from "../adapters/store/lease.ts"
import { testDatabase } from "./setup/database.ts"

const HOLDER = join(import.meta.dirname, "setup/lease-holder.ts")
const db = await testDatabase()
const errors: unknown[] = []
const here = openLeases(db.url, (error) => errors.push(error))
const there = openLeases(db.url, (error) => errors.push(error))

afterAll(async () => {
  await Promise.all([here.close(), there.close()])
  await db.close()
})

function patience(): AbortSignal {
  return AbortSignal.timeout(10_000)
}

/** Aborts once the taker has asked the database at least once. */
function impatience(): AbortSignal {
  return AbortSignal.timeout(1_500)
}

/** The connections that hold a lease are cut, as by a restart of the server. */
async function cutLeases(): Promise<void> {
  await db.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_database ON pg_database.oid = database
      WHERE locktype = 'advisory' AND datname = current_database()`,
  )
}

async function connections(): Promise<unknown> {
  const { rows } = await db.pool.query(
    `SELECT count(*)::int AS all FROM pg_stat_activity
      WHERE application_name = 'telemaque: lease' AND datname = current_database()`,
  )
  return rows[0].all
}

/** A way to the database that goes dead without a word, as a cable pulled out. */
async function aWire(databaseUrl: string) {
  const url = new URL(databaseUrl)
  const port = Number(url.port || 5432)
  const socket = url.searchParams.get("host")
  const server = createServer((near) => {
    const far = socket ? connect(`${socket}/.s.PGSQL.${port}`) : connect(port, url.hostname)
    wires.push(near, far)
    near.pipe(far).pipe(near)
    for (const end of [near, far]) end.on("error", () => {})
  })
  const wires: Socket[] = []
  await once(server.listen(0, "127.0.0.1"), "listening")
  const address = server.address()
  url.searchParams.delete("host")
  url.host = `127.0.0.1:${typeof address === "object" ? address?.port : ""}`
  return {
    url: url.href,
    freeze: () => wires.map((wire) => wire.unpipe().pause()),
    close: () => {
      for (const wire of wires) wire.destroy()
      server.close()
    },
  }
}

test("a lease is one copy's at a time, and goes to the other when it is released", async () => {
  const lease = await here.take("mailbox:mentor", patience())
  await expect(there.take("mailbox:mentor", impatience())).rejects.toThrow("aborted")

  await lease.release()
  const next = await there.take("mailbox:mentor", patience())

  expect(lease.lost.aborted).toBe(false)
  await next.release()
})

test("leases of two names do not meet", async () => {
  const mentor = await here.take("mailbox:mentor", patience())

  const other = await there.take("mailbox:autre", patience())

  expect(other.lost.aborted).toBe(false)
  await Promise.all([mentor.release(), other.release()])
})

test("the lease of a copy that is killed goes to the one that waits, within 10 seconds", async () => {
  const args = ["--disable-warning=ExperimentalWarning", HOLDER, db.url, "mailbox:mentor"]
  const copy = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] })
  await once(copy.stdout, "data")
  const waiting = here.take("mailbox:mentor", AbortSignal.timeout(15_000))
  await expect.poll(connections).toBe(2)

  const killedAt = Date.now()
  copy.kill("SIGKILL")

  const lease = await waiting
  expect(Date.now() - killedAt).toBeLessThan(10_000)
  await lease.release()
})

test("who holds a lease learns that its connection was cut", async () => {
  const lease = await here.take("mailbox:mentor", patience())
  const lost = once(lease.lost, "abort")

  await cutLeases()

  await lost
  expect(lease.lost.reason).toMatchObject({ message: expect.stringContaining("ended") })
  const next = await there.take("mailbox:mentor", patience())
  await next.release()
})

test("who holds a lease learns that its connection is frozen, before the server gives the lease away", async () => {
  const wire = await aWire(db.url)
  const leases = openLeases(wire.url, (error) => errors.push(error))
  const lease = await leases.take("mailbox:mentor", patience())
  const lost = once(lease.lost, "abort")

  const frozenAt = Date.now()
  wire.freeze()

  await lost
  expect(Date.now() - frozenAt).toBeLessThan(7_000)
  wire.close()
  await leases.close()
})

test("an unreachable database is told, and waited for until the taker gives up", async () => {
  const told: unknown[] = []
  const nowhere = openLeases("postgresql://127.0.0.1:1/nowhere", (error) => told.push(error))

  await expect(nowhere.take("mailbox:mentor", impatience())).rejects.toThrow("aborted")

  expect(told[0]).toMatchObject({ code: "ECONNREFUSED" })
  await nowhere.close()
})

test("closing gives every lease back, and ends the waits", async () => {
  const closed = openLeases(db.url, (error) => errors.push(error))
  const lease = await closed.take("mailbox:mentor", patience())
  const waiting = closed.take("mailbox:mentor", patience())

  await Promise.all([closed.close(), expect(waiting).rejects.toThrow("closed")])

  expect(lease.lost.aborted).toBe(true)
  const next = await here.take("mailbox:mentor", patience())
  await next.release()
  expect(errors).toEqual([])
})
