import { existsSync } from "node:fs"
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core"

const CHROMIUM = "/usr/bin/chromium"

/** Where there is no Chromium its tests are skipped, by name; in CI they fail. */
export const hasNoBrowser = !existsSync(CHROMIUM) && !process.env.CI

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=fr-FR"],
  })
}

export type Visit = {
  page: Page
  /** What went wrong in the page: errors of scripts, and what its content policy refused. */
  troubles: string[]
  /** Everything the page asked of other machines. */
  elsewhere: string[]
  close(): Promise<void>
}

/** A window of its own, with its own cookies. */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ locale: "fr-FR", baseURL: url, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(5_000)
  const troubles: string[] = []
  const elsewhere: string[] = []
  page.on("pageerror", (error) => troubles.push(error.message))
  page.on("console", (message) => {
    if (/Content.Security.Policy/i.test(message.text())) troubles.push(message.text())
  })
  page.on("request", (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith("data:")) {
      elsewhere.push(request.url())
    }
  })
  return { page, troubles, elsewhere, close: () => context.close() }
}
