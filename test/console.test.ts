// The console as a server: what it answers, whom it refuses, what it keeps. Its pages in a browser: console-browser.test.ts.
import { request } from "node:http"
import { gunzipSync } from "node:zlib"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { cardSlice } from "../adapters/store/cards.ts"
import { UserError } from "../src/errors.ts"
import { anEntry } from "./setup/an-entry.ts"
import {
  aCard,
  aConsole,
  aPreview,
  aReplyForm,
  type ConsoleWorld,
  clear,
  session,
} from "./setup/console.ts"

let world: ConsoleWorld
const logged: object[] = []
beforeAll(async () => {
  const log = { info() {}, warn() {}, error: (details: object) => logged.push(details) }
  world = await aConsole({ log, routes: (app) => app.get("/healthz", (c) => c.text("ok")) })
})
beforeEach(async () => {
  await clear(world)
  world.answer = () => ({ kind: "done" })
})
afterAll(() => world.close())

test("a card posted twice with the same key is there once, as it was drawn last", async () => {
  const first = await world.chat.post("equipe", aCard({ ticket: null, title: "Avant" }), "key")

  const second = await world.chat.post("equipe", aCard({ ticket: null, title: "Après" }), "key")

  expect(second).toBe(first)
  const page = await (await session(world, 1)).text("/")
  expect(page).toContain("Après")
  expect(page).not.toContain("Avant")
})

test("an update redraws the whole card, and a line said twice is said once", async () => {
  const post = await world.chat.post("equipe", aCard({ ticket: null }), "key")
  await world.chat.say(post, "Nadia a pris la demande.", "line")

  await world.chat.update(post, aCard({ ticket: null, title: "Redessinée", badges: [] }))
  await world.chat.say(post, "Nadia a pris la demande.", "line")

  const page = await (await session(world, 1)).text("/")
  expect(page).toContain("Redessinée")
  expect(page).not.toContain("Nouvelle</span>")
  expect(page.split("Nadia a pris la demande.")).toHaveLength(2)
})

test("who is not known is asked who they are, then comes back to where they were going", async () => {
  const ticket = await world.ticket()
  const path = `/demandes/${ticket.id}`

  const unknown = await fetch(world.url + path, { redirect: "manual" })

  expect(unknown.status).toBe(303)
  const asked = unknown.headers.get("location") ?? ""
  expect(asked).toBe(`/qui-etes-vous?retour=${encodeURIComponent(path)}`)
  expect(await (await fetch(world.url + asked)).text()).toContain("Karim Lenoir")
  const { post } = await session(world, 1)
  const chosen = await post("/qui-etes-vous", { member: "2", _retour: path })
  expect(chosen.headers.get("location")).toBe(path)
})

test("nobody acts without saying who they are, nor with a cookie they made themselves", async () => {
  const cookie = `telemaque-0=${encodeURIComponent("1.forged")}`
  for (const headers of [{}, { cookie }, { cookie: "telemaque-0=1" }]) {
    const response = await fetch(`${world.url}/actions`, {
      method: "POST",
      body: new URLSearchParams({ action: "ticket.take:1:1" }),
      redirect: "manual",
      headers: { ...headers, origin: world.url },
    })

    expect(response.headers.get("location")).toMatch(/^\/qui-etes-vous/)
  }
  expect(world.came).toEqual([])
})

test("a member who left the team no longer acts", async () => {
  const { post } = await session(world, 1)
  await world.prisma.member.update({ where: { id: 1 }, data: { isActive: false } })

  await post("/actions", { action: "ticket.take:1:1" })

  expect(world.came).toEqual([])
})

test.for([
  { origin: "https://evil.example" },
  { origin: "null" },
  { origin: "http://127.0.0.1:1" },
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-site" },
])("a post that another site makes is refused: %o", async (headers) => {
  const { post } = await session(world, 1)

  const response = await post("/actions", { action: "ticket.take:1:1" }, headers)

  expect(response.status).toBe(403)
  expect(world.came).toEqual([])
})

