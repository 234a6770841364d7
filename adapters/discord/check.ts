// What the doctor asks of Discord. Changes nothing, connects to no gateway.
import { type REST, Routes } from "discord.js"
import * as z from "zod"
import { Channel } from "./payloads.ts"
import { Guild, Member, missingPermissions, Rules } from "./permissions.ts"
import { openRest, reasonOf } from "./rest.ts"

/** One line of the doctor: in English, with the cure when it is not well. */
export type Check = { name: string; detail: string; cure: string | null }

const PAGE = "https://discord.com/developers/applications"
/** Granted by Discord, or to applications in fewer than a hundred servers. */
const MESSAGE_CONTENT = (1 << 18) | (1 << 19)
const PATIENCE = 10_000
const Me = z.object({ id: z.string(), username: z.string() })
const Application = z.object({ flags: z.number().default(0) })
/** Where a card can be posted, and a thread opened under it. */
const TEXT_CHANNELS = [0, 5]

export async function checkDiscord(options: {
  token: string
  api?: string | undefined
  teamChannel: string
}): Promise<Check[]> {
  const rest = openRest({ ...options, log: { info: () => {} } })
  rest.options.timeout = PATIENCE
  try {
    const { id, username } = Me.parse(await rest.get(Routes.user()))
    return [
      { name: "token", detail: `the bot is ${username}`, cure: null },
      await contentCheck(rest),
      await channelCheck(rest, options.teamChannel, id),
    ]
  } catch (error) {
    const cure = `reset the token at ${PAGE}, your application, Bot, and put it in DISCORD_TOKEN; or let this machine reach discord.com`
    return [{ name: "token", detail: reasonOf(error), cure }]
  }
}

async function contentCheck(rest: REST): Promise<Check> {
  const { flags } = Application.parse(await rest.get(Routes.currentApplication()))
  const name = "messages"
  if (flags & MESSAGE_CONTENT) return { name, detail: "notes in threads can be read", cure: null }
  const cure = `turn Message Content Intent on at ${PAGE}, your application, Bot`
  return { name, detail: "the application may not read messages: it cannot connect", cure }
}

async function channelCheck(rest: REST, channel: string, bot: string): Promise<Check> {
  const name = "team channel"
  try {
    const read = await rest.get(Routes.channel(channel))
    const { guild_id, type, name: called } = Channel.parse(read)
    if (!guild_id || !TEXT_CHANNELS.includes(type)) {
      const cure = "put the id of a text channel in DISCORD_TEAM_CHANNEL"
      return { name, detail: "it is not a text channel of a server", cure }
    }
    const [guild, member] = await Promise.all([
      rest.get(Routes.guild(guild_id)).then((found) => Guild.parse(found)),
      rest.get(Routes.guildMember(guild_id, bot)).then((found) => Member.parse(found)),
    ])
    const missing = missingPermissions(bot, guild, member, Rules.parse(read))
    const where = `#${called} of ${guild.name}`
    if (missing.length === 0) return { name, detail: where, cure: null }
    const cure = `give the bot: ${missing.join(", ")} (the channel's settings, Permissions)`
    return { name, detail: `in ${where}, the bot lacks ${missing.length} permission(s)`, cure }
  } catch (error) {
    const cure = "check DISCORD_TEAM_CHANNEL, and that the bot was invited to this server"
    return { name, detail: reasonOf(error), cure }
  }
}
