import type { DiscordConfig } from "../../src/config/discord.ts"
import { type Finding, fault, ok } from "./doctor-finding.ts"

/** The token, the right to read messages, the team's channel. Sends nothing, changes nothing there. */
export async function discordFindings(config: DiscordConfig | null): Promise<Finding[]> {
  if (!config) return []
  const { checkDiscord } = await import("../discord/check.ts")
  const checks = await checkDiscord(config)
  return checks.map(({ name, detail, cure }) => {
    const what = `Discord: ${name}`
    return cure === null ? ok(what, detail) : fault(what, detail, cure)
  })
}
