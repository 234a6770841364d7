// The console opened to the network: by a link that is mailed, once, and no click says who one is any more.
import { expect, onTestFinished, test } from "vitest"
import { ticketUrl } from "../../src/needs.ts"
import { aBrowser } from "../setup/a-browser.ts"
import { axe } from "../setup/axe.ts"
import { hasNoBrowser, visit } from "../setup/browser.ts"
import { aConsoleOnTheNetwork, cookieOf } from "../setup/console-network.ts"

const NADIA = "nadia@equipe.example"

const inBrowser = test.skipIf(hasNoBrowser)

async function aConsole(given: Parameters<typeof aConsoleOnTheNetwork>[0] = {}) {
  const world = await aConsoleOnTheNetwork(given)
  onTestFinished(() => world.closeConsole())
  return world
}

inBrowser(
  "a member asks for a link, follows it, clicks, and is where they were going; then ends the session",
  async () => {
    const world = await aConsole()
    const browser = await aBrowser()
    const { page, troubles, elsewhere } = await visit(browser, world.url, {
      javaScriptEnabled: false,
    })

    await page.goto("/etat")
    await page.getByLabel("Votre adresse professionnelle").fill(NADIA)
    await page.getByRole("button", { name: "Recevoir le lien" }).click()
    await page.getByText("Regardez votre messagerie").waitFor()
    await world.settles()
    await page.goto(world.linkMailed())
    await page.getByRole("button", { name: "Ouvrir la console" }).click()

    await page.getByRole("heading", { name: "État du service" }).waitFor()
    expect(await page.getByText("Nadia Ferrand").isVisible()).toBe(true)
    expect(await page.getByText("Changer de personne").count()).toBe(0)
    await page.getByRole("button", { name: "Se déconnecter" }).click()
    await page.goto("/etat")
    expect(new URL(page.url()).pathname).toBe("/connexion")
    expect([troubles, elsewhere]).toEqual([[], []])
    expect(await world.journal(null)).toContain("logged in (Nadia Ferrand)")
  },
)

inBrowser("the pages of the way in are without fault for axe-core", async () => {
  const world = await aConsole()
  const browser = await aBrowser()
  const { page } = await visit(browser, world.url)
  const faults: unknown[] = []
  const look = async () => faults.push(...(await axe(page)))

  await page.goto("/connexion")
  await look()
  await page.getByLabel("Votre adresse professionnelle").fill(NADIA)
  await page.getByRole("button", { name: "Recevoir le lien" }).click()
  await page.getByText("Regardez votre messagerie").waitFor()
  await look()
  await world.settles()
  await page.goto(world.linkMailed())
  await look()
  await page.goto("/connexion/rien")
  await look()

  expect(faults).toEqual([])
})

test("a program that follows the links of a mail does not use them", async () => {
  const world = await aConsole()
  const link = await linkFor(world)

  for (const method of ["GET", "HEAD", "GET"]) await world.ask(method, link)

  expect((await world.post(link, {})).status).toBe(303)
})

test("a link works once, were it clicked twice at the same moment", async () => {
  const world = await aConsole()
  const link = await linkFor(world)

  const both = await Promise.all([world.post(link, {}), world.post(link, {})])

  expect(both.map(({ status }) => status).sort()).toEqual([303, 400])
  expect(await world.prisma.session.count()).toBe(1)
  expect((await world.ask("GET", link)).body).toContain("a déjà servi")
})

test("a link lasts ten minutes, and one that was changed or made for something else opens nothing", async () => {
  const world = await aConsole()
  const link = await linkFor(world)
  const code = await world.prisma.code.findFirstOrThrow()

  const changed = await world.post(
    link.replace(/.$/, (last) => (last === "A" ? "B" : "A")),
    {},
  )
  const guessed = await world.post(`/connexion/${code.id}`, {})
  await world.advance(600)
  const late = await world.post(link, {})

  expect([changed.status, guessed.status, late.status]).toEqual([400, 400, 400])
  expect(late.body).toContain("10 minutes")
  expect(await world.prisma.session.count()).toBe(0)
})

test("an address that is nobody's gets the same page, and no mail", async () => {
  const world = await aConsole()

  const known = await world.post("/connexion", { address: NADIA })
  const unknown = await world.post("/connexion", { address: "personne@ailleurs.example" })
  await world.settles()

  expect(unknown.body).toBe(known.body)
  expect(unknown.status).toBe(200)
  expect(world.server.sent).toHaveLength(1)
})

test("who is known on loopback by a click is nobody here", async () => {
  const world = await aConsole()

  const chosen = await world.post("/qui-etes-vous", { member: "1" })
  const forged = await world.ask("GET", "/", { cookie: `${cookieName(world.url)}=1` })

  expect(chosen.status).toBe(303)
  expect(chosen.headers.location).toMatch(/^\/connexion/)
  expect(forged.headers.location).toMatch(/^\/connexion/)
})

