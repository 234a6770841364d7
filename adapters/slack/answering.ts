// From an occasion to its answer: told where the person is, whatever happens, within what Slack waits for.
import { randomUUID } from "node:crypto"
import { setTimeout as pause } from "node:timers/promises"
import type { Answer } from "../../src/card.ts"
import { UserError } from "../../src/errors.ts"
import { french } from "./french.ts"
import type { Log } from "./options.ts"
import type { Spot } from "./windows.ts"

/** An answer that is late is shown elsewhere: in a window that was opened to wait. */
export type Late = { after: number; spot: () => Promise<Spot> }

export type Answering = {
  /** Never throws: what fails is told and logged. */
  answer(work: () => Promise<Answer | null>, spot: Spot, late?: Late): Promise<void>
  /** Counted among what is being answered. */
  track(work: Promise<void>): Promise<void>
  /** Resolves once all that is being answered is answered. */
  settled(): Promise<void>
}

export function openAnswering(log: Log): Answering {
  const running = new Set<Promise<void>>()

  async function run(work: () => Promise<Answer | null>, spot: Spot, late?: Late): Promise<void> {
    const answered = work().then(
      (answer) => (to: Spot) => show(answer, to),
      (error: unknown) => (to: Spot) => to.refuse(sentenceOf(error)),
    )
    try {
      const where = late ? await inTime(answered, spot, late) : spot
      await (await answered)(where)
    } catch (error) {
      log.error({ error }, "an answer could not be shown in Slack")
    }
  }

  function sentenceOf(error: unknown): string {
    if (error instanceof UserError) return error.message
    const reference = randomUUID().slice(0, 8)
    log.error({ error, reference }, "an occasion of Slack failed")
    return french.failed(reference)
  }

  function track(work: Promise<void>): Promise<void> {
    const one = work.finally(() => running.delete(one))
    running.add(one)
    return one
  }

  return {
    answer: (work, spot, late) => track(run(work, spot, late)),
    track,
    async settled() {
      await Promise.all(running)
    },
  }
}

async function show(answer: Answer | null, spot: Spot): Promise<void> {
  if (answer === null) return
  switch (answer.kind) {
    case "form":
      return spot.form(answer.form)
    case "whisper":
      return spot.card(answer.card)
    case "said":
      return spot.said ? spot.said(answer.card) : spot.card(answer.card)
    case "done":
      return answer.text ? spot.text(answer.text, answer.undo) : spot.settle()
  }
}

async function inTime(answered: Promise<unknown>, spot: Spot, late: Late): Promise<Spot> {
  const waiting = new AbortController()
  const isLate = await Promise.race([
    answered.then(() => false),
    pause(late.after, true, { signal: waiting.signal }).catch(() => false),
  ])
  waiting.abort()
  if (!isLate) return spot
  // a window that does not open leaves the first place, which says it
  return late.spot().catch(() => spot)
}
