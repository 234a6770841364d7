import * as z from "zod"
import type { LlmConfig } from "../../src/config/llm.ts"
import { type Finding, ok, warning } from "./doctor-finding.ts"

const WITHIN = 10_000
const Models = z.object({ data: z.array(z.object({ id: z.string() })) })

/** Whether the language model is there. Nothing is asked of it, and the bot does without it. */
export async function llmFindings(config: LlmConfig | null): Promise<Finding[]> {
  if (!config) return []
  const { baseUrl, model, apiKey } = config
  const what = `language model ${model}`
  const headers = apiKey ? { authorization: `Bearer ${apiKey}` } : {}
  let response: Response
  try {
    response = await fetch(`${baseUrl}/models`, { headers, signal: AbortSignal.timeout(WITHIN) })
  } catch {
    const cure =
      "check LLM_BASE_URL, and that the server runs; meanwhile cards are shown as they are"
    return [warning(what, "its server does not answer", cure)]
  }
  if (response.status === 401 || response.status === 403) {
    return [warning(what, `its server refuses the key (${response.status})`, "check LLM_API_KEY")]
  }
  const { data } = Models.safeParse(await response.json().catch(() => null))
  if (!data) {
    const cure = "check that LLM_BASE_URL ends as its documentation says, often by /v1"
    return [warning(what, `its server lists no models (${response.status})`, cure)]
  }
  const names = data.data.map(({ id }) => id)
  // Ollama adds a tag to what has none.
  if (names.some((name) => name === model || name === `${model}:latest`)) {
    return [ok(what, `${baseUrl} has it`)]
  }
  const cure = `set LLM_MODEL to one of: ${names.slice(0, 10).join(", ")}`
  return [warning(what, "its server does not have it", cure)]
}
