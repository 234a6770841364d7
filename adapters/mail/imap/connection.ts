import { ImapFlow } from "imapflow"
import { placeOf, type ServerSettings, serverOf, tlsOf, withoutSecrets } from "../server.ts"

const CONNECT_WITHIN = 15_000
const SILENT_AT_MOST = 60_000
const LEAVE_WITHIN = 2_000

/** A client that is logged in. It serves once: after a fault, another one is made. */
export async function connectImap(settings: ServerSettings): Promise<ImapFlow> {
  const server = serverOf(settings)
  const token = await settings.accessToken?.()
  const client = new ImapFlow({
    host: server.host,
    port: server.port,
    secure: server.isSecure,
    ...(!server.isSecure && !server.isLoopback && { doSTARTTLS: true }),
    tls: tlsOf(settings),
    auth: { user: server.user, ...(token ? { accessToken: token } : { pass: server.password }) },
    logger: false,
    // We say ourselves when to wait for news: by itself it begins 15 seconds late.
    disableAutoIdle: true,
    connectionTimeout: CONNECT_WITHIN,
    greetingTimeout: CONNECT_WITHIN,
    socketTimeout: SILENT_AT_MOST,
  })
  // Without a listener it would end the process; what runs at that moment rejects, and `close` follows.
  client.on("error", () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    client.close()
    const reason = withoutSecrets(reasonOf(error, settings), settings)
    throw new Error(token ? reason.replaceAll(token, "***") : reason)
  }
}

export async function leave(client: ImapFlow): Promise<void> {
  const goodbye = client.logout().catch(() => {})
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LEAVE_WITHIN)
  })
  await Promise.race([goodbye, late])
  clearTimeout(timer)
  client.close()
}

type ImapError = Error & {
  code?: string
  authenticationFailed?: boolean
  responseText?: string
  response?: unknown
  tlsFailed?: boolean
}

function reasonOf(error: unknown, settings: ServerSettings): string {
  const server = serverOf(settings)
  const place = placeOf(server)
  if (!(error instanceof Error)) return `${place}: ${String(error)}`
  const { code, message, authenticationFailed, responseText, tlsFailed }: ImapError = error
  if (authenticationFailed) {
    const secret = settings.accessToken ? "access token" : "password"
    return `${place} refuses to let ${server.user} in: check the user and the ${secret}, and that IMAP is allowed for this account`
  }
  if (tlsFailed && !server.isSecure && /starttls/i.test(message)) {
    return `${place} offers no STARTTLS, and a password never travels in clear: write imaps:// (port 993) or ask for TLS on this server`
  }
  if (/certificate|self.signed|altnames/i.test(`${code} ${message}`)) {
    return `${place} shows a certificate that is not trusted (${message}): give its authority, or the name that it is made for`
  }
  return `${place}: ${[code, responseText ?? message].filter(Boolean).join(" ")}`
}
