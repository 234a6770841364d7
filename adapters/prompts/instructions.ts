import { readFileSync } from "node:fs"
import type { Instructions, LlmTask } from "../../src/llm/llm.ts"

export class InstructionsError extends Error {
  override name = "InstructionsError"
}

/** What a language model is told: prompts/model/*.md. Throws `InstructionsError` with the file and the cure. */
export function readInstructions(): Instructions {
  return { draft: read("draft"), summary: read("summary"), questions: read("questions") }
}

function read(task: LlmTask): string {
  const file = `prompts/model/${task}.md`
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), "utf8").trim()
  if (!text) throw new InstructionsError(`${file}: is empty; write what the model is to do.`)
  return text
}
