import { SMTPServer, type SMTPServerDataStream } from "smtp-server"

const LOOPBACK = "127.0.0.1"
const MAX_RECEIVED = 60 * 1024 * 1024

/** Takes mail from this machine only, as the server of a mailbox would: « 250 » once it is kept. */
export async function listen(
  port: number,
  receive: (source: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    size: MAX_RECEIVED,
    closeTimeout: 1_000,
    onData(stream, session, done) {
      const from = session.envelope.mailFrom
      const returnPath = `Return-Path: <${from ? from.address : ""}>\r\n`
      receive(whole(returnPath, stream)).then(
        () => done(),
        (error) => {
          stream.resume()
          done(error)
        },
      )
    },
  })
  // A client that hangs up in the middle is its own trouble: nothing was promised to it.
  server.on("error", () => {})
  const listening = server.listen(port, LOOPBACK)
  await new Promise<void>((resolve, reject) => {
    listening.once("listening", resolve)
    listening.once("error", reject)
  })
  const address = listening.address()
  if (address === null || typeof address === "string")
    throw new Error("The demo mailbox has no port")
  return {
    port: address.port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** RFC 5321, 4.4: who delivers writes down the return path; a null one is how machines are known. */
async function* whole(
  returnPath: string,
  stream: SMTPServerDataStream,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(returnPath)
  yield* stream
  if (stream.sizeExceeded) {
    throw Object.assign(new Error("This mail is too large"), { responseCode: 552 })
  }
}
