import * as z from "zod"
import type { QuestionStore } from "../../src/faq/question-store.ts"
import type { Db } from "./db.ts"

const Said = z.object({
  kind: z.enum(["answer", "choice", "unknown", "somebody"]),
  ids: z.array(z.string()),
  unknownWords: z.array(z.string()),
})

/** What is asked in the chats. */
export function questionSlice(db: Db): QuestionStore {
  async function question(id: number) {
    const row = await db.question.findUnique({ where: { id }, omit: { key: true } })
    return row && { ...row, said: Said.nullable().parse(row.said) }
  }
  return {
    async addQuestion(fields, key) {
      const [added] = await db.question.createManyAndReturn({
        data: [{ ...fields, key }],
        skipDuplicates: true,
        select: { id: true },
      })
      if (added) return { id: added.id, isNew: true }
      const { id } = await db.question.findUniqueOrThrow({ where: { key }, select: { id: true } })
      return { id, isNew: false }
    },
    async questionsSince(since, { chat, account }) {
      const name = `questions of ${chat} ${account}`
      await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`
      return db.question.count({ where: { chat, account, askedAt: { gt: since } } })
    },
    question,
    async lockQuestion(id) {
      await db.$queryRaw`SELECT 1 FROM "Question" WHERE id = ${id} FOR UPDATE`
      return question(id)
    },
    async saveQuestion({ id, said, helpedBy, refused }) {
      await db.question.update({
        where: { id },
        data: { ...(said ? { said } : {}), helpedBy, refused },
      })
    },
    async forgetQuestions(before) {
      await db.question.deleteMany({ where: { askedAt: { lt: before } } })
    },
    async countAnswer({ day, chat, what, card }) {
      await db.$executeRaw`
        INSERT INTO "AnswerCount" (day, chat, what, card, count)
        VALUES (${day}::date, ${chat}, ${what}, ${card}, 1)
        ON CONFLICT (day, chat, what, card) DO UPDATE SET count = "AnswerCount".count + 1`
    },
  }
}
