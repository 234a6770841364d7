// The variables of the language model: all absent, there is none, and its library is not even loaded.
import * as z from "zod"
import { isLoopback } from "./mail-server.ts"
import { type Mistake, mistakesOf, refuse, wholeNumber, words } from "./parse.ts"

export type LlmConfig = {
  /** Of an OpenAI-compatible API, without a slash at its end. */
  baseUrl: string
  model: string
  /** null: it asks for none (Ollama). */
  apiKey: string | null
  timeoutSeconds: number
  ceilings: { day: number; month: number }
  /** Thousands of millions of parameters, for what a request costs; null: read in its name, or unknown. */
  billions: number | null
}

const SHAPE = {
  LLM_BASE_URL: baseUrl(),
  LLM_MODEL: words(),
  LLM_API_KEY: words().optional(),
  LLM_TIMEOUT_SECONDS: wholeNumber(1, 120).default(20),
  LLM_REQUESTS_PER_DAY: wholeNumber(0, 1_000_000).default(100),
  LLM_REQUESTS_PER_MONTH: wholeNumber(0, 10_000_000).default(1_000),
  LLM_BILLIONS: wholeNumber(1, 10_000).optional(),
}
const Variables = z.object(SHAPE)

export const LLM_VARIABLES = Object.keys(SHAPE)

/** Null without a model; mistakes are added to `mistakes`. In a demo, nothing leaves the machine: nor to a model. */
export function readLlm(present: Record<string, string>, mistakes: Mistake[]): LlmConfig | null {
  if (!LLM_VARIABLES.some((variable) => variable in present)) return null
  const parsed = Variables.safeParse(present)
  const found = [...(parsed.success ? [] : mistakesOf(parsed.error)), ...demoMistakes(present)]
  mistakes.push(...found)
  if (!parsed.success || found.length > 0) return null
  const { data } = parsed
  return {
    baseUrl: data.LLM_BASE_URL,
    model: data.LLM_MODEL,
    apiKey: data.LLM_API_KEY ?? null,
    timeoutSeconds: data.LLM_TIMEOUT_SECONDS,
    ceilings: { day: data.LLM_REQUESTS_PER_DAY, month: data.LLM_REQUESTS_PER_MONTH },
    billions: data.LLM_BILLIONS ?? null,
  }
}

function demoMistakes(present: Record<string, string>): Mistake[] {
  const host = URL.parse(present.LLM_BASE_URL ?? "")?.hostname
  if (present.MAILBOXES || !host || isHere(host)) return []
  const problem = "is a real server, while MAILBOXES is empty (demo mailbox)"
  const cure = "Remove it, or name a real mailbox in MAILBOXES."
  return [{ variable: "LLM_BASE_URL", problem, cure }]
}

function baseUrl() {
  return z.string().transform((text, context) => {
    const url = URL.parse(text)
    const cure = "Write it as https://albert.api.etalab.gouv.fr/v1, or http://127.0.0.1:11434/v1."
    if (!url?.hostname || !/^https?:$/.test(url.protocol)) {
      return refuse(context, "is not the URL of an API", cure)
    }
    if (url.search || url.hash || url.username || url.password) {
      return refuse(context, "has something more than a host and a path", cure)
    }
    if (url.protocol === "http:" && !isHere(url.hostname)) {
      return refuse(context, "would send what people wrote in clear", "Begin it by https://.")
    }
    return url.href.replace(/\/+$/, "")
  })
}

/** On this machine, or beside it: a name without a dot is a container of the same network. */
function isHere(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, "")
  return isLoopback(bare) || /^[a-z0-9-]+$/i.test(bare)
}
