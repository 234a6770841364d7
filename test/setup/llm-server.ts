import { once } from "node:events"
import { createServer, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { openLanguageModel } from "../../adapters/llm/language-model.ts"
import type { LanguageModel } from "../../src/llm/llm.ts"

/** What the server was asked: the two messages, and the rest as it came. */
export type AskedOfLlm = {
  instructions: string
  material: string
  authorization: string | undefined
  body: { model: string; response_format?: { type: string }; tools?: unknown }
}

/** How it behaves, well or badly. */
export type Manner =
  /** The answer, as a value; or from what it was asked. */
  | { says: object | ((asked: AskedOfLlm) => object); impacts?: object }
  /** Text in place of JSON; `cut`: it stopped in the middle. */
  | { writes: string }
  | { fails: number; body?: string }
  /** Nothing ever comes. */
  | "late"

/** An OpenAI-compatible server on this machine, which misbehaves on demand. */
export type LlmServer = {
  url: string
  asked: AskedOfLlm[]
  /** The next answers; the last one stays. */
  behaves(...manners: Manner[]): void
  model(timeoutSeconds?: number): LanguageModel
  close(): Promise<void>
}

export const KEY = "clé-secrète-du-modèle"

export async function startLlmServer(): Promise<LlmServer> {
  const asked: AskedOfLlm[] = []
  let manners: Manner[] = [{ says: { phrases: [] } }]
  const http = createServer(async (request, response) => {
    const body = JSON.parse((await request.toArray()).join("") || "{}")
    if (request.url === "/v1/models") return json(response, { data: [{ id: "petit-8b" }] })
    const [system, user] = body.messages
    const { authorization } = request.headers
    const said = { instructions: system.content, material: user.content, authorization, body }
    asked.push(said)
    const manner = (manners.length > 1 ? manners.shift() : manners[0]) ?? "late"
    answer(response, manner, said)
  }).listen(0, "127.0.0.1")
  await once(http, "listening")
  const { port } = http.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/v1`
  return {
    ...{ url, asked },
    behaves(...given) {
      manners = given
    },
    model: (timeoutSeconds = 20) =>
      openLanguageModel({
        ...{ baseUrl: url, model: "petit-8b", apiKey: KEY, timeoutSeconds, billions: null },
        ceilings: { day: 100, month: 1_000 },
      }),
    async close() {
      http.closeAllConnections()
      http.close()
      await once(http, "close")
    },
  }
}

function answer(response: ServerResponse, manner: Manner, asked: AskedOfLlm): void {
  if (manner === "late") return
  if ("fails" in manner) {
    response.writeHead(manner.fails, { "content-type": "application/json" })
    response.end(manner.body ?? `{"error":{"message":"no"}}`)
    return
  }
  const said = "says" in manner && typeof manner.says === "function" ? manner.says(asked) : null
  const content = "writes" in manner ? manner.writes : JSON.stringify(said ?? manner.says)
  const impacts = "impacts" in manner && manner.impacts ? { impacts: manner.impacts } : {}
  json(response, {
    ...{ id: "1", object: "chat.completion", created: 1, model: "petit-8b" },
    choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", content } }],
    usage: { prompt_tokens: 700, completion_tokens: 150, total_tokens: 850, ...impacts },
  })
}

function json(response: ServerResponse, value: object): void {
  response.writeHead(200, { "content-type": "application/json" })
  response.end(JSON.stringify(value))
}
