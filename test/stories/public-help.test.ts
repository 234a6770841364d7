// The help that anybody reads: the cards that the team validated, and no other, by whatever way one looks.
import { expect, test } from "vitest"
import { readFaq } from "../../adapters/prompts/faq.ts"
import type { Entry } from "../../src/faq/entry.ts"
import { type FaqPort, searcher } from "../../src/faq/found.ts"
import { aBrowser } from "../setup/a-browser.ts"
import { anEntry } from "../setup/an-entry.ts"
import { starts } from "../setup/answer-cards.ts"
import { faultsIn } from "../setup/axe.ts"
import { hasNoBrowser, visit } from "../setup/browser.ts"
import { aMail } from "../setup/builders.ts"
import { aPublicWorld } from "../setup/public-world.ts"
import { MAILBOX } from "../setup/world.ts"

const inBrowser = test.skipIf(hasNoBrowser)
const DAY = 86_400
const EXPIRED = anEntry({
  ...{ id: "lien-expire", title: "Mon lien a expiré", category: "activation", isValidated: true },
  questions: ["mon lien est périmé", "lien d’activation expiré", "le lien ne marche plus"],
  body: "Deux étapes :\n\n1. Ouvrez https://mentor.example/lien?a=1&b=2.\n2. Demandez un <lien>.\n\nSinon, {{contact|écrivez à l’assistance}} : aide@mentor.example",
})
const TO_VALIDATE = anEntry({
  ...{ id: "badge", title: "Le badge secret", category: "autre" },
  body: "[à valider : Personne ne doit lire cela.]",
})
const PAST = anEntry({
  ...{ id: "perime", title: "Une vieille fiche", isValidated: true, reviewOn: "2026-11-24" },
})
const HIDDEN = /badge secret|Personne ne doit|vieille fiche/

