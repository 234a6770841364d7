// A lease is a session advisory lock on a connection of its own: PostgreSQL frees it when the connection ends, so the copy
// that dies gives it up whatever it died of. Not through a pooler in transaction mode, which shares sessions.
import { setTimeout as sleep } from "node:timers/promises"
import pg from "pg"
import type { Lease, Leases } from "../../src/ports.ts"

const RETRY = 1_000
const CONNECT_TIMEOUT = 5_000
// Who holds a lease knows that its connection is dead (5 s) before the server gives it to another (7 s).
const HEARTBEAT = 2_000
const HEARTBEAT_TIMEOUT = 3_000
const SERVER_KEEPALIVE = `SET tcp_keepalives_idle = 3; SET tcp_keepalives_interval = 2;
  SET tcp_keepalives_count = 2; SET tcp_user_timeout = 7000`
const TRY = "SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS ok"

/** `onError` hears of a database that cannot be reached while somebody waits; the wait goes on. */
export function openLeases(
  databaseUrl: string,
  onError: (error: unknown) => void,
): Leases & { close(): Promise<void> } {
  const closing = new AbortController()
  const held = new Set<() => Promise<void>>()
  return { take, close }

  async function take(name: string, signal: AbortSignal): Promise<Lease> {
    const given = AbortSignal.any([signal, closing.signal])
    for (;;) {
      given.throwIfAborted()
      const client = newClient(databaseUrl)
      try {
        await client.connect()
        await client.query(SERVER_KEEPALIVE)
        while (!(await isTaken(client, name))) await pause(given)
        given.throwIfAborted()
        return hold(client)
      } catch (error) {
        leave(client)
        given.throwIfAborted()
        onError(error)
        await pause(given)
      }
    }
  }

  function hold(client: pg.Client): Lease {
    const losing = new AbortController()
    const heartbeat = setInterval(() => void client.query("SELECT 1").catch(lose), HEARTBEAT)
    client.once("end", lose)
    held.add(close)
    return { lost: losing.signal, release }

    function lose(): void {
      clearInterval(heartbeat)
      held.delete(close)
      losing.abort(new Error("the connection that held the lease ended"))
      leave(client)
    }

    async function release(): Promise<void> {
      clearInterval(heartbeat)
      held.delete(close)
      client.off("end", lose)
      await client.end().catch(() => {})
    }

    async function close(): Promise<void> {
      losing.abort(new Error("the leases are closed"))
      await release()
    }
  }

  async function close(): Promise<void> {
    closing.abort(new Error("the leases are closed"))
    await Promise.all([...held].map((closeOne) => closeOne()))
  }
}

function newClient(databaseUrl: string): pg.Client {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: "telemaque: lease",
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    query_timeout: HEARTBEAT_TIMEOUT,
  })
  client.on("error", () => {}) // told by "end", or by the query
  return client
}

async function isTaken(client: pg.Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ ok: boolean }>(TRY, [name])
  return rows[0]?.ok ?? false
}

async function pause(signal: AbortSignal): Promise<void> {
  await sleep(RETRY, undefined, { signal }).catch(() => signal.throwIfAborted())
}

/** Without waiting: a dead connection may never answer. */
function leave(client: pg.Client): void {
  client.end().catch(() => {})
}
