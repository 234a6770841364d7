import { afterEach, expect, test } from "vitest"
import { discordFindings } from "../adapters/cli/doctor-discord.ts"
import { lineOf } from "../adapters/cli/doctor-finding.ts"
import { type FakeDiscord, startFakeDiscord } from "./setup/discord/fake.ts"
import { BOT, GUILD } from "./setup/discord/objects.ts"

const SEND_MESSAGES = String(1n << 11n)

let discord: FakeDiscord

afterEach(async () => {
  await discord.close()
  expect(discord.state.problems).toEqual([])
})

async function visit(over: { token?: string; teamChannel?: string } = {}): Promise<string[]> {
  const { token, api, channel } = discord
  const config = { token, api, teamChannel: channel, detail: "summary" as const, ...over }
  return (await discordFindings(config)).map(lineOf)
}

test("all is well: the bot's name, its messages, its channel", async () => {
  discord = await startFakeDiscord()

  expect(await visit()).toEqual([
    "ok       Discord: token — the bot is telemaque",
    "ok       Discord: messages — notes in threads can be read",
    "ok       Discord: team channel — #demandes of Ministère",
  ])
  expect(discord.state.calls.every((call) => call.startsWith("GET"))).toBe(true)
})

test("a token that is refused is the only thing told, with its cure", async () => {
  discord = await startFakeDiscord()

  expect(await visit({ token: "old" })).toEqual([
    expect.stringMatching(/^fault +Discord: token — the token is refused.* — reset the token at /),
  ])
})

test("an application that may not read messages is told where to allow it", async () => {
  discord = await startFakeDiscord()
  discord.state.hasMessageContent = false

  expect((await visit())[1]).toContain("turn Message Content Intent on")
})

test.for([
  ["that does not exist", "999999999999999999", "the channel does not exist"],
  ["that is private", "400000000000000002", "it is not a text channel"],
])("a channel %s is told", async ([, teamChannel = "", told = ""]) => {
  discord = await startFakeDiscord()
  discord.state.channels.set("400000000000000002", {
    ...{ id: "400000000000000002", type: 1, flags: 0, last_message_id: null },
    recipients: [discord.nadia],
  })

  expect((await visit({ teamChannel }))[2]).toContain(told)
})

test.for([
  ["the server's roles", () => ({ permissions: "0" }), "View Channel, Send Messages"],
  ["the channel's rule for everybody", () => rule(GUILD, 0), "give the bot: Send Messages ("],
  ["the channel's rule for the bot", () => rule(BOT.id, 1), "give the bot: Send Messages ("],
] as const)("a permission that %s take away is named", async ([, change, told]) => {
  discord = await startFakeDiscord()
  const { permissions, overwrites = [] } = { permissions: undefined, ...change() } as {
    permissions?: string
    overwrites?: object[]
  }
  if (permissions) discord.state.permissions = permissions
  Object.assign(discord.state.channels.get(discord.channel) ?? {}, {
    permission_overwrites: overwrites,
  })

  expect((await visit())[2]).toContain(told)
})

test("what a rule takes from everybody, another may give back to the bot", async () => {
  discord = await startFakeDiscord()
  Object.assign(discord.state.channels.get(discord.channel) ?? {}, {
    permission_overwrites: [
      { id: GUILD, type: 0, allow: "0", deny: SEND_MESSAGES },
      { id: BOT.id, type: 1, allow: SEND_MESSAGES, deny: "0" },
    ],
  })

  expect((await visit())[2]).toContain("ok ")
})

function rule(id: string, type: number) {
  return { overwrites: [{ id, type, allow: "0", deny: SEND_MESSAGES }] }
}
