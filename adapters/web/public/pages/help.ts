import { setTimeout } from "node:timers/promises"
import type { Context, Hono } from "hono"
import { etag } from "hono/etag"
import { html } from "hono/html"
import type { HelpTitle } from "../../../../src/ports.ts"
import { cardText } from "../card-text.ts"
import { type Html, page } from "../layout.ts"
import type { Site } from "../site.ts"

/** Asked again each time, and sent again when it changed: a card that was withdrawn is gone at once. */
const ASK_AGAIN = "public, no-cache"
const MAX_QUESTION = 200
/** Milliseconds that somebody waits for the search when it has yet to learn. */
const PATIENCE = 3_000

/** « Aide »: the cards that the team validated, for anybody. What people look for is written nowhere. */
export function helpRoutes(app: Hono, site: Site): void {
  const { service, help } = site
  app.use("/aide", etag())
  app.use("/aide/*", etag())

  app.get("/aide", async (c) => {
    const asked = (c.req.query("q") ?? "").replace(/\s+/g, " ").trim().slice(0, MAX_QUESTION)
    if (asked) {
      c.header("X-Robots-Tag", "noindex")
      const found = await help.search(asked, setTimeout(PATIENCE, undefined, { ref: false }))
      const main = foundView(asked, found, site)
      return page(c, { title: `Recherche : ${asked} — Aide`, main, service })
    }
    c.header("Cache-Control", ASK_AGAIN)
    return page(c, { title: "Aide", main: listView(await help.titles(), site), service })
  })

  app.get("/aide/:id{[\\w-]{1,60}}", async (c) => {
    const card = await help.card(c.req.param("id"))
    if (!card) return gone(c, site)
    c.header("Cache-Control", ASK_AGAIN)
    const main = html`<p><a href="/aide">Toutes les réponses</a></p>
      <h1>${card.title}</h1>
      ${cardText(card.text)}
      <p class="hint">${card.category}. Source : ${card.source}. Vérifié le ${card.verifiedOn}.</p>
      ${otherwise(site)}`
    return page(c, { title: `${card.title} — Aide`, main, service })
  })
}

/** Whether it never was, or is for the team alone, is told to nobody. */
function gone(c: Context, site: Site) {
  const main = html`<h1>Cette réponse n’est pas disponible</h1>
    <p>Elle a peut-être été retirée, ou attend d’être vérifiée. <a href="/aide">Toutes les réponses</a></p>
    ${otherwise(site)}`
  return page(c, { title: "Réponse non disponible", main, status: 404, service: site.service })
}

function listView(groups: { category: string; cards: HelpTitle[] }[], site: Site): Html {
  return html`<h1>Aide</h1>
    ${
      groups.length === 0
        ? html`<p class="lead">Aucune réponse n’est encore publiée. Écrivez-nous : une personne de l’équipe vous répond.</p>`
        : html`<p class="lead">Les réponses aux questions fréquentes, relues par l’équipe.</p>
          ${searchForm("")}`
    }
    ${groups.map(({ category, cards }) => html`<h2>${category}</h2>${titlesView(cards)}`)}
    ${otherwise(site)}`
}

function foundView(asked: string, found: HelpTitle[], site: Site): Html {
  const count = found.length === 1 ? "Une réponse possible" : `${found.length} réponses possibles`
  return html`<p><a href="/aide">Toutes les réponses</a></p>
    <h1>Recherche dans l’aide</h1>
    ${searchForm(asked)}
    <h2>${found.length === 0 ? "Aucune réponse trouvée" : count}</h2>
    ${
      found.length === 0
        ? html`<p>Essayez avec d’autres mots, plus courts. Ou écrivez-nous.</p>`
        : titlesView(found)
    }
    ${otherwise(site)}`
}

function searchForm(asked: string): Html {
  return html`<form action="/aide" role="search">
      <label for="question">Votre question</label>
      <p class="hint" id="aide-question">Quelques mots suffisent : « lien expiré ». N’écrivez ni nom, ni mot de passe.</p>
      <input id="question" type="search" name="q" value="${asked}" maxlength="${MAX_QUESTION}" required aria-describedby="aide-question">
      <button class="button">Chercher</button>
    </form>`
}

function titlesView(cards: HelpTitle[]): Html {
  return html`<ul>${cards.map(({ id, title }) => html`<li><a href="/aide/${id}">${title}</a></li>`)}</ul>`
}

function otherwise({ mailboxes }: Site): Html {
  return html`<h2>Vous ne trouvez pas ?</h2>
    <p>Écrivez-nous : ${mailboxes.map(({ address }) => html`<a href="mailto:${address}">${address}</a> `)}</p>
    <p><a href="/">Ce qu’il faut écrire, et ce qu’il ne faut pas envoyer</a></p>`
}
