import { expect, test } from "vitest"
import { actionString } from "../../src/actions.ts"
import type { Answer } from "../../src/card.ts"
import { chatOccasions } from "../../src/chats/occasions.ts"
import { SendRefused } from "../../src/errors.ts"
import type { Person } from "../../src/ports.ts"
import { aMail } from "../setup/builders.ts"
import { aWorld, buttonOf, type World } from "../setup/world.ts"

const NADIA = "nadia@equipe.example"
const STRANGER: Person = { chat: "fake", id: "U-stranger" }
const ASKED = { key: "message 1", channel: null }
const WRONG = "000000"

test("a member links an account by the code mailed to their address, and then acts under their name", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  const stranger = someone(world)

  const form = await stranger.occasions.command("lier", STRANGER, ASKED)
  const whisper = await stranger.asksFor(NADIA)
  const linked = await stranger.types(whisper, codeIn(world))

  expect(form).toMatchObject({ kind: "form", form: { submission: "member.link:0:0" } })
  expect(world.server.last).toMatchObject({ to: [{ address: NADIA }], isAutomatic: true })
  expect(linked).toMatchObject({ kind: "done", text: expect.stringContaining("Nadia Ferrand") })
  expect(await world.journal(null)).toContain("account linked (Nadia Ferrand)")
  await stranger.clicks("ticket.take:1:1")
  expect(await world.ticket(1)).toMatchObject({ assignee: { name: "Nadia Ferrand" } })
})

test("an address that is nobody's is answered the same, and nothing leaves", async () => {
  const world = await aWorld()
  const stranger = someone(world)

  const known = await stranger.asksFor(NADIA)
  const unknown = await stranger.asksFor("personne@ailleurs.example")

  expect(withoutNumbers(unknown)).toEqual(withoutNumbers(known))
  expect(world.server.sent).toHaveLength(1)
  const refusals = [
    await refusal(stranger.types(unknown, WRONG)),
    await refusal(stranger.types(known, WRONG)),
  ]
  expect(new Set(refusals).size).toBe(1)
  await world.passes(600)
  const later = [
    await refusal(stranger.types(unknown, WRONG)),
    await refusal(stranger.types(known, WRONG)),
  ]
  expect(new Set(later).size).toBe(1)
})

test("what was never mailed cannot be guessed: an empty code, or that of another row", async () => {
  const world = await aWorld()
  const stranger = someone(world)
  const unknown = await stranger.asksFor("personne@ailleurs.example")
  await stranger.asksFor(NADIA)

  for (const typed of ["", " ", codeIn(world)]) {
    expect(await refusal(stranger.types(unknown, typed))).toContain("pas le bon code")
  }
})

test("after five tries, the right code is refused too", async () => {
  const world = await aWorld()
  const stranger = someone(world)
  const whisper = await stranger.asksFor(NADIA)

  for (let left = 4; left > 1; left -= 1) {
    expect(await refusal(stranger.types(whisper, WRONG))).toContain(`${left} essais`)
  }
  expect(await refusal(stranger.types(whisper, WRONG))).toContain("un essai")
  expect(await refusal(stranger.types(whisper, WRONG))).toContain("trop de fois")

  expect(await refusal(stranger.types(whisper, codeIn(world)))).toContain("trop de fois")
  expect(await world.store.memberByIdentity("fake", STRANGER.id)).toBeNull()
})

test("tries that arrive together are five all the same", async () => {
  const world = await aWorld()
  const stranger = someone(world)
  const whisper = await stranger.asksFor(NADIA)

  await Promise.allSettled(Array.from({ length: 8 }, () => stranger.types(whisper, WRONG)))

  expect(await world.prisma.code.findFirst()).toMatchObject({ triesLeft: 0 })
})

test("a code lasts ten minutes, and is of the account that asked for it", async () => {
  const world = await aWorld()
  const stranger = someone(world)
  const whisper = await stranger.asksFor(NADIA)
  const other = someone(world, { chat: "fake", id: "U-other" })

  expect(await refusal(other.types(whisper, codeIn(world)))).toContain("plus valable")
  await world.passes(600)
  expect(await refusal(stranger.types(whisper, codeIn(world)))).toContain("plus valable")
})

