import PostalMime, { type Email } from "postal-mime"
import { SMTPServer, type SMTPServerOptions } from "smtp-server"
import { freePort } from "./dovecot.ts"

export type SunkMail = { raw: Buffer; mail: Email; from: string; recipients: string[] }

/** Where mails end in tests: a server that keeps what it takes, and can be told to misbehave. */
export type SmtpSink = {
  port: number
  mails: SunkMail[]
  /** Connections made so far. */
  connections: number
  /** Refuses these recipients with this code; a code alone refuses every mail once its data came. */
  refusing: { recipient: string; code: number } | { afterData: number } | null
  /** Told when a mail is taken, before its sender is. */
  onTaken: () => void
  /** Takes the data, keeps it, and falls silent before it says so. */
  isHangingUp: boolean
  close(): Promise<void>
}

/** `login`: asked of who connects. TLS is offered, with the library's own test certificate. */
export async function startSmtpSink(
  given: { port?: number; login?: { user: string; secret: string }; offersTls?: boolean } = {},
): Promise<SmtpSink> {
  const { login, offersTls = true } = given
  const options: SMTPServerOptions = {
    authOptional: login === undefined,
    allowInsecureAuth: true,
    authMethods: ["PLAIN", "LOGIN", "XOAUTH2"],
    disabledCommands: offersTls ? [] : ["STARTTLS"],
    disableReverseLookup: true,
    closeTimeout: 200,
    logger: false,
    onConnect(_session, done) {
      sink.connections += 1
      done()
    },
    onAuth(auth, _session, done) {
      const secret = auth.accessToken ?? auth.password
      if (auth.username === login?.user && secret === login?.secret) done(null, { user: login })
      else done(Object.assign(new Error(`Wrong: ${secret}`), { responseCode: 535 }))
    },
    onRcptTo({ address }, _session, done) {
      const { refusing } = sink
      if (!refusing || "afterData" in refusing || refusing.recipient !== address) done()
      else done(refusal(refusing.code))
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on("data", (chunk: Buffer) => chunks.push(chunk))
      stream.on("end", async () => {
        const { refusing } = sink
        if (refusing && "afterData" in refusing) return done(refusal(refusing.afterData))
        const raw = Buffer.concat(chunks)
        const { mailFrom, rcptTo } = session.envelope
        sink.mails.push({
          raw,
          mail: await PostalMime.parse(raw),
          from: mailFrom ? mailFrom.address : "",
          recipients: rcptTo.map(({ address }) => address),
        })
        sink.onTaken()
        if (sink.isHangingUp) for (const { _socket } of server.connections) _socket.destroy()
        else done()
      })
    },
  }
  const server = new SMTPServer(options)
  server.on("error", () => {})
  const port = given.port ?? (await freePort())
  const sink: SmtpSink = {
    port,
    mails: [],
    connections: 0,
    refusing: null,
    onTaken: () => {},
    isHangingUp: false,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve))
  return sink
}

function refusal(code: number): Error {
  return Object.assign(new Error("No, thank you"), { responseCode: code })
}
