import { dayOf, instantOf, monthBegan } from "../calendar/working-days.ts"
import type { Needs } from "../needs.ts"
import { FORMULA, impactOf, sizeIn } from "./impact.ts"
import { type Ceilings, isWorthAnother, whyNot } from "./limits.ts"
import type {
  About,
  Instructions,
  LanguageModel,
  Llm,
  LlmTask,
  Reply,
  RequestOutcome,
} from "./llm.ts"

type Uses = Pick<Needs, "store" | "clock" | "log"> & {
  language: LanguageModel
  instructions: Instructions
  ceilings: Ceilings
  /** Thousands of millions of parameters, when the administrator says it. */
  billions: number | null
}

const ATTEMPTS = 2

/** Nobody is made to wait for a model, and none is trusted: each request is reserved, made, judged, and noted. */
export function openLlm(needs: Uses): Llm {
  const { store, language, instructions } = needs
  const size = needs.billions ?? sizeIn(language.name)
  return {
    name: language.name,
    instructions,
    async ask(about, question, judge) {
      for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        const id = await reserve(needs, about)
        if (id === null) return null
        const asked = { ...question, instructions: instructions[about.task] }
        const reply = await language.ask(asked)
        const verdict = reply.outcome === "answered" ? await judge(reply.answer) : reply
        const { outcome } = verdict
        await note(outcome, id, reply, about.task)
        if (outcome === "used") return verdict.kept
        if (!isWorthAnother(outcome)) return null
      }
      return null
    },
  }

  async function note(
    outcome: RequestOutcome,
    id: number,
    { usage }: Reply<unknown>,
    task: LlmTask,
  ): Promise<void> {
    const { inputTokens, outputTokens } = usage
    const impact = impactOf(usage, size)
    const isProviders = usage.impact !== null
    const formula = impact && !isProviders ? FORMULA : null
    await store.noteRequest(id, {
      outcome,
      inputTokens,
      outputTokens,
      impact,
      isProviders,
      formula,
    })
    const told = { outcome, model: language.name, task }
    needs.log.info(told, "a language model was asked")
  }
}

/** The number of a request that may be made; null: none may, and the ledger says why. */
async function reserve({ store, clock, language, ceilings }: Uses, about: About) {
  const now = clock()
  const dayBegan = instantOf(dayOf(now).toString(), 0)
  return store.transaction(async (tx) => {
    await tx.lockLlm()
    const refusal = whyNot(await tx.llmUse(dayBegan, monthBegan(now)), ceilings, now)
    const request = { ...about, model: language.name, at: now }
    const id = await tx.addRequest({ ...request, outcome: refusal ?? "asked" })
    return refusal ? null : id
  })
}
