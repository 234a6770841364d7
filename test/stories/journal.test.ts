// Who did what when: append-only, chained by hash, so that tampering shows.
import { createHash } from "node:crypto"
import { expect, test } from "vitest"
import { verifyJournal } from "../../adapters/store/journal.ts"
import type { JournalLine } from "../../src/tickets/store.ts"
import { aMail } from "../setup/builders.ts"
import { aWorld, buttonOf, type World } from "../setup/world.ts"

/** What the doctor would find. */
async function journal({ database }: World, limit?: number): Promise<string> {
  const { lines, firstBreak, isWhole } = await verifyJournal(database.pool, limit)
  if (!firstBreak) return `${lines} lines${isWhole ? ", whole" : ", the rest not seen"}`
  const { ticketId, entry } = firstBreak
  return `broken in ${ticketId ?? "no ticket"}, ${entry ? `at line ${entry}` : "at the end"}`
}

/** By somebody who owns the table, and so may take its lock off. */
async function tampers({ prisma }: World, sql: string): Promise<void> {
  const lock = (state: string) =>
    prisma.$executeRawUnsafe(`ALTER TABLE "JournalEntry" ${state} TRIGGER USER`)
  await lock("DISABLE")
  await prisma.$executeRawUnsafe(sql)
  await lock("ENABLE")
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
  await world.receives(aMail({ text: "Une autre demande." }))

  expect(await journal(world)).toBe("19 lines, whole")
})

test.for([
  ["a name changed", `UPDATE "JournalEntry" SET "memberId" = 2 WHERE what = 'taken'`, "at line 3"],
  [
    "a time changed",
    `UPDATE "JournalEntry" SET at = at + interval '1 day' WHERE what = 'noted'`,
    "at line 4",
  ],
  [
    "a detail changed",
    `UPDATE "JournalEntry" SET detail = '{"mail": 2}' WHERE what = 'opened'`,
    "at line 1",
  ],
  ["a line removed", `DELETE FROM "JournalEntry" WHERE what = 'noted'`, "at line 5"],
  [
    "a line moved away",
    `UPDATE "JournalEntry" SET "ticketId" = NULL WHERE what = 'noted'`,
    "at line 5",
  ],
  ["the last line removed", `DELETE FROM "JournalEntry" WHERE what = 'refused'`, "at the end"],
  ["all of them removed", `DELETE FROM "JournalEntry"`, "at the end"],
] as const)("tampering shows: %s", async ([, sql, where]) => {
  const world = await aLongStory()

  await tampers(world, sql)

  expect(await journal(world)).toBe(`broken in 1, ${where}`)
})

test("the first request whose chain is broken is named, and the others are not suspected", async () => {
  const world = await aWorld()
  for (const text of ["Le lien a expiré.", "Je perds mes badges.", "Où sont mes cours ?"])
    await world.receives(aMail({ text }))

  await tampers(world, `UPDATE "JournalEntry" SET what = 'x' WHERE "ticketId" > 1`)

  expect(await journal(world)).toMatch(/^broken in 2,/)
})

test("what no request has is chained too: refusals, sources that were read", async () => {
  const world = await aWorld()
  for (const what of ["source read", "refused", "source read"]) await records(world, what)
  expect(await journal(world)).toBe("3 lines, whole")

  await tampers(world, `DELETE FROM "JournalEntry" WHERE what = 'refused'`)

  expect(await journal(world)).toBe("broken in no ticket, at line 3")
})

test.for([[`DELETE FROM "JournalEntry" WHERE id = 2`], [`DELETE FROM "JournalEntry"`]] as const)(
  "the last lines of no request cannot go unseen: %s",
  async ([sql]) => {
    const world = await aWorld()
    for (const what of ["source read", "refused"]) await records(world, what)

    await tampers(world, sql)

    expect(await journal(world)).toBe("broken in no ticket, at the end")
  },
)

