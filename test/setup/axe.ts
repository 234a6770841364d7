import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { AxeResults } from "axe-core"
import type { Page } from "playwright-core"

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

/** What axe-core finds wrong in the page as it stands. */
export async function axe(page: Page): Promise<string[][]> {
  // evaluated by the debugger: the page's own policy lets no script in
  await page.evaluate(AXE)
  const { violations } = await page.evaluate<AxeResults>(
    'axe.run({ resultTypes: ["violations"], preload: false })',
  )
  return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 200))])
}

type Look = { width: number; colorScheme: "light" | "dark" }
const LOOKS: Look[] = [
  { width: 1280, colorScheme: "light" },
  { width: 320, colorScheme: "dark" },
]

/** The same, in a large window by day and in a small one by night; and what does not fit in its width. */
export async function faultsIn(page: Page, looks = LOOKS): Promise<unknown[]> {
  const faults: unknown[] = []
  for (const { width, colorScheme } of looks) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme })
    const overflow = await page.evaluate<number>(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    )
    if (overflow > 0) faults.push([width, `${overflow} pixels too wide`])
    faults.push(...(await axe(page)).map((fault) => [width, colorScheme, ...fault]))
  }
  return faults
}
