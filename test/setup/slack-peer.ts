// A local Slack. The Web API is `emulate`'s (0.12.2), behind this front, which adds what it lacks: Socket Mode and signed
// HTTP, events, commands, clicks, windows, response_url, rate limits, files, and a judge of Block Kit. It is as strict as
// Slack: only what the manifest asks for is told or allowed, triggers live three seconds and serve once.
import { randomUUID } from "node:crypto"
import { once } from "node:events"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { messageFaults, viewFaults } from "../../adapters/slack/block-check.ts"
import { type Kind, openDelivery } from "./slack-delivery.ts"
import { BOT_TOKEN, openSlackWorkspace, readManifest } from "./slack-emulator.ts"
import { type Pressable, wordsOf } from "./slack-reading.ts"

export type Json = Record<string, unknown>
export type Call = { method: string; args: Json; answer: Json }
/** What one person alone sees: `replaces` the whisper that they clicked. */
export type Whispered = { person: string; message: Json }
type ResponseUrl = { person: string; uses: number; isExpired: boolean; whisper: Whispered | null }
export type SlackPeer = Awaited<ReturnType<typeof openSlackPeer>>

export const APP_TOKEN = "xapp-test"
export const SIGNING_SECRET = "0123456789abcdef0123456789abcdef"
const TEAM = "T000000001"
const MAX_USES = 5

