// The server (« guild ») of the team, and the application of the bot.
import { BOT, GUILD, type Json, NADIA, OWN_ROLE } from "./objects.ts"

const MESSAGE_CONTENT = 1 << 19
const ABSENT = [
  ...["icon", "afk_channel_id", "system_channel_id", "banner", "splash", "discovery_splash"],
  ...["description", "application_id", "widget_channel_id", "rules_channel_id", "max_presences"],
  ...["public_updates_channel_id", "safety_alerts_channel_id", "vanity_url_code", "incidents_data"],
]
const ZERO = [
  ...["verification_level", "explicit_content_filter", "mfa_level", "system_channel_flags"],
  ...["premium_tier", "nsfw_level"],
]

export function aGuild(permissions: string): Json {
  const everyone = {
    ...{ id: GUILD, name: "@everyone", permissions, color: 0, hoist: false, position: 0 },
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    ...{ managed: false, mentionable: false, flags: 0, icon: null, unicode_emoji: null },
    description: null,
  }
  const own = {
    ...{ ...everyone, id: OWN_ROLE, name: "Télémaque", permissions: "0", managed: true },
    tags: { bot_id: BOT.id },
  }
  return {
    ...all(ABSENT, null),
    ...all(ZERO, 0),
    ...{ id: GUILD, name: "Ministère", owner_id: NADIA.id, roles: [everyone, own], emojis: [] },
    ...{ stickers: [], features: [], default_message_notifications: 1, preferred_locale: "fr" },
    ...{ afk_timeout: 300, region: "deprecated", widget_enabled: false, max_members: 500_000 },
    ...{ max_video_channel_users: 25, max_stage_video_channel_users: 50, nsfw: false },
    ...{ home_header: null, premium_subscription_count: 0, premium_progress_bar_enabled: false },
  }
}

export function anApplication(hasMessageContent: boolean): Json {
  return {
    ...{ id: BOT.id, name: "Télémaque", icon: null, description: "", verify_key: "k" },
    flags: hasMessageContent ? MESSAGE_CONTENT : 0,
    ...{ type: null, bot_public: false, bot_require_code_grant: false, redirect_uris: [] },
    ...{ interactions_endpoint_url: null, role_connections_verification_url: null },
    ...{ owner: NADIA, approximate_guild_count: 1, team: null, explicit_content_filter: 0 },
    ...{ flags_new: "0", eligible_oauth2_scopes: [] },
    ...{ approximate_user_install_count: 0, approximate_user_authorization_count: 0 },
  }
}

function all(names: string[], value: unknown): Json {
  return Object.fromEntries(names.map((name) => [name, value]))
}
