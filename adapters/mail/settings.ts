import type { MailServer, OAuth } from "../../src/config/mail-server.ts"
import type { ServerSettings } from "./server.ts"

const SCHEMES = {
  imap: { tls: "imaps", starttls: "imap", none: "imap" },
  smtp: { tls: "smtps", starttls: "smtp", none: "smtp" },
}
const RENEW_BEFORE = 60_000

/** A server of the configuration, as the mail adapters want it. */
export function serverSettings(protocol: "imap" | "smtp", server: MailServer): ServerSettings {
  const host = server.host.includes(":") ? `[${server.host}]` : server.host
  const url = `${SCHEMES[protocol][server.security]}://${host}:${server.port}`
  const { login } = server
  if (!login) return { url }
  if ("oauth" in login) return { url, user: login.user, accessToken: tokenOf(login.oauth) }
  return { url, user: login.user, password: login.password }
}

/** Client credentials (RFC 6749 section 4.4), kept until a minute before they expire. */
function tokenOf({ tokenUrl, clientId, clientSecret, scope }: OAuth): () => Promise<string> {
  let known: { token: string; until: number } | null = null
  return async () => {
    if (known && known.until > Date.now()) return known.token
    const response = await fetch(tokenUrl, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: clientId,
        client_secret: clientSecret,
        ...(scope ? { scope } : {}),
      }),
      signal: AbortSignal.timeout(15_000),
    })
    const answer = (await response.json()) as { access_token?: string; expires_in?: number }
    if (!response.ok || !answer.access_token) {
      throw new Error(
        `the token server refused us (HTTP ${response.status}): check OAUTH_CLIENT_ID and OAUTH_CLIENT_SECRET`,
      )
    }
    known = {
      token: answer.access_token,
      until: Date.now() + (answer.expires_in ?? 300) * 1000 - RENEW_BEFORE,
    }
    return known.token
  }
}
