// Promise 4: what the program thinks is a proposal that says why; what a person decided stays.
import { expect, test } from "vitest"
import { aMail } from "../setup/builders.ts"
import { aWorld } from "../setup/world.ts"

test("triage proposes a category and says which words made it", async () => {
  const world = await aWorld()

  await world.receives(aMail({ subject: "Mot de passe oublié", text: "Je l’ai perdu." }))

  expect(await world.ticket(1)).toMatchObject({
    ...{ category: "mot-de-passe", status: "new", assigneeId: null },
    triage: { because: [expect.stringContaining("mot de passe oublié")] },
  })
})

test("nothing known: it says so, and leaves it to read", async () => {
  const world = await aWorld()

  await world.receives(aMail({ subject: "Bonjour", text: "Pourriez-vous me rappeler ?" }))

  expect(await world.ticket(1)).toMatchObject({ category: "autre" })
  expect(world.card(1).fields.find(({ label }) => label === "Tri proposé")?.text).toContain(
    "Aucune phrase connue : à lire.",
  )
})

test("triage that comes late or again changes nothing that is decided", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  await world.prisma.ticket.update({ where: { id: 1 }, data: { category: "doublon" } })

  await world.app.jobs["ticket.triage"]({ ticketId: 1 })

  expect(await world.ticket(1)).toMatchObject({ category: "doublon" })
})

test("two copies that sort the same request at the same moment sort it once", async () => {
  const world = await aWorld()
  await world.app.mail.arrived(world.onServer(aMail()))

  await Promise.all([1, 2, 3].map(() => world.app.jobs["ticket.triage"]({ ticketId: 1 })))
  await world.settles()

  expect(await world.journal(1)).toEqual(["opened", "sorted"])
})

test("an undesirable mail is a ticket like another: only a person closes it", async () => {
  const world = await aWorld()

  const from = "support@boite-pleine.example"
  await world.receives(aMail({ from, subject: "Votre boîte est pleine", text: "Cliquez ici." }))
  await world.passes(7 * 24 * 3_600)

  expect(await world.ticket(1)).toMatchObject({ category: "indesirable", status: "new" })
})

test("nothing is answered, closed nor merged by itself, however long it waits", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  await world.receives(aMail({ from: "zoe@ailleurs.example", subject: "Suite [Mentor #1]" }))

  for (let days = 0; days < 30; days += 1) await world.passes(24 * 3_600)

  expect(world.answersSent()).toEqual([])
  expect(await world.prisma.ticket.count({ where: { status: "new" } })).toBe(2)
})
