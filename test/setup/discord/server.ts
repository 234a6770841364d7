// The HTTP side: who may ask, what is refused, every answer of ours judged as every request is.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { refusalOf } from "./judge.ts"
import { type Json, TOKEN } from "./objects.ts"
import { ROUTES, type Route, routeOf } from "./routes.ts"
import type { State } from "./state.ts"

const WAIT = 0.3 // seconds, asked of who is limited

export function openServer(state: State, extra: Record<string, Route>) {
  return createServer((request, response) => {
    answer(state, extra, request, response).catch((error: unknown) => {
      state.problems.push(`the fake itself: ${String(error)}`)
      reply(response, 500, { message: String(error), code: 0 })
    })
  })
}

async function answer(
  state: State,
  extra: Record<string, Route>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (state.isAway) return void response.destroy()
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost")
  // discord.js sends %40original and encoded emoji
  const path = decodeURIComponent(pathname).replace(/^\/api\/v10/, "")
  const method = request.method ?? "GET"
  const sent = await bodyOf(request)
  state.calls.push(`${method} ${path}`)
  const file = /^\/api\/files\/(\d+)\//.exec(path)?.[1]
  if (file) return void response.end(state.files.get(file))

  const isPublic = path.startsWith("/interactions/") || path.startsWith("/webhooks/")
  if (!isPublic && request.headers.authorization !== `Bot ${TOKEN}`) {
    return reply(response, 401, { message: "401: Unauthorized", code: 0 })
  }
  if (state.rateLimited > 0) {
    state.rateLimited -= 1
    response.setHeader("retry-after", String(WAIT))
    response.setHeader("x-ratelimit-scope", "user")
    const body = { message: "You are being rate limited.", retry_after: WAIT, global: false }
    return reply(response, 429, body)
  }
  const found = routeOf(method, path)
  const route = (found && ROUTES[found.name]) ?? extra[`${method} ${path}`]
  if (!route) return reply(response, 404, { message: "404: Not Found", code: 0 })

  const fault = faultOf(route.takes, sent, route.many)
  if (fault) {
    state.problems.push(`${method} ${path} took what Discord refuses: ${fault}`)
    return reply(response, 400, { code: 50035, message: "Invalid Form Body", errors: fault })
  }
  const outcome = route.run(state, found?.ids ?? [], sent ?? {}, searchParams)
  if (state.cutNext && method === "POST" && path.endsWith("/messages")) {
    state.cutNext = false
    return void response.destroy()
  }
  if (!outcome) return reply(response, 404, { message: "Unknown", code: 10008 })
  const { status = 200, body } = outcome
  if (body === null) return reply(response, 204)
  const wrong = status < 400 && faultOf(route.gives, body as Json, route.many)
  if (wrong) state.problems.push(`${method} ${path} gave what Discord does not: ${wrong}`)
  reply(response, status, body)
}

function faultOf(schemas: Route["takes"], value: Json | undefined, many = false): string | null {
  if (!schemas || value === undefined) return null
  const all = many ? Object.values(value) : [value]
  return all.map((one) => refusalOf(schemas, one)).find((fault) => fault !== null) ?? null
}

function reply(response: ServerResponse, status: number, body?: unknown): void {
  response.statusCode = status
  // a 204 that claims to be JSON makes discord.js parse an empty body
  if (body === undefined) return void response.end()
  response.setHeader("content-type", "application/json")
  response.end(JSON.stringify(body))
}

async function bodyOf(request: IncomingMessage): Promise<Json | undefined> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const raw = Buffer.concat(chunks)
  return raw.length > 0 ? (JSON.parse(String(raw)) as Json) : undefined
}
