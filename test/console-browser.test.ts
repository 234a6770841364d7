// The console's pages as people meet them: in Chromium, by keyboard, without a script, with hostile mail.
import type { Browser, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, test as everyTest, expect } from "vitest"
import { cardSlice } from "../adapters/store/cards.ts"
import { UserError } from "../src/errors.ts"
import { anEntry } from "./setup/an-entry.ts"
import { faultsIn } from "./setup/axe.ts"
import { hasNoBrowser, openBrowser, type Visit, visit } from "./setup/browser.ts"
import {
  aCard,
  aConsole,
  aPreview,
  aReplyForm,
  type ConsoleWorld,
  clear,
  type NewTicket,
} from "./setup/console.ts"

const DONE = "C’est fait."
const test = everyTest.skipIf(hasNoBrowser)
let world: ConsoleWorld
let browser: Browser
const visits: Visit[] = []

beforeAll(async () => {
  if (hasNoBrowser) return
  world = await aConsole()
  browser = await openBrowser()
})
beforeEach(async () => {
  if (hasNoBrowser) return
  await clear(world)
  world.answer = () => ({ kind: "done", text: DONE })
})
afterEach(async () => {
  for (const { close } of visits.splice(0)) await close()
})
afterAll(async () => {
  await browser?.close()
  await world?.close()
})

/** A member's window, on the first page. */
async function opens(name: string, options: Parameters<typeof visit>[2] = {}): Promise<Visit> {
  const visited = await visit(browser, world.url, options)
  visits.push(visited)
  await visited.page.goto("/")
  await visited.page.getByRole("button", { name }).click()
  await visited.page.getByRole("button", { name: "Changer de personne" }).waitFor()
  return visited
}

