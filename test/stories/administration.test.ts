// Administrators change the team, its accounts and its places; nobody else does, and it is written down.
import { expect, onTestFinished, test } from "vitest"
import { openConsole } from "../../adapters/web/console/console.ts"
import type { ActionName } from "../../src/actions.ts"
import { pairId, pairOf } from "../../src/people/administrator.ts"
import { aBrowser } from "../setup/a-browser.ts"
import { axe } from "../setup/axe.ts"
import { hasNoBrowser, visit } from "../setup/browser.ts"
import { aMail } from "../setup/builders.ts"
import { session } from "../setup/console.ts"
import { aWorld, type World } from "../setup/world.ts"

const LEA = {
  name: "Léa Roux",
  address: "Lea.Roux@equipe.example",
  service: "Centre d’appui",
  role: "responder",
}
const ACCOUNT = pairId("fake", "2")
const PLACE = pairId("fake", "equipe")
const ASKED: [ActionName, string | number, Record<string, string>?][] = [
  ["member.add", 0, LEA],
  ["member.role", 2, { role: "reader" }],
  ["member.leave", 2],
  ["member.unlink", ACCOUNT],
  ["place.add", 0, { chat: "fake", channel: "C1", name: "Autre", kind: "team" }],
  ["place.rename", PLACE, { name: "Autre" }],
  ["place.close", PLACE],
  ["place.open", PLACE],
]

test.for(["karim", "solene"] as const)(
  "whatever %s asks of the team and its places is refused to them alone, and written down",
  async (who) => {
    const world = await aWorld()
    const before = await everything(world)

    for (const [name, id, values] of ASKED) {
      await expect(world.does(name, id, who)).rejects.toThrow("administrent")
      if (values) await expect(world.fills(name, id, values, who)).rejects.toThrow("administrent")
    }

    expect(await everything(world)).toEqual(before)
    const refusals = (await world.journal(null)).filter((line) => line.startsWith("refused"))
    expect(refusals).toHaveLength(ASKED.length + ASKED.filter(([, , values]) => values).length)
  },
)

test("who joins may link an account, and a second time joins once", async () => {
  const world = await aWorld()

  const form = await world.does("member.add", 0)
  await world.fills("member.add", 0, LEA)

  expect(form).toMatchObject({ kind: "form", form: { submission: "member.add:0:0" } })
  await expect(world.fills("member.add", 0, LEA)).rejects.toThrow("déjà")
  expect(await world.store.memberByAddress("lea.roux@equipe.example")).toMatchObject({
    ...{ name: "Léa Roux", role: "responder" },
  })
  expect(await world.journal(null)).toEqual(["member added (Nadia Ferrand)"])
})

test("a role changes what somebody may do, from the next click", async () => {
  const world = await aWorld()
  await world.receives(aMail())

  await world.fills("member.role", world.members.karim.id, { role: "reader" })

  await expect(world.does("ticket.take", 1, "karim")).rejects.toThrow("lire")
  await world.fills("member.role", world.members.karim.id, { role: "administrator" })
  await world.does("member.leave", world.members.solene.id, "karim")
  expect((await world.store.members()).map(({ name }) => name)).not.toContain("Solène Marchal")
})

test("who leaves has nothing left: their requests are to be taken, their accounts unlinked, their clicks refused", async () => {
  const world = await aWorld()
  for (let n = 1; n <= 4; n += 1)
    await world.receives(aMail({ from: `a${n}@vallonie.gouv.example` }))
  for (const id of [1, 2, 3]) await world.does("ticket.take", id, "karim")
  await world.does("ticket.take", 4, "nadia")
  await world.answers(2, "Bonjour", "karim") // waits for the agent
  await world.fills("ticket.close", 3, { how: "silent" }, "karim")
  const { status } = await world.ticket(3)

  await world.does("member.leave", world.members.karim.id)

  expect(status).toBe("closed")
  expect(await assignees(world)).toEqual([null, null, "Karim Lenoir", "Nadia Ferrand"])
  expect(await world.ticket(1)).toMatchObject({ status: "new" })
  expect(await world.ticket(2)).toMatchObject({ status: "pending" })
  expect((await world.journal(1)).at(-1)).toBe("released (Nadia Ferrand)")
  expect(world.card(1).fields.find(({ label }) => label === "En charge")?.text).toMatch(/Personne/)
  await expect(world.does("ticket.take", 1, "karim")).rejects.toThrow("/mentor lier")
  expect(await world.journal(null)).toContain("member left (Nadia Ferrand)")
})