async function aHelp(cards: Entry[] = [EXPIRED, TO_VALIDATE, PAST]) {
  const world = await aPublicWorld({ faq: searching(cards) })
  await starts(world, cards)
  const read = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${world.url}${path}`, { headers })
    const page = (await response.text()).replaceAll("\u00a0", " ")
    return { status: response.status, headers: response.headers, page }
  }
  return Object.assign(world, { read })
}

inBrowser(
  "somebody looks for an answer, without a script, and finds it or an address",
  { timeout: 60_000 },
  async () => {
    const world = await aHelp()
    const browser = await aBrowser()
    const { page, troubles, elsewhere } = await visit(browser, world.url, {
      javaScriptEnabled: false,
    })

    await page.goto("/")
    await page.getByRole("main").getByRole("link", { name: "l’aide" }).click()
    await page.getByRole("searchbox", { name: "Votre question" }).fill("mon lien est périmé")
    await page.getByRole("button", { name: "Chercher" }).click()
    await page.getByRole("link", { name: "Mon lien a expiré" }).click()

    expect(await page.title()).toBe("Mon lien a expiré — Aide — Centre d’appui")
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Mon lien a expiré")
    expect(await page.getByRole("main").locator("ol > li").count()).toBe(2)
    const link = page.getByRole("link", { name: "https://mentor.example/lien?a=1&b=2" })
    expect(await link.getAttribute("href")).toBe("https://mentor.example/lien?a=1&b=2")
    const text = (await page.getByRole("main").textContent())?.replaceAll("\u00a0", " ")
    expect(text).toContain("Demandez un <lien>.")
    expect(text).toContain("écrivez à l’assistance")
    expect(text).toContain("Source : Guide. Vérifié le 1er novembre 2026.")
    expect(await page.getByRole("link", { name: MAILBOX }).getAttribute("href")).toBe(
      `mailto:${MAILBOX}`,
    )
    expect([troubles, elsewhere]).toEqual([[], []])
  },
)

test("a card to validate, retired or past its review day is nowhere: not listed, not found, not there", async () => {
  const world = await aHelp()

  const list = await world.read("/aide")
  expect(list.page).toContain("Mon lien a expiré")
  expect(list.page).not.toMatch(HIDDEN)
  for (const asked of ["badge secret", "comment avoir un badge", "Le badge secret", "fiche"]) {
    const found = await world.read(`/aide?q=${encodeURIComponent(asked)}`)
    expect(found.status).toBe(200)
    const titles = [...found.page.matchAll(/<a href="\/aide\/([^"]+)"/g)].map(([, id]) => id)
    expect(["", "lien-expire"]).toContain(titles.join())
    expect(found.page).not.toMatch(/Personne ne doit|vieille fiche/)
  }
  const away = await Promise.all(
    ["badge", "perime", "nulle-part", "../etc", "%00", "a".repeat(500)].map((id) =>
      world.read(`/aide/${id}`),
    ),
  )
  expect(away.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404])
  expect(away[0]?.page).toBe(away[2]?.page)
})

test("what the team does to a card is seen at once: validated, edited, retired, and on its review day", async () => {
  const world = await aHelp([TO_VALIDATE, { ...EXPIRED, reviewOn: "2026-11-25" }])
  const card = { ...TO_VALIDATE, title: "Mon badge", body: "À l’accueil." }
  const move = { memberId: world.members.nadia.id, at: world.now() }
  const shown = async () => {
    const { page } = await world.read("/aide")
    return [...page.matchAll(/href="\/aide\/([^"]+)"/g)].map(([, id]) => id)
  }
  expect(await shown()).toEqual(["lien-expire"])

  await world.store.keepEntry(
    { ...card, isValidated: true },
    { ...move, what: "validated", validates: true },
  )
  expect(await shown()).toEqual(["lien-expire", "badge"])
  expect((await world.read("/aide/badge")).page).toContain("À l’accueil.")
  await world.store.keepEntry(
    { ...card, isValidated: true, isRetired: true },
    { ...move, what: "retired" },
  )
  expect(await shown()).toEqual(["lien-expire"])
  await world.advance(DAY)
  expect(await shown()).toEqual([])
  expect((await world.read("/aide")).page).toContain("Aucune réponse n’est encore publiée")
})

test("a page that did not change is not sent again, and a card that changed is", async () => {
  const world = await aHelp()
  const first = await world.read("/aide/lien-expire")
  const etag = first.headers.get("etag") ?? ""
  expect(first.headers.get("cache-control")).toBe("public, no-cache")

  const again = await world.read("/aide/lien-expire", { "if-none-match": etag })
  await world.store.keepEntry(
    { ...EXPIRED, body: "Autrement." },
    { what: "validated", memberId: world.members.nadia.id, at: world.now(), validates: true },
  )
  const changed = await world.read("/aide/lien-expire", { "if-none-match": etag })

  expect([again.status, again.page]).toEqual([304, ""])
  expect(changed.status).toBe(200)
  expect(changed.page).toContain("Autrement.")
  expect((await world.read("/aide?q=lien")).headers.get("cache-control")).toBe("no-store")
})

test("what is typed to search is text, whatever it is, and is found by its words when search cannot", async () => {
  const world = await aHelp()
  for (const asked of [
    "<script>alert(1)</script>",
    "'\"><img src=x>",
    "%",
    "\u0000",
    " ",
    "x".repeat(4_000),
  ]) {
    const { status, page } = await world.read(`/aide?q=${encodeURIComponent(asked)}`)
    expect(status, asked).toBe(200)
    expect(page).not.toMatch(/<script|<img/)
  }
  world.needs.faq.answer = async () => {
    throw new Error("the search is away")
  }

  const found = await world.read(`/aide?q=${encodeURIComponent("EXPIRE activation")}`)

  expect(found.page).toContain("Une réponse possible")
  expect(found.page).toContain("Mon lien a expiré")
})

test("a search that is still learning keeps nobody waiting for long", async () => {
  const world = await aHelp()
  world.needs.faq.answer = () => new Promise(() => {})

  const found = await world.read("/aide?q=expire")

  expect(found.page).toContain("Mon lien a expiré")
})

test("the database is away: what was read is still there", async () => {
  const world = await aHelp()
  await world.read("/aide")
  world.needs.store.entriesRevision = async () => {
    throw new Error("the database is away")
  }

  const { status, page } = await world.read("/aide/lien-expire")

  expect(status).toBe(200)
  expect(page).toContain("Mon lien a expiré")
})

test("the acknowledgement names the help where there is something to read, and only there", async () => {
  const world = await aHelp([TO_VALIDATE, PAST])
  await world.receives(aMail())
  expect(world.acknowledgements().at(-1)?.text).not.toContain("/aide")

  await starts(world, [EXPIRED])
  await world.receives(aMail({ from: "Paul <paul@vallonie.gouv.example>" }))

  const text = world.acknowledgements().at(-1)?.text ?? ""
  expect(text).toContain(`\n${world.url}/aide\n`)
  expect(text).not.toMatch(/\n{3}/)
})

inBrowser(
  "each page is without fault for axe-core, and fits, large or small, light or dark",
  { timeout: 60_000 },
  async () => {
    const all = readFaq().entries.map((entry) => ({ ...entry, isValidated: true }))
    const world = await aHelp([EXPIRED, ...all])
    const browser = await aBrowser()
    const { page } = await visit(browser, world.url)

    for (const path of [
      ...["/aide", "/aide/lien-expire", "/aide/contact-assistance", "/aide/nulle-part"],
      ...["/aide?q=lien", "/aide?q=xyz"],
    ]) {
      await page.goto(path)
      expect([path, await faultsIn(page)]).toEqual([path, []])
    }
  },
)

/** Learns what it is given, each time that it is asked: a few cards. */
function searching(cards: Entry[]): FaqPort {
  let search: ReturnType<typeof searcher> | null = null
  const find = async (text: string) => {
    search ??= searcher({ entries: cards, unanswered: ["où est la cafétéria"], synonyms: [] })
    return search(text)
  }
  return {
    ...{ answer: find, answerNow: find, learn: () => {} },
    answerWith: async (_, texts) => Promise.all(texts.map(find)),
    entry: (id) => cards.find((card) => card.id === id),
    revision: () => 0,
  }
}
