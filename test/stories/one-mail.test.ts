import { expect, test } from "vitest"
import { aMail } from "../setup/builders.ts"
import { aWorld, buttonOf } from "../setup/world.ts"

test("a mail becomes a ticket, a card, an answer, and the agent’s reply comes back to it", async () => {
  const world = await aWorld()

  await world.receives(aMail())
  await world.does("ticket.take", 1, "karim")
  await world.answers(1, "Bonjour Claire,\n\nVoici un nouveau lien.", "karim")

  expect(world.server.last).toMatchObject({
    to: [{ address: "claire.durand@vallonie.gouv.example" }],
    subject: "RE: Lien d’activation expiré [Mentor #1]",
    isAutomatic: false,
  })
  expect(await world.ticket(1)).toMatchObject({
    status: "pending",
    assignee: { name: "Karim Lenoir" },
  })

  await world.receives(
    aMail({ inReplyTo: world.server.last.messageId, text: "Cela ne marche toujours pas." }),
  )

  expect(await world.ticket(1)).toMatchObject({
    status: "open",
    assignee: { name: "Karim Lenoir" },
  })
  expect(world.card(1).sections.at(-1)?.text).toBe("Cela ne marche toujours pas.")
  expect(world.troubles).toEqual([])
})

test("an answer may be taken back for 30 seconds, and nothing has left", async () => {
  const world = await aWorld()
  await world.receives(aMail())

  const preview = await world.previews(1, "Trop vite")
  await world.clicks(buttonOf(preview, "Envoyer"))
  await world.passes(20)
  await world.clicks(buttonOf(world.card(1), "Annuler l’envoi"))
  await world.passes(60)

  expect(world.server.sent.filter(({ isAutomatic }) => !isAutomatic)).toEqual([])
})
