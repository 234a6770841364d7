// What the doctor looks at. Posts nothing, changes nothing there.
import { LogLevel, webApi } from "@slack/bolt"
import { z } from "zod"
import type { SlackConfig } from "../../src/config/slack.ts"
import { HTTP_PATH, SCOPES } from "./surface.ts"
import { cureOf } from "./troubles.ts"

/** `cure`: null when all is well. English, no secret. */
export type SlackCheck = { name: string; detail: string; cure: string | null }

const ANSWER_WITHIN = 10_000
const APP_PAGE = "https://api.slack.com/apps"

const Identity = z.object({
  user: z.string(),
  team: z.string(),
  response_metadata: z.object({ scopes: z.array(z.string()).default([]) }).optional(),
})
const Info = z.object({
  channel: z.object({
    name: z.string(),
    is_archived: z.boolean().optional(),
    is_member: z.boolean().optional(),
  }),
})

export async function checkSlack(config: SlackConfig): Promise<SlackCheck[]> {
  const transport = await transportCheck(config)
  const bot = clientOf(config, config.botToken)
  try {
    const identity = Identity.parse(await bot.apiCall("auth.test"))
    const { user, team, response_metadata } = identity
    return [
      ok("bot token", `@${user} in ${team}`),
      scopesCheck(response_metadata?.scopes ?? []),
      transport,
      await channelCheck(bot, config.teamChannel),
    ]
  } catch (error) {
    return [refusal("bot token", error, `see SLACK_BOT_TOKEN, and ${APP_PAGE}`), transport]
  }
}

function scopesCheck(given: string[]): SlackCheck {
  const missing = SCOPES.filter((scope) => !given.includes(scope))
  if (missing.length === 0) return ok("permissions", `all ${SCOPES.length}`)
  const cure = `add them at ${APP_PAGE} (OAuth & Permissions, or paste manifest.yaml again), then install the app again`
  return { name: "permissions", detail: `missing: ${missing.join(", ")}`, cure }
}

async function transportCheck(config: SlackConfig): Promise<SlackCheck> {
  const { transport } = config
  if (transport.kind === "http") {
    const where = `${transport.host}:${transport.port}${HTTP_PATH}`
    return ok("signed HTTP", `awaited at ${where}; Slack has to reach it by https`)
  }
  const name = "app token"
  try {
    await clientOf(config, transport.appToken).apiCall("apps.connections.open")
    return ok(name, "Socket Mode opens")
  } catch (error) {
    const cure = `turn Socket Mode on, and create an app-level token with connections:write at ${APP_PAGE} for SLACK_APP_TOKEN`
    return { ...refusal(name, error, cure), cure }
  }
}

async function channelCheck(bot: webApi.WebClient, channel: string): Promise<SlackCheck> {
  const name = `channel ${channel}`
  try {
    const { channel: found } = Info.parse(await bot.apiCall("conversations.info", { channel }))
    const code = found.is_archived ? "is_archived" : found.is_member ? "" : "not_in_channel"
    return code
      ? { name, detail: `#${found.name}: ${code}`, cure: cureOf(code) }
      : ok(name, `#${found.name}`)
  } catch (error) {
    return refusal(name, error, "see SLACK_TEAM_CHANNEL")
  }
}

function refusal(name: string, error: unknown, cure: string): SlackCheck {
  if (error instanceof webApi.WebAPIPlatformError) {
    const { error: code } = error.data
    return { name, detail: code, cure: cureOf(code) || cure }
  }
  const detail = error instanceof Error ? error.message : String(error)
  return { name, detail, cure: "see that this machine reaches Slack (proxy, firewall)" }
}

function ok(name: string, detail: string): SlackCheck {
  return { name, detail, cure: null }
}

function clientOf({ apiUrl }: SlackConfig, token: string): webApi.WebClient {
  return new webApi.WebClient(token, {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    timeout: ANSWER_WITHIN,
    logLevel: LogLevel.ERROR,
  })
}
