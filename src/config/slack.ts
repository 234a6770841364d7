// The variables of Slack: all absent, and Slack is not even loaded.
import * as z from "zod"
import type { CardDetail } from "../needs.ts"
import { isLoopback } from "./mail-server.ts"
import { type Mistake, mistakesOf, oneOf, refuse, wholeNumber, words } from "./parse.ts"

export type SlackConfig = {
  botToken: string
  /** Socket Mode, which needs no address of ours; without its token, requests that Slack signs. */
  transport:
    | { kind: "socket"; appToken: string }
    | { kind: "http"; signingSecret: string; host: string; port: number }
  /** The id of the team's channel. */
  teamChannel: string
  detail: CardDetail
  /** Ends in /api/. */
  apiUrl: string
}

const CARD_DETAILS = ["minimal", "summary", "full"] as const satisfies CardDetail[]
const APP_PAGE = "https://api.slack.com/apps"

const SHAPE = {
  SLACK_BOT_TOKEN: token("xoxb-", "OAuth & Permissions"),
  SLACK_APP_TOKEN: token("xapp-", "Basic Information, App-Level Tokens").optional(),
  SLACK_SIGNING_SECRET: signingSecret().optional(),
  SLACK_HTTP_HOST: words().default("127.0.0.1"),
  SLACK_HTTP_PORT: wholeNumber(0, 65_535).default(3001),
  SLACK_TEAM_CHANNEL: channel(),
  SLACK_CARD_DETAIL: oneOf(CARD_DETAILS).default("summary"),
  SLACK_API_URL: apiUrl().default("https://slack.com/api/"),
}
const Variables = z.object(SHAPE)

export const SLACK_VARIABLES = Object.keys(SHAPE)

/** Null without Slack; mistakes are added to `mistakes`. */
export function readSlack(
  present: Record<string, string>,
  mistakes: Mistake[],
): SlackConfig | null {
  if (!SLACK_VARIABLES.some((variable) => variable in present)) return null
  const parsed = Variables.safeParse(present)
  const found = [...(parsed.success ? [] : mistakesOf(parsed.error)), ...transportMistakes(present)]
  mistakes.push(...found)
  if (!parsed.success || found.length > 0) return null
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret = "" } = parsed.data
  const { SLACK_HTTP_HOST: host, SLACK_HTTP_PORT: port } = parsed.data
  return {
    botToken: parsed.data.SLACK_BOT_TOKEN,
    transport: appToken
      ? { kind: "socket", appToken }
      : { kind: "http", signingSecret, host, port },
    teamChannel: parsed.data.SLACK_TEAM_CHANNEL,
    detail: parsed.data.SLACK_CARD_DETAIL,
    apiUrl: parsed.data.SLACK_API_URL,
  }
}

function transportMistakes(present: Record<string, string>): Mistake[] {
  const { SLACK_APP_TOKEN: socket, SLACK_SIGNING_SECRET: http } = present
  if (socket || http) return []
  const problem = "is missing, and so is SLACK_SIGNING_SECRET"
  const cure = `Create an app-level token with connections:write at ${APP_PAGE}.`
  return [{ variable: "SLACK_APP_TOKEN", problem, cure }]
}

function token(prefix: string, page: string) {
  return z.string().transform((text, context) => {
    if (text.startsWith(prefix) && !/\s/.test(text)) return text
    return refuse(context, `does not begin by ${prefix}`, `Copy it from ${APP_PAGE}, ${page}.`)
  })
}

function signingSecret() {
  return z.string().transform((text, context) => {
    if (/^[0-9a-f]{32}$/i.test(text)) return text
    const cure = `Copy it from ${APP_PAGE}, Basic Information, Signing Secret.`
    return refuse(context, "is not 32 letters and digits", cure)
  })
}

function channel() {
  return z.string().transform((text, context) => {
    if (/^[CG][A-Z0-9]{6,}$/.test(text)) return text
    const cure = "Copy it from the channel's details in Slack, at the bottom: it begins by C."
    return refuse(context, "is not the id of a channel", cure)
  })
}

function apiUrl() {
  return z.string().transform((text, context) => {
    const url = URL.parse(text)
    const isSafe = url?.protocol === "https:" || (url && isLoopback(url.hostname))
    if (isSafe && text.endsWith("/api/")) return text
    const cure = "Leave it empty, or write https://slack-gov.com/api/ for GovSlack."
    return refuse(context, "is not the https URL of an API that ends by /api/", cure)
  })
}
