// Who listens to Discord, what happens when the connection goes, and when the copy that has it dies.
import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { afterAll, afterEach, expect, test } from "vitest"
import { openDiscord } from "../adapters/discord/discord.ts"
import { openLeases } from "../adapters/store/lease.ts"
import type { Leases } from "../src/ports.ts"
import { aCard } from "./contracts/chat.ts"
import { testDatabase } from "./setup/database.ts"
import { type FakeDiscord, startFakeDiscord } from "./setup/discord/fake.ts"
import { BOT, type Json } from "./setup/discord/objects.ts"
import { eventually } from "./setup/eventually.ts"
import { someOccasions } from "./setup/some-occasions.ts"
import { openTestLeases } from "./setup/test-leases.ts"

const COPY = join(import.meta.dirname, "setup/discord-copy.ts")
const TAKE_OVER = 10_000

const db = await testDatabase()
let discord: FakeDiscord
const closing: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
  expect(discord.state.problems).toEqual([])
})
afterAll(() => db.close())

/** A copy of the bot, on a Discord that copies share. */
async function aCopy(options: { leases?: Leases; token?: string; met?: Set<string> } = {}) {
  const { leases = openTestLeases(), token = discord.token, met = new Set() } = options
  const occasions = someOccasions()
  const logged: string[] = []
  const log = (_: object, message: string) => logged.push(message)
  const chat = openDiscord({
    ...{ token, api: discord.api, teamChannel: discord.channel, leases },
    ...{ ticketUrl: () => null, consoleUrl: null, log: { info: log, warn: log, error: log } },
    seen: async (id) => met.has(id) || !met.add(id),
  })
  await chat.open(occasions)
  closing.push(() => chat.close())
  return { chat, occasions, logged }
}

async function aDiscord(): Promise<FakeDiscord> {
  discord = await startFakeDiscord()
  closing.push(() => discord.close())
  return discord
}

async function connected(): Promise<void> {
  await eventually("the gateway", () => discord.gateway.connected() === 1)
}

async function aThread(chat: { post: Awaited<ReturnType<typeof aCopy>>["chat"]["post"] }) {
  const post = await chat.post(discord.channel, aCard(), "ticket:12")
  const message = discord.state.messages.get(post.split("/")[1] ?? "") as Json
  return { post, message, thread: discord.people.threadOf(message) }
}

test("it asks for the smallest intents: messages with their text, reactions, private messages", async () => {
  const { gateway } = await aDiscord()
  const { occasions } = await aCopy()

  await connected()

  const [messages, reactions, privately, content] = [1 << 9, 1 << 10, 1 << 12, 1 << 15]
  expect(gateway.intents()).toEqual([messages + reactions + privately + content])
  await eventually("it works", () => occasions.states.length > 0)
  expect(occasions.states).toEqual([null])
})

test("a cut is resumed: what happened meanwhile is told, once", async () => {
  const { gateway, people, nadia } = await aDiscord()
  const { chat, occasions } = await aCopy()
  await connected()
  const { post, thread } = await aThread(chat)

  gateway.drop(4000)
  people.write(nadia, thread, "Pendant la coupure.")

  const came = await eventually("the note", () => occasions.came[0])
  expect(came.what).toBe(`${post}: Pendant la coupure.`)
  await eventually("it works again", () => occasions.states.at(-1) === null)
  expect(occasions.states).toEqual([null, expect.stringContaining("cut"), null])
  expect(gateway.intents()).toHaveLength(1) // the same session
  expect(occasions.came).toHaveLength(1)
})

test("what was written in threads while nobody listened is read when one listens", async () => {
  const { people, nadia } = await aDiscord()
  const first = await aCopy()
  await connected()
  const { post, message, thread } = await aThread(first.chat)
  await closing.pop()?.()
  const note = people.write(nadia, thread, "Personne n’écoutait.")
  people.write(nadia, message.channel_id, "Hors d’un fil.")

  const { occasions } = await aCopy()

  const came = await eventually("the note", () => occasions.came[0])
  expect(came).toMatchObject({ what: `${post}: Personne n’écoutait.`, values: { key: note.id } })
})

test("what was asked of one copy is not asked again of the next, which reads the same thread", async () => {
  const { people, nadia } = await aDiscord()
  const met = new Set<string>()
  const first = await aCopy({ met })
  await connected()
  const { thread } = await aThread(first.chat)
  people.write(nadia, thread, `<@${BOT.id}> demande 12`)
  await eventually("the command", () => first.occasions.came[0])
  await closing.pop()?.()
  people.write(nadia, thread, "Une note.")

  const { occasions } = await aCopy({ met })

  await eventually("the note", () => occasions.came.some(({ what }) => what.endsWith("Une note.")))
  expect(occasions.came).toHaveLength(1)
})

test("Discord away is told, and connected to again when it is back", async () => {
  await aDiscord()
  const { chat, occasions } = await aCopy()
  await connected()

  discord.goAway()
  await expect(chat.post(discord.channel, aCard(), "ticket:12")).rejects.toThrow("Discord: posting")
  await eventually("it is told", () => occasions.states.at(-1))
  discord.comeBack()

  await eventually("it is back", () => discord.gateway.connected() === 1)
  await chat.post(discord.channel, aCard(), "ticket:12")
  await eventually("it is told", () => occasions.states.at(-1) === null)
})

