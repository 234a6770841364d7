// Whom nobody took, and what the team reads in the morning.
import { expect, test } from "vitest"
import { businessHoursBetween } from "../../src/calendar/business-hours.ts"
import { aMail } from "../setup/builders.ts"
import { aWorld, type World } from "../setup/world.ts"

const HOUR = 3_600
const DAY = 24 * HOUR
const said = (world: World) => world.chat.thread("ticket 1")

test.for([
  ["on a Tuesday", "2026-11-24T09:00:00Z", "2026-11-24T13:00:00Z", 4],
  ["over a night", "2026-11-24T16:00:00Z", "2026-11-25T09:00:00Z", 2],
  ["over a week-end", "2026-11-27T16:30:00Z", "2026-11-30T08:30:00Z", 1],
  ["over Christmas, a Friday", "2026-12-24T16:00:00Z", "2026-12-28T09:00:00Z", 2],
  ["the day clocks change", "2026-10-23T15:00:00Z", "2026-10-26T09:00:00Z", 2],
  ["before it began", "2026-11-24T13:00:00Z", "2026-11-24T09:00:00Z", 0],
  ["at night", "2026-11-24T20:00:00Z", "2026-11-25T03:00:00Z", 0],
] as const)("hours of work %s", ([, from, to, hours]) => {
  expect(businessHoursBetween(new Date(from), new Date(to))).toBeCloseTo(hours, 5)
})

test("after four hours of work without anybody, the team is reminded in the thread of the card, once", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  await world.passes(3 * HOUR + 3_000)
  expect(said(world)).toEqual([])

  await world.passes(HOUR)

  expect(said(world)).toEqual([
    "Personne n’a pris cette demande depuis 4 heures ouvrées. Qui s’en charge ? Un clic sur « Je prends » suffit.",
  ])
  for (let days = 0; days < 3; days += 1) await world.passes(DAY)
  expect(said(world)).toHaveLength(1)
  expect((await world.journal(1)).filter((line) => line === "reminded")).toHaveLength(1)
})

test("nights and holidays do not count, and nobody is reminded then", async () => {
  const world = await aWorld()
  await world.advance(7 * HOUR) // 17 h in Paris
  await world.receives(aMail())

  await world.passes(12 * HOUR) // 5 h
  expect(said(world)).toEqual([])
  await world.passes(6 * HOUR) // 11 h: three hours of work
  expect(said(world)).toEqual([])
  await world.passes(HOUR + 60)

  expect(said(world)).toHaveLength(1)
})

test("what was taken, closed or answered in time is not recalled", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  await world.receives(aMail({ from: "Luc <luc@vallonie.gouv.example>" }))
  await world.does("ticket.take", 1)
  await world.fills("ticket.close", 2, { how: "silent" })

  await world.passes(6 * HOUR)

  expect(world.chat.lines.size).toBe(0)
})

test("two copies remind once", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  await world.advance(5 * HOUR)
  const remind = world.app.everyMinute["remind unclaimed tickets"]
  if (!remind) throw new Error("nothing reminds")

  await Promise.all([remind(), remind(), remind()])
  await world.settles()

  expect(said(world)).toHaveLength(1)
  expect((await world.journal(1)).filter((line) => line === "reminded")).toHaveLength(1)
})

/** From Tuesday at 10 h to the morning of the day after, at 8 h 30 and some. */
const toMorning = (world: World) => world.passes(22.5 * HOUR + 60)
const FIRST = "summary 2026-11-25"

async function aMorning(options: Parameters<typeof aWorld>[0] = {}) {
  const world = await aWorld(options)
  await world.ticks() // the bot was there the day before
  return world
}

function textOf(world: World, key = FIRST): string {
  return world.chat
    .card(key)
    .sections.map(({ heading, text }) => `${heading}\n${text}`)
    .join("\n")
}

test("every working day at 8:30 the team reads what it should know; when nothing waits, one short sentence", async () => {
  const world = await aMorning()
  await world.passes(22 * HOUR) // 8 h
  expect([...world.chat.posts.keys()]).toEqual([])

  await world.passes(HOUR / 2 + 60)

  expect(world.chat.card(FIRST)).toMatchObject({
    title: "Point du matin, mercredi 25 novembre",
    tone: "neutral",
    sections: [{ text: "Rien n’attend l’équipe ce matin." }],
    buttons: [],
  })
})

