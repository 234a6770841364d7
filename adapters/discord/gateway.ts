// One copy of the bot holds the gateway: two would hear everything twice. When it dies, its lease goes to another copy, which
// connects at once.
import { setTimeout as sleep } from "node:timers/promises"
import { Client, GatewayDispatchEvents, GatewayIntentBits, Options } from "discord.js"
import type { Leases } from "../../src/ports.ts"
import { reasonOf, restOptions } from "./rest.ts"

const LEASE = "discord gateway"
/** To be ready, or back after a cut, before another attempt from the beginning. */
const PATIENCE = 20_000
const PAUSES = [500, 2_000, 5_000, 15_000, 30_000]
/** A thousand connections a day, and Discord takes the token away. */
const REFUSED_PAUSE = 300_000

/**
 * The smallest set. Clicks and commands need none. Messages are for notes in threads: their text is the note itself, and
 * Discord blanks it without MessageContent. Reactions are for 👀 and ✅; private messages, for people who write to the bot.
 */
export const INTENTS = [
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.MessageContent,
  GatewayIntentBits.GuildMessageReactions,
  GatewayIntentBits.DirectMessages,
]

export type GatewayEvents = {
  ready(payload: unknown): Promise<void>
  interaction(payload: unknown): Promise<void>
  message(payload: unknown): Promise<void>
  reaction(payload: unknown): Promise<void>
  working(): Promise<void>
  failing(reason: string): Promise<void>
}

type Log = {
  warn(details: object, message: string): void
  info(details: object, message: string): void
}
type Uses = { token: string; api?: string | undefined; leases: Leases; log: Log }

export function holdGateway(uses: Uses, events: GatewayEvents): { close(): Promise<void> } {
  const closing = new AbortController()
  const running = new Set<Promise<void>>()
  const run = hold()
  return {
    /** What was acknowledged is finished first. */
    async close() {
      closing.abort()
      await run
      await Promise.all(running)
    },
  }

  function tell(what: string, told: Promise<void>): void {
    const heard = told
      .catch((error: unknown) => uses.log.warn({ error }, `Discord: ${what} was not heard`))
      .finally(() => running.delete(heard))
    running.add(heard)
  }

  async function hold(): Promise<void> {
    let failures = 0
    while (!closing.signal.aborted) {
      const lease = await uses.leases.take(LEASE, closing.signal).catch(() => null)
      if (!lease) return // closing, as the leases are
      const ended = AbortSignal.any([closing.signal, lease.lost])
      const { wasReady, reason } = await session(uses, events, tell, ended)
      await lease.release()
      if (reason === null || closing.signal.aborted) continue
      failures = wasReady ? 0 : failures + 1
      uses.log.warn({ reason }, "Discord: the gateway is lost")
      await events.failing(reason).catch(() => {})
      const pause = isRefusal(reason)
        ? REFUSED_PAUSE
        : PAUSES[Math.min(failures, PAUSES.length - 1)]
      await sleep(pause, undefined, { signal: closing.signal }).catch(() => {})
    }
  }
}

/** Lasts until `ended`, or until Discord cannot be reached any more: `reason` says why, in English. */
async function session(
  { token, api, log }: Uses,
  events: GatewayEvents,
  tell: (what: string, told: Promise<void>) => void,
  ended: AbortSignal,
): Promise<{ wasReady: boolean; reason: string | null }> {
  const client = new Client({
    intents: INTENTS,
    rest: restOptions(api),
    // Everything is read from what the gateway tells: nothing is worth keeping.
    makeCache: Options.cacheWithLimits(NOTHING_KEPT),
  })
  const { promise: over, resolve: end } = Promise.withResolvers<string | null>()
  let wasReady = false
  let away: NodeJS.Timeout | null = setTimeout(() => end("it does not answer"), PATIENCE)
  const back = () => {
    clearTimeout(away ?? undefined)
    away = null
    tell("working", events.working())
  }
  // discord.js tries twice a second: one cut is told once, and is over after `PATIENCE`
  const cut = () => {
    if (away || ended.aborted) return
    away = setTimeout(() => end("it cannot be reached any more"), PATIENCE)
    tell("a cut", events.failing("the connection was cut, it is being made again"))
  }

  client.ws.on(GatewayDispatchEvents.Ready, (payload) => {
    wasReady = true
    back()
    tell("ready", events.ready(payload))
  })
  client.ws.on(GatewayDispatchEvents.Resumed, back)
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (payload) =>
    tell("an interaction", events.interaction(payload)),
  )
  client.ws.on(GatewayDispatchEvents.MessageCreate, (payload) =>
    tell("a message", events.message(payload)),
  )
  client.ws.on(GatewayDispatchEvents.MessageReactionAdd, (payload) =>
    tell("a reaction", events.reaction(payload)),
  )
  client.on("shardReconnecting", cut)
  client.on("shardDisconnect", ({ code }) => end(refusalOf(code)))
  client.on("error", (error) => end(reasonOf(error)))
  client.on("shardError", (error) => log.warn({ reason: reasonOf(error) }, "Discord: the gateway"))
  ended.addEventListener("abort", () => end(null), { once: true })

  client.login(token).catch((error: unknown) => end(refusalAtLogin(error)))
  const reason = ended.aborted ? null : await over
  clearTimeout(away ?? undefined)
  await client.destroy().catch(() => {})
  return { wasReady, reason }
}

const NO_INTENT =
  "the application may not read messages: turn Message Content Intent on in its page (Bot)"
const NO_TOKEN = "the token is refused: put a new one in DISCORD_TOKEN"
const CLOSES: Record<number, string> = { 4004: NO_TOKEN, 4014: NO_INTENT }

function refusalOf(code: number): string {
  return CLOSES[code] ?? `the gateway was closed for good (${code})`
}

function refusalAtLogin(error: unknown): string {
  const { code = "", message = "" } = error as { code?: string; message?: string }
  if (code === "TokenInvalid") return NO_TOKEN
  return /disallowed intents/i.test(message) ? NO_INTENT : reasonOf(error)
}

function isRefusal(reason: string): boolean {
  return Object.values(CLOSES).includes(reason)
}

const NOTHING_KEPT = {
  ...{ ApplicationCommandManager: 0, ApplicationEmojiManager: 0, AutoModerationRuleManager: 0 },
  ...{ BaseGuildEmojiManager: 0, DMMessageManager: 0, EntitlementManager: 0, GuildBanManager: 0 },
  ...{
    GuildEmojiManager: 0,
    GuildForumThreadManager: 0,
    GuildInviteManager: 0,
    GuildMemberManager: 0,
  },
  ...{ GuildMessageManager: 0, GuildScheduledEventManager: 0, GuildStickerManager: 0 },
  ...{ GuildTextThreadManager: 0, MessageManager: 0, PresenceManager: 0, ReactionManager: 0 },
  ...{ ReactionUserManager: 0, StageInstanceManager: 0, ThreadManager: 0, ThreadMemberManager: 0 },
  ...{ UserManager: 0, VoiceStateManager: 0 },
}
