// A wrong merge can be undone: what was moved comes back to where it was, what came since stays.
import { expect, test } from "vitest"
import { aMail } from "../setup/builders.ts"
import { aWorld, buttonOf, type World } from "../setup/world.ts"

const PAUL = "Paul Roux <paul.roux@vallonie.gouv.example>"
const ZOE = "Zoé Petit <zoe@ailleurs.example>"

/** #1 of Claire, answered; #2 of Paul, which waits, then merged into #1 by mistake. */
async function aWrongMerge(): Promise<World> {
  const world = await aWorld()
  await world.receives(aMail({ messageId: "claire@agents.example", text: "Mon lien a expiré." }))
  await world.answers(1, "Voici un lien.")
  await world.receives(
    aMail({ from: PAUL, messageId: "paul@agents.example", text: "Mon compte est bloqué." }),
  )
  await world.does("ticket.take", 2, "karim")
  await world.fills("ticket.note", 2, { text: "Je regarde." }, "karim")
  await world.advance(60)
  await world.fills("ticket.merge", 2, { into: "1" })
  return world
}

async function texts(world: World, ticket: number): Promise<string[]> {
  const messages = await world.store.messages(ticket)
  return messages.flatMap(({ outgoing, text }) => (outgoing?.isAutomatic ? [] : text))
}

async function states(world: World) {
  const { version: _, ...one } = await world.ticket(1)
  const { version: __, ...two } = await world.ticket(2)
  return [one, two].map(({ journalHash: _, beforeMerge: __, ...ticket }) => ticket)
}

test("everything is as before the merge, and both histories say it", async () => {
  const world = await aWrongMerge()
  expect(await texts(world, 2)).toEqual([])

  const answer = await world.clicks(buttonOf(world.card(2), "Défaire la fusion"))

  expect(answer).toMatchObject({ text: "La demande #2 est de nouveau à part." })
  expect(await texts(world, 1)).toEqual(["Mon lien a expiré.", "Voici un lien."])
  expect(await texts(world, 2)).toEqual(["Mon compte est bloqué.", "Je regarde."])
  expect(await world.ticket(1)).toMatchObject({ status: "pending", waitingSince: null })
  expect(await world.ticket(2)).toMatchObject({
    ...{ status: "open", mergedIntoId: null, closedAt: null, assignee: { name: "Karim Lenoir" } },
  })
  expect((await world.store.mailsOfTicket(2)).map(({ messageId }) => messageId)).toEqual([
    "paul@agents.example",
  ])
  expect(await world.journal(2)).toContain("merge undone (Nadia Ferrand)")
  expect(await world.journal(1)).toContain("gave a merge back (Nadia Ferrand)")
  expect(await world.balance()).toMatchObject({ received: 2, ticket: 2 })
})

test("the answer to the merge offers to undo it at once", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  await world.receives(aMail({ from: PAUL }))
  const before = await states(world)

  const merged = await world.fills("ticket.merge", 2, { into: "1" })

  expect(merged).toMatchObject({ undo: { label: "Défaire la fusion" } })
  await world.clicks(merged.kind === "done" ? (merged.undo?.action ?? "") : "")
  expect(await states(world)).toEqual(before)
  expect(world.card(2).buttons.map(({ label }) => label)).toContain("Répondre")
})

test("what came since stays, and whoever undoes the merge is told", async () => {
  const world = await aWrongMerge()
  await world.receives(aMail({ inReplyTo: "claire@agents.example", text: "Toujours rien." }))
  await world.answers(1, "Un autre lien.", "karim")

  const answer = await world.does("ticket.unmerge", 2)

  expect(answer).toMatchObject({
    text: expect.stringMatching(
      /un nouveau message est arrivé .*, puis Karim Lenoir a répondu .* : cela reste dans la demande #1\./,
    ),
  })
  expect(await texts(world, 1)).toEqual([
    ...["Mon lien a expiré.", "Voici un lien.", "Toujours rien.", "Un autre lien."],
  ])
  expect(await texts(world, 2)).toEqual(["Mon compte est bloqué.", "Je regarde."])
})

