// Calls to Discord. 429s are waited for by discord.js itself; what Discord refuses is said in words that an administrator
// can act upon.
import { DiscordAPIError, HTTPError, REST } from "discord.js"

type Log = { info(details: object, message: string): void }

const VERSION = "10"

/** Codes of Discord's errors that mean something here. */
export const CODES = {
  unknownChannel: 10003,
  unknownMessage: 10008,
  unknownWebhook: 10015,
  unknownInteraction: 10062,
  missingAccess: 50001,
  closedDirectMessages: 50007,
  missingPermissions: 50013,
  noCommonServer: 50278,
  expiredToken: 50027,
  archivedThread: 50083,
  threadExists: 160004,
  lockedThread: 160005,
  alreadyAcknowledged: 40060,
} as const

const CURES: Record<number, string> = {
  [CODES.unknownChannel]: "the channel does not exist any more: edit the place",
  [CODES.missingAccess]: "the bot cannot see this channel: invite it there (View Channel)",
  [CODES.missingPermissions]:
    "the bot lacks a permission in this channel: Send Messages, Send Messages in Threads, Create Public Threads, Embed Links, Read Message History, Add Reactions",
}

export function openRest(options: { token: string; api?: string | undefined; log: Log }): REST {
  const { api, token, log } = options
  const rest = new REST({ version: VERSION, ...(api ? { api } : {}) }).setToken(token)
  rest.on("rateLimited", ({ route, retryAfter }) => {
    log.info({ route, wait: retryAfter }, "Discord asks to wait")
  })
  return rest
}

export function restOptions(api: string | undefined) {
  return { version: VERSION, ...(api ? { api } : {}) }
}

/** Discord's own code, or null when it is not Discord that said no. */
export function codeOf(error: unknown): number | null {
  return error instanceof DiscordAPIError ? Number(error.code) : null
}

export function isOneOf(error: unknown, ...codes: number[]): boolean {
  return codes.includes(codeOf(error) ?? -1)
}

/** The same error, saying what was done and what to do. No body of a message, no token. */
export function explained(error: unknown, doing: string): Error {
  return new Error(`Discord: ${doing}: ${reasonOf(error)}`)
}

/** In English, no secret: discord.js keeps the body of the request in its errors. */
export function reasonOf(error: unknown): string {
  if (error instanceof DiscordAPIError) {
    const { status, code, message } = error
    if (status === 401) return "the token is refused: put a new one in DISCORD_TOKEN"
    return CURES[Number(code)] ?? `${message.split("\n")[0]} (${code})`
  }
  if (error instanceof HTTPError) return `it answered ${error.status}`
  return error instanceof Error ? error.message : String(error)
}
