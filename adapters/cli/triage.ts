import { createInterface } from "node:readline"
import type { Readable, Writable } from "node:stream"
import { z } from "zod"
import { PUBLIC_SERVICE_DOMAINS } from "../../src/config/domains.ts"
import { DEMO_DOMAINS, DEMO_WEBMAILS } from "../../src/demo.ts"
import { knownReason } from "../../src/mail/automatic.ts"
import type { IncomingMail } from "../../src/mail/incoming.ts"
import { understand } from "../../src/mail/understand.ts"
import { domainVerdict } from "../../src/people/domain.ts"
import { domainOf } from "../../src/people/requester.ts"
import type { MailToSort } from "../../src/triage/reading.ts"
import { readLexicon } from "../prompts/lexicon.ts"
import { openSorter } from "../prompts/sorter.ts"
import type { Report } from "../prompts/yaml-file.ts"

const TEXT = z
  .string()
  .nullish()
  .transform((text) => text ?? "")
const LINE = z.object({
  id: z.union([z.string(), z.number()]),
  de: TEXT,
  objet: TEXT,
  corps: TEXT,
  date: z.coerce.date().optional().catch(undefined),
})

const PUBLIC_DOMAINS = [...PUBLIC_SERVICE_DOMAINS, ...DEMO_DOMAINS]
const SENDER = /^\s*(?:"?([^"<]*?)"?\s*)<([^<>]*)>\s*$/

/** Says how it sorts each mail told on `input`, one JSON line each, in the same order. */
export async function triageLines(
  input: Readable,
  output: Writable,
  report: Report,
): Promise<void> {
  const sort = openSorter(readLexicon(undefined, report), report)
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === "") continue
    const answer = answerTo(line, (mail) => {
      const { category, priority, missing, confidence, because } = sort(mail)
      return { category, priority, missing, confidence, because }
    })
    if (!output.write(`${JSON.stringify(answer)}\n`))
      await new Promise((resolve) => output.once("drain", resolve))
  }
}

/** As a mail of these few words is read: what was quoted or passed on is told apart. */
export function mailOf({
  de,
  objet,
  corps,
  date,
}: {
  de: string
  objet: string
  corps: string
  date?: Date | undefined
}): MailToSort {
  const [, name = "", address = de.trim()] = SENDER.exec(de) ?? []
  const text = corps.replace(/\r\n?/g, "\n").replaceAll("\0", "")
  const from = { name: name.trim(), address: address.trim() }
  const mail: IncomingMail = { ...BARE, from, subject: objet, text }
  const { reply, forwarded } = understand(mail)
  return {
    ...{ from, subject: objet, written: reply.written, signature: reply.signature },
    verdict: DEMO_WEBMAILS.includes(domainOf(address))
      ? "personal webmail"
      : domainVerdict(address, PUBLIC_DOMAINS),
    older: forwarded?.text || reply.quoted,
    olderFrom: forwarded?.from ?? null,
    isMachine: knownReason(mail) !== null,
    sentAt: date ?? null,
  }
}

const BARE: IncomingMail = {
  ...{ messageId: null, inReplyTo: [], references: [], from: null, sender: null, replyTo: [] },
  ...{ to: [], cc: [], subject: "", date: null, headers: new Map(), contentType: "text/plain" },
  ...{ partTypes: ["text/plain"], text: "", html: null, attachments: [] },
}

function answerTo(line: string, triage: (mail: MailToSort) => object): object {
  const value = parsedJson(line)
  const told = LINE.safeParse(value)
  const id = value !== null && typeof value === "object" && "id" in value ? value.id : null
  if (!told.success) return { id, error: 'not a line {"id", "de", "objet", "corps"}' }
  return { id, ...triage(mailOf(told.data)) }
}

function parsedJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
