import { createTransport, type Transporter } from "nodemailer"
import { SendRefused } from "../../../src/errors.ts"
import type { OutgoingMail } from "../../../src/mail/outgoing.ts"
import {
  placeOf,
  ServerFault,
  type ServerSettings,
  SILENT_AT_MOST,
  serverOf,
  tlsOf,
  withoutSecrets,
} from "../server.ts"
import { envelopeOf } from "./compose.ts"

const CONNECT_WITHIN = 15_000
// Servers close idle connections without a word, often after a minute or less.
const IDLE_AT_MOST = 20_000

export type Smtp = {
  /**
   * Throws `SendRefused`, or any error when trying again may do. When the server took it for some and
   * not for others, it has left: the refusal is given back.
   */
  send(mail: OutgoingMail, raw: Buffer): Promise<SendRefused | null>
  /** Connects and logs in, or throws why not. */
  verify(): Promise<void>
  close(): void
}

export function openSmtp(settings: ServerSettings): Smtp {
  const server = serverOf(settings)
  const { accessToken } = settings
  const transport = createTransport({
    pool: true,
    host: server.host,
    port: server.port,
    secure: server.isSecure,
    requireTLS: !server.isSecure && !server.isLoopback,
    tls: tlsOf(settings),
    ...(accessToken
      ? { auth: { type: "OAuth2", user: server.user } }
      : server.user !== "" && { auth: { user: server.user, pass: server.password } }),
    connectionTimeout: CONNECT_WITHIN,
    greetingTimeout: CONNECT_WITHIN,
    socketTimeout: settings.silentAtMost ?? SILENT_AT_MOST,
    idleTimeout: IDLE_AT_MOST,
    // A connection that fell may have fallen after the mail was taken: who asked decides what then.
    maxRequeues: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
    allowInternalNetworkInterfaces: true,
  })
  if (accessToken) provide(transport, accessToken)

  function explained(error: unknown): Error {
    return explain(error, settings)
  }

  return {
    async send(mail, raw) {
      const envelope = envelopeOf(mail)
      const info = await transport.sendMail({ envelope, raw }).catch((error) => {
        throw explained(error)
      })
      return info.rejected.length > 0 ? refusedInPart(info) : null
    },
    async verify() {
      await transport.verify().catch((error) => {
        throw explained(error)
      })
    },
    close: () => transport.close(),
  }
}

function provide(transport: Pick<Transporter, "set">, accessToken: () => Promise<string>): void {
  type Done = (error: Error | null, token?: string) => void
  transport.set("oauth2_provision_cb", (_user: string, _renew: boolean, done: Done) => {
    accessToken().then((token) => done(null, token), done)
  })
}

// Trying again would send it twice to those who have it.
function refusedInPart(info: { accepted: string[]; rejected: string[] }): SendRefused {
  return new SendRefused(
    `Sent to ${info.accepted.join(", ")}, but refused for ${info.rejected.join(", ")}`,
    true,
  )
}

type SmtpError = Error & {
  code?: string
  response?: string
  responseCode?: number
  command?: string
}

function explain(error: unknown, settings: ServerSettings): Error {
  const server = serverOf(settings)
  const place = placeOf(server)
  if (!(error instanceof Error)) return new Error(`${place}: ${String(error)}`)
  const { code, message, response, responseCode }: SmtpError = error
  if (code === "EAUTH" || code === "EOAUTH2" || code === "ENOAUTH") {
    const secret = settings.accessToken ? "access token" : "password"
    return new ServerFault(
      `${place} refuses to let ${server.user || "us"} in`,
      `check the user and the ${secret}, and that SMTP is allowed for this account`,
    )
  }
  const said = withoutSecrets(response ?? message, settings)
  if (code === "ETLS") {
    return new ServerFault(
      `${place} cannot be spoken to in private (${said}), and a password never travels in clear`,
      "write smtps:// (port 465), turn TLS on on this server, or give the authority of its certificate",
    )
  }
  // What is said of the connection itself (421, « too many connections ») is not said of the mail.
  const isOfTheMail = ["EENVELOPE", "EMESSAGE"].includes(code ?? "")
  if (responseCode === undefined && !isOfTheMail) {
    return new ServerFault(
      `${place} cannot be used (${said})`,
      "check its address, and that this machine may reach it",
    )
  }
  return new SendRefused(`${place}: ${said}`, isOfTheMail && (responseCode ?? 550) >= 500)
}
