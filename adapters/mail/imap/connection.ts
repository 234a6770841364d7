import { ImapFlow } from "imapflow"
import type { Login } from "../../../src/config/mail-server.ts"
import { accessToken } from "../oauth.ts"
import {
  loginRefused,
  mustStartTls,
  placeOf,
  ServerFault,
  type ServerToReach,
  SILENT_AT_MOST,
  tlsOf,
  withoutSecrets,
} from "../server.ts"

const CONNECT_WITHIN = 15_000
const LEAVE_WITHIN = 2_000

/** A client that is logged in. It serves once: after a fault, another one is made. */
export async function connectImap(server: ServerToReach): Promise<ImapFlow> {
  const auth = server.login && (await authOf(server.login))
  const client = new ImapFlow({
    host: server.host,
    port: server.port,
    secure: server.security === "tls",
    ...(mustStartTls(server) && { doSTARTTLS: true }),
    tls: tlsOf(server),
    ...(auth && { auth }),
    logger: false,
    // We say ourselves when to wait for news: by itself it begins 15 seconds late.
    disableAutoIdle: true,
    connectionTimeout: CONNECT_WITHIN,
    greetingTimeout: CONNECT_WITHIN,
    socketTimeout: server.silentAtMost ?? SILENT_AT_MOST,
  })
  // Without a listener it would end the process; what runs at that moment rejects, and `close` follows.
  client.on("error", () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    client.close()
    throw faultOf(error, server)
  }
}

async function authOf(login: Login) {
  if ("oauth" in login) return { user: login.user, accessToken: await accessToken(login.oauth) }
  return { user: login.user, pass: login.password }
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

function faultOf(error: unknown, server: ServerToReach): ServerFault {
  const place = placeOf(server)
  const { code, message, authenticationFailed, responseText, tlsFailed } = toError(error)
  if (authenticationFailed) return loginRefused(server, "IMAP")
  if (tlsFailed && server.security !== "tls" && /starttls/i.test(message)) {
    return new ServerFault(
      `${place} offers no STARTTLS, and a password never travels in clear`,
      "write imaps:// (port 993), or turn TLS on on this server",
    )
  }
  if (/certificate|self.signed|altnames/i.test(`${code} ${message}`)) {
    return new ServerFault(
      `${place} shows a certificate that is not trusted (${message})`,
      "give its authority, or the name that it was made for",
    )
  }
  const said = withoutSecrets(responseText ?? message, server)
  return new ServerFault(
    `${place} cannot be used (${[code, said].filter(Boolean).join(" ")})`,
    "check its address, and that this machine may reach it",
  )
}

function toError(error: unknown): ImapError {
  return error instanceof Error ? error : new Error(String(error))
}
