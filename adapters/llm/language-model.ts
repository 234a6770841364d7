// An OpenAI-compatible API (Albert, Mistral, Ollama…), by the AI SDK. What it says on an error quotes the request: it is
// neither logged nor thrown.
import { createOpenAICompatible } from "@ai-sdk/openai-compatible"
import { APICallError, generateText, NoObjectGeneratedError, Output } from "ai"
import type { LlmConfig } from "../../src/config/llm.ts"
import type { LanguageModel, Reply } from "../../src/llm/llm.ts"
import { guardedFetch } from "./fetch.ts"
import { NOTHING_USED, usageOf } from "./usage.ts"

const LONGEST = 1_500 // tokens: an answer, a summary

type Failed = Exclude<Reply<never>, { outcome: "answered" }>

export function openLanguageModel(config: LlmConfig): LanguageModel {
  const { baseUrl: baseURL, apiKey, model: name } = config
  const provider = createOpenAICompatible({
    ...{ name: "llm", baseURL, supportsStructuredOutputs: true, fetch: guardedFetch },
    ...(apiKey ? { apiKey } : {}),
  })
  const model = provider(name)
  return {
    name,
    async ask({ instructions, material, shape }) {
      try {
        const { output, usage } = await generateText({
          ...{ model, instructions, prompt: material },
          output: Output.object({ schema: shape }),
          ...{ temperature: 0, maxOutputTokens: LONGEST },
          // Attempts are counted, and so made by us.
          maxRetries: 0,
          abortSignal: AbortSignal.timeout(config.timeoutSeconds * 1_000),
        })
        return { outcome: "answered", answer: shape.parse(output), usage: usageOf(usage) }
      } catch (error) {
        return failureOf(error)
      }
    },
  }
}

function failureOf(error: unknown): Failed {
  if (NoObjectGeneratedError.isInstance(error)) {
    return { outcome: "garbage", usage: usageOf(error.usage) }
  }
  if (error instanceof Error && /^(?:Timeout|Abort)Error$/.test(error.name)) {
    return { outcome: "late", usage: NOTHING_USED }
  }
  const status = APICallError.isInstance(error) ? (error.statusCode ?? 0) : 0
  // It answered well, but for what it said.
  if (status >= 200 && status < 300) return { outcome: "garbage", usage: NOTHING_USED }
  const isRefusal = status >= 400 && status < 500
  return { outcome: isRefusal ? "refused" : "unreachable", usage: NOTHING_USED }
}