test.for(["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:80"])(
  "a name that leads here but is not ours (%s) is not answered",
  async (host) => {
    const status = await new Promise((resolve, reject) => {
      request(`${world.url}/healthz`, { headers: { host } }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
        .on("error", reject)
        .end()
    })

    expect(status).toBe(421)
  },
)

test("every page says what a browser may do with it", async () => {
  const { ask } = await session(world, 1)

  const { headers } = await ask("/")

  expect(headers.get("content-security-policy")).toMatch(/^default-src 'self';/)
  expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'")
  expect(headers.get("content-security-policy")).not.toContain("unsafe")
  expect(headers.get("x-content-type-options")).toBe("nosniff")
  expect(headers.get("cache-control")).toBe("no-store")
})

test("the routes of health ask nobody who they are", async () => {
  expect(await (await fetch(`${world.url}/healthz`)).text()).toBe("ok")
})

test("of the design system, only its pages' files are served, and they are kept for a year", async () => {
  const page = await (await fetch(`${world.url}/qui-etes-vous`)).text()
  const styles = [...page.matchAll(/(?:href|src)="(\/(?:dsfr|statique)\/[^"]+)"/g)].map(
    ([, path]) => path,
  )
  expect(styles.length).toBeGreaterThan(5)

  for (const path of styles) {
    const { status, headers } = await fetch(world.url + path)
    expect([path, status]).toEqual([path, 200])
    expect(headers.get("cache-control")).toContain("immutable")
  }

  const at = styles[0]?.split("/").slice(0, 3).join("/")
  for (const path of ["../package.json", "%2e%2e/package.json", "dsfr.module.js", "dsfr.css.map"]) {
    expect((await fetch(`${world.url}${at}/${path}`, { redirect: "manual" })).status).not.toBe(200)
  }
})

test("what is done is said once, on the page where the click was made", async () => {
  const { post, text } = await session(world, 1)
  const { id } = await world.ticket()
  const undo = { label: "Rouvrir", action: "ticket.reopen:1:0", style: "secondary" } as const
  world.answer = () => ({ kind: "done", text: "La demande est close.", undo })

  const response = await post("/actions", {
    action: `ticket.close:${id}:1`,
    _retour: `/demandes/${id}`,
  })

  expect(world.came).toEqual([{ what: `ticket.close:${id}:1`, by: { chat: "console", id: "1" } }])
  expect(response.status).toBe(303)
  expect(response.headers.get("location")).toBe(`/demandes/${id}`)
  const next = await text(`/demandes/${id}`)
  expect(next).toContain("La demande est close.")
  expect(next).toContain("ticket.reopen:1:0")
  expect(await text(`/demandes/${id}`)).not.toContain("La demande est close.")
})

test.for([
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "javascript:alert(1)",
  "/actions",
])("an answer never leads to another place than our own pages: %s", async (_retour) => {
  const { post } = await session(world, 1)

  const response = await post("/actions", { action: "ticket.take:1:1", _retour })

  const location = new URL(response.headers.get("location") ?? "", world.url)
  expect([location.origin, location.pathname]).toEqual([
    world.url,
    expect.not.stringMatching(/actions/),
  ])
})

test("a form comes back with what was typed and why it was refused", async () => {
  const { post } = await session(world, 1)
  const opened = aReplyForm(3)
  world.answer = ({ values }) => {
    if (values) throw new UserError("Karim a répondu pendant que vous écriviez.")
    return opened
  }
  const form = await (await post("/actions", { action: "ticket.reply:3:1" })).text()

  const refused = await post("/formulaires", {
    submission: "ticket.reply:3:7",
    _retour: "/demandes/3",
    _formulaire: hidden(form, "_formulaire"),
    subject: "Mon objet",
    text: "Un long texte <b>à ne pas perdre</b>",
    cc: "rh@prefecture.example",
  })

  expect(refused.status).toBe(400)
  const page = await refused.text()
  expect(page).toContain("Karim a répondu pendant que vous écriviez.")
  expect(page).toContain('value="Mon objet"')
  expect(page).toContain("Un long texte &lt;b&gt;à ne pas perdre&lt;/b&gt;")
  expect(page).toMatch(/value="rh@prefecture\.example" checked/)
  expect(page).not.toMatch(/value="chef@prefecture\.example" checked/)
})

test("several ticked boxes come as lines, and a required input left empty is shown", async () => {
  const { ask, post } = await session(world, 1)
  world.answer = ({ values }) => (values ? { kind: "done" } : aReplyForm(3))
  const form = await (await post("/actions", { action: "ticket.reply:3:1" })).text()
  const typed = new URLSearchParams({
    submission: "ticket.reply:3:7",
    _formulaire: hidden(form, "_formulaire"),
    subject: "Objet",
    text: "Bonjour,\r\nVoilà.",
  })
  typed.append("cc", "chef@prefecture.example")
  typed.append("cc", "rh@prefecture.example")
  const send = () =>
    ask("/formulaires", { method: "POST", body: typed, headers: { origin: world.url } })

  await send()
  typed.set("text", "   ")
  const incomplete = await send()

  expect(world.came.filter(({ values }) => values)).toHaveLength(1)
  expect(world.came.at(-1)?.values).toMatchObject({
    cc: "chef@prefecture.example\nrh@prefecture.example",
    text: "Bonjour,\nVoilà.",
  })
  expect(incomplete.status).toBe(400)
  expect(await incomplete.text()).toContain("Remplissez ce champ.")
})

