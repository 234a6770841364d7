// The variables of Discord: all absent, and Discord is not even loaded.
import * as z from "zod"
import type { CardDetail } from "../needs.ts"
import { isLoopback } from "./mail-server.ts"
import { type Mistake, mistakesOf, oneOf, refuse } from "./parse.ts"

export type DiscordConfig = {
  token: string
  /** The id of the team's channel; its server is found by it. */
  teamChannel: string
  detail: CardDetail
  /** Ends in /api. */
  api: string
}

const CARD_DETAILS = ["minimal", "summary", "full"] as const satisfies CardDetail[]
const APP_PAGE = "https://discord.com/developers/applications"

const SHAPE = {
  DISCORD_TOKEN: token(),
  DISCORD_TEAM_CHANNEL: channel(),
  DISCORD_CARD_DETAIL: oneOf(CARD_DETAILS).default("summary"),
  DISCORD_API_URL: apiUrl().default("https://discord.com/api"),
}
const Variables = z.object(SHAPE)

export const DISCORD_VARIABLES = Object.keys(SHAPE)

/** Null without Discord; mistakes are added to `mistakes`. */
export function readDiscord(
  present: Record<string, string>,
  mistakes: Mistake[],
): DiscordConfig | null {
  if (!DISCORD_VARIABLES.some((variable) => variable in present)) return null
  const parsed = Variables.safeParse(present)
  if (!parsed.success) {
    mistakes.push(...mistakesOf(parsed.error))
    return null
  }
  return {
    token: parsed.data.DISCORD_TOKEN,
    teamChannel: parsed.data.DISCORD_TEAM_CHANNEL,
    detail: parsed.data.DISCORD_CARD_DETAIL,
    api: parsed.data.DISCORD_API_URL,
  }
}

function token() {
  return z.string().transform((text, context) => {
    if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(text)) return text
    const cure = `Copy it from ${APP_PAGE}, your application, Bot, Reset Token.`
    return refuse(context, "is not the token of a bot (three parts with dots between)", cure)
  })
}

function channel() {
  return z.string().transform((text, context) => {
    if (/^\d{17,20}$/.test(text)) return text
    const cure =
      "Turn Developer Mode on in Discord (Settings, Advanced), right-click the channel, Copy Channel ID."
    return refuse(context, "is not the id of a channel (17 to 20 digits)", cure)
  })
}

function apiUrl() {
  return z.string().transform((text, context) => {
    const url = URL.parse(text)
    const isSafe = url?.protocol === "https:" || (url && isLoopback(url.hostname))
    if (isSafe && text.endsWith("/api")) return text
    const cure = "Leave it empty: it is only for a Discord of one's own, in tests."
    return refuse(context, "is not the https URL of an API that ends by /api", cure)
  })
}
