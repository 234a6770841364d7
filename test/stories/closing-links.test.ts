// The closing mail asks « réglé ? oui / non », by two links that anybody can open, and that a program opens for nothing.
import { expect, test } from "vitest"
import { signLink } from "../../src/signed-link.ts"
import { aBrowser } from "../setup/a-browser.ts"
import { faultsIn } from "../setup/axe.ts"
import { hasNoBrowser, visit } from "../setup/browser.ts"
import { aMail } from "../setup/builders.ts"
import { aPublicWorld } from "../setup/public-world.ts"
import { aWorld, buttonOf } from "../setup/world.ts"

const inBrowser = test.skipIf(hasNoBrowser)
const SOLVED = { text: "Réglé, d’après la personne", tone: "success" }
const DAY = 86_400
const ANSWER = "Bonjour,\n\nC’est fait.\n\nCordialement,\n\nNadia Ferrand"

async function aClosedTicket() {
  const world = await aPublicWorld()
  await world.receives(aMail({ messageId: "first@agents.example" }))
  await world.closesWithMail(1)
  return world
}

type Closed = Awaited<ReturnType<typeof aClosedTicket>>

async function click(world: Closed, link: string, text = "") {
  const body = new URLSearchParams({ texte: text })
  const response = await fetch(link, { method: "POST", body, headers: { origin: world.url } })
  const told = { status: response.status, page: (await response.text()).replaceAll("\u00a0", " ") }
  await world.settles()
  return told
}

async function open(link: string) {
  const response = await fetch(link)
  const page = (await response.text()).replaceAll("\u00a0", " ")
  return { status: response.status, headers: response.headers, page }
}

async function withoutScript(world: Closed) {
  const browser = await aBrowser()
  return visit(browser, world.url, { javaScriptEnabled: false })
}

inBrowser(
  "« Non »: the ticket comes back to the team, with what the person says",
  { timeout: 60_000 },
  async () => {
    const world = await aClosedTicket()
    const { page, troubles, elsewhere } = await withoutScript(world)

    await page.goto((await world.linksMailed()).no)
    await page.getByLabel("Qu’est-ce qui ne va pas").fill("Le lien mène à une page blanche.")
    await page.getByRole("button", { name: "Rouvrir ma demande" }).click()
    await page.getByRole("heading", { name: "Votre demande est rouverte" }).waitFor()
    await world.settles()

    expect(await world.ticket(1)).toMatchObject({ status: "open", closedAt: null })
    expect((await world.ticket(1)).waitingSince).toEqual(world.now())
    expect(world.card(1)).toMatchObject({ badges: [{ text: "En cours" }] })
    expect(world.card(1).sections.at(-1)?.text).toContain("Le lien mène à une page blanche.")
    expect(await world.journal(1)).toContain("said not solved")
    expect([troubles, elsewhere]).toEqual([[], []])
  },
)

inBrowser(
  "« Oui »: the team reads on the card that it is solved, it stays closed, and a slip is put right",
  { timeout: 60_000 },
  async () => {
    const world = await aClosedTicket()
    const { page } = await withoutScript(world)

    await page.goto((await world.linksMailed()).yes)
    await page.getByRole("button", { name: "Oui, c’est réglé" }).click()
    await page.getByRole("heading", { name: "Merci, c’est noté" }).waitFor()
    await world.settles()

    expect(await world.ticket(1)).toMatchObject({ status: "closed", solvedAt: world.now() })
    expect(world.card(1).badges).toContainEqual(SOLVED)
    expect(await world.journal(1)).toContain("said solved")
    await page.getByRole("link", { name: "Non, j’ai encore besoin d’aide" }).click()
    await page.getByRole("button", { name: "Rouvrir ma demande" }).click()
    await page.getByRole("heading", { name: "Votre demande est rouverte" }).waitFor()
    expect(await world.ticket(1)).toMatchObject({ status: "open", solvedAt: null })
  },
)

test("closed again, it is asked again, by links of that closing", async () => {
  const world = await aClosedTicket()
  const first = await world.linksMailed()
  await click(world, first.no)
  await world.closesWithMail(1)
  const second = await world.linksMailed()

  const stale = await click(world, first.no)
  expect(stale.page).toContain("Nous le savons déjà")
  expect(await world.ticket(1)).toMatchObject({ status: "closed" })
  const told = await click(world, second.no)

  expect(told.page).toContain("Votre demande est rouverte")
  expect(await world.ticket(1)).toMatchObject({ status: "open" })
})

test("who opens the links, as programs that read mails do, changes nothing", async () => {
  const world = await aClosedTicket()
  const { yes, no } = await world.linksMailed()
  const before = [await world.ticket(1), await world.journal(1), world.card(1)]

  for (const link of [yes, no]) {
    expect((await open(link)).status).toBe(200)
    expect((await fetch(link, { method: "HEAD" })).status).toBe(200)
  }
  await world.settles()

  expect([await world.ticket(1), await world.journal(1), world.card(1)]).toEqual(before)
})