test("the same note sent twice has the same key; another note has another", async () => {
  const { post, text } = await session(world, 1)
  const { id } = await world.ticket()
  const page = await text(`/demandes/${id}`)
  const note = { submission: hidden(page, "submission"), _cle: hidden(page, "_cle") }

  for (const words of ["Vu avec lui.", "Vu avec lui.", "Autre chose."]) {
    await post("/formulaires", { ...note, text: words })
  }

  const [first, second, third] = world.came.map(({ values }) => values?.key)
  expect(first).toBeTruthy()
  expect(second).toBe(first)
  expect(third).not.toBe(first)
})

test("a preview shows to the letter what will leave, and a stale one can be edited again", async () => {
  const { post } = await session(world, 1)
  const link = "https://mentor.example/login/reset?token=abcdefghijklmnopqrstuvwx"
  world.answer = ({ what }) => {
    if (what.startsWith("reply.send")) throw new UserError("Un message est arrivé depuis.")
    return aPreview(1, `Voici votre lien : ${link}`)
  }

  const preview = await (await post("/formulaires", { submission: "ticket.reply:1:7" })).text()
  const refused = await (await post("/actions", { action: "reply.send:5:0" })).text()

  expect(preview).toContain(link)
  expect(refused).toContain("Un message est arrivé depuis.")
  expect(refused).toContain('value="reply.edit:5:0"')
})

test("a failure nobody foresaw is a calm page with a reference that is in the log", async () => {
  const { post } = await session(world, 1)
  world.answer = () => {
    throw new Error("the database has gone")
  }

  const response = await post("/actions", { action: "ticket.take:1:1" })

  expect(response.status).toBe(500)
  const page = await response.text()
  const reference = /référence <strong>(\w+)<\/strong>/.exec(page)?.[1]
  expect(page).toContain("Rien n’est perdu")
  expect(page).not.toContain("the database has gone")
  expect(logged.at(-1)).toMatchObject({ reference })
})

test.for(["/nulle-part", "/demandes/999999", "/demandes/abc", "/messages/12345", "/pieces/1/1"])(
  "%s leads nowhere, and says so",
  async (path) => {
    const { ask } = await session(world, 1)

    const response = await ask(path)

    expect(response.status).toBe(404)
    expect(await response.text()).toContain("Page introuvable")
  },
)

const PNG =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
const WITH_FILES = [
  ["From: claire@prefecture.example", "Subject: fichiers", "MIME-Version: 1.0"].join("\r\n"),
  'Content-Type: multipart/mixed; boundary="limit"\r\n',
  "--limit\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nMot de passe : Azerty123!",
  '--limit\r\nContent-Type: text/html\r\nContent-Disposition: attachment; filename="été\u202e.html"\r\n\r\n<script>alert(1)</script>',
  `--limit\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="vraie-image.pdf"\r\n\r\n${PNG}`,
  '--limit\r\nContent-Type: image/svg+xml\r\nContent-Disposition: attachment; filename="dessin.svg"\r\n\r\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  '--limit\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename="faux.png"\r\n\r\n<html><script>alert(1)</script>',
  "--limit--\r\n",
].join("\r\n")

test("a file is downloaded, never opened; only what is truly a picture is shown", async () => {
  const { ask } = await session(world, 1)
  const { mail } = await world.ticket({ mail: { source: WITH_FILES } })
  const piece = async (position: number) => {
    const { status, headers } = await ask(`/pieces/${mail.id}/${position}?voir`)
    const [disposition = ""] = (headers.get("content-disposition") ?? "").split(";")
    expect(status).toBe(200)
    expect(headers.get("x-content-type-options")).toBe("nosniff")
    expect(headers.get("content-security-policy")).toBe("sandbox; default-src 'none'")
    return [disposition, headers.get("content-type")]
  }

  expect(await piece(0)).toEqual(["attachment", "application/octet-stream"]) // HTML
  expect(await piece(1)).toEqual(["inline", "image/png"]) // a PNG, whatever it was called
  expect(await piece(2)).toEqual(["attachment", "application/octet-stream"]) // SVG
  expect(await piece(3)).toEqual(["attachment", "application/octet-stream"]) // called a PNG

  const { headers } = await ask(`/pieces/${mail.id}/0`)
  const name = headers.get("content-disposition") ?? ""
  expect(name).toContain("filename*=UTF-8''")
  expect(name).not.toMatch(/%E2%80%AE/i) // the mark that would turn « lmth.exe » round
})

