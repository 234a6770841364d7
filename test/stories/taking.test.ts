import { expect, test } from "vitest"
import { aMail } from "../setup/builders.ts"
import { aWorld, buttonOf, type World } from "../setup/world.ts"

async function aTicket(): Promise<World> {
  const world = await aWorld()
  await world.receives(aMail())
  return world
}

const whoHas = (world: World) =>
  world.card(1).fields.find(({ label }) => label === "En charge")?.text

test("two members click Je prends at once: one gets it, the other is told who did", async () => {
  const world = await aTicket()
  const take = buttonOf(world.card(1), "Je prends")

  const results = await Promise.allSettled([
    world.clicks(take, "nadia"),
    world.clicks(take, "karim"),
  ])

  const winner = whoHas(world)
  const refusals = results.flatMap((result) => (result.status === "rejected" ? result.reason : []))
  expect(["Nadia Ferrand", "Karim Lenoir"]).toContain(winner)
  expect(refusals).toMatchObject([
    { name: "UserError", message: `${winner} a déjà pris cette demande. Rien n’a changé.` },
  ])
})

test("whoever has it already may click again without harm", async () => {
  const world = await aTicket()
  await world.does("ticket.take", 1, "nadia")

  await expect(world.does("ticket.take", 1, "nadia")).resolves.toMatchObject({ kind: "done" })
})

test("taken, it is in progress; given back, anybody may take it", async () => {
  const world = await aTicket()

  await world.does("ticket.take", 1, "nadia")
  expect(await world.ticket(1)).toMatchObject({ status: "open" })
  await world.does("ticket.release", 1, "nadia")

  expect(await world.ticket(1)).toMatchObject({ status: "new", assigneeId: null })
  await world.does("ticket.take", 1, "karim")
  expect(whoHas(world)).toBe("Karim Lenoir")
})

test("a member hands it to another, who may answer", async () => {
  const world = await aTicket()
  const form = await world.does("ticket.transfer", 1, "nadia")

  const [input] = form.kind === "form" ? form.form.inputs : []
  const options = input?.kind === "select" ? input.options.map(({ label }) => label) : []
  expect(options).toEqual(["Karim Lenoir"]) // neither herself, nor a reader

  await world.fills("ticket.transfer", 1, { member: String(world.members.karim.id) }, "nadia")
  expect(whoHas(world)).toBe("Karim Lenoir")
  expect(await world.journal(1)).toContain("transferred (Nadia Ferrand)")
})

test.for(["", "abc", "99", "solene"])("it is handed to nobody else (%s)", async (who) => {
  const world = await aTicket()
  const member = who === "solene" ? String(world.members.solene.id) : who

  await expect(world.fills("ticket.transfer", 1, { member })).rejects.toThrow(
    "Choisissez la personne",
  )
})

test("an answer takes a ticket that nobody had", async () => {
  const world = await aTicket()

  await world.answers(1, "Voici un lien.", "karim")

  expect(whoHas(world)).toBe("Karim Lenoir")
})

test("an answer to somebody else’s ticket does not take it away", async () => {
  const world = await aTicket()
  await world.does("ticket.take", 1, "nadia")

  await world.answers(1, "Voici un lien.", "karim")

  expect(whoHas(world)).toBe("Nadia Ferrand")
})

test("a reader changes nothing: each move is refused to them alone, and journaled", async () => {
  const world = await aTicket()
  const before = await world.ticket(1)
  const moves = [
    () => world.does("ticket.take", 1, "solene"),
    () => world.does("ticket.release", 1, "solene"),
    () => world.does("ticket.reopen", 1, "solene"),
    () => world.fills("ticket.note", 1, { text: "x" }, "solene"),
    () => world.fills("ticket.close", 1, { how: "silent" }, "solene"),
    () => world.fills("ticket.close", 1, { how: "mail" }, "solene"),
    () => world.fills("ticket.snooze", 1, { until: "2026-12-01" }, "solene"),
    () => world.fills("ticket.merge", 1, { into: "2" }, "solene"),
    () => world.fills("ticket.requester", 1, { address: "a@b.example" }, "solene"),
    () => world.fills("ticket.transfer", 1, { member: "1" }, "solene"),
  ]

  for (const move of moves) await expect(move()).rejects.toThrow("Votre rôle permet de lire")

  const { journalHash: _, ...after } = await world.ticket(1)
  expect(before).toMatchObject(after)
  const refused = (await world.journal(1)).filter((line) => line === "refused (Solène Marchal)")
  expect(refused).toHaveLength(moves.length)
})

test("somebody who is not of the team is refused", async () => {
  const world = await aTicket()
  const stranger = { chat: "fake", id: "999" }

  await expect(world.occasions.act("ticket.take:1:1", stranger)).rejects.toThrow(
    "ce compte n’est relié à aucun membre",
  )
  await expect(world.occasions.submit("ticket.note:1:1", { text: "x" }, stranger)).rejects.toThrow()
})

test.for(["ticket.take:99:1", "ticket.burn:1:1", "ticket.take", "", ":::", "ticket.take:abc:1"])(
  "a button that leads nowhere says so (%s)",
  async (action) => {
    const world = await aTicket()

    await expect(world.clicks(action)).rejects.toMatchObject({ name: "UserError" })
  },
)
