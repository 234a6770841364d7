// Who did what when: append-only, chained by hash, so that tampering shows.
import { createHash } from "node:crypto"
import { expect, test } from "vitest"
import { aMail } from "../setup/builders.ts"
import { aWorld, buttonOf, type World } from "../setup/world.ts"

/** Recomputes the chain of a ticket, and says where it breaks. */
async function chain(world: World, ticketId: number): Promise<"whole" | `broken at ${string}`> {
  const lines = await world.prisma.journalEntry.findMany({
    where: { ticketId },
    orderBy: { id: "asc" },
  })
  let last = ""
  for (const { memberId, at, what, detail, hash } of lines) {
    const line = JSON.stringify([ticketId, memberId, at.toISOString(), what, detail])
    last = createHash("sha256")
      .update(last + line)
      .digest("hex")
    if (last !== hash) return `broken at ${what}`
  }
  const { journalHash } = await world.ticket(ticketId)
  return journalHash === last ? "whole" : "broken at the end"
}

/** A ticket to which everything happened. */
async function aLongStory(): Promise<World> {
  const world = await aWorld()
  await world.receives(aMail({ messageId: "first@agents.example" }))
  await world.does("ticket.take", 1, "nadia")
  await world.fills("ticket.note", 1, { text: "Vu." }, "karim")
  await world.fills("ticket.transfer", 1, { member: String(world.members.karim.id) }, "nadia")
  const preview = await world.previews(1, "Trop vite.", "karim")
  await world.clicks(buttonOf(preview, "Envoyer"), "karim")
  await world.clicks(buttonOf(world.card(1), "Annuler l’envoi"), "nadia")
  await world.answers(1, "Voici un lien.", "karim")
  await world.receives(aMail({ inReplyTo: world.server.last.messageId, text: "Toujours rien." }))
  await world.fills("ticket.snooze", 1, { until: "2026-11-25" }, "karim")
  await world.passes(24 * 3_600)
  await world.fills("ticket.requester", 1, { name: "Claire", address: "c@d.example" }, "nadia")
  await world.fills("ticket.close", 1, { how: "silent" }, "karim")
  await world.does("ticket.reopen", 1, "nadia")
  await world.does("ticket.release", 1, "karim")
  await expect(world.does("ticket.take", 1, "solene")).rejects.toThrow()
  return world
}

test("each move has its line, with who made it", async () => {
  const world = await aLongStory()

  expect(await world.journal(1)).toEqual([
    ...["opened", "sorted", "taken (Nadia Ferrand)", "noted (Karim Lenoir)"],
    ...["transferred (Nadia Ferrand)", "answered (Karim Lenoir)"],
    ...["took the answer back (Nadia Ferrand)", "answered (Karim Lenoir)", "sent (Karim Lenoir)"],
    ...["followed up", "snoozed (Karim Lenoir)", "woken"],
    ...["requester corrected (Nadia Ferrand)", "closed (Karim Lenoir)", "reopened (Nadia Ferrand)"],
    ...["released (Karim Lenoir)", "refused (Solène Marchal)"],
  ])
})

test("the chain is whole, whatever happened", async () => {
  const world = await aLongStory()

  expect(await chain(world, 1)).toBe("whole")
})

test.for([
  ["a name changed", `UPDATE "JournalEntry" SET "memberId" = 2 WHERE what = 'taken'`],
  ["a time changed", `UPDATE "JournalEntry" SET at = at + interval '1 day' WHERE what = 'noted'`],
  ["a line removed", `DELETE FROM "JournalEntry" WHERE what = 'noted'`],
  ["the last line removed", `DELETE FROM "JournalEntry" WHERE what = 'refused'`],
] as const)("tampering shows: %s", async ([, sql]) => {
  const world = await aLongStory()

  await world.prisma.$executeRawUnsafe(sql)

  expect(await chain(world, 1)).toMatch(/^broken/)
})

test("moves made at the same moment are chained one after the other", async () => {
  const world = await aWorld()
  await world.receives(aMail())

  await Promise.allSettled([
    ...["solene", "solene", "solene"].map(() => world.does("ticket.take", 1, "solene")),
    ...["nadia", "karim"].map((who) => world.does("ticket.take", 1, who as "nadia")),
    world.fills("ticket.note", 1, { text: "Vu." }),
  ])

  expect(await world.prisma.journalEntry.count({ where: { ticketId: 1 } })).toBe(7)
  expect(await chain(world, 1)).toBe("whole")
})

test("what is written is never what somebody wrote: the journal outlives the mail", async () => {
  const world = await aLongStory()

  const lines = JSON.stringify(await world.prisma.journalEntry.findMany())

  expect(lines).not.toMatch(/Toujours rien|Voici un lien|durand|c@d\.example/i)
})
