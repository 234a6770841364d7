import type { OAuth } from "../../src/config/mail-server.ts"

const RENEW_BEFORE = 60_000
const LASTS_AT_LEAST_SECONDS = 300
const ANSWER_WITHIN = 15_000

type Token = { value: string; until: number }

/** The last token of each mailbox: its IMAP and its SMTP ask with the same one. */
const known = new WeakMap<OAuth, Token>()

/** Client credentials (RFC 6749 section 4.4), asked again a minute before they expire. */
export async function accessToken(oauth: OAuth): Promise<string> {
  const last = known.get(oauth)
  if (last && last.until > Date.now()) return last.value
  const answer = await ask(oauth)
  const seconds = answer.expires_in ?? LASTS_AT_LEAST_SECONDS
  const until = Date.now() + seconds * 1000 - RENEW_BEFORE
  known.set(oauth, { value: answer.access_token, until })
  return answer.access_token
}

/** What must never be shown of it. */
export function secretsOf(oauth: OAuth): string[] {
  return [oauth.clientSecret, known.get(oauth)?.value ?? ""]
}

type Answer = { access_token: string; expires_in?: number }

async function ask(oauth: OAuth): Promise<Answer> {
  const response = await fetch(oauth.tokenUrl, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: oauth.clientId,
      client_secret: oauth.clientSecret,
      ...(oauth.scope ? { scope: oauth.scope } : {}),
    }),
    signal: AbortSignal.timeout(ANSWER_WITHIN),
  }).catch((error: Error) => {
    throw new Error(`the token server does not answer (${error.message}): check OAUTH_TOKEN_URL`)
  })
  const answer = (await response.json().catch(() => null)) as Partial<Answer> | null
  if (!response.ok || !answer?.access_token) {
    throw new Error(
      `the token server refused us (HTTP ${response.status}): check OAUTH_CLIENT_ID and OAUTH_CLIENT_SECRET`,
    )
  }
  return { ...answer, access_token: answer.access_token }
}