test("a request that comes back to somebody who left is to be taken again", async () => {
  const world = await aWorld()
  await world.receives(aMail({ messageId: "first@agents.example" }))
  await world.does("ticket.take", 1, "karim")
  await world.fills("ticket.close", 1, { how: "silent" }, "karim")
  await world.does("member.leave", world.members.karim.id)

  await world.does("ticket.reopen", 1)
  await world.passes(60)

  expect(await world.ticket(1)).toMatchObject({ status: "new", assignee: null })
})

test("the last administrator stays one, were two removed by each other at the same moment", async () => {
  const world = await aWorld()
  const { nadia, karim } = world.members
  await expect(world.does("member.leave", nadia.id)).rejects.toThrow("dernière")
  await expect(world.fills("member.role", nadia.id, { role: "reader" })).rejects.toThrow("dernière")
  await world.fills("member.role", karim.id, { role: "administrator" })

  const both = await Promise.allSettled([
    world.does("member.leave", karim.id, "nadia"),
    world.does("member.leave", nadia.id, "karim"),
  ])

  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  expect(await world.store.administrators()).toBe(1)
})

test("the next start brings back nobody who left, and no role that was changed; the others are updated", async () => {
  const world = await aWorld()
  const { karim, solene } = world.members
  await world.does("member.leave", karim.id)
  await world.fills("member.role", solene.id, { role: "responder" })

  const start = Object.values(world.members).map(({ id: _, ...member }) => member)
  for (const member of start) await world.store.keepMember({ ...member, service: "Autre service" })

  expect(await world.store.members()).toMatchObject([
    { name: "Nadia Ferrand", service: "Autre service" },
    { name: "Solène Marchal", role: "responder" },
  ])
})

test("who left comes back by being added again, with the same name in the history", async () => {
  const world = await aWorld()
  const { karim } = world.members
  await world.does("member.leave", karim.id)

  await world.fills("member.add", 0, {
    ...LEA,
    name: karim.name,
    address: karim.address,
    role: "reader",
  })

  expect(await world.store.member(karim.id)).toMatchObject({ name: "Karim Lenoir", role: "reader" })
})

test("an account is unlinked once, and acts no more", async () => {
  const world = await aWorld()
  const account = pairId("fake", String(world.members.karim.id))

  await world.does("member.unlink", account)
  await world.does("member.unlink", account)

  await expect(world.does("ticket.take", 1, "karim")).rejects.toThrow("/mentor lier")
  expect(await world.journal(null)).toContain("account unlinked (Nadia Ferrand)")
  expect((await world.journal(null)).filter((line) => line.includes("unlinked"))).toHaveLength(1)
})

test("a place that is added receives the cards, until it is closed; its name is what people call it", async () => {
  const world = await aWorld()
  const added = { chat: "fake", channel: "C0123", name: "Renfort", kind: "team" }
  await world.fills("place.add", 0, added)
  await expect(world.fills("place.add", 0, added)).rejects.toThrow("déjà")

  await world.receives(aMail())
  await world.does("place.close", pairId("fake", "C0123"))
  await world.receives(aMail({ from: "autre@vallonie.gouv.example" }))

  const where = async (id: number) =>
    (await world.prisma.posting.findMany({ where: { ticketId: id } })).map(({ place }) => place)
  expect((await where(1)).sort()).toEqual(["C0123", "equipe"])
  expect(await where(2)).toEqual(["equipe"])
  await world.fills("place.rename", pairId("fake", "C0123"), { name: "Renfort d’été" })
  expect(await world.store.place("fake", "C0123")).toMatchObject({
    ...{ name: "Renfort d’été", isActive: false },
  })
  expect(await world.journal(null)).toEqual([
    "place added (Nadia Ferrand)",
    "place closed (Nadia Ferrand)",
    "place renamed (Nadia Ferrand)",
  ])
})

test("the console's own place does not close, and a chat that is not there has no place", async () => {
  const world = await aWorld({ chats: ["console", "fake"] })

  await expect(world.does("place.close", pairId("console", "equipe"))).rejects.toThrow("console")
  for (const wrong of [
    { chat: "matrix", channel: "C1", name: "x" },
    { chat: "console", channel: "C1", name: "x" },
    { chat: "fake", channel: "C1 C2", name: "x" },
    { chat: "fake", channel: "", name: "x" },
    { chat: "fake", channel: "C1", name: " " },
  ]) {
    await expect(world.fills("place.add", 0, wrong)).rejects.toThrow()
  }
  expect(await world.prisma.place.count()).toBe(2)
})

test.each(["slack/U0123", "matrix/!salon:serveur.example", "discord/1234567890", "fake/é / %"])(
  "a button names « %s », and its name comes back",
  (pair) => {
    const [chat = "", ...rest] = pair.split("/")
    const id = rest.join("/")

    expect(pairId(chat, id)).not.toContain(":")
    expect(pairOf(pairId(chat, id))).toEqual([chat, id])
  },
)

