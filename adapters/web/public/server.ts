import { randomUUID } from "node:crypto"
import { Hono } from "hono"
import { bodyLimit } from "hono/body-limit"
import { html } from "hono/html"
import { clientAddress } from "../client-address.ts"
import { openRateLimit } from "../rate-limit.ts"
import { guard } from "./guard.ts"
import { page, THEME, THEME_AT } from "./layout.ts"
import { accessibilityRoutes } from "./pages/accessibility.ts"
import { closingRoutes } from "./pages/closing.ts"
import { helpRoutes } from "./pages/help.ts"
import { writeRoutes } from "./pages/write.ts"
import type { Site } from "./site.ts"

/** From one address, which a whole office may share. */
const TIMES = { most: 120, seconds: 60 }
const MAX_POST = 64 * 1024
const FOR_A_YEAR = "public, max-age=31536000, immutable"

/** Every route of the public pages, in the order in which they are asked. */
export function publicServer(site: Site): Hono {
  const { service, log, proxies, now } = site
  const app = new Hono()
  app.onError((error, c) => {
    const reference = randomUUID().slice(0, 8)
    // What somebody asked for may be a signed link: the log has the route, not the address.
    log.error({ error, reference }, "public pages: a page failed")
    return page(c, { title: "Erreur", main: failure(reference), status: 500, service })
  })
  app.notFound((c) => page(c, { title: "Page introuvable", main: NOT_FOUND, status: 404, service }))
  app.use(guard(site.url))
  const limit = openRateLimit({ ...TIMES, now })
  app.use(async (c, next) => {
    const seconds = limit.wait(clientAddress(c, proxies))
    if (seconds === 0) return next()
    c.header("Retry-After", String(seconds))
    return page(c, { title: "Trop de demandes", main: TOO_MANY, status: 429, service })
  })
  app.use(
    bodyLimit({
      maxSize: MAX_POST,
      onError: (c) => page(c, { title: "Trop long", main: TOO_LARGE, status: 413, service }),
    }),
  )
  app.get(THEME_AT, (c) => {
    c.header("Cache-Control", FOR_A_YEAR)
    c.header("Content-Type", "text/css; charset=utf-8")
    return c.body(THEME)
  })
  writeRoutes(app, site)
  accessibilityRoutes(app, site)
  helpRoutes(app, site)
  closingRoutes(app, site)
  return app
}

const NOT_FOUND = html`<h1>Page introuvable</h1>
  <p>Cette adresse ne mène à rien. Si vous suivez un lien d’un message, vérifiez qu’il est entier : certaines messageries le coupent en deux lignes.</p>
  <p><a class="button" href="/">Écrire à l’assistance</a></p>`

const TOO_LARGE = html`<h1>C’est trop long</h1>
  <p>Ce formulaire ne peut pas être envoyé. Revenez en arrière et raccourcissez votre texte.</p>`

const TOO_MANY = html`<h1>Trop de demandes</h1>
  <p>Votre réseau a demandé beaucoup de pages en peu de temps. Attendez une minute, puis rechargez cette page.</p>`

function failure(reference: string) {
  return html`<h1>Une erreur est survenue</h1>
    <p>La page n’a pas pu être affichée. Réessayez dans un instant.</p>
    <p>L’erreur persiste ? <a href="/">Écrivez à l’assistance</a> et donnez la référence <strong>${reference}</strong>.</p>`
}
