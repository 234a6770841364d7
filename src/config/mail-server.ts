import * as z from "zod"
import { refuse } from "./parse.ts"

/** "tls" from the first byte, "starttls" required before the login, "none" on loopback only. */
export type Security = "tls" | "starttls" | "none"
export type MailServer = { host: string; port: number; security: Security; login: Login | null }
export type Login = { user: string; password: string } | { user: string; oauth: OAuth }
export type OAuth = {
  tokenUrl: string
  clientId: string
  clientSecret: string
  scope: string | null
}
/** As the URL says it; a mailbox adds its OAuth. */
export type ServerUrl = Omit<MailServer, "login"> & { user: string | null; password: string | null }

type Scheme = { security: Security; port: number }

const IMAP: Record<string, Scheme> = {
  "imaps:": { security: "tls", port: 993 },
  "imap+starttls:": { security: "starttls", port: 143 },
  "imap:": { security: "none", port: 143 },
}
const SMTP: Record<string, Scheme> = {
  "smtps:": { security: "tls", port: 465 },
  "smtp+starttls:": { security: "starttls", port: 587 },
  "smtp:": { security: "none", port: 25 },
}
const ENCODE =
  'percent-encode what is special in the user and the password ("@" is %40, ":" %3A, "/" %2F, "#" %23, "%" %25)'

export function imapUrl() {
  return serverUrl(IMAP, "imaps://user:password@imap.example:993")
}

export function smtpUrl() {
  return serverUrl(SMTP, "smtps://user:password@smtp.example:465")
}

export function tokenUrl() {
  return z.string().transform((text, context) => {
    const url = URL.parse(text)
    if (url?.protocol === "https:" || (url && isLoopback(url.hostname))) return text
    return refuse(context, "is not an https URL", "Write it as https://login.example/token.")
  })
}

function serverUrl(schemes: Record<string, Scheme>, example: string) {
  return z.string().transform((text, context): ServerUrl => {
    const url = URL.parse(text)
    const cure = `Write it as ${example}; ${ENCODE}.`
    if (!url?.hostname) return refuse(context, "is not the URL of a server", cure)
    const scheme = schemes[url.protocol]
    const names = Object.keys(schemes).map((name) => `${name}//`)
    if (!scheme) return refuse(context, `does not begin by ${names.join(", ")}`, cure)
    if (url.pathname.length > 1 || url.search || url.hash) {
      return refuse(context, "has something after the host and the port", cure)
    }
    const host = url.hostname.replace(/^\[|\]$/g, "")
    if (scheme.security === "none" && !isLoopback(host)) {
      const [tls, starttls] = names
      return refuse(
        context,
        "would send the password and the mails in clear",
        `Begin it by ${tls}, or by ${starttls} when the server only has STARTTLS.`,
      )
    }
    const user = decode(url.username)
    const password = decode(url.password)
    if (user === null || password === null)
      return refuse(context, "has a lone % in its user or password", cure)
    const port = url.port ? Number(url.port) : scheme.port
    return { host, port, security: scheme.security, user: user || null, password: password || null }
  })
}

/** The server, and who logs in; nobody where there is no user, or no proof. */
export function serverOf(url: ServerUrl, oauth: OAuth | null): MailServer {
  const { user, password, ...place } = url
  if (user && oauth) return { ...place, login: { user, oauth } }
  return { ...place, login: user && password ? { user, password } : null }
}

export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host)
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
