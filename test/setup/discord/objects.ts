// The things of Discord, whole, as its API gives them.

// biome-ignore lint/suspicious/noExplicitAny: a test double of a very wide wire format.
export type Json = Record<string, any>

export const TOKEN = "a.good.token"
export const GUILD = "200000000000000001"
/** The team's; the bot sees it. */
export const CHANNEL = "300000000000000001"
/** Discord's own, for the bot: it has its name. */
export const OWN_ROLE = "600000000000000001"
/** What the channel is filed under: a channel has a parent, as a thread has. */
export const CATEGORY = "500000000000000001"
export const BOT = aUser("100000000000000001", "telemaque", true)
export const NADIA = aUser("100000000000000002", "nadia")
export const KARIM = aUser("100000000000000003", "karim")
export const USERS = [BOT, NADIA, KARIM]

const EPOCH = 1_420_070_400_000n
let serial = 0n

/** Ids are dates: those of one millisecond follow each other. */
export function snowflake(at = Date.now()): string {
  serial += 1n
  return (((BigInt(at) - EPOCH) << 22n) | (serial & 4095n)).toString()
}

export function now(): string {
  return new Date().toISOString()
}

export function aUser(id: string, username: string, bot = false): Json {
  const blank = { global_name: null, avatar: null, primary_guild: null }
  const flags = { public_flags: 0, flags: 0, discriminator: "0000" }
  return { id, username, ...blank, ...flags, ...(bot ? { bot } : {}) }
}

/** The bot as it sees itself. */
export function myself(): Json {
  return { ...BOT, mfa_enabled: false, locale: "fr" }
}

export function aMember(user: Json): Json {
  const blank = { nick: null, avatar: null, banner: null, premium_since: null }
  return {
    ...{ user, roles: [], joined_at: now(), deaf: false, mute: false, flags: 0, pending: false },
    ...{ ...blank, communication_disabled_until: null },
  }
}

export function aChannel(id: string, type: number, more: Json = {}): Json {
  return {
    ...{ id, type, guild_id: GUILD, name: "demandes", flags: 0, last_message_id: null },
    ...{ position: 0, permission_overwrites: [], parent_id: null, nsfw: false },
    ...{ rate_limit_per_user: 0, topic: null, ...more },
  }
}

export function aThread(id: string, parent_id: string, sent: Json): Json {
  const thread_metadata = {
    ...{
      archived: false,
      locked: false,
      auto_archive_duration: sent.auto_archive_duration ?? 1440,
    },
    ...{ archive_timestamp: now(), create_timestamp: now() },
  }
  const counts = { message_count: 0, member_count: 1, total_message_sent: 0 }
  const member = { id, user_id: BOT.id, join_timestamp: now(), flags: 1 }
  const { name } = sent
  return aChannel(id, 11, { name, parent_id, owner_id: BOT.id, thread_metadata, ...counts, member })
}

export function aPrivateChannel(id: string, user: Json): Json {
  return { id, type: 1, flags: 0, last_message_id: null, recipients: [user] }
}

export function aMessage(channel: Json, author: Json, sent: Json): Json {
  const { message_reference: reference } = sent
  return {
    ...{ id: snowflake(), channel_id: channel.id, author, content: sent.content ?? "" },
    ...{ timestamp: now(), edited_timestamp: null, tts: false, mention_everyone: false },
    mentions: USERS.filter((user) => sent.content?.includes(`<@${user.id}>`)),
    ...{ mention_roles: [], attachments: sent.attachments ?? [], embeds: asEmbeds(sent.embeds) },
    ...{ components: asComponents(sent.components), pinned: false, type: reference ? 19 : 0 },
    flags: sent.flags ?? 0,
    ...(reference && {
      message_reference: { type: 0, channel_id: channel.id, message_id: reference.message_id },
    }),
  }
}

export function asEmbeds(embeds: Json[] = []): Json[] {
  return embeds.map((embed) => ({ type: "rich", ...embed }))
}

/** Discord numbers the parts that have no number, and writes out how many of a menu may be chosen. */
export function asComponents(rows: Json[] = []): Json[] {
  return rows.map((row, i) => ({
    id: i + 1,
    ...row,
    components: row.components.map((part: Json, j: number) => ({
      ...(part.type === 3 ? { min_values: 1, max_values: 1 } : {}),
      id: 10 * (i + 1) + j,
      ...part,
    })),
  }))
}

export function aCommand(sent: Json): Json {
  return {
    ...{ id: snowflake(), application_id: BOT.id, version: snowflake(), type: 1 },
    ...{ default_member_permissions: null, description: "", nsfw: false, ...sent },
  }
}

export function anAttachment(filename: string, content: string, api: string): Json {
  const id = snowflake()
  const url = `${api}/files/${id}/${filename}`
  const size = Buffer.byteLength(content)
  return { id, filename, size, url, proxy_url: url, content_type: "text/plain" }
}