test("the form and the code delivered twice make one mail and one link", async () => {
  const world = await aWorld()
  const stranger = someone(world)

  const first = await stranger.asksFor(NADIA, "form 1")
  const again = await stranger.asksFor(NADIA, "form 1")
  const code = codeIn(world)
  const linked = await stranger.types(first, code)

  expect(again).toEqual(first)
  expect(world.server.sent).toHaveLength(1)
  expect(await stranger.types(first, code)).toEqual(linked)
  expect(
    (await world.journal(null)).filter((line) => line.startsWith("account linked")),
  ).toHaveLength(1)
})

test("when the mail server is away the same code leaves later, and only its hash is kept", async () => {
  const world = await aWorld()
  const stranger = someone(world)
  const refused: string[] = []
  world.server.answer = (mail) => {
    refused.push(mail.text)
    if (refused.length < 2) throw new Error("the server is away")
  }

  const whisper = await stranger.asksFor(NADIA)
  await world.passes(60)

  expect(refused).toEqual([world.server.last.text, world.server.last.text])
  const code = codeIn(world)
  const kept = JSON.stringify([
    await world.prisma.code.findMany(),
    (await world.database.pool.query("SELECT data FROM pgboss.job")).rows,
    await world.prisma.journalEntry.findMany(),
  ])
  expect(kept).not.toContain(code)
  expect(await stranger.types(whisper, code)).toMatchObject({ kind: "done" })
})

test("an address that the server refuses for good is not tried again", async () => {
  const world = await aWorld()
  let tries = 0
  world.server.answer = () => {
    tries += 1
    throw new SendRefused("550 5.1.1 no such user", true)
  }

  await someone(world).asksFor(NADIA)
  await world.passes(300)

  expect([tries, world.troubles.length]).toEqual([1, 1])
})

test("an account, or an address, gets five codes an hour, were they asked for at the same moment", async () => {
  const world = await aWorld()
  const others = ["a", "b", "c", "d", "e", "f", "g"].map((id) =>
    someone(world, { chat: "fake", id }),
  )

  const asked = await Promise.allSettled(others.map((other) => other.asksFor(NADIA)))
  await world.settles()

  expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(5)
  expect(world.server.sent).toHaveLength(5)
  const stranger = someone(world)
  for (let n = 1; n <= 5; n += 1) await stranger.asksFor(`p${n}@ailleurs.example`)
  await expect(stranger.asksFor("p6@ailleurs.example")).rejects.toThrow("Attendez une heure")
  await world.passes(3_600)
  await stranger.asksFor(NADIA)
  expect(world.server.sent).toHaveLength(6)
})

test("an address of ADMIN_EMAILS becomes an administrator, once it has proved to be theirs", async () => {
  const world = await aWorld({ administrators: ["lea.roux@ministere.example"] })
  const stranger = someone(world)

  const whisper = await stranger.asksFor("Lea.Roux@ministere.example")
  expect(await world.store.memberByAddress("lea.roux@ministere.example")).toBeNull()
  await stranger.types(whisper, codeIn(world))

  expect(await world.store.memberByIdentity("fake", STRANGER.id)).toMatchObject({
    ...{ name: "Lea Roux", role: "administrator", address: "lea.roux@ministere.example" },
  })
  expect(await world.journal(null)).toEqual([
    "member added (Lea Roux)",
    "account linked (Lea Roux)",
  ])
})

test("who left the team gets no code, were they in ADMIN_EMAILS, and their account is nobody's", async () => {
  const world = await aWorld({ administrators: [NADIA] })
  await world.prisma.member.update({ where: { address: NADIA }, data: { isActive: false } })
  const stranger = someone(world)

  await stranger.asksFor(NADIA)

  expect(world.server.sent).toEqual([])
  await expect(world.does("ticket.take", 1)).rejects.toThrow("/mentor lier")
})

test("who leaves the team while a code is on its way links nothing with it", async () => {
  const world = await aWorld({ administrators: [NADIA] })
  const stranger = someone(world)
  const whisper = await stranger.asksFor(NADIA)

  await world.prisma.member.update({ where: { address: NADIA }, data: { isActive: false } })

  expect(await refusal(stranger.types(whisper, codeIn(world)))).toContain("plus valable")
  expect(await world.prisma.identity.count({ where: { externalId: STRANGER.id } })).toBe(0)
})

