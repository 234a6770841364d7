import { createInterface } from "node:readline"
import type { Readable, Writable } from "node:stream"
import { z } from "zod"
import { answerTo, hitsOf } from "../../src/faq/answer.ts"
import type { FaqIndex } from "../../src/faq/search.ts"
import { type Faq, readFaq, told } from "../prompts/faq.ts"
import { openIndex } from "../prompts/faq-index.ts"

const Question = z.object({ id: z.union([z.string(), z.number()]), question: z.string() })

/** Answers each question of `input` with a card, whatever its status: one JSON line each, in the same order. */
export async function ask(
  input: Readable,
  output: Writable,
  {
    faq = readFaq(),
    complain = console.error,
  }: { faq?: Faq; complain?: (line: string) => void } = {},
): Promise<void> {
  for (const fault of faq.faults) complain(told(fault))
  const index = openIndex(faq)
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== "") output.write(`${JSON.stringify(answerToLine(index, line))}\n`)
  }
}

function answerToLine(index: FaqIndex, line: string): object {
  const value = parsedJson(line)
  const asked = Question.safeParse(value)
  if (!asked.success) return { id: idIn(value), error: 'not a line {"id", "question"}' }
  const { id, question } = asked.data
  const answer = answerTo(index, question)
  const hits = hitsOf(answer)
  return {
    id,
    topic: answer.kind === "answer" ? answer.hit.id : null,
    confidence: Math.round((hits[0]?.confidence ?? 0) * 1_000) / 1_000,
    suggestions: hits.map((hit) => hit.id),
  }
}

function parsedJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

function idIn(value: unknown): unknown {
  return value !== null && typeof value === "object" && "id" in value ? value.id : null
}
