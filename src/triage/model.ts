// A model: what was learnt from prompts/ and from the team, how it was judged, what became of it.

/** How many are right among what was kept aside: with a model, and with the one in use before it. */
export type Score = { kept: number; right: number; rightBefore: number }

export type Figures = Score & {
  /** Decided tickets that it was taught. */
  taught: number
  /** What it won over the one before, among tickets: what somebody said counts twice what nobody contradicted. */
  gain: number
  byCategory: (Score & { category: string })[]
  /** The same for phrases of the project, kept aside too: the team has few tickets when it begins. */
  phrases: Score
}

/** damaged: its content could not be read, and another was learnt. */
export const MODEL_STATES = ["promoted", "refused", "withdrawn", "damaged"] as const
export type ModelState = (typeof MODEL_STATES)[number]

/** Which program made it, and of which prompts/: another cannot use it. */
export type Fingerprint = { code: string; lessons: string }

export type Model = Omit<Figures, "phrases" | "gain"> & {
  id: number
  madeAt: Date
  /** The last decision that it knew. */
  lastDecisionId: number
  state: ModelState
}

/** What was decided since a model was made. */
export type News = { count: number; oldestAt: Date | null; lastId: number }

/** From so many on, learning does not wait. */
const ENOUGH_DECISIONS = 10
const LONGEST_WAIT = 86_400_000
/** What the team says of its own tickets may contradict a few phrases of ours, not many. */
const PHRASES_LOST = 0.05

/** Nothing worse among the tickets kept aside, and few among the phrases. */
export function isNoWorse({ gain, phrases }: Pick<Figures, "gain" | "phrases">): boolean {
  return gain >= 0 && phrases.rightBefore - phrases.right <= phrases.kept * PHRASES_LOST
}

/** `models`: the newest first. One that a person put away is not learnt again from one decision more. */
export function isTimeToLearn(models: Model[], { count, oldestAt }: News, now: Date): boolean {
  if (count >= ENOUGH_DECISIONS) return true
  if (settled(models)?.state === "withdrawn" || !oldestAt) return false
  return now.getTime() - oldestAt.getTime() >= LONGEST_WAIT
}

/** To learn from the same decisions again makes sense for who wants back what was put away. */
export function isWorthLearning(models: Model[], { count }: News): boolean {
  return count > 0 || settled(models)?.state === "withdrawn"
}

function settled(models: Model[]): Model | undefined {
  return models.find(({ state }) => state !== "refused")
}
