import type { Config } from "../src/config.ts"
import type { Chat, Leases } from "../src/ports.ts"

/** What a platform is given of the bot. `seen`: was this occasion met in the last 24 hours? */
type Around = {
  ticketUrl(id: number): string | null
  consoleUrl: string | null
  leases: Leases
  seen(occasion: string): Promise<boolean>
  log: Parameters<typeof import("./slack/slack.ts").openSlack>[0]["log"]
}

type Platform = { chat: Chat; teamChannel: string }

/** The chats that are configured, beside the console; the others are not even loaded. */
export async function openPlatforms(
  { slack, discord }: Pick<Config, "slack" | "discord">,
  { leases, ...around }: Around,
): Promise<Platform[]> {
  const forChat = (chat: string) => ({
    ...around,
    seen: (id: string) => around.seen(`${chat} ${id}`),
  })
  const found: Platform[] = []
  if (slack) {
    const { openSlack } = await import("./slack/slack.ts")
    found.push({
      chat: openSlack({ ...slack, ...forChat("slack") }),
      teamChannel: slack.teamChannel,
    })
  }
  if (discord) {
    const { openDiscord } = await import("./discord/discord.ts")
    const chat = openDiscord({ ...discord, ...forChat("discord"), leases })
    found.push({ chat, teamChannel: discord.teamChannel })
  }
  return found
}