test("somebody who is not linked is told how, alone, when they act; nothing changes, and it is written down", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  const stranger = someone(world)
  const before = await world.ticket(1)

  await expect(stranger.clicks("ticket.take:1:1")).rejects.toThrow("/mentor lier")
  await expect(stranger.occasions.command("demande 1", STRANGER, ASKED)).rejects.toThrow(
    "/mentor lier",
  )
  await expect(
    stranger.occasions.submit("ticket.note:1:0", { text: "x" }, STRANGER),
  ).rejects.toThrow("/mentor lier")

  expect(await world.ticket(1)).toEqual({ ...before, journalHash: expect.any(String) })
  expect((await world.journal(1)).filter((what) => what === "refused")).toHaveLength(2)
  const [line] = await world.prisma.journalEntry.findMany({ where: { what: "refused" } })
  expect(line?.detail).toEqual({ chat: "fake", account: "U-stranger", asked: "ticket.take:1:1" })
})

test("somebody who is not linked fills the journal with one line a day for each action", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  const stranger = someone(world)
  const clicks = (action: string) => expect(stranger.clicks(action)).rejects.toThrow("/mentor lier")

  for (const action of ["ticket.take:1:1", "ticket.take:1:2", "ticket.close:1:1"]) {
    await clicks(action)
  }
  await world.advance(24 * 3_600)
  await clicks("ticket.take:1:1")

  expect((await world.journal(1)).filter((what) => what === "refused")).toHaveLength(3)
})

test("people of the community have the public commands, and see nothing of the requests", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  const { occasions } = someone(world)

  const help = await occasions.command("aide", STRANGER, ASKED)
  const home = await occasions.home(STRANGER)
  const said = await occasions.complete("demande ", STRANGER)
  await occasions.reply("ticket 1", "une note", "k1", STRANGER)
  const reacted = await occasions.react("ticket 1", "eyes", STRANGER)

  if (help.kind !== "whisper") throw new Error("there is no help")
  const words = help.card.fields.map(({ label }) => label)
  expect(words).toEqual(expect.arrayContaining(["aide", "lier"]))
  expect(words.join()).not.toContain("demande")
  expect(buttonOf(help.card, "Relier mon compte")).toBe("member.link:0:0")
  expect(JSON.stringify([help, home])).not.toMatch(/#1|Claire|activation/)
  expect([said, reacted]).toEqual([[], null])
  expect(await world.journal(1)).not.toContain("noted")
})

test("codes and the addresses that were asked about are forgotten after a day", async () => {
  const world = await aWorld()
  await someone(world).asksFor(NADIA)

  await world.passes(24 * 3_600)
  await world.passes(60)

  expect(await world.prisma.code.count()).toBe(0)
})

/** An account of the chat that nobody linked yet. */
function someone(world: World, person: Person = STRANGER) {
  const occasions = chatOccasions(world.app, world.needs, person.chat)
  let forms = 0
  return {
    occasions,
    clicks: (action: string) => occasions.act(action, person),
    async asksFor(address: string, key?: string): Promise<Answer> {
      forms += 1
      const answer = await occasions.submit(
        "member.link:0:0",
        { address, key: key ?? `form n°${forms}` },
        person,
      )
      await world.settles()
      return answer
    },
    /** *Saisir le code*, the code, *Relier mon compte*. */
    async types(whisper: Answer, code: string): Promise<Answer> {
      if (whisper.kind !== "whisper") throw new Error("there is no button to type the code")
      const form = await occasions.act(buttonOf(whisper.card, "Saisir le code"), person)
      if (form.kind !== "form") throw new Error("the form did not open")
      return occasions.submit(form.form.submission, { code }, person)
    },
  }
}

function codeIn(world: World): string {
  const [code = ""] = /^\d{6}$/m.exec(world.server.last.text) ?? []
  return code
}

function withoutNumbers(answer: Answer): string {
  return JSON.stringify(answer).replace(/member\.code:\d+/, actionString("member.code", "n"))
}

function refusal(answer: Promise<Answer>): Promise<string> {
  return answer.then(
    (told) => (told.kind === "whisper" ? told.card.fallback : "done"),
    (error: Error) => error.message,
  )
}
