import type { Fingerprint } from "../../src/triage/model.ts"
import type { PrismaClient } from "./generated/client.ts"
import { listModels, modelSlice } from "./models.ts"

const MOST_CORRECTIONS = 10

export type Correction = {
  at: Date
  ticketId: number
  subject: string
  by: string | null
  category: string
  proposed: string | null
}

/** What the sorting learnt, and from what. */
export function consoleLearning(prisma: PrismaClient) {
  const { models, decisionsSince } = modelSlice(prisma)
  return {
    /** Of whatever program, the newest first. */
    allModels: () => listModels(prisma),
    modelsOf: (fingerprint: Fingerprint) => models(fingerprint),
    decisionsSince,
    corrections: (): Promise<Correction[]> => prisma.$queryRaw`
      SELECT d.at, d."ticketId", t.subject, m.name AS by, d.category, d.proposed
      FROM "Decision" d JOIN "Ticket" t ON t.id = d."ticketId" LEFT JOIN "Member" m ON m.id = d."memberId"
      WHERE d.weight = 1 AND d.proposed IS DISTINCT FROM d.category
      ORDER BY d.id DESC LIMIT ${MOST_CORRECTIONS}`,
  }
}
