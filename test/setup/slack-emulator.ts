// A workspace with a team channel, two people and the app, as its manifest asks for it.
import { readFileSync } from "node:fs"
import { createEmulator } from "emulate"
import { parse } from "yaml"

type Json = Record<string, unknown>
export type SlackWorkspace = Awaited<ReturnType<typeof openSlackWorkspace>>
export type Manifest = {
  features: {
    slash_commands: { command: string }[]
    shortcuts: { callback_id: string; type: string }[]
    app_home: { home_tab_enabled: boolean; messages_tab_enabled: boolean }
  }
  oauth_config: { scopes: { bot: string[] } }
  settings: {
    event_subscriptions: { bot_events: string[] }
    interactivity: { is_enabled: boolean }
    socket_mode_enabled: boolean
  }
}

export const BOT_TOKEN = "xoxb-test"
const BOT_USER = "U0TELEMAQUE"
/** What people may do in Slack, which the app may not. */
const EVERYTHING = [
  ...["channels:read", "channels:write", "channels:manage", "channels:join", "channels:history"],
  ...["chat:write", "users:read", "im:read", "im:write", "im:history", "reactions:write"],
]

export function readManifest(): Manifest {
  const path = new URL("../../adapters/slack/manifest.yaml", import.meta.url)
  return parse(readFileSync(path, "utf8")) as Manifest
}

export async function openSlackWorkspace(manifest: Manifest) {
  const { scopes } = manifest.oauth_config
  const emulator = await createEmulator({
    service: "slack",
    port: 0,
    seed: {
      slack: {
        users: [
          { name: "nadia", real_name: "Nadia Benali", email: "nadia@ministere.example" },
          { name: "karim", real_name: "Karim Lenoir", email: "karim@ministere.example" },
        ],
        channels: [{ name: "assistance" }, { name: "autre" }],
        oauth_apps: [
          {
            client_id: "1.1",
            client_secret: "s",
            app_id: "A1",
            name: "telemaque",
            redirect_uris: [],
            scopes: scopes.bot,
            bot_id: "B0TELEMAQUE",
            bot_user_id: BOT_USER,
            bot_name: "telemaque",
          },
        ],
        tokens: [
          {
            token: BOT_TOKEN,
            type: "bot",
            user_id: BOT_USER,
            scopes: scopes.bot,
            app_id: "A1",
            bot_id: "B0TELEMAQUE",
            bot_user_id: BOT_USER,
          },
          { token: "xoxp-nadia", user: "nadia", scopes: EVERYTHING },
          { token: "xoxp-karim", user: "karim", scopes: EVERYTHING },
        ],
        strict_scopes: true,
      },
    },
  })

  /** As somebody else than the app. */
  async function callAs(token: string, method: string, body: Json): Promise<Json> {
    const reply = await fetch(`${emulator.url}/api/${method}`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    })
    const answered = (await reply.json()) as Json
    if (!answered.ok) throw new Error(`${method}: ${JSON.stringify(answered)}`)
    return answered
  }

  const users = (await callAs("xoxp-nadia", "users.list", {})).members as Json[]
  const listed = (await callAs("xoxp-nadia", "conversations.list", { limit: 100 }))
    .channels as Json[]
  const userNamed = (name: string) => String(users.find((user) => user.name === name)?.id)
  const channelNamed = (name: string) => String(listed.find((one) => one.name === name)?.id)
  const channel = channelNamed("assistance")
  await callAs("xoxp-nadia", "conversations.invite", { channel, users: BOT_USER })

  return {
    url: emulator.url,
    manifest,
    botUser: BOT_USER,
    channel,
    /** The bot is not in that one. */
    otherChannel: channelNamed("autre"),
    people: { nadia: userNamed("nadia"), karim: userNamed("karim") },
    callAs,
    close: () => emulator.close(),
  }
}
