// The public pages: by their own name, with a neutral theme, whatever comes to their door.
import { mkdtemp, rm } from "node:fs/promises"
import { request } from "node:http"
import { join } from "node:path"
import { expect, onTestFinished, test } from "vitest"
import { openPublicPages, type PublicOptions } from "../adapters/web/public/pages.ts"
import { openRateLimit } from "../adapters/web/rate-limit.ts"
import type { Closings, Help } from "../src/ports.ts"
import { aBrowser } from "./setup/a-browser.ts"
import { faultsIn } from "./setup/axe.ts"
import { startReadyBot } from "./setup/bot-process.ts"
import { hasNoBrowser, visit } from "./setup/browser.ts"
import { testDatabase } from "./setup/database.ts"
import { freePort } from "./setup/dovecot.ts"
import { scratchFolder } from "./setup/scratch.ts"

const inBrowser = test.skipIf(hasNoBrowser)
const MAILBOX = { label: "Mentor", address: "assistance@ministere.example" }
const OTHER = { label: "Autre", address: "autre@ministere.example" }

const NO_CLOSINGS: Closings = {
  ...{ maxText: 2_000, look: async () => ({ kind: "forged" }) },
  say: async () => ({ kind: "forged" }),
}

const NO_HELP: Help = { titles: async () => [], card: async () => null, search: async () => [] }

async function publicPages(given: Partial<PublicOptions> = {}) {
  const port = await freePort()
  const logged: object[] = []
  const options: PublicOptions = {
    ...{ url: `http://localhost:${port}/`, host: "127.0.0.1", port, proxies: 0 },
    ...{ mailboxes: [MAILBOX], service: "Assistance Mentor" },
    delay: async () => "2 jours ouvrés",
    ...{ closings: NO_CLOSINGS, help: NO_HELP },
    log: { error: (details) => void logged.push(details) },
    ...given,
  }
  const pages = await openPublicPages(options)
  onTestFinished(() => pages.close())
  const url = options.url.replace(/\/$/, "")
  const ask = (path: string, headers: Record<string, string> = {}, method = "GET") =>
    asked(port, method, path, { host: new URL(url).host, ...headers })
  return { url, ask, logged }
}

inBrowser(
  "somebody in trouble reads how to write: the address, what to put in, what never to send, and when",
  async () => {
    const { url } = await publicPages()
    const browser = await aBrowser()
    const { page, troubles, elsewhere } = await visit(browser, url, { javaScriptEnabled: false })

    await page.goto("/")

    expect(await page.title()).toBe("Écrire à l’assistance — Assistance Mentor")
    const link = page.getByRole("link", { name: MAILBOX.address })
    expect(await link.getAttribute("href")).toBe(`mailto:${MAILBOX.address}`)
    const text = (await page.getByRole("main").textContent()) ?? ""
    for (const part of ["capture d’écran", "mot de passe", "2 jours ouvrés", "Vos données"]) {
      expect(text).toContain(part)
    }
    expect([troubles, elsewhere]).toEqual([[], []])
  },
)

inBrowser(
  "every page is without fault for axe-core, and fits, large or small, light or dark",
  { timeout: 60_000 },
  async () => {
    const { url } = await publicPages({
      mailboxes: [MAILBOX, { ...OTHER, address: `${"a".repeat(64)}@ministere.example` }],
    })
    const browser = await aBrowser()
    const { page } = await visit(browser, url)

    for (const path of ["/", "/aide", "/accessibilite", "/nulle-part"]) {
      await page.goto(path)
      expect([path, await faultsIn(page)]).toEqual([path, []])
    }
  },
)

inBrowser("by keyboard, the first stop leads to the content", async () => {
  const { url } = await publicPages()
  const browser = await aBrowser()
  const { page } = await visit(browser, url)
  await page.goto("/")

  await page.keyboard.press("Tab")
  await page.keyboard.press("Enter")

  expect(await page.evaluate<string>("document.activeElement.id")).toBe("contenu")
})