test("lines of no request that are older than their chain are taken one by one", async () => {
  const world = await aWorld()
  await records(world, "source read")
  await records(world, "refused") // before the chain, its hash was its own:
  await tampers(world, `DELETE FROM "Setting" WHERE key = 'journal'`)
  const last = await world.prisma.journalEntry.findFirstOrThrow({ where: { id: 2 } })
  const alone = JSON.stringify([null, last.memberId, last.at.toISOString(), last.what, last.detail])
  const hash = createHash("sha256").update(alone).digest("hex")
  await tampers(world, `UPDATE "JournalEntry" SET hash = '${hash}' WHERE id = 2`)
  await world.prisma.setting.create({ data: { key: "journal hashed alone up to", value: "2" } })

  await records(world, "source read")
  await records(world, "source read")

  expect(await journal(world)).toBe("4 lines, whole")
  await tampers(world, `DELETE FROM "JournalEntry" WHERE id = 3`)
  expect(await journal(world)).toBe("broken in no ticket, at line 4")
})

test("moves made at the same moment are chained one after the other", async () => {
  const world = await aWorld()
  await world.receives(aMail())

  await Promise.allSettled([
    ...["solene", "solene", "solene"].map(() => world.does("ticket.take", 1, "solene")),
    ...["nadia", "karim"].map((who) => world.does("ticket.take", 1, who as "nadia")),
    world.fills("ticket.note", 1, { text: "Vu." }),
    ...Array.from({ length: 8 }, () => records(world, "source read")),
  ])

  expect(await world.prisma.journalEntry.count({ where: { ticketId: 1 } })).toBe(7)
  expect(await journal(world)).toBe("15 lines, whole")
})

test("keys that the database puts in another order, and characters that it does not take, break nothing", async () => {
  const world = await aWorld()
  const odd = { zebra: 1, "a longer key": "nul \0, half \ud800", b: null, aa: "é" }

  await records(world, "source read", odd)
  await records(world, "source read", odd)

  expect(await journal(world)).toBe("2 lines, whole")
})

test("nobody changes a line by mistake, nor removes one: the database refuses", async () => {
  const world = await aLongStory()
  const { prisma } = world

  await expect(prisma.journalEntry.updateMany({ data: { what: "x" } })).rejects.toThrow(
    /append-only/,
  )
  await expect(prisma.journalEntry.deleteMany()).rejects.toThrow(/append-only/)
  await expect(prisma.member.delete({ where: { id: 1 } })).rejects.toThrow()

  expect(await journal(world)).toBe("17 lines, whole")
})

test("when what people wrote is removed, and who they are, the journal is still whole", async () => {
  const world = await aLongStory()
  const gone = "supprimé"

  await world.prisma.message.updateMany({ data: { text: gone, subject: null, to: [], cc: [] } })
  await world.prisma.mail.updateMany({
    data: { raw: null, subject: gone, written: gone, signature: "", quoted: "", fromAddress: "" },
  })
  await world.prisma.ticket.updateMany({
    data: { subject: gone, requesterName: "", requesterAddress: "" },
  })

  expect(await journal(world)).toBe("17 lines, whole")
})

test("a look may be short: it stops after as many lines as were asked for", async () => {
  const world = await aLongStory()

  expect(await journal(world, 5)).toBe("5 lines, the rest not seen")
  expect(await journal(world, 17)).toBe("17 lines, whole")
})

test("more lines than are read at once are chained all the same", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  for (let batch = 0; batch < 102; batch += 1) {
    await world.store.transaction(async (tx) => {
      for (let line = 0; line < 50; line += 1) await tx.record(aLine(world, "noted", 1))
    })
  }

  expect(await journal(world)).toBe("5102 lines, whole")
})

test("a line of a request that is not there is refused, not forgotten", async () => {
  const world = await aWorld()

  await expect(world.store.record(aLine(world, "noted", 9))).rejects.toThrow(/no ticket 9/)
})

test("what is written is never what somebody wrote: the journal outlives the mail", async () => {
  const world = await aLongStory()

  const lines = JSON.stringify(await world.prisma.journalEntry.findMany())

  expect(lines).not.toMatch(/Toujours rien|Voici un lien|durand|c@d\.example/i)
})

function aLine(world: World, what: string, ticketId: number | null): JournalLine {
  return { ticketId, memberId: world.members.nadia.id, at: world.now(), what, detail: {} }
}

/** A line without a ticket. */
async function records(world: World, what: string, detail: JournalLine["detail"] = {}) {
  await world.store.record({ ...aLine(world, what, null), detail })
}
