// Makes the pictures of README.md and docs/guide-equipe.md again: a bot with the demo mailbox, on a folder that is thrown
// away, and a member's day played by clicks. Run by hand: npx node tools/screenshots.ts
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Locator, Page } from "playwright-core"
import { startReadyBot, stopEmbeddedDatabase } from "../test/setup/bot-process.ts"
import { openBrowser, visit } from "../test/setup/browser.ts"
import { eventually } from "../test/setup/eventually.ts"

const IMAGES = join(import.meta.dirname, "../docs/images")
const SAMPLES = 15 // the mails that the demo receives at its first start
const PAGE = { width: 1200, height: 900 }
const SMALLER_PAGE = { width: 1000, height: 640 }
const NOTE = "Nouveau lien demandé à la plateforme : il part ce soir."
const ANSWER = `Votre lien n’était valable que sept jours. Nous venons de vous en envoyer un nouveau.

Il ne vous arrive pas ? Regardez dans vos courriers indésirables, puis répondez à ce message.`

process.env.LANGUAGE = "fr" // the browser's own words, where its translations are installed
const dataDirectory = await mkdtemp(join(tmpdir(), "telemaque-pictures-"))
const bot = await startReadyBot({ DATA_DIR: dataDirectory })
const browser = await openBrowser()
try {
  const { page } = await visit(browser, bot.url, { viewport: PAGE })
  await playTheDay(page)
} finally {
  await browser.close()
  await bot.stop()
  await stopEmbeddedDatabase(dataDirectory)
  await rm(dataDirectory, { recursive: true })
}

async function playTheDay(page: Page): Promise<void> {
  await page.goto("/")
  await button(page, /Nadia Ferrand/).click()
  await eventually("every card", async () => {
    await page.goto("/")
    const isCounted = await page.getByText(`${SAMPLES} messages reçus`).isVisible()
    return isCounted && (await page.getByText("sa carte arrive").count()) === 0
  })
  await keep("console", page)

  await page.setViewportSize(SMALLER_PAGE)
  await keep("carte", page.getByRole("article", { name: /ProConnect/ }))

  await page.getByRole("link", { name: /Lien d'activation expiré/ }).click()
  await button(page, "Je prends").click()
  await page.getByText("est à vous").waitFor()
  await button(page, "Répondre").click()
  const text = page.getByLabel(/^Message/)
  const [greeting = "", ...signature] = (await text.inputValue()).split("\n\n\n\n")
  await text.fill([greeting, ANSWER, ...signature].join("\n\n"))
  await keep("repondre", page.locator("main"))

  await button(page, "Relire").click()
  await keep("apercu", page.locator("main"))

  await button(page, "Envoyer").click()
  await page.getByText("part dans").first().waitFor()
  await keep("annuler-envoi", page)

  await page.getByLabel("Votre note").fill(NOTE)
  await button(page, "Ajouter la note").click()
  await page.getByText(NOTE).waitFor()
  await page.reload()
  await keep("demande", page.locator("#fil"))

  await page.goto("/messages-en-attente")
  await keep("mis-de-cote", page.locator("main"))

  await page.goto("/etat")
  await keep("etat", page.locator("main"))
}

function button(scope: Page | Locator, name: string | RegExp): Locator {
  return scope.getByRole("button", { name }).first()
}

async function keep(name: string, what: Page | Locator): Promise<void> {
  const picture = await what.screenshot({ animations: "disabled", caret: "hide" })
  await writeFile(join(IMAGES, `${name}.png`), picture)
  console.log(`${name}.png: ${Math.round(picture.length / 1000)} kB`)
}
