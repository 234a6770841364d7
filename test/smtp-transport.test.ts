import { expect, onTestFinished, test } from "vitest"
import { accessToken } from "../adapters/mail/oauth.ts"
import { checkSmtp } from "../adapters/mail/smtp/check.ts"
import { composeMail } from "../adapters/mail/smtp/compose.ts"
import { openSmtp } from "../adapters/mail/smtp/transport.ts"
import type { Login, MailServer } from "../src/config/mail-server.ts"
import { SendRefused, SendUnsure } from "../src/errors.ts"
import { anAnswer } from "./contracts/mailbox.ts"
import { startSmtpSink } from "./setup/smtp-sink.ts"
import { startTokenServer } from "./setup/token-server.ts"

const SECRETS = { user: "assistance@ministere.example", secret: "secret-de-la-boite" }
const LOGIN = { user: SECRETS.user, password: SECRETS.secret }
const TO = "elodie@vallonie.example"
const CC = "chef@vallonie.example"

test("an answer goes from its own address to those it names, and to nobody else", async () => {
  const { sink, send } = await given()

  await send()

  expect(sink.mails).toMatchObject([{ from: "assistance@ministere.example", recipients: [TO, CC] }])
})

test("an automatic mail keeps a sender, so that it is not taken for forged", async () => {
  const { sink, send } = await given()

  await send({ isAutomatic: true })

  expect(sink.mails[0]?.from).toBe("assistance@ministere.example")
})

test.each([
  { code: 550, isPermanent: true },
  { code: 450, isPermanent: false },
])("a recipient refused with $code: permanent is $isPermanent", async ({ code, isPermanent }) => {
  const { sink, send } = await given()
  sink.refusing = { recipient: TO, code }

  const error = await failure(send({ cc: [] }))

  expect(error).toBeInstanceOf(SendRefused)
  expect(error).toMatchObject({ isPermanent, message: expect.stringContaining("No, thank you") })
})

test.each([
  { code: 554, isPermanent: true },
  { code: 452, isPermanent: false },
])("a mail refused after its data with $code: permanent is $isPermanent", async (refusal) => {
  const { sink, send } = await given()
  sink.refusing = { afterData: refusal.code }

  const error = await failure(send())

  expect(error).toBeInstanceOf(SendRefused)
  expect(error).toMatchObject({ isPermanent: refusal.isPermanent })
  expect(sink.mails).toEqual([])
})

test("a mail refused for one of its recipients has left, and is not tried again", async () => {
  const { sink, send } = await given()
  sink.refusing = { recipient: CC, code: 450 }

  const refused = await failure(send())

  expect(refused).toMatchObject({
    ...{ isPermanent: true, hasLeft: true },
    message: `Sent to ${TO}, but refused for ${CC}`,
  })
  expect(sink.mails).toMatchObject([{ recipients: [TO] }])
})

test("a server that hangs up after the data leaves a doubt, and nothing is sent twice", async () => {
  const { sink, send } = await given()
  sink.isHangingUp = true

  const error = await failure(send())

  expect(error).toBeInstanceOf(SendUnsure)
  expect(sink.mails).toHaveLength(1)
})

test("a server that is away is a fault of the moment", async () => {
  const { sink, send } = await given()
  await sink.close()

  const error = await failure(send())

  expect(error).not.toBeInstanceOf(SendRefused)
  expect(error).not.toBeInstanceOf(SendUnsure)
  expect(error.message).toMatch(/^127\.0\.0\.1:\d+ cannot be used/)
})

test("a wrong password is no fault of the mail, and is never shown", async () => {
  const { send } = await given({ user: LOGIN.user, password: "pas-le-bon" })

  const error = await failure(send())

  expect(error).not.toBeInstanceOf(SendRefused)
  expect(error.message).toContain("check the user and the password")
  expect(error.message).not.toContain("pas-le-bon")
})

test("a password or an access token opens the way", async () => {
  const tokens = await startTokenServer(SECRETS.secret, LOGIN.user)
  onTestFinished(() => tokens.close())
  const byPassword = await given(LOGIN)
  const byToken = await given({ user: LOGIN.user, oauth: tokens.oauth })

  await byPassword.send()
  await byToken.send()

  expect(byPassword.sink.mails).toHaveLength(1)
  expect(byToken.sink.mails).toHaveLength(1)
})

test("a token server that refuses us is said, without our secret", async () => {
  const tokens = await startTokenServer(SECRETS.secret, LOGIN.user)
  onTestFinished(() => tokens.close())
  const oauth = { ...tokens.oauth, clientSecret: "pas-le-bon" }

  const asking = accessToken(oauth)

  const error = await failure(asking)
  expect(error.message).toContain("check OAUTH_CLIENT_ID and OAUTH_CLIENT_SECRET")
  expect(error.message).not.toContain("pas-le-bon")
})

test("the two ways of a mailbox share one token", async () => {
  const tokens = await startTokenServer(SECRETS.secret, LOGIN.user)
  onTestFinished(() => tokens.close())

  const asked = [await accessToken(tokens.oauth), await accessToken(tokens.oauth)]

  expect(asked).toEqual([SECRETS.secret, SECRETS.secret])
  expect(tokens.given).toBe(1)
})

test.each(["starttls", "none"] as const)(
  "nothing travels in clear to another machine (%s)",
  async (security) => {
    const sink = await aSink({ offersTls: false })

    const [login] = await checkSmtp({ ...elsewhere(sink.port), security }, TO)

    expect(login).toMatchObject({ ok: false, detail: expect.stringContaining("in private") })
    expect(login?.cure).toContain("smtps://")
  },
)

test("a certificate that nobody vouches for is refused", async () => {
  const sink = await aSink()

  const [login] = await checkSmtp(elsewhere(sink.port), TO)

  expect(login).toMatchObject({ ok: false, detail: expect.stringMatching(/certificate/i) })
})

test.each([
  { from: "assistance@ministere.example", ok: true },
  { from: "assistance@autre.example", ok: false },
])("the doctor compares $from with the login", async ({ from, ok }) => {
  const sink = await aSink({ login: SECRETS })

  const checks = await checkSmtp({ ...here(sink.port), login: LOGIN }, from)

  expect(checks).toMatchObject([
    { name: "SMTP login", ok: true, cure: null },
    { name: "From alignment", ok },
  ])
})

function here(port: number): MailServer {
  return { host: "127.0.0.1", port, security: "none", login: null }
}

/** Another writing of 127.0.0.1, which is not known for loopback. */
function elsewhere(port: number): MailServer {
  return { host: "2130706433", port, security: "starttls", login: LOGIN }
}

async function given(login: Login | null = null) {
  const sink = await aSink(login ? { login: SECRETS } : {})
  const smtp = openSmtp({ ...here(sink.port), login })
  onTestFinished(() => smtp.close())
  const send = async (changes: Partial<ReturnType<typeof anAnswer>> = {}) => {
    const mail = { ...anAnswer(), ...changes }
    return smtp.send(mail, await composeMail(mail))
  }
  return { sink, send }
}

async function aSink(options: Parameters<typeof startSmtpSink>[0] = {}) {
  const sink = await startSmtpSink(options)
  onTestFinished(() => sink.close())
  return sink
}

async function failure(sending: Promise<unknown>): Promise<Error> {
  return sending.then(
    () => Promise.reject(new Error("It was sent")),
    (error) => error,
  )
}
