import { expect, test } from "vitest"
import { readConfig } from "../src/config.ts"
import { mistakesOf } from "./setup/configuration.ts"

const LOCAL = { LLM_BASE_URL: "http://127.0.0.1:11434/v1/", LLM_MODEL: "llama3.1:8b" }
const REMOTE = { LLM_BASE_URL: "https://albert.example/v1", LLM_MODEL: "m", LLM_API_KEY: "secret" }

test("without its variables, there is no language model", () => {
  expect(readConfig({}).llm).toBeNull()
})

test("a model on this machine needs a URL and a name", () => {
  expect(readConfig(LOCAL).llm).toEqual({
    ...{ baseUrl: "http://127.0.0.1:11434/v1", model: "llama3.1:8b", apiKey: null },
    ...{ timeoutSeconds: 20, ceilings: { day: 100, month: 1_000 }, billions: null },
  })
})

test.each([
  [{ LLM_MODEL: "m" }, /LLM_BASE_URL is missing/],
  [{ LLM_API_KEY: "k" }, /LLM_MODEL is missing/],
  [{ ...LOCAL, LLM_BASE_URL: "albert" }, /LLM_BASE_URL is not the URL of an API/],
  [{ ...LOCAL, LLM_BASE_URL: "http://albert.example/v1" }, /would send what people wrote in clear/],
  [{ ...LOCAL, LLM_BASE_URL: "https://key@127.0.0.1/v1" }, /something more than a host/],
  [{ ...LOCAL, LLM_TIMEOUT_SECONDS: "0" }, /LLM_TIMEOUT_SECONDS/],
  [{ ...LOCAL, LLM_REQUEST_PER_DAY: "5" }, /Did you mean LLM_REQUESTS_PER_DAY/],
  [REMOTE, /is a real server, while MAILBOXES is empty/],
])("%o is a mistake, with its cure", (environment, told) => {
  const mistakes = mistakesOf(environment).join("\n")

  expect(mistakes).toMatch(told)
  expect(mistakes).not.toContain("secret")
})
