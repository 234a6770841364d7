import { afterAll, expect, test } from "vitest"
import { llmFindings } from "../adapters/cli/doctor-llm.ts"
import { startLlmServer } from "./setup/llm-server.ts"

const server = await startLlmServer()
afterAll(() => server.close())

async function lineFor(about: { model?: string; baseUrl?: string }): Promise<string> {
  const [finding] = await llmFindings({
    ...{ baseUrl: server.url, model: "petit-8b", apiKey: "secret", timeoutSeconds: 20 },
    ...{ ceilings: { day: 1, month: 1 }, billions: null },
    ...about,
  })
  return finding ? [finding.level, finding.what, finding.detail, finding.cure].join(" | ") : ""
}

test("without a model, the doctor says nothing of it", async () => {
  expect(await llmFindings(null)).toEqual([])
})

test("it says whether the model is there, and asks nothing of it", async () => {
  expect(await lineFor({})).toMatch(/^ok \| language model petit-8b \| .* has it/)
  expect(server.asked).toEqual([])
})

test.each([
  [{ model: "grand" }, /^warning .*does not have it \| set LLM_MODEL to one of: petit-8b$/],
  [{ baseUrl: "http://127.0.0.1:1/v1" }, /^warning .*does not answer \| check LLM_BASE_URL/],
])("%o is a warning: the bot does without it", async (about, told) => {
  expect(await lineFor(about)).toMatch(told)
  expect(await lineFor(about)).not.toContain("secret")
})
