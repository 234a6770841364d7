// Discord, as one of the chats: what leaves goes by REST from any copy of the bot; what comes in, by the gateway, to one.
import { Routes } from "discord.js"
import type { Chat, ChatOccasions, Leases } from "../../src/ports.ts"
import type { Links } from "./card.ts"
import { missedMessages } from "./catch-up.ts"
import { holdGateway } from "./gateway.ts"
import { type Desk, onClick, onCommand, onCompletion } from "./interactions.ts"
import { openKeptForms } from "./kept-forms.ts"
import { onMessage, selfOf, type Writing } from "./messages.ts"
import { Channel, ChatMessage, Interaction, ReactionAdded, Ready, Roles } from "./payloads.ts"
import { openPosts } from "./posts.ts"
import { onReaction } from "./reactions.ts"
import { registerCommands } from "./register.ts"
import { replyTo } from "./reply.ts"
import { explained, openRest } from "./rest.ts"
import { onSubmission } from "./submissions.ts"
import { openThreads } from "./threads.ts"

export type DiscordOptions = Links & {
  token: string
  /** The id of the channel where the team's cards go. */
  teamChannel: string
  /** Another address than Discord's, as "http://127.0.0.1:1234/api". */
  api?: string | undefined
  leases: Leases
  seen(id: string): Promise<boolean>
  log: Desk["log"]
}

export function openDiscord(options: DiscordOptions): Chat {
  const { log, seen, teamChannel } = options
  const rest = openRest(options)
  const posts = openPosts(rest, options)
  const threads = openThreads(rest)
  const forms = openKeptForms()
  let gateway: { close(): Promise<void> } | null = null
  let self = selfOf("0", null)
  return { name: "discord", keepsKeys: false, open, ...posts, close: async () => gateway?.close() }

  async function open(occasions: ChatOccasions): Promise<void> {
    const desk: Desk = { occasions, links: options, forms, seen, log }
    const writing: Writing = { desk, rest, posts, threads, met: new Set() }
    gateway = holdGateway(options, {
      working: occasions.working,
      failing: (reason) => occasions.failing(`Discord: ${reason}`),
      ready,
      interaction: async (payload) => onInteraction(Interaction.parse(payload), desk),
      message: async (payload) => onMessage(ChatMessage.parse(payload), self, writing),
      reaction: async (payload) => onReaction(ReactionAdded.parse(payload), self, writing),
    })

    async function ready(payload: unknown): Promise<void> {
      const { user, application } = Ready.parse(payload)
      self = selfOf(user.id, null)
      if (await registerCommands(rest, application.id)) {
        log.info({}, "Discord: /mentor is registered")
      }
      await lookAround(user.id)
    }

    /** The first look at the team's channel: one that is closed to the bot is told at once. */
    async function lookAround(id: string): Promise<void> {
      try {
        const { guild_id } = Channel.parse(await rest.get(Routes.channel(teamChannel)))
        if (!guild_id) return
        const { roles } = Roles.parse(await rest.get(Routes.guild(guild_id)))
        self = selfOf(id, roles.find(({ tags }) => tags?.bot_id === id)?.id ?? null)
        const missed = await missedMessages(rest, guild_id, threads, Date.now())
        for (const message of missed) await onMessage(message, self, writing)
      } catch (error) {
        const reason = explained(error, `reading the channel ${teamChannel}`).message
        log.warn({ reason }, "Discord: the team's channel cannot be read")
        await occasions.failing(reason)
      }
    }
  }

  async function onInteraction(interaction: Interaction, desk: Desk): Promise<void> {
    const reply = replyTo(interaction, rest, posts)
    if (interaction.type === 2) return onCommand(interaction, reply, desk)
    if (interaction.type === 3) return onClick(interaction, reply, desk)
    if (interaction.type === 4) return onCompletion(interaction, reply, desk)
    return onSubmission(interaction, reply, desk)
  }
}