test("the same answer twice is once, were both at the same moment", async () => {
  const world = await aClosedTicket()
  const { yes, no } = await world.linksMailed()

  const yeses = await Promise.all([click(world, yes), click(world, yes)])
  const noes = await Promise.all([click(world, no, "Rien."), click(world, no, "Rien.")])

  for (const [one, other] of [yeses, noes]) {
    const known = [one, other].filter((told) => told?.page.includes("Nous le savons déjà"))
    expect(known).toHaveLength(1)
  }
  const journal = await world.journal(1)
  expect(journal.filter((line) => line.startsWith("said"))).toEqual([
    "said solved",
    "said not solved",
  ])
  expect(world.card(1).badges).not.toContainEqual(SOLVED)
  expect(await world.prisma.message.count({ where: { ticketId: 1, kind: "incoming" } })).toBe(2)
})

test("solved or not, what they write since is our turn again, and the card no longer says solved", async () => {
  const world = await aClosedTicket()
  await click(world, (await world.linksMailed()).yes)

  await world.receives(aMail({ inReplyTo: "first@agents.example", text: "Cela recommence." }))

  expect(await world.ticket(1)).toMatchObject({ status: "open", solvedAt: null })
  expect(world.card(1).badges).not.toContainEqual(SOLVED)
})

test("the page tells the number to who holds the link, and nothing else of the request", async () => {
  const world = await aClosedTicket()
  const { yes, no } = await world.linksMailed()

  for (const told of [await open(yes), await open(no), await click(world, no, "Mon texte à moi")]) {
    expect(told.page).toContain("Mentor #1")
    expect(told.page).not.toMatch(/Claire|Durand|vallonie|activation|Nadia|Mon texte/)
  }
  const { headers } = await open(yes)
  expect(headers.get("x-robots-tag")).toContain("noindex")
  expect(headers.get("referrer-policy")).toBe("same-origin")
  expect(headers.get("cache-control")).toBe("no-store")
})

test("after thirty days the link is told to be over, and changes nothing", async () => {
  const world = await aClosedTicket()
  const { yes, no } = await world.linksMailed()
  await world.advance(30 * DAY - 60)
  expect((await open(yes)).status).toBe(200)

  await world.advance(61)

  for (const told of [await open(yes), await click(world, yes), await click(world, no)]) {
    expect(told.status).toBe(410)
    expect(told.page).toContain("Ce lien n’est plus valable")
    expect(told.page).not.toContain("Mentor #1")
  }
  expect(await world.ticket(1)).toMatchObject({ status: "closed", solvedAt: null })
})

test("a link that we did not sign, for this use and this ticket, opens nothing", async () => {
  const world = await aClosedTicket()
  const { yes } = await world.linksMailed()
  const token = yes.split("/").at(-1) ?? ""
  const [subject = "", ...rest] = token.split(".")
  const expiresAt = new Date(world.now().getTime() + DAY * 1_000)
  const signed = (secret: string, purpose: string) =>
    signLink(secret, { purpose, subject: "1 2", expiresAt })
  const other = Buffer.from("2 2").toString("base64url")
  const { secret } = world.needs.settings

  for (const forged of [
    [other, ...rest].join("."),
    `${token}x`,
    token.slice(0, -1),
    signed("another secret", "closing"),
    signed(secret, "log in"),
    `${subject}..`,
    "%00",
    "x".repeat(10_000),
    encodeURIComponent('\'; DROP TABLE "Ticket"; --'),
  ]) {
    for (const told of [
      await open(`${world.url}/suite/oui/${forged}`),
      await click(world, `${world.url}/suite/non/${forged}`),
    ]) {
      expect([404, 414, 431], forged).toContain(told.status)
      expect(told.page).not.toContain("Mentor #")
    }
  }
  expect(await world.ticket(1)).toMatchObject({ status: "closed", solvedAt: null })
  expect(world.logged).toEqual([])
})

test("what is not a form of ours, or says too much, is refused and changes nothing", async () => {
  const world = await aClosedTicket()
  const { no } = await world.linksMailed()
  const post = (body: string, type: string) =>
    fetch(no, { method: "POST", body, headers: { origin: world.url, "content-type": type } })

  const tooLong = await click(world, no, "x".repeat(2_001))
  const elsewhere = await fetch(no, { method: "POST", headers: { origin: "https://evil.example" } })
  expect([tooLong.status, elsewhere.status]).toEqual([413, 403])
  expect(await world.ticket(1)).toMatchObject({ status: "closed" })

  const cut = await post("--x\r\nContent-Disposition", "multipart/form-data; boundary=y")
  expect([cut.status, (await post("x", "multipart/form-data")).status]).toEqual([400, 400])
  expect(await world.ticket(1)).toMatchObject({ status: "closed" })

  const file = new FormData()
  file.set("texte", new File(["x"], "a.txt"))
  const response = await fetch(no, { method: "POST", body: file, headers: { origin: world.url } })
  expect(response.status).toBe(200)
  expect((await post("{", "application/json")).status).toBe(200)
  expect(world.logged).toEqual([])
})

