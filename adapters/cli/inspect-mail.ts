import { readFile } from "node:fs/promises"
import { createInterface } from "node:readline"
import type { Readable, Writable } from "node:stream"
import { z } from "zod"
import type { MailReader, ReadMail, Unreadable } from "../../src/mail/incoming.ts"
import { openMailReader } from "../mail/mime/reader.ts"

const Question = z.object({ id: z.union([z.string(), z.number()]), file: z.string() })

const READ_AHEAD = 8

/** Says what it understands of each mail named on `input`, one JSON line each, in the same order. */
export async function inspectMail(input: Readable, output: Writable): Promise<void> {
  const reader = openMailReader()
  const answers: Promise<void>[] = []
  let printed = Promise.resolve()
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === "") continue
    const answer = answerTo(line, reader)
    printed = printed.then(async () => void output.write(`${JSON.stringify(await answer)}\n`))
    answers.push(printed)
    if (answers.length > READ_AHEAD) await answers.shift()
  }
  await printed
  await reader.close()
}

async function answerTo(line: string, reader: MailReader): Promise<object> {
  const question = Question.safeParse(parsedJson(line))
  if (!question.success) return { id: idIn(line), error: 'not a line {"id", "file"}' }
  const { id, file } = question.data
  try {
    return { id, ...report(await reader.read(await readFile(file))) }
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) }
  }
}

function report(read: ReadMail | Unreadable): object {
  if ("unreadable" in read) return reportHeading(read)
  const { mail, understanding } = read
  return {
    from: mail.from?.address.toLowerCase() ?? null,
    subject: mail.subject,
    reply: understanding.reply.written,
    automatic: understanding.automatic,
    forwarded: understanding.forwarded && {
      from: understanding.forwarded.from?.address.toLowerCase() ?? null,
      subject: understanding.forwarded.subject,
    },
    attachments: mail.attachments.filter(({ isInline }) => !isInline).length,
    references: [...new Set([...mail.inReplyTo, ...mail.references])],
  }
}

/** A mail too large or too slow to read still has a sender and a subject. */
function reportHeading({ unreadable, mail }: Unreadable): object {
  if (mail.from === null && mail.subject === "") return { error: unreadable }
  return {
    from: mail.from?.address.toLowerCase() ?? null,
    subject: mail.subject,
    reply: "",
    automatic: null,
    forwarded: null,
    attachments: 0,
    references: [...new Set([...mail.inReplyTo, ...mail.references])],
  }
}

function parsedJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

function idIn(line: string): unknown {
  const value = parsedJson(line)
  return value !== null && typeof value === "object" && "id" in value ? value.id : null
}
