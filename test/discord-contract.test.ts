import { afterAll, expect } from "vitest"
import { chatContract } from "./contracts/chat.ts"
import { aDiscordStage, type DiscordStage } from "./setup/discord-stage.ts"

let stage: DiscordStage

chatContract("on Discord", async (bot) => {
  stage = await aDiscordStage(bot)
  return stage
})

// what it all took, and gave, is what Discord's own schemas allow
afterAll(() => expect(stage.discord.state.problems).toEqual([]))