test("the source of a mail is whole, asked by a click and written down; elsewhere its secrets are masked", async () => {
  const { ask, post, text } = await session(world, 1)
  const { id, mail } = await world.ticket({
    mail: { source: WITH_FILES, written: "Mot de passe : Azerty123!" },
  })

  const shown = [await text(`/demandes/${id}`), await text(`/messages/${mail.id}`)].join()
  const followed = await ask(`/messages/${mail.id}/source`)
  const source = await post(`/messages/${mail.id}/source`, {})

  expect(shown).not.toContain("Azerty123!")
  expect(followed.status).toBe(404)
  expect(source.headers.get("content-disposition")).toMatch(/^attachment/)
  expect(source.headers.get("content-type")).toMatch(/^text\/plain/)
  const stored = await world.prisma.mail.findUniqueOrThrow({ where: { id: mail.id } })
  expect(Buffer.from(await source.arrayBuffer())).toEqual(gunzipSync(stored.raw ?? ""))
  expect(world.journal).toEqual([{ memberId: 1, what: "source read", detail: { mail: mail.id } }])
})

test("a mail's HTML stands in a sandbox, without its scripts and its beacons", async () => {
  const { ask } = await session(world, 1)
  const source = [
    "Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n",
    '<p onclick="alert(1)">Mot de passe : Azerty123!</p><script>alert(2)</script>',
    '<img src="https://beacon.example/x.gif"><form action="https://evil.example"><input></form>',
  ].join("")
  const { mail } = await world.ticket({ mail: { source } })

  const response = await ask(`/messages/${mail.id}/html`)

  expect(response.headers.get("content-security-policy")).toMatch(/^sandbox .*default-src 'none'/)
  const body = await response.text()
  expect(body).toContain("Mot de passe")
  expect(body).not.toMatch(/script|onclick|beacon|<form|Azerty123!/)
})

test("a hundred thousand mails put aside: a page stays a page, and the next one goes on", async () => {
  const { text } = await session(world, 1)
  await world.database.pool.query(`
    INSERT INTO "Mail" (mailbox, folder, "uidValidity", uid, "contentHash", "receivedAt", "storedAt", size, state, reason, subject)
    SELECT 'mentor', 'inbox', '9', n, n::text, now(), now() - n * interval '1 second', 10, 'parked',
      CASE WHEN n % 1000 = 0 THEN 'automatic: absence' ELSE 'automatic: list or bulk' END, 'Lettre ' || n
    FROM generate_series(1, 100000) AS n; ANALYZE "Mail"`)
  const subjects = (page: string) => [...page.matchAll(/>Lettre (\d+)</g)].map(([, n]) => Number(n))
  const startedAt = performance.now()

  const first = await text("/messages-en-attente")
  const took = performance.now() - startedAt
  const next = /href="(\/messages-en-attente\?avant=[^"]+)"/.exec(first)?.[1] ?? ""
  const second = await text(next.replaceAll("&amp;", "&"))
  const absences = await text(
    `/messages-en-attente?raison=${encodeURIComponent("automatic: absence")}`,
  )

  expect(subjects(first)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))
  expect(subjects(second)).toEqual(Array.from({ length: 20 }, (_, n) => n + 21))
  expect(subjects(absences)[1]).toBe(2000)
  expect(first).toContain("réponse d’absence (100)")
  expect(took).toBeLessThan(2_000)
})

test("to do: the urgent first, then who has waited longest, page after page, nobody twice", async () => {
  const { text } = await session(world, 1)
  const now = Date.now()
  for (let n = 1; n <= 43; n++) {
    const waitingSince = n === 43 ? null : new Date(now - (n - (n % 2)) * 60_000) // some are equal
    const priority = n === 3 ? "high" : "normal"
    await world.ticket({ ticket: { subject: `Demande ${n}`, waitingSince, priority } })
  }
  const seen: number[] = []
  let path: string | undefined = "/"

  while (path) {
    const page: string = await text(path)
    seen.push(...[...page.matchAll(/— Demande (\d+)</g)].map(([, n]) => Number(n)))
    path = /href="(\/\?[^"]*apres=[^"]+)"/.exec(page)?.[1]?.replaceAll("&amp;", "&")
  }

  expect(seen.slice(0, 2)).toEqual([3, 42])
  expect(seen.at(-1)).toBe(43)
  expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 43 }, (_, n) => n + 1))
})

