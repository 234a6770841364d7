import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import type { Context } from "hono"
import { html } from "hono/html"

export type Html = ReturnType<typeof html>

type Page = {
  title: string
  main: Html
  status?: 200 | 400 | 404 | 410 | 413 | 429 | 500
  service: string
}

export const THEME = readFileSync(new URL("static/theme.css", import.meta.url), "utf8")
/** Its address changes with its content, so that what was fetched once is never asked for again. */
export const THEME_AT = `/theme-${createHash("sha256").update(THEME).digest("hex").slice(0, 12)}.css`

/** Neutral: these pages are of no ministry in particular. */
export function page(c: Context, { title, main, status = 200, service }: Page) {
  return c.html(
    html`<!doctype html>
<html lang="fr">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${title} — ${service}</title>
  <link rel="stylesheet" href="${THEME_AT}">
</head>
<body>
  <a class="skip" href="#contenu">Aller au contenu</a>
  <header><p class="service"><a href="/">${service}</a></p></header>
  <main id="contenu" tabindex="-1">
    ${main}
  </main>
  <footer>
    <ul>
      <li><a href="/aide">Aide</a></li>
      <li><a href="/">Écrire à l’assistance</a></li>
      <li><a href="/accessibilite">Accessibilité : non conforme</a></li>
    </ul>
  </footer>
</body>
</html>`,
    status,
  )
}