test("a bot that is given PUBLIC_URL opens them beside the console, with the mailbox of the demonstration", async () => {
  const [database, port] = [await testDatabase(), await freePort()]
  const data = await mkdtemp(join(scratchFolder(), "telemaque-public-"))
  onTestFinished(async () => {
    await database.close()
    await rm(data, { recursive: true, force: true })
  })

  const bot = await startReadyBot({
    ...{ DATABASE_URL: database.url, DATA_DIR: data, LOG_LEVEL: "warn" },
    ...{ PUBLIC_URL: `http://localhost:${port}`, PUBLIC_PORT: `${port}`, PROXIES: "0" },
  })
  onTestFinished(async () => void (await bot.kill()))

  const page = await (await fetch(`http://localhost:${port}/`)).text()
  expect(page).toContain("assistance-mentor@ministere.example")
  expect(page).toMatch(/Comptez ensuite <strong>2\s+jours ouvrés/)
  const help = await (await fetch(`http://localhost:${port}/aide`)).text()
  expect(help).toMatch(/<a href="\/aide\/[\w-]+">/)
  const link = await fetch(`http://localhost:${port}/suite/oui/aaa.bbb.ccc`)
  expect([link.status, await link.text()]).toEqual([
    404,
    expect.stringContaining("Ce lien n’est pas valable"),
  ])
})

test("several mailboxes are told apart", async () => {
  const { ask } = await publicPages({ mailboxes: [MAILBOX, OTHER] })

  const { body } = await ask("/")

  for (const part of ["Mentor\u00a0: ", MAILBOX.address, "Autre\u00a0: ", OTHER.address]) {
    expect(body).toContain(part)
  }
})

test("it answers to its own name alone, and takes forms from its own pages alone", async () => {
  const { ask } = await publicPages({ url: "https://aide.example/" })

  for (const host of [
    "127.0.0.1",
    "console.example",
    "aide.example.evil.example",
    "aide.example:81",
  ]) {
    expect((await ask("/", { host })).status).toBe(421)
  }
  expect((await ask("/", {})).status).toBe(200)
  for (const headers of [
    { origin: "https://evil.example" },
    { origin: "http://aide.example" },
    { origin: "null" },
    { origin: "https://aide.example", "sec-fetch-site": "cross-site" },
  ]) {
    expect((await ask("/", headers, "POST")).status).toBe(403)
  }
})

test.each([
  "/",
  "/demandes/1",
  "/actions",
  "/connexion",
  "/equipe",
  "/services",
  "/metrics",
  "/healthz",
  "/dsfr/x.css",
])("of the console, %s is not there", async (path) => {
  const { ask } = await publicPages()

  const { status, headers, body } = await ask(path)

  expect(status).toBe(path === "/" ? 200 : 404)
  expect(headers["set-cookie"]).toBeUndefined()
  expect(body).not.toMatch(/dsfr|République/)
})

test("every answer says what a browser may do with it, refusals included", async () => {
  const { ask } = await publicPages({ url: "https://aide.example/" })

  for (const path of ["/", "/nulle-part"]) {
    const { headers } = await ask(path)

    expect(headers["content-security-policy"]).toContain("default-src 'none'")
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'")
    expect(headers["x-content-type-options"]).toBe("nosniff")
    expect(headers["referrer-policy"]).toBe("same-origin")
    expect(headers["strict-transport-security"]).toMatch(/max-age/)
  }
  const theme = /href="(\/theme-[^"]+)"/.exec((await ask("/")).body)?.[1] ?? ""
  expect((await ask(theme)).headers).toMatchObject({
    "content-type": "text/css; charset=utf-8",
    "cache-control": expect.stringContaining("immutable"),
  })
})