test("what a failed sending means is said in French, beside what the server said", async () => {
  const { text } = await session(world, 1)
  const { id } = await world.ticket()
  await world.prisma.message.create({
    data: {
      ...{ ticketId: id, kind: "outgoing", memberId: 1, at: new Date(), text: "Bonjour" },
      ...{ to: ["x@prefecture.example"], subject: "Re: Lien", delivery: "failed", attempts: 3 },
      ...{ lastError: "550 5.1.1 User unknown", sendAt: new Date() },
    },
  })

  const page = await text("/envois")

  expect(page).toContain("L’adresse n’existe pas ou n’existe plus.")
  expect(page).toContain("550 5.1.1 User unknown")
  expect(page).toMatch(/value="reply\.retry:\d+:0"/)
})

test("the balance is an equation, and a mailbox without a first day asks for it", async () => {
  const { text } = await session(world, 1)
  await world.ticket()
  await world.mail({ state: "parked", reason: "automatic: absence" })
  await world.mail({ state: "followup" })
  await world.prisma.mailboxState.create({ data: { name: "mentor" } })

  const page = await text("/etat")

  const words = page.replaceAll(/<[^>]+>/g, "").replaceAll(/\s+/g, " ")
  expect(words).toContain("3 reçus = 1 demande + 1 suite + 0 doublon + 0 orienté + 1 mis de côté")
  expect(words).toContain("Le compte est juste")
  expect(page).toContain('value="mailbox.since:mentor:0"')
})

test("what the bot gave up is shown by what it means, with a button, and nothing of what is in it", async () => {
  const { text } = await session(world, 1)
  const none = await text("/etat")
  await world.prisma.$executeRaw`
    INSERT INTO pgboss.job (name, data, output) VALUES
      ('ticket.announce.dead', '{"ticketId": 4242}', '{"message": "claire@prefecture.example"}'),
      ('ticket.announce.dead', '{"ticketId": 4243}', NULL)`

  const page = await text("/etat")

  expect(none).not.toContain("n’ont pas abouti")
  expect(page).toContain("Montrer une carte")
  expect(page).toContain("2 en échec")
  expect(page).toContain("ne montre pas le dernier état de la demande")
  expect(page).toContain('value="jobs.retry:ticket.announce:0"')
  expect(page).not.toMatch(/4242|claire@/)
})

test("what a language model cost is shown where it was asked, by request and by month", async () => {
  const { text } = await session(world, 1)
  const [asked, other] = [await world.ticket(), await world.ticket()]
  const none = await text("/etat")
  const cost = {
    inputTokens: 700,
    outputTokens: 150,
    whLow: 0.3,
    whHigh: 1.2,
    co2Low: 0.01,
    co2High: 1,
  }
  const request = { ticketId: asked.id, task: "draft", model: "m", at: new Date() }
  await world.prisma.llmRequest.createMany({
    data: [
      { ...request, ...cost, outcome: "used" },
      { ...request, outcome: "late" },
      { ...request, outcome: "ceiling" },
    ],
  })

  const [page, without, state] = [
    await text(`/demandes/${asked.id}`),
    await text(`/demandes/${other.id}`),
    await text("/etat"),
  ]

  expect(none).not.toContain("Modèle de langue")
  expect(page.replaceAll("\u00a0", " ")).toContain(
    "2 requêtes, dont 1 sans mesure · 700 jetons lus, 150 écrits",
  )
  expect(without).not.toContain("Modèle de langue")
  expect(state).toContain("0,3 à 1,2\u00a0Wh")
  expect(state).toContain("0 sur 0")
})

