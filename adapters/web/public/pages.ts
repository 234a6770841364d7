// The public pages, on a listener of their own: they share no route, no cookie and no style with the console.
import { once } from "node:events"
import type { Server } from "node:http"
import { createAdaptorServer } from "@hono/node-server"
import { listen } from "../listen.ts"
import { publicServer } from "./server.ts"
import type { Site } from "./site.ts"

/** Who is slow to ask does not keep a place from the others. */
const SLOWEST = { headersTimeout: 10_000, requestTimeout: 15_000, maxHeaderSize: 16_384 }
const MOST_CONNECTIONS = 2_000

export type PublicOptions = Omit<Site, "now"> & {
  host: string
  /** 0 lets the system choose. */
  port: number
  now?: () => number
}

export type PublicPages = { port: number; close(): Promise<void> }

export async function openPublicPages(options: PublicOptions): Promise<PublicPages> {
  const app = publicServer({ ...options, now: options.now ?? Date.now })
  const server = createAdaptorServer({
    fetch: app.fetch,
    overrideGlobalObjects: false,
    serverOptions: SLOWEST,
  }) as Server
  server.maxConnections = MOST_CONNECTIONS
  const { host } = options
  const port = await listen(server, { port: options.port, host, variable: "PUBLIC_PORT" })
  return {
    port,
    async close() {
      const closed = once(server, "close")
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
