import { expect, test } from "vitest"
import { aMail } from "../setup/builders.ts"
import { aWorld, type World } from "../setup/world.ts"

async function twoTickets(): Promise<World> {
  const world = await aWorld()
  await world.receives(aMail({ subject: "Lien expiré", text: "Mon lien a expiré." }))
  await world.receives(aMail({ subject: "Encore moi", text: "J’ai oublié la capture." }))
  return world
}

test("the messages go to the other ticket; this one is closed and points to it", async () => {
  const world = await twoTickets()

  await world.fills("ticket.merge", 2, { into: "1" })

  expect(await world.ticket(2)).toMatchObject({ status: "closed", mergedIntoId: 1 })
  expect(world.card(2).fields).toContainEqual({ label: "Réunie avec", text: "Mentor #1" })
  expect(world.card(1).sections.at(-1)?.text).toBe("J’ai oublié la capture.")
  expect(await world.journal(1)).toContain("received a merge (Nadia Ferrand)")
  expect(await world.journal(2)).toContain("merged (Nadia Ferrand)")
  expect(await world.balance()).toMatchObject({ received: 2, ticket: 2 })
})

test("the number may be typed as people write it", async () => {
  const world = await twoTickets()

  await world.fills("ticket.merge", 2, { into: " Mentor #1" })

  expect(await world.ticket(2)).toMatchObject({ mergedIntoId: 1 })
})

test("a closed ticket that receives what waits is our turn again", async () => {
  const world = await twoTickets()
  await world.fills("ticket.close", 1, { how: "silent" })

  await world.fills("ticket.merge", 2, { into: "1" })

  expect(await world.ticket(1)).toMatchObject({ status: "new", closedAt: null })
})

test.for(["2", "99", "abc", "", "-1", "1.5", "99999999999"])(
  "it is not merged into « %s »",
  async (into) => {
    const world = await twoTickets()

    await expect(world.fills("ticket.merge", 2, { into })).rejects.toMatchObject({
      name: "UserError",
    })
    expect(await world.ticket(2)).toMatchObject({ status: "new", mergedIntoId: null })
  },
)

test("two opposite merges at the same moment: one is done, the other refused", async () => {
  const world = await twoTickets()

  const results = await Promise.allSettled([
    world.fills("ticket.merge", 1, { into: "2" }),
    world.fills("ticket.merge", 2, { into: "1" }),
  ])

  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
})

test("nothing is merged into what was merged elsewhere, and the refusal says where", async () => {
  const world = await twoTickets()
  await world.receives(aMail({ subject: "Troisième" }))
  await world.fills("ticket.merge", 1, { into: "2" })

  await expect(world.fills("ticket.merge", 3, { into: "1" })).rejects.toThrow("demande #2")
})

test("a merged ticket is not reopened: it would be empty", async () => {
  const world = await twoTickets()
  await world.fills("ticket.merge", 2, { into: "1" })

  expect(world.card(2).buttons.map(({ label }) => label)).not.toContain("Rouvrir")
  await expect(world.does("ticket.reopen", 2)).rejects.toThrow("demande #1")
})

test("an answer that waits for its 30 seconds leaves all the same, for the ticket that received it", async () => {
  const world = await twoTickets()
  const preview = await world.previews(2, "Voici un lien.")
  await world.clicks(preview.buttons[0]?.action ?? "")

  await world.fills("ticket.merge", 2, { into: "1" })
  await world.passes(31)

  expect(world.answersSent()).toHaveLength(1)
  expect(await world.ticket(1)).toMatchObject({ status: "pending" })
  expect(await world.ticket(2)).toMatchObject({ status: "closed" })
})
