import { expect, test } from "vitest"
import { aMail } from "../setup/builders.ts"
import { aWorld } from "../setup/world.ts"

test("every parked mail becomes a request when a member says so, even one that cannot be read", async () => {
  const world = await aWorld()
  await world.receives(aMail(), { size: 60_000_000 })
  await world.receives(aMail({ headers: { Precedence: "bulk" } }))
  await world.receives(aMail({ from: "assistance@mentor.example" }))

  for (const { id } of await world.parked()) await world.does("mail.open", id)

  expect(await world.balance()).toMatchObject({ received: 3, ticket: 3, parked: 0 })
  expect(world.card(1).title).toBe("Mentor #1 — Lien d’activation expiré")
  expect(await world.journal(2)).toEqual(["opened (Nadia Ferrand)", "sorted"])
})

test("two members say it at the same moment: one ticket, and the other is told", async () => {
  const world = await aWorld()
  await world.receives(aMail({ headers: { Precedence: "bulk" } }))

  const results = await Promise.allSettled([
    world.does("mail.open", 1, "nadia"),
    world.does("mail.open", 1, "karim"),
  ])

  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  expect(await world.balance()).toMatchObject({ ticket: 1 })
})

test("Réessayer reads the mail again: what the program understands now finds its place", async () => {
  const world = await aWorld()
  const { read } = world.needs.reader
  world.needs.reader.read = async (bytes) => {
    const { mail } = await read(bytes)
    return { unreadable: "too slow", mail }
  }
  await world.receives(aMail())
  expect(await world.does("mail.retry", 1)).toMatchObject({
    text: expect.stringContaining("reste de côté"),
  })

  world.needs.reader.read = read
  const answer = await world.does("mail.retry", 1)

  expect(answer).toMatchObject({ text: expect.stringContaining("à sa place") })
  expect(await world.balance()).toMatchObject({ ticket: 1, parked: 0 })
  expect(world.card(1).sections[0]?.text).toContain("Mon lien d’activation a expiré.")
})

test("readers may neither open nor retry, and their refusal is journaled", async () => {
  const world = await aWorld()
  await world.receives(aMail({ headers: { Precedence: "bulk" } }))

  await expect(world.does("mail.open", 1, "solene")).rejects.toThrow("Votre rôle")
  await expect(world.does("mail.retry", 1, "solene")).rejects.toThrow("Votre rôle")
  await expect(
    world.fills("mailbox.since", "mentor", { since: "2026-11-01" }, "solene"),
  ).rejects.toThrow("Votre rôle")

  expect(await world.balance()).toMatchObject({ ticket: 0, parked: 1 })
  expect(await world.journal(null)).toEqual(Array(3).fill("refused (Solène Marchal)"))
})

test.for(["mail.open", "mail.retry"] as const)(
  "%s of a mail that is not there is refused",
  async (move) => {
    const world = await aWorld()

    await expect(world.does(move, 99)).rejects.toThrow("n’est plus conservé")
  },
)

test("a placed mail is not opened again", async () => {
  const world = await aWorld()
  await world.receives(aMail())

  await expect(world.does("mail.open", 1)).rejects.toThrow("déjà traité")
  expect(await world.balance()).toMatchObject({ ticket: 1 })
})

test("a new mailbox is read from the day that a member chose, never from a day to come", async () => {
  const world = await aWorld()

  await expect(world.fills("mailbox.since", "mentor", { since: "2026-11-25" })).rejects.toThrow(
    "jour passé",
  )
  await expect(world.fills("mailbox.since", "mentor", { since: "hier" })).rejects.toThrow()
  await world.fills("mailbox.since", "mentor", { since: "2026-11-20" })

  expect(await world.store.readSince("mentor")).toEqual(new Date("2026-11-19T23:00:00Z"))
})

const CLAIRE = "Claire Durand <claire.durand@vallonie.gouv.example>"
const PAUL = "Paul Roux <paul.roux@vallonie.gouv.example>"

/** A request that could not be read was put aside, and somebody answered it meanwhile. */
async function anAnswerBeforeItsMail(from: string) {
  const world = await aWorld()
  const { read } = world.needs.reader
  world.needs.reader.read = async (bytes) => {
    const { mail } = await read(bytes)
    return { unreadable: "too slow", mail }
  }
  await world.receives(aMail({ from: CLAIRE, messageId: "first@agents.example" }))
  world.needs.reader.read = read
  await world.receives(
    aMail({ from, cc: CLAIRE, inReplyTo: "first@agents.example", text: "Toujours rien ?" }),
  )
  return world
}

test.for(["mail.open", "mail.retry"] as const)(
  "a mail put aside joins, by %s, the request that its author’s next mail opened",
  async (move) => {
    const world = await anAnswerBeforeItsMail(CLAIRE)
    expect(await world.balance()).toMatchObject({ ticket: 1, parked: 1 })

    await world.does(move, 1)

    expect(await world.balance()).toMatchObject({ ticket: 1, followup: 1, parked: 0 })
    expect(world.card(1).sections.at(-1)?.text).toContain("Mon lien d’activation a expiré.")
  },
)

test.for(["mail.open", "mail.retry"] as const)(
  "when somebody else answered it, %s opens its own request, which proposes the other",
  async (move) => {
    const world = await anAnswerBeforeItsMail(PAUL)

    await world.does(move, 1)

    expect(await world.balance()).toMatchObject({ ticket: 2, followup: 0, parked: 0 })
    expect(await world.ticket(2)).toMatchObject({
      ...{ requesterAddress: "claire.durand@vallonie.gouv.example", mayContinue: 1 },
    })
  },
)

test("a mail that is tried again by itself joins its answers too, whatever became of their request", async () => {
  const world = await anAnswerBeforeItsMail(CLAIRE)
  await world.receives(aMail({ from: PAUL, subject: "La même chose" }))
  await world.fills("ticket.merge", 1, { into: "2" })

  await world.app.jobs["mail.again"]({ mailId: 1 })
  await world.settles()

  expect(await world.balance()).toMatchObject({ ticket: 2, followup: 1 })
  expect((await world.store.messages(2)).filter(({ kind }) => kind === "incoming")).toHaveLength(3)
})