test("what a person did to the other one since is kept", async () => {
  const world = await aWrongMerge()
  await world.fills("ticket.close", 1, { how: "silent" })

  await world.does("ticket.unmerge", 2)

  expect(await world.ticket(1)).toMatchObject({ status: "closed" })
  expect(await world.ticket(2)).toMatchObject({ status: "open" })
})

test("answers to what was written before come back to their own request again", async () => {
  const world = await aWrongMerge()
  await world.does("ticket.unmerge", 2)

  await world.receives(aMail({ from: PAUL, inReplyTo: "paul@agents.example", text: "Alors ?" }))
  await world.receives(aMail({ inReplyTo: "claire@agents.example", text: "Merci, et ceci ?" }))

  expect((await texts(world, 2)).at(-1)).toBe("Alors ?")
  expect((await texts(world, 1)).at(-1)).toBe("Merci, et ceci ?")
})

test("an answer that was waiting to leave at the merge goes back with its request, and counts there", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  await world.receives(aMail({ from: PAUL }))
  const preview = await world.previews(2, "C’est fait.")
  await world.clicks(buttonOf(preview, "Envoyer"))
  await world.fills("ticket.merge", 2, { into: "1" })
  await world.passes(31)

  await world.does("ticket.unmerge", 2)

  expect(await texts(world, 2)).toContain("C’est fait.")
  expect(await world.ticket(2)).toMatchObject({ status: "pending", waitingSince: null })
})

test("a merge inside another is undone alone, wherever its messages went, and the outer one after", async () => {
  const world = await aWorld()
  await world.receives(aMail({ text: "De Claire." }))
  await world.receives(aMail({ from: PAUL, text: "De Paul." }))
  await world.receives(aMail({ from: ZOE, text: "De Zoé." }))
  await world.fills("ticket.merge", 3, { into: "2" })
  await world.fills("ticket.merge", 2, { into: "1" })

  await world.does("ticket.unmerge", 3)
  expect(await texts(world, 3)).toEqual(["De Zoé."])
  expect(await texts(world, 1)).toEqual(["De Claire.", "De Paul."])

  await world.does("ticket.unmerge", 2)
  expect(await texts(world, 2)).toEqual(["De Paul."])
  expect(await texts(world, 1)).toEqual(["De Claire."])
})

test("the outer merge undone first takes both back to the inner one", async () => {
  const world = await aWorld()
  await world.receives(aMail({ text: "De Claire." }))
  await world.receives(aMail({ from: PAUL, text: "De Paul." }))
  await world.receives(aMail({ from: ZOE, text: "De Zoé." }))
  await world.fills("ticket.merge", 3, { into: "2" })
  await world.fills("ticket.merge", 2, { into: "1" })

  await world.does("ticket.unmerge", 2)
  expect(await texts(world, 2)).toEqual(["De Paul.", "De Zoé."])

  await world.does("ticket.unmerge", 3)
  expect(await texts(world, 2)).toEqual(["De Paul."])
  expect(await texts(world, 3)).toEqual(["De Zoé."])
})

test("twice is once, a reader is refused, and it may be merged again", async () => {
  const world = await aWrongMerge()
  await expect(world.does("ticket.unmerge", 2, "solene")).rejects.toThrow("Votre rôle")

  await world.does("ticket.unmerge", 2)
  await world.does("ticket.unmerge", 2)
  await expect(world.does("ticket.unmerge", 99)).rejects.toThrow("Il n’y a pas de demande #99")

  expect((await world.journal(2)).filter((line) => line.startsWith("merge undone"))).toHaveLength(1)
  await world.fills("ticket.merge", 2, { into: "1" })
  expect(await texts(world, 1)).toHaveLength(4)
})

test("two clicks at the same moment undo it once", async () => {
  const world = await aWrongMerge()

  await Promise.allSettled([
    world.does("ticket.unmerge", 2, "nadia"),
    world.does("ticket.unmerge", 2, "karim"),
  ])

  expect((await world.journal(1)).filter((line) => line.startsWith("gave"))).toHaveLength(1)
  expect(await texts(world, 2)).toEqual(["Mon compte est bloqué.", "Je regarde."])
})