test("a Discord that is away at the start is waited for", async () => {
  await aDiscord()
  discord.goAway()
  const { occasions } = await aCopy()
  await eventually("it is told", () => occasions.states[0])

  discord.comeBack()

  await connected()
  await eventually("it is told", () => occasions.states.at(-1) === null)
})

test("a token that is refused is told with its cure, and not tried again and again", async () => {
  await aDiscord()
  const { occasions } = await aCopy({ token: "wrong-token" })

  const told = await eventually("a reason", () => occasions.states[0])

  expect(told).toBe("Discord: the token is refused: put a new one in DISCORD_TOKEN")
  expect(discord.state.calls).toEqual(["GET /gateway/bot"])
})

test("an application that may not read messages is told with its cure", async () => {
  const { state } = await aDiscord()
  state.hasMessageContent = false
  const { occasions } = await aCopy()

  const told = await eventually("a reason", () => occasions.states.find((one) => one !== null))

  expect(told).toContain("turn Message Content Intent on")
})

test("a team channel that is closed to the bot is told with its cure; the rest works", async () => {
  const { state, people, nadia } = await aDiscord()
  state.channels.delete(discord.channel)
  const { occasions } = await aCopy()

  const told = await eventually("a reason", () => occasions.states.find((one) => one !== null))
  await people.slash(nadia, "aide")

  expect(told).toContain("the channel does not exist any more: edit the place")
  expect(occasions.came).toMatchObject([{ what: "/mentor aide" }])
})

test("what Discord was never expected to tell stops nothing", async () => {
  const { state, people, nadia } = await aDiscord()
  const { occasions, logged } = await aCopy()
  await connected()

  for (const type of ["INTERACTION_CREATE", "MESSAGE_CREATE", "MESSAGE_REACTION_ADD"]) {
    state.emit(type, { guild_id: "1", what: "is this?" })
  }
  await people.slash(nadia, "aide")

  expect(occasions.came).toMatchObject([{ what: "/mentor aide" }])
  expect(logged.filter((line) => line.includes("was not heard"))).toHaveLength(3)
})

test("a bot that stops finishes what it acknowledged", async () => {
  const { people, nadia } = await aDiscord()
  const { chat, occasions } = await aCopy()
  await connected()
  const { message } = await aThread(chat)
  const { promise: slow, resolve: free } = Promise.withResolvers<void>()
  let isDone = false
  occasions.answer = async () => {
    await slow
    isDone = true
    return { kind: "done" }
  }

  await people.click(nadia, message, "ticket.take:12:1")
  const wasDone = chat.close().then(() => isDone)
  await eventually("the gateway, left", () => discord.gateway.connected() === 0)
  free()

  expect(await wasDone).toBe(true)
})

test("one copy holds the gateway; both post; when it stops, the other takes over at once", async () => {
  await aDiscord()
  const leases = openTestLeases()
  const first = await aCopy({ leases })
  await connected()
  const second = await aCopy({ leases })

  const post = await second.chat.post(discord.channel, aCard(), "ticket:12")
  const message = discord.state.messages.get(post.split("/")[1] ?? "") as Json
  await discord.people.click(discord.nadia, message, "ticket.take:12:1")
  await first.chat.close()
  expect(first.occasions.states).toEqual([null]) // to stop is no failure
  await eventually("another session", () => discord.gateway.intents().length === 2)
  await connected()
  await discord.people.click(discord.nadia, message, "ticket.take:12:2")
  await eventually("the second click", () => second.occasions.came[0])

  expect(first.occasions.came.map(({ what }) => what)).toEqual(["ticket.take:12:1"])
  expect(second.occasions.came.map(({ what }) => what)).toEqual(["ticket.take:12:2"])
})

test("a copy that is killed leaves the gateway to another within 10 seconds, and nothing comes twice", async () => {
  await aDiscord()
  const copy = await aProcess()
  const leases = openLeases(db.url, () => {})
  const { chat, occasions } = await aCopy({ leases })
  closing.push(() => leases.close())
  const { post, thread } = await aThread(chat)
  await eventually("it waits", async () => (await connections()) === 2)

  const killedAt = Date.now()
  copy.kill("SIGKILL")
  discord.people.write(discord.nadia, thread, "Pendant.")
  await eventually("another session", () => discord.gateway.intents().length === 2, TAKE_OVER)
  const took = Date.now() - killedAt
  await connected()
  discord.people.write(discord.nadia, thread, "Après.")

  await eventually("both notes", () => occasions.came.length === 2)
  expect(took).toBeLessThan(TAKE_OVER)
  expect(occasions.came.map(({ what }) => what).sort()).toEqual([
    ...[`${post}: Après.`, `${post}: Pendant.`],
  ])
})

async function aProcess(): Promise<ChildProcess> {
  const args = ["--disable-warning=ExperimentalWarning", COPY, db.url]
  const about = [discord.api, discord.token, discord.channel]
  const stdio = ["ignore", "pipe", "inherit"] as const
  const copy = spawn(process.execPath, [...args, ...about], { stdio: [...stdio] })
  closing.push(async () => copy.kill("SIGKILL"))
  await once(copy.stdout, "data")
  return copy
}

async function connections(): Promise<number> {
  const { rows } = await db.pool.query(
    `SELECT count(*)::int AS all FROM pg_stat_activity
      WHERE application_name = 'telemaque: lease' AND datname = current_database()`,
  )
  return rows[0].all
}
