import { actionString } from "../actions.ts"
import { monthBegan } from "../calendar/working-days.ts"
import type { Answer, Badge, Card } from "../card.ts"
import { llmWords } from "../llm/french.ts"
import type { Needs } from "../needs.ts"
import { french } from "./french.ts"
import { state as says } from "./french-state.ts"

type Uses = Pick<Needs, "store" | "clock" | "mailboxes" | "chats" | "llm">

/** « état »: is anything lost, does anything not answer, who has waited longest? */
export async function showState({ store, clock, mailboxes, chats, llm }: Uses): Promise<Answer> {
  const [balance, states, chatStates, oldest, depth, dead, alarms, months] = await Promise.all([
    store.balance(),
    store.mailboxes(),
    store.chatStates(),
    store.oldestWaiting(),
    store.queueDepth(),
    store.deadJobs(),
    store.alarms(),
    store.llmMonths(monthBegan(clock())),
  ])
  const now = clock()
  const [month] = months
  const failed = dead.filter(({ count }) => count > 0)
  const silent = [
    ...states.filter(({ failingSince }) => failingSince),
    ...chatStates.filter(({ failingSince }) => failingSince),
  ]
  const isWell = silent.length + failed.length + alarms.length === 0
  const badge: Badge = isWell
    ? { text: says.well, tone: "success" }
    : { text: says.unwell, tone: "error" }
  const card: Card = {
    ...{ fallback: `${says.title} : ${badge.text}`, title: says.title, ticket: null },
    ...{ tone: badge.tone, badges: [badge] },
    fields: [
      { label: says.balance, text: says.equation(balance) },
      ...mailboxes.map(({ name }) => ({
        label: says.mailbox(name),
        text: says.polled(states.find((state) => state.name === name) ?? null, now),
      })),
      ...chats.map(({ name }) => ({
        label: says.chat(name),
        text: says.heard(
          chatStates.find((state) => state.name === name)?.failingSince ?? null,
          now,
        ),
      })),
      { label: says.oldest, text: oldest ? says.waits(oldest, now) : says.nobodyWaits },
      { label: says.queue, text: says.jobs(depth) },
      ...(month && (llm || month.requests > 0)
        ? [{ label: llmWords.thisMonth, text: llmWords.inOneLine(month) }]
        : []),
    ],
    sections:
      alarms.length > 0
        ? [{ heading: says.alarms, text: alarms.map(({ text }) => text).join("\n") }]
        : [],
    buttons: [
      ...(oldest
        ? [
            {
              label: says.see(oldest.id),
              action: actionString("ticket.show", oldest.id),
              style: "secondary" as const,
            },
          ]
        : []),
      ...failed.map(({ name }) => ({
        ...{ label: french.retry(name), action: actionString("jobs.retry", name) },
        style: "secondary" as const,
      })),
    ],
  }
  return { kind: "whisper", card }
}
