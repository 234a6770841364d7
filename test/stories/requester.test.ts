import { expect, test } from "vitest"
import { aMail } from "../setup/builders.ts"
import { aWorld } from "../setup/world.ts"

test("a member corrects the requester: answers go to the new address", async () => {
  const world = await aWorld()
  await world.receives(aMail({ from: "claire.durand@vallonie.gouv.exemple" }))

  await world.fills("ticket.requester", 1, {
    ...{ name: " Claire  Durand ", address: "Claire.Durand@Vallonie.gouv.example" },
  })
  await world.answers(1, "Voici un lien.")

  expect(world.server.last.to).toEqual([
    { name: "Claire Durand", address: "claire.durand@vallonie.gouv.example" },
  ])
  expect(await world.journal(1)).toContain("requester corrected (Nadia Ferrand)")
})

test("the corrected requester takes part: the number in the subject is enough", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  await world.fills("ticket.requester", 1, { name: "Luc", address: "luc@vallonie.gouv.example" })

  await world.receives(aMail({ from: "luc@vallonie.gouv.example", subject: "Re: [Mentor #1]" }))

  expect(await world.balance()).toMatchObject({ ticket: 1, followup: 1 })
})

test.for(["", "pas une adresse", "a@b", "a@b.example\r\nBcc: c@d.example", "a b@c.example"])(
  "« %s » is no address, and nothing changes",
  async (address) => {
    const world = await aWorld()
    await world.receives(aMail())

    await expect(world.fills("ticket.requester", 1, { name: "x", address })).rejects.toThrow(
      "adresse électronique",
    )
    expect(await world.ticket(1)).toMatchObject({ requesterName: "Claire Durand" })
  },
)

test("without an address, a request cannot be answered until somebody gives one", async () => {
  const world = await aWorld()
  await world.receives(Buffer.from("Subject: Perdu\r\n\r\nJe n’ai plus accès."))

  await expect(world.previews(1, "Bonjour")).rejects.toThrow("pas de destinataire")
  await world.fills("ticket.requester", 1, { name: "Luc", address: "luc@vallonie.gouv.example" })
  await world.answers(1, "Bonjour Luc")

  expect(world.server.last.to).toMatchObject([{ address: "luc@vallonie.gouv.example" }])
})
