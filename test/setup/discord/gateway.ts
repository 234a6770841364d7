// The gateway: who listens, with which intents; what they missed is told again to who resumes.
import type { Server } from "node:http"
import { type WebSocket, WebSocketServer } from "ws"
import { BOT, GUILD, type Json, TOKEN } from "./objects.ts"
import type { State } from "./state.ts"

type Session = { id: string; intents: number; sent: Json[]; socket: WebSocket | null }

const GUILDS = 1 << 0
const MESSAGES = 1 << 9
const REACTIONS = 1 << 10
const PRIVATE_MESSAGES = 1 << 12
const MESSAGE_CONTENT = 1 << 15
const HEARTBEAT = 41_250

export type Gateway = ReturnType<typeof openGateway>

export function openGateway(server: Server, url: () => string, state: State) {
  const sessions = new Map<string, Session>()
  const sockets = new WebSocketServer({ noServer: true })
  state.listeners.add((type, data) => {
    for (const session of sessions.values()) tell(session, type, data)
  })
  server.on("upgrade", (request, stream, head) => {
    if (state.isAway) return stream.destroy()
    sockets.handleUpgrade(request, stream, head, welcome)
  })

  function welcome(socket: WebSocket): void {
    socket.on("close", () => leave(socket))
    socket.on("message", (raw) => {
      const { op, d } = JSON.parse(String(raw)) as { op: number; d: Json }
      if (op === 1) return socket.send('{"op":11}')
      if (op === 2) return identify(socket, d)
      if (op === 6) return resume(socket, d)
    })
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: HEARTBEAT } }))
  }

  function identify(socket: WebSocket, { token, intents }: Json): void {
    if (token !== TOKEN) return void socket.close(4004, "Authentication failed.")
    if (intents & MESSAGE_CONTENT && !state.hasMessageContent) {
      return void socket.close(4014, "Disallowed intent(s).")
    }
    const session = { id: `session-${sessions.size + 1}`, intents, sent: [], socket }
    sessions.set(session.id, session)
    dispatch(session, "READY", {
      ...{ v: 10, user: BOT, guilds: [{ id: GUILD, unavailable: true }], session_id: session.id },
      ...{ resume_gateway_url: url(), application: { id: BOT.id, flags: 0 }, shard: [0, 1] },
    })
  }

  function resume(socket: WebSocket, { session_id, seq }: Json): void {
    const session = sessions.get(session_id)
    if (!session) return void socket.send(JSON.stringify({ op: 9, d: false }))
    session.socket = socket
    for (const missed of session.sent.slice(seq)) socket.send(JSON.stringify(missed))
    dispatch(session, "RESUMED", {})
  }

  function leave(socket: WebSocket): void {
    for (const session of sessions.values()) {
      if (session.socket === socket) session.socket = null
    }
  }

  function tell(session: Session, type: string, data: Json): void {
    if (hears(session.intents, type, data)) dispatch(session, type, readable(session, type, data))
  }

  function dispatch(session: Session, t: string, d: Json): void {
    const packet = { op: 0, t, s: session.sent.length + 1, d }
    session.sent.push(packet)
    session.socket?.send(JSON.stringify(packet))
  }

  return {
    intents: () => [...sessions.values()].map(({ intents }) => intents),
    connected: () => [...sessions.values()].filter(({ socket }) => socket !== null).length,
    /** 4000 lets the bot resume; 4004 does not. `forgets`: what was missed is lost. */
    drop(code = 4000, forgets = false): void {
      if (forgets) sessions.clear()
      for (const socket of sockets.clients) socket.close(code)
    },
    close(): void {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}

function hears(intents: number, type: string, data: Json): boolean {
  if (type.startsWith("INTERACTION")) return true
  if (type.startsWith("THREAD") || type.startsWith("CHANNEL")) return (intents & GUILDS) > 0
  if (type.includes("REACTION")) return (intents & REACTIONS) > 0
  return (intents & (data.guild_id ? MESSAGES : PRIVATE_MESSAGES)) > 0
}

/** Without MESSAGE_CONTENT, what others write is blank, unless it is to the bot. */
function readable({ intents }: Session, type: string, data: Json): Json {
  const isOwn = !data.guild_id || data.author?.id === BOT.id
  const isCalled = data.mentions?.some((user: Json) => user.id === BOT.id)
  if (type !== "MESSAGE_CREATE" || isOwn || isCalled || intents & MESSAGE_CONTENT) return data
  return { ...data, content: "", embeds: [], components: [], attachments: [] }
}
