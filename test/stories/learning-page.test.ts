// The page « Tri »: what the sorting learnt from the team, whether it sorts better, and the way back.
import { expect, onTestFinished, test } from "vitest"
import { openConsole } from "../../adapters/web/console/console.ts"
import { aBrowser } from "../setup/a-browser.ts"
import { axe } from "../setup/axe.ts"
import { hasNoBrowser, visit } from "../setup/browser.ts"
import { session } from "../setup/console.ts"
import { corrects } from "../setup/corrections.ts"
import { aWorld, type World } from "../setup/world.ts"

test("before anything was learnt, the page says how to begin", async () => {
  const world = await aWorld({ chats: ["console"], learns: true })
  const { text } = await session(await aConsole(world), world.members.karim.id)

  const page = await text("/tri")

  expect(page).toContain("ce qui est fourni avec Télémaque, et rien d’autre")
  expect(page).toContain("Changer la catégorie")
  expect(page).not.toContain("Apprendre maintenant")
  expect(page).not.toContain("Revenir au modèle précédent")
  await corrects(world, 1, "droits-formateur")
  expect(await text("/tri")).toContain("Un choix attend d’être appris.")
  expect(await text("/tri")).toContain("Apprendre maintenant")
})

test("a reader sees what was learnt, and has no button; only an administrator may go back", async () => {
  const world = await aWorld({ chats: ["console"], learns: true })
  await corrects(world, 10, "droits-formateur")
  await world.ticks()
  await corrects(world, 1, "droits-formateur")
  const console = await aConsole(world)
  const pageOf = async (who: "nadia" | "karim" | "solene") =>
    (await session(console, world.members[who].id)).text("/tri")

  const reader = await pageOf("solene")

  expect(reader).toContain("de 10\u00a0demandes")
  expect(reader).toContain("Droits de formateur")
  expect(reader).toContain("Nadia Ferrand")
  expect(reader).not.toContain("Apprendre maintenant")
  const responder = await pageOf("karim")
  expect(responder).toContain("Apprendre maintenant")
  expect(responder).not.toContain("Revenir au modèle précédent")
  expect(await pageOf("nadia")).toContain("Revenir au modèle précédent")
})

test.skipIf(hasNoBrowser)(
  "an administrator goes back to the model before, after a question; the page is without fault for axe-core",
  { timeout: 60_000 },
  async () => {
    const world = await aWorld({ chats: ["console"], learns: true })
    await corrects(world, 10, "droits-formateur")
    await world.ticks()
    const console = await aConsole(world)
    const browser = await aBrowser()
    const { page } = await visit(browser, console.url, { javaScriptEnabled: false })
    await page.goto("/tri")
    await page.getByRole("button", { name: "Nadia Ferrand" }).click()

    await page.getByRole("button", { name: "Revenir au modèle précédent" }).click()
    await page.getByText("Revenir à ce qui est fourni").waitFor()
    expect(world.needs.trainer.inUse()).not.toBeNull()
    await page.getByRole("button", { name: "Revenir au modèle précédent" }).click()
    await page.getByText("utilise de nouveau ce qui est fourni").waitFor()

    expect(world.needs.trainer.inUse()).toBeNull()
    await page.getByText("Retiré par l’équipe").waitFor()
    const withScripts = await visit(browser, console.url, { viewport: { width: 390, height: 900 } })
    await withScripts.page.goto("/tri")
    await withScripts.page.getByRole("button", { name: "Nadia Ferrand" }).click()
    expect(await axe(withScripts.page)).toEqual([])
  },
)

async function aConsole(world: World) {
  const silent = { info: () => {}, warn: () => {}, error: () => {} }
  const opened = openConsole({
    ...{ prisma: world.prisma, databaseUrl: world.database.url, port: 0, cookieKey: "a key" },
    ...{ mailReader: world.needs.reader, demo: null, log: silent, now: world.now },
    ...{ journal: async () => {}, trainer: world.needs.trainer },
  })
  await opened.open(world.occasions)
  onTestFinished(() => opened.close())
  return { url: opened.url.replace(/\/$/, "") }
}
