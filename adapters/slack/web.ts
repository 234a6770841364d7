// The only file that calls the Web API: what is sent fits, what is refused says its cure, Retry-After is honoured.
import { setTimeout as pause } from "node:timers/promises"
import { LogLevel, webApi } from "@slack/bolt"
import { messageFaults, viewFaults } from "./block-check.ts"
import { french } from "./french.ts"
import type { Health } from "./health.ts"
import { textModal } from "./modal.ts"
import type { SlackOptions } from "./options.ts"
import type { Method } from "./surface.ts"
import { isPlaceTrouble, isTokenTrouble, SlackRefused } from "./troubles.ts"

const ANSWER_WITHIN = 10_000
const MAX_TURNS_AWAY = 3
/** Longer than this, whoever waits gives up: cards are owed, people are told. */
const MAX_RETRY_AFTER = 60

export type Web = {
  call(method: Method, args: Record<string, unknown>): Promise<Record<string, unknown>>
  /** What people joined to a form; throws when Slack does not give it. */
  download(url: string): Promise<Uint8Array>
  close(): void
}

export function openWeb(options: SlackOptions, health: Health): Web {
  const { log, botToken, apiUrl } = options
  const client = new webApi.WebClient(botToken, clientOptions(options))
  const closing = new AbortController()
  const freeAt = new Map<Method, number>()

  async function call(method: Method, args: Record<string, unknown>) {
    const sent = withinLimits(method, args, log)
    for (let turn = 0; ; turn += 1) {
      const wait = (freeAt.get(method) ?? 0) - Date.now()
      if (wait > 0) await pause(wait, null, { signal: closing.signal })
      try {
        const answer = await client.apiCall(method, sent)
        for (const what of ["answers", "token", method]) health.works(what)
        // an archived channel can be read: only a post tells that it works
        if (method.startsWith("chat.")) health.works(placeOf(args))
        return { ...answer }
      } catch (error) {
        if (!(error instanceof webApi.WebAPIRateLimitedError)) throw told(method, args, error)
        const { retryAfter } = error
        if (turn >= MAX_TURNS_AWAY || retryAfter > MAX_RETRY_AFTER) throw error
        log.warn({ method, retryAfter }, "Slack asks to slow down")
        freeAt.set(method, Date.now() + retryAfter * 1000)
      }
    }
  }

  function told(method: Method, args: Record<string, unknown>, error: unknown): unknown {
    if (!(error instanceof webApi.WebAPIPlatformError)) {
      const unreachable = new Error(`Slack does not answer ${method}: ${messageOf(error)}`, {
        cause: error,
      })
      health.fails("answers", unreachable)
      return unreachable
    }
    const { error: code, needed }: Record<string, unknown> = { ...error.data }
    const refused = new SlackRefused(method, String(code), needed ? String(needed) : undefined)
    health.works("answers")
    if (isTokenTrouble(refused)) health.fails("token", refused)
    else if (code === "missing_scope") health.fails(method, refused)
    else if (isPlaceTrouble(refused) && isChannel(args.channel)) {
      health.fails(placeOf(args), refused)
    }
    return refused
  }

  async function download(url: string): Promise<Uint8Array> {
    const isSlack = new URL(url).host.endsWith(".slack.com")
    // the token is for Slack alone, whatever address a payload holds
    if (!isSlack && new URL(url).origin !== new URL(apiUrl).origin) throw new Error("not of Slack")
    const signal = AbortSignal.any([AbortSignal.timeout(30_000), closing.signal])
    const headers = { authorization: `Bearer ${botToken}` }
    const reply = await fetch(url, { headers, signal })
    const type = reply.headers.get("content-type") ?? ""
    // without files:read, Slack answers with its page of login
    if (!reply.ok || type.startsWith("text/html")) throw new Error(`${reply.status} ${type}`)
    return reply.bytes()
  }

  return { call, download, close: () => closing.abort() }
}

/** For bolt's own calls as well. Nothing is tried again under our feet: a post whose answer is lost would come twice. */
export function clientOptions({ apiUrl, log }: Pick<SlackOptions, "apiUrl" | "log">) {
  return {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: ANSWER_WITHIN,
    logger: boltLogger(log),
  }
}

/** What bolt says is for us; what it quotes may be what people wrote. */
export function boltLogger(log: SlackOptions["log"]) {
  const say = (level: "warn" | "error") => (message: unknown) =>
    log[level]({ message: messageOf(message).slice(0, 300) }, "bolt")
  return {
    debug() {},
    info() {},
    warn: say("warn"),
    error: say("error"),
    setLevel() {},
    getLevel: () => LogLevel.WARN,
    setName() {},
  }
}

/** What Slack would refuse is a fault of ours: people still get the words. */
function withinLimits(method: Method, args: Record<string, unknown>, log: SlackOptions["log"]) {
  const { view, blocks } = args
  const faults = [
    ...(blocks ? messageFaults(args) : []),
    ...(typeof view === "object" && view !== null ? viewFaults({ ...view }) : []),
  ]
  if (faults.length === 0) return args
  log.error({ method, faults: faults.slice(0, 5) }, "a payload was beyond Slack’s limits")
  if (blocks) return { ...args, blocks: undefined }
  return { ...args, view: textModal(french.refusedTitle, french.notShown, {}) }
}

function placeOf({ channel }: Record<string, unknown>): string {
  return isChannel(channel) ? `channel ${channel}` : "channel"
}

function isChannel(channel: unknown): channel is string {
  return typeof channel === "string" && /^[CG]/.test(channel)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
