import { isLoopback, type MailServer } from "../../src/config/mail-server.ts"
import { secretsOf } from "./oauth.ts"

/** A server of the configuration. The rest is of tests: their own authority, and less patience. */
export type ServerToReach = MailServer & {
  /** Authorities to trust besides those of the system, in PEM. */
  ca?: string | undefined
  /** Milliseconds without a word after which a connection is given up. One minute by default. */
  silentAtMost?: number | undefined
}

export const SILENT_AT_MOST = 60_000

/** A server that cannot be used as it is: what is wrong, and what to do about it. English, no secret. */
export class ServerFault extends Error {
  override name = "ServerFault"
  readonly fault: string
  readonly cure: string

  constructor(fault: string, cure: string) {
    super(`${fault}: ${cure}`)
    this.fault = fault
    this.cure = cure
  }
}

/** TLS must begin before anything secret is said: always, but on loopback when nobody asked for it. */
export function mustStartTls({ security, host }: MailServer): boolean {
  return security === "starttls" || (security === "none" && !isLoopback(host))
}

/** Options of node:tls. On loopback nothing can listen in between: a certificate proves nothing there. */
export function tlsOf(server: ServerToReach): { ca?: string; rejectUnauthorized?: boolean } {
  if (server.ca) return { ca: server.ca }
  const isProved = server.security === "tls" || !isLoopback(server.host)
  return isProved ? {} : { rejectUnauthorized: false }
}

/** « mail.example.org:993 » */
export function placeOf({ host, port }: MailServer): string {
  return `${host}:${port}`
}

/** The server refuses who logs in. */
export function loginRefused(server: MailServer, protocol: "IMAP" | "SMTP"): ServerFault {
  const { login } = server
  const secret = login && "oauth" in login ? "access token" : "password"
  return new ServerFault(
    `${placeOf(server)} refuses to let ${login?.user ?? "us"} in`,
    `check the user and the ${secret}, and that ${protocol} is allowed for this account`,
  )
}

/** The sentence without the secrets, whoever wrote them into an error. */
export function withoutSecrets(text: string, { login }: MailServer): string {
  return secretsIn(login)
    .flatMap((secret) => [secret, encodeURIComponent(secret), base64(secret)])
    .filter((word) => word !== "")
    .reduce((sentence, word) => sentence.replaceAll(word, "***"), text)
    .replace(/\/\/[^/@\s]*@/g, "//***@")
}

function secretsIn(login: MailServer["login"]): string[] {
  if (!login) return []
  return "oauth" in login ? secretsOf(login.oauth) : [login.password]
}

function base64(text: string): string {
  return Buffer.from(text).toString("base64")
}
