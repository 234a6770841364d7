import { expect, test } from "vitest"
import { openLog } from "../adapters/log.ts"

function aLog(isTTY = false) {
  const lines: string[] = []
  const log = openLog("info", { isTTY, write: (line) => lines.push(line) })
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? "{}") }
}

test("an event is one line of JSON, with its time, level and fields", () => {
  const { log, lines, last } = aLog()

  log.info({ mailbox: "mentor", uid: 12n }, "mail\narrived")
  log.debug("not at this level")

  expect(lines).toHaveLength(1)
  expect(lines[0]?.trimEnd()).not.toContain("\n")
  expect(last()).toMatchObject({
    level: "info",
    msg: "mail\narrived",
    mailbox: "mentor",
    uid: "12",
  })
  expect(last().time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
})

test("no secret reaches the log, at any depth, in a URL or in an error", () => {
  const { log, lines } = aLog()
  const cause = new Error("cannot reach imaps://aide:hush@imap.example")

  log.warn({
    password: "hush",
    imap: { host: "imap.example", auth: { user: "aide", pass: "hush" } },
    servers: [{ login: { accessToken: "hush" } }],
    headers: { Authorization: "Bearer hush" },
    url: "postgresql://telemaque:hush@db.example/telemaque",
  })
  log.error(
    { error: new Error("login failed", { cause }) },
    "smtps://aide:hush@smtp.example is down",
  )
  log.error(new Error("at imaps://aide:hush@imap.example"))

  expect(lines).toHaveLength(3)
  expect(lines.join("")).not.toContain("hush")
  expect(lines[1]).toContain("login failed")
  expect(lines[1]).toContain("imap.example")
})

test("nothing of what people wrote reaches the log", () => {
  const { log, lines, last } = aLog()
  const error = Object.assign(new Error("duplicate key"), {
    code: "23505",
    detail: "Key (address)=(claire@ministere.example) already exists.",
  })

  log.info({ mail: { text: "Bonjour, je m'appelle Claire", source: Buffer.from("Claire") } })
  expect(last().mail).toEqual({ text: "[28 characters]", source: "[6 bytes]" })

  log.error({ error: error })
  expect(last().error).toMatchObject({ type: "Error", message: "duplicate key", code: "23505" })
  expect(lines.join("")).not.toMatch(/claire/i)
})

test("in a terminal, an event is one readable line", () => {
  const { log, lines } = aLog(true)

  log.error({ mailbox: "mentor", error: new Error("no\nanswer") }, "the mailbox is down")

  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(
    /^\d\d:\d\d:\d\d error the mailbox is down mailbox=mentor \("no\\nanswer" at .*log\.test\.ts.*\)\n$/,
  )
})
