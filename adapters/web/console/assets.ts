import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { serveStatic } from "@hono/node-server/serve-static"
import type { Context, Hono, Next } from "hono"
import type { BlankEnv } from "hono/types"

const OURS = fileURLToPath(new URL("static", import.meta.url))
const PACKAGE = createRequire(import.meta.url).resolve("@gouvfr/dsfr/package.json")
const DSFR = join(dirname(PACKAGE), "dist")
const { version }: { version: string } = JSON.parse(readFileSync(PACKAGE, "utf8"))

/** Of the design system, only what the pages use: no script, for every page works without. */
const SERVED =
  /^(?:dsfr\.main\.min\.css|(?:fonts|icons|favicon|utility\/icons)\/[\w/.-]+\.(?:css|woff2?|svg|ico|png))$/
const FOR_A_YEAR = "public, max-age=31536000, immutable"

const STYLES = ["frame.css", "cards.css", "thread.css"]

// The address changes with the content, so what was fetched once is never asked for again.
const oursAt = `/statique/${hashOf(...STYLES, "console.js")}`
const dsfrAt = `/dsfr/${version}`

export const ASSETS = {
  styles: [
    `${dsfrAt}/dsfr.main.min.css`,
    ...["arrows", "business", "system", "user"].map(
      (family) => `${dsfrAt}/utility/icons/icons-${family}/icons-${family}.main.min.css`,
    ),
    ...STYLES.map((name) => `${oursAt}/${name}`),
  ],
  script: `${oursAt}/console.js`,
  icon: `${dsfrAt}/favicon/favicon.svg`,
}

export function serveAssets(app: Hono): void {
  const served = serveFrom(dsfrAt, DSFR)
  app.use(`${dsfrAt}/*`, keptForAYear)
  app.use(`${oursAt}/*`, keptForAYear)
  app.get(`${dsfrAt}/*`, async (c, next) => {
    if (!SERVED.test(c.req.path.slice(dsfrAt.length + 1))) return c.notFound()
    return served(c, next)
  })
  app.get(`${oursAt}/*`, serveFrom(oursAt, OURS))
}

async function keptForAYear(c: Context, next: Next): Promise<void> {
  await next()
  if (c.res.ok) c.header("Cache-Control", FOR_A_YEAR)
}

function serveFrom(prefix: string, root: string) {
  return serveStatic<BlankEnv>({
    root,
    rewriteRequestPath: (path) => path.slice(prefix.length),
  })
}

function hashOf(...names: string[]): string {
  const hash = createHash("sha256")
  for (const name of names) hash.update(readFileSync(join(OURS, name)))
  return hash.digest("hex").slice(0, 12)
}