test.each(["", "slack", "%", "%E0%A4%A"])("« %s » names nothing", (text) => {
  expect(pairOf(text)).toBeNull()
})

test("the pages of the team and its places are refused to others, and it is written down", async () => {
  const world = await aWorld({ chats: ["console"] })
  const console = await aConsole(world)
  const karim = await session(console, world.members.karim.id)

  const pages = [await karim.ask("/equipe"), await karim.ask("/services")]

  expect(pages.map(({ status }) => status)).toEqual([403, 403])
  expect(await pages[0]?.text()).not.toContain("nadia@equipe.example")
  expect(await karim.text("/")).not.toContain('href="/equipe"')
  expect(await world.journal(null)).toEqual(["refused (Karim Lenoir)", "refused (Karim Lenoir)"])
})

test.skipIf(hasNoBrowser)(
  "an administrator adds somebody, changes their role, unlinks an account, removes them, without a script",
  { timeout: 60_000 },
  async () => {
    const world = await aWorld({ chats: ["console", "fake"] })
    const console = await aConsole(world)
    const browser = await aBrowser()
    const { page, troubles } = await visit(browser, console.url, { javaScriptEnabled: false })
    await page.goto("/equipe")
    await page.getByRole("button", { name: "Nadia Ferrand" }).click()

    await page.goto("/equipe")
    await page.getByRole("button", { name: "Ajouter un membre" }).click()
    await page.getByLabel("Prénom et nom").fill("Léa Roux")
    await page.getByLabel("Adresse professionnelle").fill("lea.roux@equipe.example")
    await page.getByRole("button", { name: "Ajouter", exact: true }).click()
    await page.getByText("Léa Roux est dans l’équipe").waitFor()
    const lea = page.getByRole("article", { name: "Léa Roux" })
    await lea.getByRole("button", { name: "Changer le rôle" }).click()
    await page.getByLabel("Rôle").selectOption("reader")
    await page.getByRole("button", { name: "Changer le rôle" }).click()
    await lea.getByText("Lecture").waitFor()
    const karim = page.getByRole("article", { name: "Karim Lenoir" })
    await karim.getByRole("button", { name: "Délier" }).first().click()
    await page.getByRole("button", { name: "Délier" }).click()
    await page.getByText("n’est plus relié").waitFor()
    await lea.getByRole("button", { name: "Retirer" }).click()
    await page.getByRole("button", { name: "Retirer" }).click()
    await page.getByText("Ne sont plus dans l’équipe").waitFor()
    await page.getByRole("link", { name: "Lieux" }).click()

    expect(await page.getByRole("article", { name: "Équipe" }).count()).toBe(2)
    expect(troubles).toEqual([])
  },
)

test.skipIf(hasNoBrowser)(
  "the pages of the team and its places are without fault for axe-core",
  { timeout: 60_000 },
  async () => {
    const world = await aWorld({ chats: ["console", "fake"] })
    await world.does("member.leave", world.members.solene.id)
    const console = await aConsole(world)
    const browser = await aBrowser()
    const { page } = await visit(browser, console.url, { viewport: { width: 390, height: 900 } })
    const faults: unknown[] = []
    await page.goto("/equipe")
    await page.getByRole("button", { name: "Nadia Ferrand" }).click()

    for (const path of ["/services", "/equipe", "/lieux"]) {
      await page.goto(path)
      faults.push(...(await axe(page)))
    }
    await page.getByRole("button", { name: "Ajouter un lieu" }).click()
    await page.getByLabel("Identifiant du salon").waitFor()
    faults.push(...(await axe(page)))

    expect(faults).toEqual([])
  },
)

async function aConsole(world: World) {
  const silent = { info: () => {}, warn: () => {}, error: () => {} }
  const opened = openConsole({
    ...{ prisma: world.prisma, databaseUrl: world.database.url, port: 0, cookieKey: "a key" },
    ...{ mailReader: world.needs.reader, demo: null, log: silent, now: world.now },
    journal: (memberId, what, detail) =>
      world.store.record({ ticketId: null, memberId, at: world.now(), what, detail }),
  })
  await opened.open(world.occasions)
  onTestFinished(() => opened.close())
  return { url: opened.url.replace(/\/$/, "") }
}

async function everything({ prisma }: World) {
  return {
    members: await prisma.member.findMany(),
    accounts: await prisma.identity.findMany(),
    places: await prisma.place.findMany(),
  }
}

async function assignees({ prisma }: World): Promise<(string | null)[]> {
  const tickets = await prisma.ticket.findMany({
    orderBy: { id: "asc" },
    include: { assignee: true },
  })
  return tickets.map(({ assignee }) => assignee?.name ?? null)
}
