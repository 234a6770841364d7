import { once } from "node:events"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import type { OAuth } from "../../src/config/mail-server.ts"

/** Gives access tokens to whom it knows, and vouches for them before Dovecot. */
export type TokenServer = {
  port: number
  oauth: OAuth
  /** How many tokens it gave. */
  given: number
  close(): void
}

const KNOWN = { clientId: "telemaque", clientSecret: "secret-du-client", scope: "mail" }

/** `token` opens the mailbox of `email`. */
export async function startTokenServer(token: string, email: string): Promise<TokenServer> {
  const http = createServer(async (request, response) => {
    const asked = new URLSearchParams((await request.toArray()).join(""))
    if (request.method !== "POST") {
      return response.end(request.url?.includes(token) ? JSON.stringify({ email }) : "{}")
    }
    const isKnown =
      asked.get("grant_type") === "client_credentials" &&
      asked.get("client_id") === KNOWN.clientId &&
      asked.get("client_secret") === KNOWN.clientSecret
    if (!isKnown) return response.writeHead(401).end("{}")
    server.given += 1
    response.end(JSON.stringify({ access_token: token, expires_in: 3600 }))
  }).listen(0, "127.0.0.1")
  await once(http, "listening")
  const { port } = http.address() as AddressInfo
  const server: TokenServer = {
    port,
    oauth: { ...KNOWN, tokenUrl: `http://127.0.0.1:${port}/token` },
    given: 0,
    close: () => void http.close(),
  }
  return server
}