test("a session ends for good: by its button, after a week, and when its member leaves the team", async () => {
  const world = await aConsole()
  const [first, second, third] = [await logsIn(world), await logsIn(world), await logsIn(world)]
  const pageOf = async (cookie: string) => (await world.ask("GET", "/", { cookie })).status

  expect([await pageOf(first), await pageOf(second)]).toEqual([200, 200])
  await world.post("/deconnexion", {}, { cookie: first })
  expect([await pageOf(first), await pageOf(second)]).toEqual([303, 200])
  await world.prisma.member.update({ where: { address: NADIA }, data: { isActive: false } })
  expect(await pageOf(second)).toBe(303)
  await world.prisma.member.update({ where: { address: NADIA }, data: { isActive: true } })
  await world.advance(7 * 24 * 3_600)
  expect(await pageOf(third)).toBe(303)
})

test("by its name alone, and from its own pages: other hosts and other sites are refused", async () => {
  const world = await aConsole({ url: "https://console.example/" })

  for (const host of ["127.0.0.1", "evil.example", "console.example.evil.example"]) {
    expect((await world.ask("GET", "/connexion", { host })).status).toBe(421)
  }
  const fields = { address: NADIA }
  const elsewhere = await world.post("/connexion", fields, { origin: "https://evil.example" })
  const inClear = await world.post("/connexion", fields, { origin: "http://console.example" })
  const beside = await world.post("/connexion", fields, { "sec-fetch-site": "same-site" })

  expect([elsewhere.status, inClear.status, beside.status]).toEqual([403, 403, 403])
  expect(await world.prisma.code.count()).toBe(0)
})

test("the numbers for who watches the bot are for this machine, not for the network", async () => {
  const world = await aConsole({ url: "https://console.example/" })
  const { port } = new URL(world.address)

  expect((await world.ask("GET", "/metrics")).status).toBe(421)
  expect((await world.ask("GET", "/metrics", { host: `127.0.0.1:${port}` })).status).toBe(200)
})

test("behind TLS the cookie is for this name alone, out of reach of scripts and of clear text", async () => {
  const world = await aConsole({ url: "https://console.example/" })

  const entered = await world.post(await linkFor(world), {})

  const [cookie = ""] = [entered.headers["set-cookie"] ?? []]
    .flat()
    .filter((line) => line.startsWith("__Host-telemaque="))
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/Secure/)
  expect(cookie).toMatch(/SameSite=Lax/)
  expect(entered.headers["strict-transport-security"]).toMatch(/max-age/)
})

test("too many tries from one network wait; a proxy's word is taken for the address, not the client's", async () => {
  const world = await aConsole({ proxies: 1 })
  const from = (address: string) => ({ "x-forwarded-for": `203.0.113.9, ${address}` })

  const statuses: number[] = []
  for (let n = 0; n < 31; n += 1) {
    statuses.push((await world.ask("GET", "/connexion", from("198.51.100.7"))).status)
  }
  const other = await world.ask("GET", "/connexion", from("198.51.100.8"))

  expect(statuses.slice(29)).toEqual([200, 429])
  expect(other.status).toBe(200)
  await world.advance(600)
  expect((await world.ask("GET", "/connexion", from("198.51.100.7"))).status).toBe(200)
})

test("what is not a form, or is too long, is refused, and nothing is kept of it", async () => {
  const world = await aConsole()
  const json = { "content-type": "application/json" }

  const refused = [
    await world.post("/connexion", {}, json),
    await world.post("/connexion", { address: `nadia@${"a.".repeat(200)}example` }),
    await world.post("/connexion", { address: "x".repeat(20_000) }),
  ]

  expect(refused.map(({ status }) => status)).toEqual([400, 400, 413])
  expect(await world.prisma.code.count()).toBe(0)
  const long = await world.post("/connexion", { address: NADIA, _cle: "k".repeat(9_000) })
  expect(long.status).toBe(200)
})

test("messages link to a request when the console can be reached, and not otherwise", () => {
  expect(ticketUrl({ consoleUrl: "https://console.example/" }, 12)).toBe(
    "https://console.example/demandes/12",
  )
  expect(ticketUrl({ consoleUrl: null }, 12)).toBeNull()
})

type World = Awaited<ReturnType<typeof aConsole>>

async function linkFor(world: World, address = NADIA): Promise<string> {
  await world.post("/connexion", { address })
  await world.settles()
  return world.linkMailed()
}

async function logsIn(world: World): Promise<string> {
  const entered = await world.post(await linkFor(world), {})
  return cookieOf(entered, /^telemaque-\d+=/)
}

function cookieName(url: string): string {
  return `telemaque-${new URL(url).port}`
}