test("who asks too much waits, the others do not, and a minute later it is over", async () => {
  let now = 0
  const { ask } = await publicPages({ proxies: 1, now: () => now })
  const from = (address: string) => ({ "x-forwarded-for": address })
  for (let n = 0; n < 120; n += 1) await ask("/", from("198.51.100.7"))

  const refused = await ask("/", from("203.0.113.1, 198.51.100.7"))
  const other = await ask("/", from("198.51.100.8"))
  now += 60_000
  const later = await ask("/", from("198.51.100.7"))

  expect(refused).toMatchObject({ status: 429, headers: { "retry-after": "60" } })
  expect(refused.body).toContain("Attendez une minute")
  expect(refused.headers["content-security-policy"]).toContain("default-src 'none'")
  expect([other.status, later.status]).toEqual([200, 200])
})

test("an IPv6 network counts as one, however it is written; what is no address is the proxy's own", async () => {
  const { ask } = await publicPages({ proxies: 1 })
  const from = (address: string) => ask("/", { "x-forwarded-for": address })
  for (let n = 0; n < 120; n += 1) await from(`2001:db8:1:2::${n.toString(16)}`)

  expect((await from("2001:db8:1:2:ffff:0:0:1")).status).toBe(429)
  expect((await from("[2001:db8:1:2::1]:4321")).status).toBe(429)
  expect((await from("192.0.2.1:4321")).status).toBe(200)
  expect((await from("2001:db8:1:3::1")).status).toBe(200)
  for (let n = 0; n < 120; n += 1) await from(`nobody-${n}`)
  expect((await from("somebody")).status).toBe(429)
})

test("without a proxy, what a client says of its address is not believed", async () => {
  const { ask } = await publicPages({ proxies: 0 })

  const statuses: number[] = []
  for (let n = 0; n < 121; n += 1) {
    statuses.push((await ask("/", { "x-forwarded-for": `198.51.100.${n}` })).status)
  }

  expect(statuses.at(-1)).toBe(429)
})

test("the memory of who came is bounded: the one not seen for longest is forgotten", () => {
  const limit = openRateLimit({ most: 1, seconds: 60, now: () => 0, remembered: 3 })
  for (const who of ["a", "b", "c"]) limit.wait(who)

  expect(limit.wait("a")).toBe(60)
  for (let n = 0; n < 3; n += 1) limit.wait(`new ${n}`)

  expect(limit.wait("a")).toBe(0)
})

test("the delay is asked for once in ten minutes, and a database that is away does not hide the address", async () => {
  let now = 0
  let asks = 0
  let isAway = true
  const delay = async () => {
    asks += 1
    if (isAway) throw new Error("the database is away")
    return "3 jours ouvrés"
  }
  const { ask, logged } = await publicPages({ delay, now: () => now })

  const away = await ask("/")
  await ask("/")
  isAway = false
  now += 600_000
  const back = await ask("/")
  await ask("/")

  expect(away.status).toBe(200)
  expect(away.body).toContain(MAILBOX.address)
  expect(away.body).not.toContain("jours ouvrés")
  expect(back.body).toContain("3 jours ouvrés")
  expect(asks).toBe(2)
  expect(logged).toHaveLength(1)
})

test("a page that fails gives a reference and nothing else, and no address reaches the log", async () => {
  const broken = Object.defineProperty({ ...MAILBOX }, "address", {
    get: () => {
      throw new Error("broken inside")
    },
  })
  const { ask, logged } = await publicPages({ mailboxes: [MAILBOX, broken] })

  const { status, body } = await ask("/?jeton=secret")

  expect(status).toBe(500)
  expect(body).toMatch(/référence/)
  expect(body).not.toContain("broken inside")
  expect(JSON.stringify(logged)).not.toContain("jeton")
})

test("what is larger than a form is refused", async () => {
  const { ask } = await publicPages()

  const { status } = await ask("/", { "content-length": `${10 * 1024 * 1024}` }, "POST")

  expect(status).toBe(413)
})

type Asked = {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

function asked(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string>,
): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, method, path, headers }, (response) => {
      let body = ""
      response.setEncoding("utf8").on("data", (part: string) => {
        body += part
      })
      response.once("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      )
    })
    sent.once("error", reject).end()
  })
}
