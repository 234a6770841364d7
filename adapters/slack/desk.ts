// What the listeners share: who asks, whether it was asked before, where the answer goes.
import type { Answer } from "../../src/card.ts"
import { readSaid } from "../../src/commands.ts"
import { UserError } from "../../src/errors.ts"
import type { ChatOccasions, Person } from "../../src/ports.ts"
import type { Answering, Late } from "./answering.ts"
import { textBlocks } from "./card.ts"
import { french } from "./french.ts"
import { homeView } from "./modal.ts"
import type { Names } from "./names.ts"
import type { SlackOptions, Timing } from "./options.ts"
import type { Spots } from "./spots.ts"
import type { Web } from "./web.ts"
import type { Origin } from "./whisper.ts"
import type { Spot } from "./windows.ts"

export type Desk = {
  occasions: ChatOccasions
  spots: Spots
  web: Web
  log: SlackOptions["log"]
  timing: Timing
  answer: Answering["answer"]
  personOf(id: string): Person
  /** Nothing the second time that Slack tells the same. */
  once(id: string, work: () => Promise<Answer | null>): () => Promise<Answer | null>
  /** The same for an event, which Slack tells again when nobody acknowledged it: what was cut short is done again. */
  hear(id: string, answer: () => Promise<void>): Promise<void>
  names: Names
  /** Draws the person's own page again. */
  showHome(person: string): Promise<void>
}

type Uses = Pick<Desk, "occasions" | "spots" | "web" | "names" | "timing"> &
  Pick<SlackOptions, "log" | "seen"> & { answering: Answering }

export function openDesk({
  occasions,
  spots,
  web,
  names,
  log,
  seen,
  answering,
  timing,
}: Uses): Desk {
  const personOf = (id: string): Person => ({ chat: "slack", id })

  /** When that cannot be known, it is done: what is done twice has keys of its own. */
  async function isKnown(id: string): Promise<boolean> {
    try {
      return await seen(id)
    } catch (error) {
      log.warn({ error }, "whether Slack told this before could not be known")
      return false
    }
  }

  async function hear(id: string, answer: () => Promise<void>): Promise<void> {
    const done = `${id} done`
    if ((await isKnown(id)) && (await isKnown(done))) return
    await answer()
    await isKnown(done)
  }

  async function drawHome(person: string): Promise<void> {
    try {
      const view = homeView(await occasions.home(personOf(person)))
      await web.call("views.publish", { user_id: person, view })
    } catch (error) {
      const isRefusal = error instanceof UserError
      if (!isRefusal) log.error({ error }, "a person’s page could not be shown in Slack")
      const text = isRefusal ? error.message : french.homeFailed
      const view = { type: "home", blocks: textBlocks(text) }
      await web.call("views.publish", { user_id: person, view }).catch(() => {})
    }
  }

  return {
    ...{ occasions, spots, web, names, log, timing, personOf, answer: answering.answer },
    once: (id, work) => async () => ((await isKnown(id)) ? null : work()),
    hear: (id, answer) => answering.track(hear(id, answer)),
    showHome: (person) => answering.track(drawHome(person)),
  }
}

/** A question takes a second when the cards are to be learnt first. */
export function lateSearch(
  { spots, timing }: Desk,
  text: string,
  spot: Spot,
  origin: Origin,
): Late | undefined {
  if (readSaid(text)?.name !== "question") return undefined
  return { after: timing.openWithin, spot: () => spots.searching(spot, origin) }
}
