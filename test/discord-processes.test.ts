// Two copies of the real bot, each a process of its own, on one database and one Discord.
import { mkdtemp, rm } from "node:fs/promises"
import { join } from "node:path"
import { afterEach, expect, test } from "vitest"
import { type BotProcess, startReadyBot } from "./setup/bot-process.ts"
import { testDatabase } from "./setup/database.ts"
import { startFakeDiscord } from "./setup/discord/fake.ts"
import type { Json } from "./setup/discord/objects.ts"
import { seenIn } from "./setup/discord-stage.ts"
import { eventually } from "./setup/eventually.ts"
import { scratchFolder } from "./setup/scratch.ts"

const TAKEN_OVER_WITHIN = 10_000
const STARTS_WITHIN = 40_000

const closing: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

test("a copy is killed: cards, claims and the gateway go on with the other within 10 s, nothing twice", async () => {
  const { discord, database, start, cards } = await given()
  const first = await start()
  await eventually("cards", () => cards().length >= 3, STARTS_WITHIN)
  await start()
  const nadia = await memberOnDiscord(database, discord.nadia.id)
  const [one, other] = cards() as [Json, Json]

  await discord.people.click(discord.nadia, one, buttonOf(one, "Je prends"))
  await eventually("her name on the card", () => seenIn(one).text.includes(nadia))
  await first.kill()
  const killedAt = Date.now()
  await eventually("a session", () => discord.gateway.connected() === 1, TAKEN_OVER_WITHIN)
  await discord.people.click(discord.nadia, other, buttonOf(other, "Je prends"))
  await eventually("her name on the other card", () => seenIn(other).text.includes(nadia))
  const took = Date.now() - killedAt

  expect(took).toBeLessThan(TAKEN_OVER_WITHIN)
  const titles = cards().map(({ embeds }) => embeds[0]?.title)
  expect(new Set(titles).size).toBe(titles.length)
  expect(discord.state.problems).toEqual([])
}, 90_000)

async function given() {
  const [discord, database] = [await startFakeDiscord(), await testDatabase()]
  const data = await mkdtemp(join(scratchFolder(), "telemaque-discord-"))
  closing.push(() => discord.close())
  closing.push(() => database.close())
  closing.push(() => rm(data, { recursive: true, force: true }))
  const start = async (): Promise<BotProcess> => {
    const bot = await startReadyBot({
      ...{ DATABASE_URL: database.url, DATA_DIR: data, LOG_LEVEL: "warn" },
      ...{ DISCORD_TOKEN: discord.token, DISCORD_TEAM_CHANNEL: discord.channel },
      DISCORD_API_URL: discord.api,
    })
    closing.push(() => bot.kill())
    return bot
  }
  const cards = () =>
    [...discord.state.messages.values()].filter(
      ({ channel_id, flags }) => channel_id === discord.channel && flags === 0,
    )
  return { discord, database, start, cards }
}

/** Somebody of the team, whose account there is linked; gives their name. */
async function memberOnDiscord(
  { pool }: Awaited<ReturnType<typeof testDatabase>>,
  id: string,
): Promise<string> {
  const { rows } = await pool.query(`SELECT id, name FROM "Member" ORDER BY id LIMIT 1`)
  await pool.query(
    `INSERT INTO "Identity" (chat, "externalId", "memberId") VALUES ('discord', $1, $2)`,
    [id, rows[0].id],
  )
  return rows[0].name
}

function buttonOf({ components }: Json, label: string): string {
  const parts = components.flatMap((row: Json) => row.components) as Json[]
  return parts.find((part) => part.label === label)?.custom_id
}
