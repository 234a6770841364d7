import type { Readable } from "node:stream"
import { createTransport, type Transporter } from "nodemailer"
import type { Login, OAuth } from "../../../src/config/mail-server.ts"
import { SendRefused, SendUnsure } from "../../../src/errors.ts"
import type { OutgoingMail } from "../../../src/mail/outgoing.ts"
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
import { envelopeOf } from "./compose.ts"

const CONNECT_WITHIN = 15_000
// Servers close idle connections without a word, often after a minute or less.
const IDLE_AT_MOST = 20_000

export type Smtp = {
  /**
   * Throws `SendRefused`, also when the server took it for some and not for others; `SendUnsure`; or any
   * error when trying again may do.
   */
  send(mail: OutgoingMail, raw: Buffer): Promise<void>
  /** Connects and logs in, or throws why not. */
  verify(): Promise<void>
  close(): void
}

export function openSmtp(server: ServerToReach): Smtp {
  const { login } = server
  const transport = createTransport({
    pool: true,
    host: server.host,
    port: server.port,
    secure: server.security === "tls",
    requireTLS: mustStartTls(server),
    tls: tlsOf(server),
    ...(login && { auth: authOf(login) }),
    connectionTimeout: CONNECT_WITHIN,
    greetingTimeout: CONNECT_WITHIN,
    socketTimeout: server.silentAtMost ?? SILENT_AT_MOST,
    idleTimeout: IDLE_AT_MOST,
    // A connection that fell may have fallen after the mail was taken: who asked decides what then.
    maxRequeues: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
    allowInternalNetworkInterfaces: true,
  })
  if (login && "oauth" in login) provide(transport, login.oauth)
  /** The bytes of each mail, on their way once the server asked for them. */
  const streams = new WeakMap<object, Readable>()
  transport.use("stream", ({ data, message }, done) => {
    const create = message.createReadStream.bind(message)
    message.createReadStream = (options) => {
      const stream = create(options)
      if (Buffer.isBuffer(data.raw)) streams.set(data.raw, stream)
      return stream
    }
    done()
  })

  function explained(error: unknown): Error {
    return explain(error, server)
  }

  return {
    async send(mail, raw) {
      const envelope = envelopeOf(mail)
      const info = await transport.sendMail({ envelope, raw }).catch((error) => {
        const reason = explained(error)
        const isUnsure = streams.get(raw)?.readableDidRead && !(reason instanceof SendRefused)
        throw isUnsure ? new SendUnsure(reason.message) : reason
      })
      if (info.rejected.length > 0) throw refusedInPart(info)
    },
    async verify() {
      await transport.verify().catch((error) => {
        throw explained(error)
      })
    },
    close: () => transport.close(),
  }
}

function authOf(login: Login) {
  return "oauth" in login
    ? { type: "OAuth2" as const, user: login.user }
    : { user: login.user, pass: login.password }
}

function provide(transport: Pick<Transporter, "set">, oauth: OAuth): void {
  type Done = (error: Error | null, token?: string) => void
  transport.set("oauth2_provision_cb", (_user: string, _renew: boolean, done: Done) => {
    accessToken(oauth).then((token) => done(null, token), done)
  })
}

// Trying again would send it twice to those who have it.
function refusedInPart(info: { accepted: string[]; rejected: string[] }): SendRefused {
  return new SendRefused(
    `Sent to ${info.accepted.join(", ")}, but refused for ${info.rejected.join(", ")}`,
    true,
    true,
  )
}

type SmtpError = Error & {
  code?: string
  response?: string
  responseCode?: number
  command?: string
}

function explain(error: unknown, server: ServerToReach): Error {
  const place = placeOf(server)
  if (!(error instanceof Error)) return new Error(`${place}: ${String(error)}`)
  const { code, message, response, responseCode }: SmtpError = error
  if (code === "EAUTH" || code === "EOAUTH2" || code === "ENOAUTH") {
    return loginRefused(server, "SMTP")
  }
  const said = withoutSecrets(response ?? message, server)
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
