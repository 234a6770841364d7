import type { Browser } from "playwright-core"
import { onTestFinished } from "vitest"
import { openBrowser } from "./browser.ts"

/** Closed when the test is over. */
export async function aBrowser(): Promise<Browser> {
  const browser = await openBrowser()
  onTestFinished(() => browser.close())
  return browser
}
