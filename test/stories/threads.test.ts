// What people write under a card, and the signs that they put on it, on one chat and on the others.
import { expect, test } from "vitest"
import { chatOccasions } from "../../src/chats/occasions.ts"
import { aMail } from "../setup/builders.ts"
import { aWorld, type World } from "../setup/world.ts"

const TWO = { chats: ["slack", "discord"] }

async function aTicketOn(chats: string[]) {
  const world = await aWorld({ chats })
  await world.receives(aMail())
  await world.ticks() // what is done once a day is done
  return world
}

/** Somebody writes in the thread of the first ticket's card, on that chat. */
async function writes(
  world: World,
  chat: string,
  text: string,
  { by = "nadia", key = text }: { by?: "nadia" | "solene" | "nobody"; key?: string } = {},
) {
  const id = by === "nobody" ? "nobody" : String(world.members[by].id)
  await chatOccasions(world.app, world.needs, chat).reply("ticket 1", text, key, { chat, id })
  await world.settles()
}

const notes = async (world: World) =>
  (await world.prisma.message.findMany({ where: { kind: "note" } })).map(({ text }) => text)

test("a note written in a thread is read in the threads of the other chats, with who wrote it, and not said again in its own", async () => {
  const world = await aTicketOn(TWO.chats)
  const [slack, discord] = world.chats

  await writes(world, "slack", "Je l’appelle demain.")

  expect(discord?.thread("ticket 1")).toEqual([
    "Nadia Ferrand, note interne : Je l’appelle demain.",
  ])
  expect(slack?.thread("ticket 1")).toEqual([])
  expect(await notes(world)).toEqual(["Je l’appelle demain."])
  expect(world.server.sent.filter(({ isAutomatic }) => !isAutomatic)).toEqual([])
})

test("a note of the console, or of a form, is read in every thread", async () => {
  const world = await aTicketOn(["console", "slack"])
  await writes(world, "console", "Vu avec le service formation.")

  await world.fills("ticket.note", 1, { text: "Rappeler lundi." }, "karim")

  const told = [
    "Nadia Ferrand, note interne : Vu avec le service formation.",
    "Karim Lenoir, note interne : Rappeler lundi.",
  ]
  for (const chat of world.chats) expect(chat.thread("ticket 1")).toEqual(told)
})

test("what a chat delivers twice is noted once, and said once", async () => {
  const world = await aTicketOn(TWO.chats)
  await writes(world, "slack", "Un", { key: "1" })
  await writes(world, "slack", "Deux", { key: "2" })

  await writes(world, "slack", "Un", { key: "1" })

  expect(await notes(world)).toEqual(["Un", "Deux"])
  expect(world.chats[1]?.thread("ticket 1")).toHaveLength(2)
  expect((await world.journal(1)).filter((line) => line.startsWith("noted"))).toHaveLength(2)
})

test("the same key on two chats is two notes", async () => {
  const world = await aTicketOn(TWO.chats)

  await writes(world, "slack", "Un", { key: "1" })
  await writes(world, "discord", "Deux", { key: "1" })

  expect(await notes(world)).toEqual(["Un", "Deux"])
})

test("a password in a note is masked in the other threads, and a long note is cut at a word", async () => {
  const world = await aTicketOn(TWO.chats)

  await writes(world, "slack", "Mot de passe : Tr0ub4dor&3")
  await writes(world, "slack", "mot ".repeat(1_000))

  const [secret, long] = world.chats[1]?.thread("ticket 1") ?? []
  expect(secret).not.toContain("Tr0ub4dor")
  expect(long?.length).toBeLessThan(1_700)
  expect(long).toContain("mot… (suite dans la demande)")
})

test("who is nobody writes no note, and who may only read is refused", async () => {
  const world = await aTicketOn(TWO.chats)

  await writes(world, "slack", "Bonjour", { by: "nobody" })
  await expect(writes(world, "slack", "Bonjour", { by: "solene" })).rejects.toThrow("Votre rôle")

  expect(await notes(world)).toEqual([])
  expect(world.chats[1]?.thread("ticket 1")).toEqual([])
})

test("what was noted while a chat was down is said there once, in order, under a card drawn once", async () => {
  const world = await aTicketOn(TWO.chats)
  const [slack, discord] = world.chats
  if (!slack || !discord) throw new Error("two chats were asked for")
  let drawn = 0
  discord.answer = () => {
    throw new Error("away")
  }
  await writes(world, "slack", "Un")
  await writes(world, "slack", "Deux")
  await world.does("ticket.take", 1)
  expect(discord.thread("ticket 1")).toEqual([])

  const update = discord.chat.update
  discord.chat.update = async (post, card) => {
    drawn += 1
    return update(post, card)
  }
  discord.answer = () => {}
  await chatOccasions(world.app, world.needs, "discord").working()
  await world.settles()

  expect(drawn).toBe(1)
  expect(discord.card("ticket 1").fields).toContainEqual({
    label: "En charge",
    text: "Nadia Ferrand",
  })
  expect(discord.thread("ticket 1")).toEqual([
    "Nadia Ferrand, note interne : Un",
    "Nadia Ferrand, note interne : Deux",
  ])
  await world.passes(60)
  expect(drawn).toBe(1)
  expect(slack.thread("ticket 1")).toEqual([])
})

test("three changes while a chat is down are one drawing when it is back, even found by a tick alone", async () => {
  const world = await aTicketOn(TWO.chats)
  const discord = world.chats[1]
  if (!discord) throw new Error("two chats were asked for")
  let [isAway, drawn] = [true, 0]
  discord.answer = () => {
    if (isAway) throw new Error("away")
    drawn += 1
  }
  await world.does("ticket.take", 1)
  await world.does("ticket.release", 1)
  await world.does("ticket.take", 1, "karim")

  isAway = false
  await world.passes(60)

  expect(drawn).toBe(1)
  expect(discord.card("ticket 1").fields).toContainEqual({
    label: "En charge",
    text: "Karim Lenoir",
  })
  await world.passes(60)
  expect(drawn).toBe(1)
})

const puts = (world: World, reaction: "eyes" | "check", id: string) =>
  world.occasions.react("ticket 1", reaction, { chat: world.chat.chat.name, id })

test("a member’s 👀 takes the request, and ✅ closes it", async () => {
  const world = await aTicketOn(["slack"])
  const nadia = String(world.members.nadia.id)

  await puts(world, "eyes", nadia)
  expect(await world.ticket(1)).toMatchObject({
    status: "open",
    assigneeId: world.members.nadia.id,
  })
  await puts(world, "check", nadia)

  expect(await world.ticket(1)).toMatchObject({ status: "closed" })
})

test("nobody else’s sign counts, on a card nor elsewhere; a refusal is for that person", async () => {
  const world = await aTicketOn(["slack"])

  expect(await puts(world, "eyes", "nobody")).toBeNull()
  const elsewhere = { chat: "slack", id: String(world.members.nadia.id) }
  expect(await world.occasions.react("another message", "eyes", elsewhere)).toBeNull()
  await expect(puts(world, "eyes", String(world.members.solene.id))).rejects.toThrow("Votre rôle")
  expect(await world.ticket(1)).toMatchObject({ status: "new", assigneeId: null })

  await puts(world, "eyes", String(world.members.karim.id))
  const late = puts(world, "eyes", String(world.members.nadia.id))
  await expect(late).rejects.toThrow(/Karim Lenoir a déjà pris/)
  expect(world.chat.thread("ticket 1")).toEqual([])
})
