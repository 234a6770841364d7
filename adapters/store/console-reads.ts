import { consoleCards } from "./console-cards.ts"
import { consoleHealth } from "./console-health.ts"
import { consoleLearning } from "./console-learning.ts"
import { consoleMails } from "./console-mails.ts"
import { consoleOutbox } from "./console-outbox.ts"
import { consolePosts } from "./console-posts.ts"
import { consoleTeam } from "./console-team.ts"
import { consoleThread } from "./console-thread.ts"
import { consoleTickets } from "./console-tickets.ts"
import type { PrismaClient } from "./generated/client.ts"
import { ledgerMonths, ledgerOfTicket } from "./llm-ledger.ts"
import { peopleSlice } from "./people.ts"

export type ConsoleReads = ReturnType<typeof openConsoleReads>

/** All that the console's pages read: each list has an end, each reads with an index. */
export function openConsoleReads(prisma: PrismaClient) {
  const { member, members } = peopleSlice(prisma)
  return {
    member,
    members,
    ...consoleTickets(prisma),
    ...consolePosts(prisma),
    ...consoleThread(prisma),
    ...consoleMails(prisma),
    ...consoleOutbox(prisma),
    ...consoleHealth(prisma),
    ...consoleTeam(prisma),
    ...consoleCards(prisma),
    ...consoleLearning(prisma),
    /** None where no model was ever asked: a year of answers is not counted for nothing. */
    llmMonths: async (since: Date) =>
      (await prisma.llmRequest.findFirst()) ? ledgerMonths(prisma, since) : [],
    llmOfTicket: (id: number) => ledgerOfTicket(prisma, id),
  }
}