test("without a script: take, reply, see the preview, send, all the way", async () => {
  const { id } = await world.ticket()
  const { page } = await opens("Nadia Ferrand", { javaScriptEnabled: false })
  world.answer = ({ what, values }) => {
    if (what.startsWith("ticket.take")) return { kind: "done", text: "La demande est à vous." }
    if (what.startsWith("reply.send")) return { kind: "done", text: "Votre réponse part." }
    return values ? aPreview(id, values.text ?? "") : aReplyForm(id)
  }

  await page.getByRole("button", { name: "Je prends" }).click()
  expect(await page.getByText("La demande est à vous.").isVisible()).toBe(true)
  await page.getByRole("link", { name: /Mentor #/ }).click()
  await page.getByRole("button", { name: "Répondre" }).click()
  expect(await page.getByText("mon lien est expiré").isVisible()).toBe(true) // beside the form
  await page.getByLabel("Message").fill("Bonjour,\nvoici un nouveau lien.")
  await page.getByRole("button", { name: "Relire" }).click()
  expect(await page.getByText("voici un nouveau lien.").isVisible()).toBe(true)
  await page.getByRole("button", { name: "Envoyer" }).click()

  expect(await page.getByText("Votre réponse part.").isVisible()).toBe(true)
  expect(new URL(page.url()).pathname).toBe(`/demandes/${id}`)
  expect(world.came.map(({ what }) => what.split(":")[0])).toEqual([
    "ticket.take",
    "ticket.reply",
    "ticket.reply",
    "reply.send",
  ])
})

test("without a script, what cannot be undone asks first all the same", async () => {
  const { id } = await world.ticket()
  const { page } = await opens("Nadia Ferrand", { javaScriptEnabled: false })
  const merge = page.getByRole("button", { name: "Réunir" })

  await merge.click()
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain(
    "Réunir cette demande",
  )
  await page.getByRole("link", { name: "Annuler" }).click()
  expect(world.came).toEqual([])

  await merge.click()
  await merge.click()
  await page.getByText(DONE).waitFor()
  expect(world.came).toMatchObject([{ what: `ticket.merge:${id}:1` }])
})

test("what cannot be undone asks first, and a « no » changes nothing", async () => {
  const { id } = await world.ticket()
  const { page } = await opens("Nadia Ferrand")
  const questions: string[] = []
  let says = false
  page.on("dialog", (dialog) => {
    questions.push(dialog.message())
    return says ? dialog.accept() : dialog.dismiss()
  })

  await page.getByRole("button", { name: "Réunir" }).click()
  expect(world.came).toEqual([])
  says = true
  await Promise.all([
    page.waitForRequest(/\/actions$/),
    page.getByRole("button", { name: "Réunir" }).click(),
  ])

  await page.getByText(DONE).waitFor()
  expect(world.came).toMatchObject([{ what: `ticket.merge:${id}:1` }])
  expect(questions).toEqual(Array(2).fill("Réunir cette demande avec une autre ?"))
})

test("by keyboard alone: skip to the content, take a request, write a note", async () => {
  const { id } = await world.ticket()
  const { page } = await opens("Nadia Ferrand")

  await page.keyboard.press("Tab")
  expect(await focused(page)).toBe("Contenu")
  await page.keyboard.press("Enter")
  await tabTo(page, "Je prends")
  expect(await outline(page)).not.toBe("none")
  await page.keyboard.press("Enter")
  await page.getByText(DONE).waitFor()
  expect(world.came).toMatchObject([{ what: `ticket.take:${id}:1` }])
  await page.goto(`/demandes/${id}`)
  await tabTo(page, "Votre note")
  await page.keyboard.type("Vu au téléphone.")
  await tabTo(page, "Ajouter la note")
  await page.keyboard.press("Space")

  await page.getByText(DONE).waitFor()
  expect(world.came.at(-1)?.values?.text).toBe("Vu au téléphone.")
})

test("a change made elsewhere shows within a second, whoever posted it", async () => {
  const { id } = await world.ticket()
  const [first, second] = [await opens("Nadia Ferrand"), await opens("Karim Lenoir")]
  const post = await world.prisma.consolePost.findFirstOrThrow()
  const taken = aCard({ ticket: id, badges: [{ text: "Prise par Nadia", tone: "success" }] })
  const startedAt = performance.now()

  await world.chat.update(String(post.id), taken)

  for (const { page } of [first, second]) {
    await page.getByText("Prise par Nadia").waitFor({ timeout: 1_000 })
  }
  expect(performance.now() - startedAt).toBeLessThan(1_000)
})

test("a change made elsewhere takes nothing from who is writing: text, focus, open details", async () => {
  const { id } = await world.ticket({ mail: { signature: "Claire Durand\nPréfecture" } })
  const { page } = await opens("Nadia Ferrand")
  await page.goto(`/demandes/${id}`)
  await page.getByText("Signature").click()
  const note = page.getByLabel("Votre note")
  await note.fill("Je suis en train d’écrire")
  const post = await world.prisma.consolePost.findFirstOrThrow()

  await world.prisma.message.create({
    data: { ticketId: id, kind: "note", memberId: 2, at: new Date(), text: "Note de Karim" },
  })
  await world.chat.update(String(post.id), aCard({ ticket: id, title: "Redessinée" }))
  await page.getByText("Note de Karim").waitFor()

  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Redessinée")
  expect(await note.inputValue()).toBe("Je suis en train d’écrire")
  expect(await focused(page)).toBe("Votre note")
  expect(await page.getByText("Préfecture", { exact: false }).isVisible()).toBe(true)

  await page.getByRole("button", { name: "Répondre" }).focus()
  await world.chat.update(String(post.id), aCard({ ticket: id, title: "Encore" }))
  await page.getByRole("heading", { name: "Encore" }).waitFor()
  expect(await focused(page)).toBe("Répondre")
})

test("an answer that leaves is counted down, and can be taken back from any page of requests", async () => {
  const { id } = await world.ticket()
  const sendAt = new Date(Date.now() + 30_000)
  const message = await world.prisma.message.create({
    data: {
      ...{ ticketId: id, kind: "outgoing", memberId: 1, at: new Date(), text: "Bonjour" },
      ...{ to: ["claire@prefecture.example"], subject: "Re: x", delivery: "waiting", sendAt },
    },
  })
  const { page } = await opens("Nadia Ferrand")
  const count = page.locator("[data-seconds]")
  const before = Number(await count.textContent())

  await expect.poll(async () => Number(await count.textContent())).toBeLessThan(before)
  expect(await page.getByText("Votre réponse à la").isVisible()).toBe(true)
  await page.getByRole("button", { name: "Annuler l’envoi" }).click()

  await page.getByText(DONE).waitFor()
  expect(world.came).toMatchObject([{ what: `reply.undo:${message.id}:0` }])
})

test("a double click is one click", async () => {
  await world.ticket()
  const { page } = await opens("Nadia Ferrand")

  await page.getByRole("button", { name: "Je prends" }).dblclick()
  await page.getByText(DONE).waitFor()
  await page.waitForLoadState("networkidle")

  expect(world.came).toHaveLength(1)
})

test("a refusal is told, and the form still holds what was typed", async () => {
  const { id } = await world.ticket()
  const { page } = await opens("Nadia Ferrand")
  world.answer = ({ values }) => {
    if (values) throw new UserError("Karim a déjà répondu.")
    return aReplyForm(id)
  }
  await page.goto(`/demandes/${id}`)

  await page.getByRole("button", { name: "Répondre" }).click()
  await page.getByLabel("Message").fill("Un long texte")
  await page.getByLabel("rh@prefecture.example").check({ force: true })
  await page.getByRole("button", { name: "Relire" }).click()

  expect(await page.getByRole("alert").textContent()).toContain("Karim a déjà répondu.")
  expect(await page.getByLabel("Message").inputValue()).toBe("Un long texte")
  expect(await page.getByLabel("rh@prefecture.example").isChecked()).toBe(true)
  expect(await page.title()).toMatch(/^Erreur/)
})

/** What somebody has on a desk, and in a pocket. */
const SIZES = [
  { width: 1280, colorScheme: "light" as const },
  { width: 390, colorScheme: "light" as const },
]
const HOSTILE = `"><script>window.hacked=1</script><img src=x onerror="window.hacked=2">`
const HOSTILE_MAIL: NewTicket = {
  ticket: {
    subject: `${HOSTILE}${"W".repeat(600)}`,
    requesterName: `Claire \u202eevil ${HOSTILE}`,
  },
  card: {
    sections: [{ heading: HOSTILE, text: `${"mot".repeat(2_000)} \u202etxt.exe ${HOSTILE}` }],
    fields: [{ label: HOSTILE, text: `${HOSTILE} ${"x".repeat(500)}` }],
  },
  mail: {
    fromName: HOSTILE,
    fromAddress: `${"a".repeat(300)}@${"b".repeat(300)}.example`,
    subject: HOSTILE,
    written: `${"mot".repeat(2_000)} ${HOSTILE} \u202e\u2066renversé`,
    signature: HOSTILE,
    quoted: HOSTILE,
    source: `Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n${HOSTILE}<script>parent.hacked=3</script><a href="javascript:parent.hacked=4">lien</a><img src="https://beacon.example/p.gif"><style>@import "https://beacon.example/s.css"</style><meta http-equiv="refresh" content="0;url=https://evil.example">`,
  },
  attachments: [{ name: `\u202egnp.${HOSTILE}.exe`, type: HOSTILE, size: 3 }],
}

test("hostile mail is only text, stays in its box in a large window and a small one, and calls nobody", async () => {
  const { id, mail } = await world.ticket(HOSTILE_MAIL)
  await world.mail({ ...HOSTILE_MAIL.mail, state: "parked", reason: HOSTILE })
  const { page, troubles, elsewhere } = await opens("Nadia Ferrand")

  for (const path of ["/", `/demandes/${id}`, `/messages/${mail.id}`, "/messages-en-attente"]) {
    await page.goto(path)
    await page.waitForLoadState("networkidle")
    for (const { width } of SIZES) {
      await page.setViewportSize({ width, height: 900 })
      const seen = await page.evaluate(`({
        hacked: "hacked" in window,
        images: document.querySelectorAll("main img").length,
        overflow: document.documentElement.scrollWidth - window.innerWidth,
        marks: /[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.body.textContent),
      })`)
      const unharmed = { hacked: false, images: 0, overflow: 0, marks: false }
      expect([path, width, seen]).toEqual([path, width, unharmed])
    }
  }

  expect(troubles).toEqual([])
  expect(elsewhere).toEqual([])
})

test("a screenshot pasted in a mail is seen in the original message", async () => {
  const png =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
  const source = [
    'Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="limit"\r\n',
    '--limit\r\nContent-Type: text/html\r\n\r\n<p>Voyez :</p><img src="cid:capture@mail" alt="capture">',
    `--limit\r\nContent-Type: image/png\r\nContent-ID: <capture@mail>\r\nContent-Disposition: inline; filename="c.png"\r\nContent-Transfer-Encoding: base64\r\n\r\n${png}`,
    "--limit--\r\n",
  ].join("\r\n")
  const { mail } = await world.ticket({ mail: { source } })
  const { page, troubles } = await opens("Nadia Ferrand")

  await page.goto(`/messages/${mail.id}`)

  const picture = page.frameLocator("iframe").getByAltText("capture")
  await expect.poll(() => picture.evaluate((image) => Reflect.get(image, "naturalWidth"))).toBe(1)
  expect(troubles).toEqual([])
})

test("every page is without fault for axe-core, on a large window and on a small one", {
  timeout: 60_000,
}, async () => {
  const { id, mail } = await everythingToShow()
  const { page, troubles } = await opens("Nadia Ferrand")
  const faults: Record<string, unknown> = {}
  const look = async (name: string) => {
    const found = await faultsIn(page, SIZES)
    if (found.length > 0) faults[name] = found
  }
  world.answer = ({ what, values }) => {
    if (what.startsWith("reply.send")) throw new UserError("Un message est arrivé.")
    if (values?.subject === "refus") throw new UserError("Refusé.")
    return values ? aPreview(id, values.text ?? "") : aReplyForm(id)
  }

  for (const path of [
    "/",
    "/?onglet=en-attente",
    "/?onglet=closes&de=moi",
    `/demandes/${id}`,
    `/messages/${mail.id}`,
    "/messages-en-attente",
    "/cartes",
    "/envois",
    "/etat",
    "/boite-de-l-agent",
    "/boite-de-l-agent?repondre=m1",
    "/fiches",
    "/fiches/badge?version=1",
    "/tri",
    "/aide",
    "/recherche?q=lien",
    "/nulle-part",
  ]) {
    await page.goto(path)
    await look(path)
  }
  await page.goto(`/demandes/${id}`)
  await page.getByRole("button", { name: "Répondre" }).click()
  await look("form")
  await page.getByLabel("Message").fill(" ")
  await page.getByRole("button", { name: "Relire" }).click()
  await look("form with errors")
  await page.getByLabel("Message").fill("Bonjour")
  await page.getByRole("button", { name: "Relire" }).click()
  await look("preview")
  await page.getByRole("button", { name: "Envoyer" }).click()
  await look("refusal")
  await page.getByRole("button", { name: "Changer de personne" }).click()
  await look("who")

  expect(faults).toEqual({})
  expect(troubles).toEqual([])
})

/** One of each thing that a page can show. */
/** A card that its file says otherwise than the team. */
async function keepsCard(id: string, written: { reviewOn: string }) {
  const { keepEntry } = cardSlice(world.prisma)
  const move = { memberId: 1, at: new Date() }
  const body = "Le lien dure [à valider : sept jours]."
  const entry = { ...anEntry({ id, body, ...written }), isOurs: true }
  const offered = { ...entry, body: "Le texte du fichier." }
  await keepEntry({ ...entry, title: "Avant" }, { ...move, what: "imported" })
  await keepEntry({ ...entry, offered }, { ...move, what: "edited" })
}

async function everythingToShow() {
  const seeded = await world.ticket({
    mail: { signature: "Claire", quoted: "> avant", cc: ["chef@prefecture.example"] },
    attachments: [{ name: "capture.png", type: "image/png", size: 4_000 }],
  })
  await world.ticket({ ticket: { priority: "high", subject: "Lien urgent" } })
  await world.ticket({ ticket: { status: "pending", waitingSince: null } })
  await world.ticket({ ticket: { status: "closed", waitingSince: null, assigneeId: 1 } })
  const at = new Date()
  const turn = { ticketId: seeded.id, at, to: ["claire@prefecture.example"], subject: "Re: x" }
  const soon = new Date(Date.now() + 30_000)
  const out = { ...turn, kind: "outgoing", text: "Bonjour" } as const
  await world.prisma.message.createMany({
    data: [
      { ticketId: seeded.id, kind: "note", memberId: 1, at, text: "Une note" },
      { ...out, isAutomatic: true, delivery: "sent", sendAt: at, sentAt: at },
      { ...out, memberId: 1, delivery: "waiting", sendAt: soon },
      { ...out, memberId: 2, delivery: "cancelled", sendAt: at },
      { ...out, memberId: 2, delivery: "failed", attempts: 2, lastError: "550", sendAt: at },
      { ...out, memberId: 2, delivery: "waiting", attempts: 2, lastError: "451", sendAt: soon },
    ],
  })
  await world.prisma.journalEntry.create({
    data: { ticketId: seeded.id, memberId: 1, at, what: "taken", detail: {}, hash: "" },
  })
  await keepsCard("badge", { reviewOn: "2026-01-01" })
  await world.chat.say("1", "Nadia a pris la demande.", "line 1")
  await world.chat.post("equipe", aCard({ ticket: null, title: "Un avis" }), "notice")
  await world.prisma.alarm.create({ data: { key: "a", text: "La boîte se tait.", raisedAt: at } })
  await world.prisma.mailboxState.createMany({
    data: [
      { name: "mentor", readSince: at, lastPolledAt: at, lastSentAt: at },
      { name: "autre", failingSince: at, lastError: "ECONNREFUSED" },
    ],
  })
  await world.mail({ state: "parked", reason: "automatic: absence" })
  await world.mail({ ticketId: seeded.id, state: "followup", automatic: "absence" })
  world.outbox.push({
    ...{ messageId: "m1", to: [{ name: "", address: "claire@prefecture.example" }], cc: [] },
    ...{ from: { name: "Assistance", address: "a@ministere.example" }, subject: "Re: x" },
    ...{ date: at, text: "Bonjour", html: "" },
  })
  return seeded
}

/** The accessible name of what has the focus, roughly. */
function focused(page: Page): Promise<string> {
  return page.evaluate<string>(`(() => {
    const element = document.activeElement
    const label = element.id ? document.querySelector('label[for="' + element.id + '"]') : null
    return (label?.firstChild ?? element).textContent.trim()
  })()`)
}

async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press("Tab")
    if ((await focused(page)) === name) return
  }
  throw new Error(`« ${name} » is not reached by keyboard`)
}

function outline(page: Page): Promise<string> {
  return page.evaluate<string>("getComputedStyle(document.activeElement).outlineStyle")
}
