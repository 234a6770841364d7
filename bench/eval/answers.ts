import { existsSync, readFileSync } from "node:fs"
import { z } from "zod"
import { readFaq } from "../../adapters/prompts/faq.ts"
import { openIndex } from "../../adapters/prompts/faq-index.ts"
import { answerTo, hitsOf } from "../../src/faq/answer.ts"
import type { FaqIndex } from "../../src/faq/search.ts"

/** A question, with every card that answers it; none where a person must. */
export type LabelledQuestion = { id: string; question: string; topics: string[] }

/** Shares from 0 to 1, as the team would count them. */
export type AnswerFigures = {
  questions: number
  /** Right answers among the answers given. */
  precision: number
  /** Right answers among the questions that a card answers. */
  coverage: number
  /** The right card is the answer or one of the three titles. */
  top3: number
  /** Questions that no card answers and that got no answer. */
  refused: number
  /** Milliseconds for one question. */
  search: number
  wrong: string[]
}

const OURS = new URL("questions.jsonl", import.meta.url)
const SHARED = new URL("../../../shared/data/mentor/sample-questions.jsonl", import.meta.url)
const Ours = z.object({ id: z.string(), question: z.string(), topics: z.array(z.string()) })
const Shared = z.object({ id: z.string(), question: z.string(), acceptes: z.array(z.string()) })

/** Figures on our questions always; on the shared sample, when it is there, by halves: the second was never looked at. */
export function answerFigures(): Record<string, AnswerFigures> {
  const index = openIndex(readFaq())
  const sets: Record<string, LabelledQuestion[]> = { "our questions": ourQuestions() }
  const sample = sharedQuestions()
  if (sample.length > 0) {
    sets["shared sample, looked at"] = sample.filter((_, n) => n % 2 === 0)
    sets["shared sample, kept aside"] = sample.filter((_, n) => n % 2 === 1)
  }
  return Object.fromEntries(
    Object.entries(sets).map(([name, questions]) => [name, figuresOf(index, questions)]),
  )
}

export function ourQuestions(): LabelledQuestion[] {
  return linesOf(OURS).map((line) => Ours.parse(line))
}

export function figuresOf(index: FaqIndex, questions: LabelledQuestion[]): AnswerFigures {
  const begin = performance.now()
  const outcomes = questions.map((asked) => ({ asked, said: answerTo(index, asked.question) }))
  const search = (performance.now() - begin) / questions.length
  const told = outcomes.map(({ asked, said }) => {
    const answer = said.kind === "answer" ? said.hit.id : null
    return {
      asked,
      answer,
      isRight: answer !== null && asked.topics.includes(answer),
      isNear: hitsOf(said).some(({ id }) => asked.topics.includes(id)),
    }
  })
  const given = told.filter(({ answer }) => answer !== null)
  const answerable = told.filter(({ asked }) => asked.topics.length > 0)
  const others = told.filter(({ asked }) => asked.topics.length === 0)
  const right = given.filter(({ isRight }) => isRight).length
  return {
    questions: questions.length,
    precision: share(right, given.length),
    coverage: share(right, answerable.length),
    top3: share(answerable.filter(({ isNear }) => isNear).length, answerable.length),
    refused: share(others.filter(({ answer }) => answer === null).length, others.length),
    search,
    wrong: given
      .filter(({ isRight }) => !isRight)
      .map(({ asked, answer }) => `${asked.question} -> ${answer}`),
  }
}

function sharedQuestions(): LabelledQuestion[] {
  if (!existsSync(SHARED)) return []
  return linesOf(SHARED).map((line) => {
    const { id, question, acceptes } = Shared.parse(line)
    return { id, question, topics: acceptes.filter((topic) => topic !== "abstain") }
  })
}

function linesOf(file: URL): unknown[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line))
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole
}