export async function openSlackPeer() {
  const workspace = await openSlackWorkspace(readManifest())
  const { manifest } = workspace
  const scopes = manifest.oauth_config.scopes.bot
  const calls: Call[] = []
  const faults: string[] = []
  const whispers: Whispered[] = []
  const windows = new Map<string, Json>()
  const homes = new Map<string, Json>()
  const responses = new Map<string, ResponseUrl>()
  const files = new Map<string, { name: string; type: string; content: Uint8Array }>()
  const slowDowns = new Map<string, number>()
  const state = {
    isAway: false,
    tokenError: "",
    cutsNext: "",
    respondFails: false,
    triggersExpire: false,
    windowsClose: false,
    ephemeralFails: false,
    missingScope: "",
    /** What is told next does not arrive. */
    losesNext: false,
    /** Slack keeps who opens a socket waiting. */
    opening: Promise.resolve(),
    appToken: APP_TOKEN,
  }
  let lastAnswer: unknown
  let acknowledgedAt = 0
  let last: { kind: Kind; payload: Json } | null = null

  const server = createServer((request, response) => {
    if (state.isAway) return request.socket.destroy()
    front(request, response).catch((error: unknown) => {
      faults.push(String(error))
      response.statusCode = 500
      response.end(String(error))
    })
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const delivery = openDelivery(server, SIGNING_SECRET)

  async function front(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readAll(request)
    const { pathname } = new URL(request.url ?? "/", base)
    const token = (request.headers.authorization ?? "").replace("Bearer ", "")
    if (pathname.startsWith("/response/")) return respond(pathname, JSON.parse(body), response)
    if (pathname.startsWith("/files/")) return giveFile(pathname, token, response)
    const method = pathname.replace("/api/", "")
    const args = argumentsOf(body)
    const seconds = slowDowns.get(method)
    if (seconds !== undefined) {
      slowDowns.delete(method)
      response.setHeader("retry-after", String(seconds))
      response.statusCode = 429
      return json(response, { ok: false, error: "ratelimited" })
    }
    if (method === "apps.connections.open") {
      calls.push({ method, args, answer: {} })
      await state.opening
      const url = `${base.replace("http", "ws")}/link?ticket=${randomUUID()}`
      const isKnown = token === state.appToken
      return json(response, isKnown ? { ok: true, url } : { ok: false, error: "invalid_auth" })
    }
    const answer = await answerTo(method, args, token)
    calls.push({ method, args, answer })
    if (state.cutsNext === method) {
      state.cutsNext = ""
      request.socket.destroy()
      return
    }
    response.setHeader("x-oauth-scopes", scopes.join(","))
    json(response, answer)
  }

  async function answerTo(method: string, args: Json, token: string): Promise<Json> {
    if (token !== BOT_TOKEN) return { ok: false, error: "invalid_auth" }
    if (state.tokenError) return { ok: false, error: state.tokenError }
    if (state.missingScope && method.startsWith("chat.")) {
      return { ok: false, error: "missing_scope", needed: state.missingScope }
    }
    const found = faultsOf(args)
    if (found.length > 0) {
      faults.push(...found.map((fault) => `${method}: ${fault}`))
      return { ok: false, error: "invalid_blocks" }
    }
    if (method === "views.update" && state.windowsClose) return { ok: false, error: "not_found" }
    if (method === "views.open" && state.triggersExpire) {
      return { ok: false, error: "expired_trigger_id" }
    }
    if (method === "chat.postEphemeral" && state.ephemeralFails) {
      return { ok: false, error: "user_not_in_channel" }
    }
    if (method.startsWith("chat.") && (await isOutside(args.channel))) {
      return { ok: false, error: "not_in_channel" }
    }
    if (method === "files.info") return fileInfo(String(args.file))
    const reply = await fetch(`${workspace.url}/api/${method}`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify(args),
    })
    const answer = (await reply.json()) as Json
    if (answer.ok) keep(method, args, answer)
    return answer
  }

  /** The emulator lets apps post in any public channel; Slack does not, without chat:write.public. */
  async function isOutside(channel: unknown): Promise<boolean> {
    if (!String(channel).startsWith("C")) return false
    const asked = { channel: String(channel) }
    const { channel: found } = await workspace.callAs(BOT_TOKEN, "conversations.info", asked)
    return !(found as Json).is_member
  }

  function keep(method: string, args: Json, answer: Json): void {
    const view = answer.view as (Json & { id: string; user_id?: string }) | undefined
    if (method === "chat.postEphemeral") {
      whispers.push({ person: String(args.user), message: args })
    }
    if (method === "views.publish") homes.set(String(args.user_id), args.view as Json)
    if (method === "views.open" && view) {
      const trigger = triggers.get(String(args.trigger_id))
      windows.set(trigger ?? "", view)
    }
    if (method === "views.update" && view) {
      const owner = [...windows].find(([, open]) => open.id === view.id)?.[0]
      if (owner) windows.set(owner, view)
    }
  }

  function faultsOf({ blocks, text, view }: Json): string[] {
    return [
      ...(blocks ? messageFaults({ text, blocks }) : []),
      ...(view ? viewFaults(view as Json) : []),
    ]
  }

  function respond(path: string, message: Json, response: ServerResponse): void {
    const url = responses.get(path)
    if (!url || url.isExpired || state.respondFails || url.uses >= MAX_USES) {
      response.statusCode = 404
      json(response, { ok: false, error: "expired_url" })
      return
    }
    url.uses += 1
    faults.push(...faultsOf(message).map((fault) => `response_url: ${fault}`))
    if (message.replace_original && url.whisper) {
      whispers[whispers.indexOf(url.whisper)] = { person: url.person, message }
    } else whispers.push({ person: url.person, message })
    json(response, { ok: true })
  }

  const triggers = new Map<string, string>()
  async function newTrigger(person: string): Promise<string> {
    const asked = { user_id: person }
    const { trigger_id } = await workspace.callAs(BOT_TOKEN, "views.generateTriggerId", asked)
    triggers.set(String(trigger_id), person)
    return String(trigger_id)
  }

  function newResponseUrl(person: string, whisper: Whispered | null): string {
    const path = `/response/${randomUUID()}`
    responses.set(path, { person, uses: 0, isExpired: false, whisper })
    return base + path
  }

  async function deliver(kind: Kind, payload: Json, retry = 0): Promise<unknown> {
    last = { kind, payload }
    if (state.losesNext) {
      state.losesNext = false
      return
    }
    const answer = await delivery.deliver(kind, payload, retry)
    lastAnswer = answer
    acknowledgedAt = Date.now()
    applyToWindow(payload, answer)
    return answer
  }

  /** What the app says becomes of the window whose form was sent. */
  function applyToWindow({ type, view, user }: Json, answer: unknown): void {
    if (type !== "view_submission") return
    const person = String((user as Json).id)
    const { response_action: action, view: next } = (answer ?? {}) as Json
    if (action === "errors") return
    if (action !== "update") {
      windows.delete(person)
      return
    }
    faults.push(...viewFaults(next as Json).map((fault) => `response_action: ${fault}`))
    windows.set(person, { ...(next as Json), id: (view as Json).id })
  }

  async function tell(event: Json & { type: string }, name: string = event.type): Promise<void> {
    if (!manifest.settings.event_subscriptions.bot_events.includes(name)) {
      throw new Error(`the manifest does not ask for ${name}`)
    }
    await deliver("events_api", {
      type: "event_callback",
      team_id: TEAM,
      api_app_id: "A1",
      event_id: `Ev${randomUUID()}`,
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [
        { team_id: TEAM, user_id: workspace.botUser, is_bot: true, is_enterprise_install: false },
      ],
      event,
    })
  }

  const interaction = (person: string): Json => ({
    ...{ team: { id: TEAM, domain: "t" }, api_app_id: "A1", token: "x", enterprise: null },
    user: { id: person, username: person, team_id: TEAM },
    is_enterprise_install: false,
  })

  return {
    scopes,
    ...{ calls, faults, whispers, windows, homes, files, workspace, state, delivery },
    /** Ends with /api/. */
    apiUrl: `${base}/api/`,
    urlOfFile: (id: string) => `${base}/files/${id}`,
    /** What the app said when it acknowledged. */
    get lastAnswer() {
      return lastAnswer
    },
    textOfWindow: (person: string) => wordsOf(windows.get(person)?.blocks),
    textOfHome: (person: string) => wordsOf(homes.get(person)?.blocks),
    /** Between the bot and them, once it was opened. */
    privateChannel(person: string): string {
      const opening = calls.findLast(
        ({ method, args }) => method === "conversations.open" && args.users === person,
      )
      return String((opening?.answer.channel as Json | undefined)?.id ?? "")
    },

    /** Presses a button, or chooses in a menu. */
    async click(person: string, where: Json, pressed: Pressable, whisper: Whispered | null = null) {
      const { view, message, channel } = where
      await deliver("interactive", {
        type: "block_actions",
        ...interaction(person),
        ...where,
        ...(channel ? { channel: { id: channel } } : {}),
        container: view
          ? { type: "view", view_id: (view as Json).id }
          : {
              type: "message",
              message_ts: (message as Json | undefined)?.ts ?? "1.1",
              channel_id: channel,
              is_ephemeral: whisper !== null,
            },
        trigger_id: await newTrigger(person),
        ...(view ? {} : { response_url: newResponseUrl(person, whisper) }),
        actions: [{ ...actionOf(pressed), block_id: "b", action_ts: stamp() }],
      })
    },

    /** The window that is open before them is sent back. */
    submit(person: string, state: Json): Promise<unknown> {
      const view = windows.get(person)
      if (!view) throw new Error("no window is open")
      return deliver("interactive", {
        type: "view_submission",
        ...interaction(person),
        view: { ...view, state: { values: state } },
        response_urls: [],
      })
    },

    /** They close the window before them; Slack says so to who asked for it. */
    async closeWindow(person: string) {
      const view = windows.get(person)
      windows.delete(person)
      if (!view?.notify_on_close) return
      const type = "view_closed"
      await deliver("interactive", { type, ...interaction(person), view, is_cleared: false })
    },

    async command(person: string, text: string, channel = workspace.channel) {
      const [known] = manifest.features.slash_commands
      if (!known) throw new Error("the manifest has no command")
      await deliver("slash_commands", {
        ...{ token: "x", team_id: TEAM, team_domain: "t", api_app_id: "A1" },
        ...{ channel_id: channel, user_id: person, command: known.command, text },
        is_enterprise_install: "false",
        response_url: newResponseUrl(person, null),
        trigger_id: await newTrigger(person),
      })
    },

    async shortcut(person: string, callback: string, text: string) {
      const known = manifest.features.shortcuts.some(({ callback_id }) => callback_id === callback)
      if (!known) throw new Error(`the manifest has no shortcut ${callback}`)
      await deliver("interactive", {
        type: "message_action",
        ...interaction(person),
        callback_id: callback,
        channel: { id: workspace.channel },
        message: { type: "message", ts: stamp(), user: person, text },
        response_url: newResponseUrl(person, null),
        trigger_id: await newTrigger(person),
      })
    },

    async says(person: string, channel: string, text: string, more: Json = {}) {
      const name = channel.startsWith("D") ? "message.im" : "message.channels"
      const kind = channel.startsWith("D") ? "im" : "channel"
      const ts = stamp()
      const event = { type: "message", user: person, text, ts, channel, channel_type: kind }
      await tell({ ...event, ...more }, name)
      return ts
    },

    mentions: (person: string, channel: string, text: string, more: Json = {}) =>
      tell({ type: "app_mention", user: person, text, ts: stamp(), channel, ...more }),

    reacts: (person: string, channel: string, ts: string, reaction: string) =>
      tell({
        ...{ type: "reaction_added", user: person, reaction },
        item: { type: "message", channel, ts },
      }),

    opensHome: (person: string, tab = "home") =>
      tell({ type: "app_home_opened", user: person, channel: "D1", tab }),

    async repeatsLast() {
      if (last) await deliver(last.kind, last.payload, 1)
    },

    acknowledgedAt: () => acknowledgedAt,
    lastKind: () => String(last?.payload.type),

    slowDown(method: string, seconds: number) {
      slowDowns.set(method, seconds)
    },

    goAway() {
      state.isAway = true
      delivery.cutSockets()
    },

    /** Every message of a channel, the newest first, as the app would read it. */
    async history(channel: string): Promise<Json[]> {
      const asked = { channel, limit: 200 }
      const { messages } = await workspace.callAs("xoxp-nadia", "conversations.history", asked)
      return messages as Json[]
    },

    async replies(channel: string, ts: string): Promise<Json[]> {
      const asked = { channel, ts }
      const { messages } = await workspace.callAs("xoxp-nadia", "conversations.replies", asked)
      return (messages as Json[]).filter((message) => message.ts !== ts)
    },

    async close() {
      delivery.close()
      server.closeAllConnections()
      server.close()
      await workspace.close()
    },
  }

  function fileInfo(id: string): Json {
    const file = files.get(id)
    if (!file) return { ok: false, error: "file_not_found" }
    const url = `${base}/files/${id}`
    const { name, type, content } = file
    const told = { id, name, mimetype: type, size: content.length, url_private_download: url }
    return { ok: true, file: told }
  }

  function giveFile(path: string, token: string, response: ServerResponse): void {
    const file = files.get(path.replace("/files/", ""))
    // Slack shows its page of login, with 200, to who may not read
    if (token !== BOT_TOKEN || !scopes.includes("files:read") || !file) {
      response.setHeader("content-type", "text/html")
      response.end("<html>Sign in</html>")
      return
    }
    response.setHeader("content-type", file.type)
    response.end(file.content)
  }
}

function actionOf({ value, inMenu }: Pressable): Json {
  return inMenu
    ? { type: "overflow", action_id: "menu-0", selected_option: { value } }
    : { type: "button", action_id: "button-0", value }
}

let stamps = Math.floor(Date.now() / 1000)
/** « 1700000000.000100 », never the same. */
function stamp(): string {
  stamps += 1
  return `${stamps}.000100`
}

function argumentsOf(body: string): Json {
  const args: Json = {}
  for (const [name, value] of new URLSearchParams(body)) {
    args[name] = /^[{[]|^(true|false)$/.test(value) ? parsed(value) : value
  }
  return args
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

function json(response: ServerResponse, answer: Json): void {
  response.setHeader("content-type", "application/json")
  response.end(JSON.stringify(answer))
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
