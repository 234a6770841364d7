/** How to reach a mail server. What the address holds, `user` and the others replace. */
export type ServerSettings = {
  /** imaps:// or smtps:// (TLS from the start), imap:// or smtp:// (STARTTLS, required off loopback). */
  url: string
  user?: string | undefined
  password?: string | undefined
  /** XOAUTH2: asked at each connection, so that it may be renewed. Goes before the password. */
  accessToken?: (() => Promise<string>) | undefined
  /** Authorities to trust besides those of the system, in PEM. */
  ca?: string | undefined
  /** Milliseconds without a word after which a connection is given up. One minute by default. */
  silentAtMost?: number | undefined
}

export type Server = {
  host: string
  port: number
  isSecure: boolean
  isLoopback: boolean
  user: string
  password: string
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

const PORTS: Record<string, number> = {
  "imaps:": 993,
  "imap:": 143,
  "smtps:": 465,
  "smtp:": 587,
}

export function serverOf(settings: ServerSettings): Server {
  const url = URL.parse(settings.url)
  const port = PORTS[url?.protocol ?? ""]
  if (!url || !port || !url.hostname) {
    throw new ServerFault(
      "This is not the address of a mail server",
      "write imaps://mail.example.org or smtp://mail.example.org:587",
    )
  }
  const host = url.hostname.replace(/^\[|\]$/g, "")
  return {
    host,
    port: Number(url.port) || port,
    isSecure: url.protocol.endsWith("s:"),
    isLoopback: /^(localhost\.?|127\.\d+\.\d+\.\d+|::1)$/i.test(host),
    user: settings.user ?? decodeURIComponent(url.username),
    password: settings.password ?? decodeURIComponent(url.password),
  }
}

/** Options of node:tls. On loopback nothing can listen in between: a certificate proves nothing there. */
export function tlsOf(settings: ServerSettings): { ca?: string; rejectUnauthorized?: boolean } {
  const { isSecure, isLoopback } = serverOf(settings)
  if (settings.ca) return { ca: settings.ca }
  return isLoopback && !isSecure ? { rejectUnauthorized: false } : {}
}

/** « mail.example.org:993 » */
export function placeOf({ host, port }: Server): string {
  return `${host}:${port}`
}

/** The sentence without the password, whoever wrote it into an error. */
export function withoutSecrets(text: string, settings: ServerSettings): string {
  const { password } = serverOf(settings)
  const words = [password, encodeURIComponent(password), base64(password)]
  return words
    .filter((word) => word !== "")
    .reduce((sentence, word) => sentence.replaceAll(word, "***"), text)
    .replace(/\/\/[^/@\s]*@/g, "//***@")
}

function base64(text: string): string {
  return Buffer.from(text).toString("base64")
}
