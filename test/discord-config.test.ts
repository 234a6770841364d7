import { expect, test } from "vitest"
import { readConfig } from "../src/config.ts"
import { mistakesOf } from "./setup/configuration.ts"

const WORKING = { DISCORD_TOKEN: "MTAw.GaBc.dEf-gh_i", DISCORD_TEAM_CHANNEL: "1200000000000000000" }

test("without its variables there is no Discord", () => {
  expect(readConfig({}).discord).toBeNull()
})

test("a token and a channel are enough: cards then show no word of a mail but its subject", () => {
  expect(readConfig(WORKING).discord).toEqual({
    ...{ token: "MTAw.GaBc.dEf-gh_i", teamChannel: "1200000000000000000", detail: "summary" },
    api: "https://discord.com/api",
  })
})

test.for([
  [{ DISCORD_TOKEN: "Bot abc" }, "DISCORD_TOKEN is not the token of a bot"],
  [{ DISCORD_TEAM_CHANNEL: "#demandes" }, "DISCORD_TEAM_CHANNEL is not the id of a channel"],
  [{ DISCORD_CARD_DETAIL: "tout" }, "Write minimal, summary, full."],
  [{ DISCORD_API_URL: "http://discord.example/api" }, "DISCORD_API_URL is not the https URL"],
  [{ DISCORD_CHANNEL: "1" }, "DISCORD_CHANNEL is unknown"],
] as const)("%o is a mistake with its cure", ([wrong, told]) => {
  expect(mistakesOf({ ...WORKING, ...wrong })).toEqual([expect.stringContaining(told)])
})

test("a token alone misses its channel, and no mistake quotes a secret", () => {
  const mistakes = mistakesOf({ DISCORD_TOKEN: "a secret" })

  expect(mistakes.join()).toContain("DISCORD_TEAM_CHANNEL is missing")
  expect(mistakes.join()).not.toContain("a secret")
})
