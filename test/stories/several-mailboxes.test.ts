import { expect, test } from "vitest"
import { aMail } from "../setup/builders.ts"
import { aWorld, MAILBOX } from "../setup/world.ts"

const OTHER = "habilitations@ministere.example"
const mailboxes = [
  { name: "mentor", label: "Mentor", address: MAILBOX, hasSubaddresses: true },
  { name: "autre", label: "Habilitations", address: OTHER, hasSubaddresses: false },
]

test("answers leave from the mailbox that received, under its label", async () => {
  const world = await aWorld({ mailboxes })

  await world.receives(aMail({ to: OTHER }), { mailbox: "autre" })
  await world.answers(1, "Voici un lien.")

  expect(world.card(1).title).toBe("Habilitations #1 — Lien d’activation expiré")
  for (const { from } of world.server.sent) expect(from.address).toBe(OTHER)
  expect(world.server.last).toMatchObject({
    from: { name: "Nadia Ferrand – Assistance Habilitations" },
    ...{ subject: "RE: Lien d’activation expiré [Habilitations #1]", replyTo: null },
  })
})

test("a reply that reaches the other mailbox comes back to its ticket", async () => {
  const world = await aWorld({ mailboxes })
  await world.receives(aMail())
  await world.answers(1, "Voici un lien.")

  const reply = aMail({ inReplyTo: world.server.last.messageId, to: OTHER })
  await world.receives(reply, { mailbox: "autre" })

  expect(await world.balance()).toMatchObject({ ticket: 1, followup: 1 })
  expect(await world.ticket(1)).toMatchObject({ mailbox: "mentor" })
})

test("one mailbox that writes to the other is ourselves: it is parked, never answered", async () => {
  const world = await aWorld({ mailboxes })

  await world.receives(aMail({ from: OTHER }))

  expect(await world.parked()).toMatchObject([{ reason: "from ourselves" }])
  expect(world.server.sent).toEqual([])
})

test("a mailbox that is no longer configured keeps its tickets: they are answered from the first", async () => {
  const world = await aWorld({ mailboxes })
  await world.receives(aMail({ to: OTHER }), { mailbox: "autre" })
  world.needs.mailboxes.pop()
  world.needs.settings.mailboxes = mailboxes.slice(0, 1)

  await world.answers(1, "Voici un lien.")

  expect(world.server.last.from.address).toBe(MAILBOX)
})