test("a password in what they write is masked, and strange characters are kept as text", async () => {
  const world = await aClosedTicket()
  const { no } = await world.linksMailed()

  await click(world, no, "<b>Mon mot de passe est Tulipe-4821</b>\u0000 ‮")

  const last = world.card(1).sections.at(-1)?.text
  expect(last).toContain("<b>")
  expect(last).not.toContain("Tulipe-4821")
})

test("of a request that was merged, the links say to answer the mail", async () => {
  const world = await aClosedTicket()
  const { yes, no } = await world.linksMailed()
  await world.receives(aMail({ subject: "Une autre", messageId: "second@agents.example" }))
  await world.does("ticket.reopen", 1)
  await world.fills("ticket.merge", 1, { into: "2" })

  for (const told of [await open(yes), await click(world, yes), await click(world, no)]) {
    expect(told.status).toBe(410)
    expect(told.page).toContain("Répondez simplement à notre message")
  }
})

test("the mail has each link on a line of its own, and as a link where mail is shown with styles", async () => {
  const world = await aClosedTicket()

  const { yes, no } = await world.linksMailed()

  const { html = "", text = "" } = await world.lastMailRead()
  expect(html).toContain(`<a href="${yes}">`)
  expect(html).toContain(`<a href="${no}">`)
  expect(text.replaceAll("\u00a0", " ")).toContain("répondre simplement à ce message")
})

test("an answer that closes asks too, above the signature, as its preview shows", async () => {
  const world = await aPublicWorld()
  await world.receives(aMail())
  const closes = { close: "yes" }

  const preview = await world.previews(1, ANSWER, "nadia", closes)
  const form = await world.clicks(buttonOf(preview, "Modifier"))
  const again = await world.resends(form, "nadia", closes)
  const open = await world.resends(await world.clicks(buttonOf(again, "Modifier")), "nadia", {
    close: "",
  })

  const shown = again.sections[0]?.text ?? ""
  expect(preview.sections[0]?.text).toBe(shown)
  expect(shown).toMatch(
    /^Bonjour,\n\nC’est fait\.\n\nLe problème est-il réglé \?[\s\S]*\/suite\/non\/\S+\n\nCordialement,\n\nNadia Ferrand$/,
  )
  const inputs = form.kind === "form" ? form.form.inputs : []
  expect(inputs.find(({ name }) => name === "text")?.value).toBe(ANSWER)
  expect(open.sections[0]?.text).toBe(ANSWER)
  await world.clicks(buttonOf(again, "Envoyer"))
  await world.passes(31)
  await click(world, (await world.linksMailed()).no)
  expect(await world.ticket(1)).toMatchObject({ status: "open" })
})

test("an answer to a whole incident that closes asks each person, by their own links", async () => {
  const world = await aPublicWorld()
  for (const who of ["claire", "paul", "ines"]) {
    const from = `${who}@vallonie.gouv.example`
    await world.receives(aMail({ from, text: "Une page blanche s’affiche à la connexion." }))
  }

  const preview = await world.fills("incident.reply", 1, { text: ANSWER, close: "yes" })
  const card = preview.kind === "whisper" ? preview.card : world.card(1)
  await world.clicks(buttonOf(card, "Envoyer (3)"))
  await world.passes(31)

  expect(card.sections[0]?.text).toMatch(/\/suite\/non\/\S+\n\nCordialement/)
  const linkOf = (text: string) => /\S+\/suite\/non\/\S+/.exec(text)?.[0] ?? ""
  const links = world.answersSent().map(({ text }) => linkOf(text))
  const toPaul = world.answersSent().find(({ to }) => to[0]?.address.startsWith("paul@"))
  expect(new Set(links).size).toBe(3)
  await click(world, linkOf(toPaul?.text ?? ""))
  expect([await world.ticket(1), await world.ticket(2)]).toMatchObject([
    { status: "closed" },
    { status: "open" },
  ])
})

test("nobody but the requester is asked", async () => {
  const world = await aPublicWorld()
  await world.receives(aMail())

  const preview = await world.previews(1, ANSWER, "nadia", {
    ...{ close: "yes", to: "collegue@vallonie.gouv.example" },
  })

  expect(preview.sections[0]?.text).toBe(ANSWER)
})

test("without public pages, the mail links to nothing and says how to answer", async () => {
  const world = await aWorld()
  await world.receives(aMail())

  const preview = await world.fills("ticket.close", 1, { how: "mail" })
  await world.clicks(buttonOf(preview.kind === "whisper" ? preview.card : world.card(1), "Envoyer"))
  await world.passes(31)

  expect(world.server.last.text).toContain("Répondez à ce message")
  expect(world.server.last.text).not.toContain("http")
})

inBrowser(
  "each page is without fault for axe-core, and fits, large or small, light or dark",
  { timeout: 60_000 },
  async () => {
    const world = await aClosedTicket()
    const { yes, no } = await world.linksMailed()
    const browser = await aBrowser()
    const { page } = await visit(browser, world.url)

    for (const link of [yes, no, `${yes}x`]) {
      await page.goto(link)
      expect([link, await faultsIn(page)]).toEqual([link, []])
    }
    await page.goto(yes)
    await page.getByRole("button").click()
    expect(await faultsIn(page)).toEqual([])
  },
)