test("the agent of the demonstration writes, reads and answers in the same thread", async () => {
  const { post, text } = await session(world, 1)
  world.outbox.push({
    ...{ messageId: "m1@ministere.example", subject: "Votre demande [Mentor #1]", html: "" },
    ...{ to: [{ name: "Claire", address: "claire@prefecture.example" }], cc: [] },
    from: { name: "Assistance", address: "assistance@ministere.example" },
    ...{ date: new Date(), text: "Bonjour,\nVoici." },
  })

  const reply = await text("/boite-de-l-agent?repondre=m1%40ministere.example")
  await post("/boite-de-l-agent", {
    ...{ from: "claire@prefecture.example", fromName: "Claire", subject: "Re: x", text: "Merci" },
    inReplyTo: hidden(reply, "inReplyTo"),
  })
  const mistaken = await post("/boite-de-l-agent", { from: "claire", text: "Mon texte" })

  expect(reply).toContain("&gt; Bonjour,")
  expect(world.letters).toEqual([
    expect.objectContaining({
      from: "claire@prefecture.example",
      inReplyTo: "m1@ministere.example",
      references: ["m1@ministere.example"],
    }),
  ])
  expect(mistaken.status).toBe(400)
  expect(await mistaken.text()).toContain("Mon texte")
})

test("a number, a name or words of the subject find a request", async () => {
  const { ask, text } = await session(world, 1)
  const { id } = await world.ticket({
    ticket: { subject: "Attestation perdue", requesterName: "Amélie Roux" },
  })

  expect((await ask(`/recherche?q=%23${id}`)).headers.get("location")).toBe(`/demandes/${id}`)
  expect(await text("/recherche?q=amélie")).toContain("Attestation perdue")
  expect(await text("/recherche?q=ATTESTATION")).toContain("Attestation perdue")
  expect(await text("/recherche?q=introuvable")).toContain("Aucune demande ne contient")
})

function hidden(page: string, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ""
  return value
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
}

test("the page of the cards shows first what is to review, then what is to validate; filters keep the rest away", async () => {
  const { keepEntry } = cardSlice(world.prisma)
  const move = { what: "imported", memberId: null, at: new Date(), validates: true } as const
  const cards = [
    anEntry({ id: "sure", title: "Sûre", isValidated: true }),
    anEntry({ id: "fraiche", title: "Fraîche", category: "attestation" }),
    anEntry({ id: "perimee", title: "Périmée", isValidated: true, reviewOn: "2026-01-01" }),
  ]
  for (const card of cards)
    await keepEntry(
      { ...card, reviewOn: card.id === "perimee" ? card.reviewOn : "2099-01-01" },
      move,
    )
  const nadia = await session(world, 1)

  const titles = async (path: string) =>
    [...(await nadia.text(path)).matchAll(/href="\/fiches\/[\w-]+">([^<]+)</g)].map(
      ([, title]) => title,
    )

  expect(await titles("/fiches")).toEqual(["Périmée", "Fraîche", "Sûre"])
  expect(await titles("/fiches?statut=a-valider")).toEqual(["Fraîche"])
  expect(await titles("/fiches?statut=validees&categorie=autre")).toEqual(["Périmée", "Sûre"])
  expect(await nadia.text("/fiches")).toContain("Une fiche à relire")
})

test("the page of a card shows its text as it is sent, who validated it and all that it was; a reader has no button", async () => {
  const { keepEntry } = cardSlice(world.prisma)
  const at = new Date()
  const body = "Ouvrez {{formation|la formation}}."
  await keepEntry(anEntry({ title: "Avant" }), { what: "imported", memberId: null, at })
  const validated = { what: "edited", memberId: 2, at, validates: true } as const
  await keepEntry(anEntry({ body, isValidated: true }), validated)
  await world.prisma.member.update({ where: { id: 2 }, data: { role: "reader" } })

  const page = await (await session(world, 1)).text("/fiches/badge?version=1")
  const asReader = await (await session(world, 2)).text("/fiches/badge")

  expect(page).toContain("Ouvrez la formation.")
  expect(page).toMatch(/validée par Karim Lenoir/)
  expect(page).toContain("Modifiée par Karim Lenoir (validée)")
  expect(page).toContain("Revenir à cette version")
  expect(asReader).toContain("Ouvrez la formation.")
  expect(asReader).not.toContain("entry.edit")
  expect((await (await session(world, 1)).ask("/fiches/inconnue")).status).toBe(404)
})

test("a click that a colleague outran leads back to what was typed", async () => {
  world.answer = () => {
    throw new UserError("Karim a modifié cette fiche.")
  }

  const nadia = await session(world, 1)
  const response = await nadia.ask("/actions", {
    method: "POST",
    body: new URLSearchParams({ action: "entry.save:7:0", _retour: "/fiches/badge" }),
    headers: { origin: world.url },
  })

  const page = await response.text()
  expect(page).toContain("Karim a modifié cette fiche.")
  expect(page).toContain('value="entry.rework:7:0"')
})
