import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createTransport } from "nodemailer"
import PostalMime from "postal-mime"
import { expect, onTestFinished, test } from "vitest"
import { type DemoMailbox, openDemoMailbox } from "../adapters/mail/demo/mailbox.ts"
import { sampleMails } from "../adapters/mail/demo/samples.ts"
import { closedAtTheEnd, type MailboxBench, mailboxContract, opened } from "./contracts/mailbox.ts"
import { aReceiver, subjects } from "./contracts/mailbox-receiver.ts"
import { eventually } from "./setup/eventually.ts"

mailboxContract("demo mailbox", async (): Promise<MailboxBench> => {
  const directory = await aDirectory()
  let latest: DemoMailbox | null = null
  return {
    async mailbox() {
      latest = await aDemoMailbox(directory)
      return latest
    },
    async deliver(source) {
      const listening = latest ?? (await aDemoMailbox(directory))
      await submit(listening.port, source).catch(async () => {
        const other = await aDemoMailbox(directory)
        await submit(other.port, source)
        await other.close()
      })
      if (!latest) await listening.close()
    },
    async sent() {
      const mails = await latest?.outbox()
      return (mails ?? []).map((mail) => ({
        raw: mail.raw,
        recipients: [...mail.to, ...mail.cc].map(({ address }) => address),
      }))
    },
  }
})

test("at the first start the sample mails are there, and only once", async () => {
  const directory = await aDirectory()
  const first = await opened({ mailbox: () => aDemoMailbox(directory, { hasSamples: true }) })
  await eventually("the story", () => first.receiver.mails.length >= 15)
  await eventually("the position", () => first.receiver.positions.get("inbox")?.uid === 15)
  await first.mailbox.close()

  const again = await aDemoMailbox(directory, { hasSamples: true })
  again.open(first.receiver)
  await again.write({ from: "a@agents.example", fromName: "A", subject: "Encore", text: "…" })

  await eventually("the letter", () => first.receiver.mails.length >= 16)
  expect(subjects(first.receiver).at(-1)).toBe("Encore")
  expect(first.receiver.mails).toHaveLength(16)
  await again.close()
})

test("the sample mails were written in working hours over the last two working days", async () => {
  const sundayMorning = new Date("2026-03-29T06:00:00Z")

  const samples = await sampleMails(sundayMorning, "assistance@ministere.example")

  const dates = samples.map(({ receivedAt }) => receivedAt.toISOString())
  expect(dates).toEqual([...dates].sort())
  expect(dates[0]).toMatch(/^2026-03-26T07/)
  expect(dates.at(-1)).toMatch(/^2026-03-27T15/)
  for (const { source } of samples) {
    const text = Buffer.from(source).toString()
    expect(text).not.toContain("{{")
    expect(text.slice(0, text.indexOf("\r\n\r\n"))).toMatch(/^\p{ASCII}*$/u)
    expect(text).not.toMatch(/[^\r]\n/)
  }
})

test("the screenshot of a sample is a picture", async () => {
  const samples = await sampleMails(new Date(), "assistance@ministere.example")

  const mails = await Promise.all(samples.map(({ source }) => PostalMime.parse(source)))

  const pictures = mails
    .flatMap((mail) => mail.attachments)
    .filter((a) => a.mimeType === "image/png")
  expect(pictures).toHaveLength(1)
  const bytes = Buffer.from(pictures[0]?.content as ArrayBuffer)
  expect(bytes.subarray(1, 4).toString()).toBe("PNG")
})

test("an agent writes from the console's page, in the thread of what the bot sent", async () => {
  const { mailbox, receiver } = await openedDemo()

  const { messageId } = await mailbox.write({
    from: "elodie@vallonie.example",
    fromName: "Élodie Marchal",
    subject: "Re: Accès",
    text: "Toujours rien, hélas.",
    inReplyTo: "ticket-12@assistance.example",
    references: ["question@agents.example", "ticket-12@assistance.example"],
  })

  const received = await eventually("the letter", () => receiver.mails[0])
  expect(await PostalMime.parse(received.source)).toMatchObject({
    messageId: `<${messageId}>`,
    from: { name: "Élodie Marchal", address: "elodie@vallonie.example" },
    inReplyTo: "<ticket-12@assistance.example>",
    references: "<question@agents.example> <ticket-12@assistance.example>",
  })
})

test("a mail from a null sender is known by its return path", async () => {
  const { mailbox, receiver } = await openedDemo()

  await submit(mailbox.port, Buffer.from("Subject: Absence\r\n\r\nJe suis absent.\r\n"), "")

  const received = await eventually("the mail", () => receiver.mails[0])
  expect(Buffer.from(received.source).toString()).toMatch(/^Return-Path: <>\r\n/)
})

test("the same answer sent twice is read once by the agent", async () => {
  const { mailbox } = await openedDemo()
  const mail = { ...answer(), text: "Bonjour" }

  await mailbox.send(mail)
  await mailbox.send(mail)

  expect(await mailbox.outbox()).toMatchObject([{ subject: "Re: Accès", text: "Bonjour\n" }])
})

function answer() {
  const from = { name: "Nadia", address: "assistance@ministere.example" }
  const to = [{ name: "", address: "elodie@vallonie.example" }]
  const thread = { inReplyTo: null, references: [], replyTo: null, cc: [], attachments: [] }
  const words = { subject: "Re: Accès", text: "", html: "", isAutomatic: false }
  const date = new Date("2026-11-24T09:00:00Z")
  return { messageId: "ticket-12@assistance.example", date, from, to, ...thread, ...words }
}

async function openedDemo() {
  const mailbox = await aDemoMailbox(await aDirectory())
  const receiver = aReceiver()
  mailbox.open(receiver)
  closedAtTheEnd(mailbox)
  return { mailbox, receiver }
}

function aDemoMailbox(directory: string, { hasSamples = false } = {}): Promise<DemoMailbox> {
  return openDemoMailbox({
    name: "mentor",
    address: "assistance@ministere.example",
    directory,
    port: 0,
    hasSamples,
    firstRetry: 10,
    longestRetry: 20,
  })
}

async function aDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "demo-mailbox-"))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  return directory
}

async function submit(port: number, raw: Uint8Array, from = "agent@vallonie.example") {
  const transport = createTransport({ host: "127.0.0.1", port, ignoreTLS: true })
  const envelope = { from, to: "assistance@ministere.example" }
  await transport.sendMail({ envelope, raw: Buffer.from(raw) })
}
