import type { Question } from "./question.ts"

export type NewQuestion = Omit<Question, "id" | "said" | "helpedBy" | "refused">

export type QuestionStore = {
  /** The same key gives the question that is there, and `isNew` false. */
  addQuestion(question: NewQuestion, key: string): Promise<{ id: number; isNew: boolean }>
  /** How many that account asked since. Others of that account who count wait until the transaction ends. */
  questionsSince(since: Date, by: Pick<Question, "chat" | "account">): Promise<number>
  question(id: number): Promise<Question | null>
  /** Nobody else changes it until the transaction ends. */
  lockQuestion(id: number): Promise<Question | null>
  /** What was said, and whether it helped. */
  saveQuestion(question: Question): Promise<void>
  forgetQuestions(before: Date): Promise<void>
  /** One more that day: no words, nobody. */
  countAnswer(count: AnswerCount): Promise<void>
}

export type AnswerCount = {
  /** As yyyy-mm-dd. */
  day: string
  chat: string
  what: Counted
  /** "" where no card is meant. */
  card: string
}

export type Counted =
  | "asked"
  | "answer"
  | "choice"
  | "unknown"
  | "somebody"
  | "helped"
  | "not helped"
  | "handed over"