test("the summary tells the new, who has waited over two days, what was not sent, what was put aside", async () => {
  const world = await aMorning()
  await world.receives(aMail({ subject: "Ancienne", from: "Luc <luc@vallonie.gouv.example>" }))
  await world.does("ticket.take", 1)
  for (let days = 0; days < 2; days += 1) await world.passes(DAY)
  await world.receives(aMail({ subject: "Nouvelle", from: "Ana <ana@vallonie.gouv.example>" }))
  await world.receives(
    aMail({ headers: { "List-Id": "<lettre.example>" }, from: "lettre@outil.example" }),
  )
  await world.receives(aMail({ subject: "En échec" }))
  await world.prisma.message.create({
    data: {
      ...{ ticketId: 3, kind: "outgoing", at: world.now(), text: "", delivery: "failed" },
      ...{ sendAt: world.now(), lastError: "550" },
    },
  })

  await world.prisma.mail.updateMany({ data: { storedAt: world.now() } }) // stored in its own time

  await toMorning(world)

  const text = textOf(world, "summary 2026-11-27")
  expect(text).toMatch(/À prendre \(2\)\n.*Nouvelle/)
  expect(text).toMatch(/plus de deux jours ouvrés \(1\)\nMentor #1 — Ancienne/)
  expect(text).toMatch(/Envois en échec \(1\)\nMentor #3 — En échec/)
  expect(text).toContain("1 message mis de côté depuis le dernier jour ouvré")
  expect(world.chat.card("summary 2026-11-27").tone).toBe("warning")
  const labels = world.chat.card("summary 2026-11-27").buttons.map(({ label }) => label)
  expect(labels.sort()).toEqual(["Voir #1", "Voir #2", "Voir #3"])
})

test("who is away is told, with the requests that wait at their name; the form to transfer says it too", async () => {
  const world = await aMorning()
  await world.receives(aMail())
  await world.does("ticket.take", 1, "karim")
  await world.commands("absent jusqu’au 1er décembre", "karim")

  await toMorning(world)

  expect(textOf(world)).toContain(
    "Ne sont pas là\nKarim Lenoir, jusqu’au mardi 1er décembre. Une demande attend à son nom : #1.",
  )
  const form = await world.does("ticket.transfer", 1)
  expect(JSON.stringify(form)).toContain("Karim Lenoir (pas là jusqu’au mardi 1er décembre)")
})

test("a place that shows no word of the agents shows none in the summary either", async () => {
  const world = await aMorning({ cardDetail: { fake: "minimal" } })
  await world.receives(aMail({ subject: "Mon divorce" }))

  await toMorning(world)

  expect(textOf(world)).toContain("Mentor #1")
  expect(textOf(world)).not.toContain("divorce")
})

test("a stop is caught up until noon, not later; no summary at week-ends", async () => {
  const world = await aMorning()
  await world.passes(25 * HOUR) // Wednesday, 11 h
  expect(world.chat.posts.has(FIRST)).toBe(true)

  await world.passes(26 * HOUR) // Thursday, 13 h
  expect(world.chat.posts.has("summary 2026-11-26")).toBe(false)
  await world.passes(2 * DAY - 4 * HOUR) // Saturday, 9 h
  expect(world.chat.posts.size).toBe(1)
})

test("copies show the summary once; a chat that was down has it when it is back, before noon", async () => {
  const world = await aMorning({ chats: ["slack", "discord"] })
  const [slack, discord] = world.chats
  if (!slack || !discord) throw new Error("two chats were asked for")
  await world.advance(22.5 * HOUR + 60)
  discord.answer = () => {
    throw new Error("away")
  }
  const plan = world.app.everyMinute["plan the summary"]
  if (!plan) throw new Error("nothing plans the summary")

  await Promise.all([plan(), plan(), plan()])
  await world.settles()

  expect(slack.posts.has(FIRST)).toBe(true)
  expect(discord.posts.has(FIRST)).toBe(false)
  discord.answer = () => {}
  await world.passes(60)
  expect(discord.posts.has(FIRST)).toBe(true)
  expect(await world.prisma.posting.count({ where: { key: FIRST } })).toBe(2)
})

test("on the day the bot is first started, there is no summary", async () => {
  const world = await aWorld()

  await world.ticks()
  await world.passes(HOUR)

  expect(world.chat.posts.size).toBe(0)
})
