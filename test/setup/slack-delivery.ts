// How Slack tells an app: through its socket when one is open, else by a signed request. Three seconds to acknowledge.
import { createHmac, randomUUID } from "node:crypto"
import type { Server } from "node:http"
import { type WebSocket, WebSocketServer } from "ws"

type Json = Record<string, unknown>
export type Kind = "events_api" | "slash_commands" | "interactive"
export type Delivery = ReturnType<typeof openDelivery>

const ACKNOWLEDGE_WITHIN_MS = 3_000

export function openDelivery(server: Server, signingSecret: string) {
  const sockets = new Set<WebSocket>()
  const waiting = new Map<string, (payload: unknown) => void>()
  const opened: (() => void)[] = []
  let httpTarget: string | undefined

  const link = new WebSocketServer({ server, path: "/link" })
  link.on("connection", (socket) => {
    sockets.add(socket)
    socket.on("close", () => sockets.delete(socket))
    socket.on("message", (data) => {
      const { envelope_id, payload } = JSON.parse(String(data)) as Json & { envelope_id: string }
      waiting.get(envelope_id)?.(payload)
      waiting.delete(envelope_id)
    })
    const connection_info = { app_id: "A1" }
    socket.send(JSON.stringify({ type: "hello", num_connections: 1, connection_info }))
    for (const open of opened.splice(0)) open()
  })

  function bySocket(socket: WebSocket, kind: Kind, payload: Json, retry: number): Promise<unknown> {
    const envelope_id = randomUUID()
    const accepts_response_payload = kind !== "events_api"
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(envelope_id)
        reject(new Error(`the app did not acknowledge within ${ACKNOWLEDGE_WITHIN_MS} ms`))
      }, ACKNOWLEDGE_WITHIN_MS)
      waiting.set(envelope_id, (answered) => {
        clearTimeout(timer)
        resolve(answered)
      })
      const again = retry > 0 ? { retry_attempt: retry, retry_reason: "timeout" } : {}
      const envelope = { envelope_id, type: kind, accepts_response_payload, payload, ...again }
      socket.send(JSON.stringify(envelope))
    })
  }

  async function byHttp(
    target: string,
    kind: Kind,
    payload: Json,
    retry: number,
  ): Promise<unknown> {
    const body = encoded(kind, payload)
    const again = { "x-slack-retry-num": String(retry), "x-slack-retry-reason": "http_timeout" }
    const reply = await fetch(target, {
      method: "POST",
      body,
      headers: {
        "content-type": contentType(kind),
        ...signed(body, signingSecret),
        ...(retry > 0 ? again : {}),
      },
      signal: AbortSignal.timeout(ACKNOWLEDGE_WITHIN_MS),
    })
    const text = await reply.text()
    if (!reply.ok) throw new Error(`the app answered ${reply.status}`)
    return text ? parsed(text) : {}
  }

  return {
    /** What the app answers when it acknowledges. */
    deliver(kind: Kind, payload: Json, retry = 0): Promise<unknown> {
      const [socket] = sockets
      if (socket) return bySocket(socket, kind, payload, retry)
      if (httpTarget) return byHttp(httpTarget, kind, payload, retry)
      throw new Error("no socket is open, and no HTTP target is known")
    },
    sendTo(url: string) {
      httpTarget = url
    },
    sockets,
    /** Resolves at the next socket that opens. */
    nextSocket: () => new Promise<void>((open) => opened.push(open)),
    /** Slack renews sockets about once an hour. */
    renewSockets() {
      const message = { type: "disconnect", reason: "refresh_requested", debug_info: {} }
      for (const socket of sockets) socket.send(JSON.stringify(message))
    },
    cutSockets() {
      for (const socket of sockets) socket.terminate()
    },
    close() {
      for (const socket of sockets) socket.terminate()
      link.close()
    },
  }
}

/** The two headers of a request of Slack's. */
export function signed(body: string, secret: string, at = Math.floor(Date.now() / 1000)) {
  const digest = createHmac("sha256", secret).update(`v0:${at}:${body}`).digest("hex")
  return { "x-slack-request-timestamp": String(at), "x-slack-signature": `v0=${digest}` }
}

function contentType(kind: Kind): string {
  return kind === "events_api" ? "application/json" : "application/x-www-form-urlencoded"
}

/** Events travel as JSON, slash commands as a form, the rest as one field named payload. */
function encoded(kind: Kind, payload: Json): string {
  if (kind === "events_api") return JSON.stringify(payload)
  if (kind === "interactive") {
    return new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
  }
  return new URLSearchParams(payload as Record<string, string>).toString()
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
