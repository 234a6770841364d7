import type { Context } from "hono"
import { html } from "hono/html"
import type { Member } from "../../../src/people/member.ts"
import { ASSETS } from "./assets.ts"
import { actionForm } from "./card-view.ts"
import type { Desk } from "./desk.ts"
import { capped } from "./french.ts"
import { type Flash, takeFlash } from "./identity.ts"
import { safePath } from "./paths.ts"
import { readable } from "./readable.ts"

export type Html = ReturnType<typeof html>

export type Page = {
  /** As in <title>, without the name of the service. */
  title: string
  main: Html
  status?: 200 | 400 | 403 | 404 | 413 | 429 | 500
}

type Frame = {
  member: Member | null
  nav: Html | string
  flash: Flash | null
  back: string
  isOnNetwork?: boolean
}

/** A whole page for somebody who is known. */
export async function render(c: Context, desk: Desk, page: Page): Promise<Response> {
  const member: Member = c.get("member")
  const back = c.req.method === "GET" ? pathOf(c) : "/"
  const [flash, nav] = await Promise.all([takeFlash(c, desk), navigation(c.req.path, desk, member)])
  return c.html(
    frame(page, { member, nav, flash, back, isOnNetwork: desk.network !== null }),
    page.status ?? 200,
  )
}

/** A page that asks the database nothing: for who is not known, and for when all goes wrong. */
export function renderBare(c: Context, page: Page): Response | Promise<Response> {
  return c.html(frame(page, { member: null, nav: "", flash: null, back: "/" }), page.status ?? 200)
}

export function pathOf(c: Context): string {
  const { pathname, search } = new URL(c.req.url)
  return safePath(pathname + search)
}

/** A part that console.js redraws when something changes; its id is its identity. */
export function live(id: string, content: Html | Html[]): Html {
  return html`<div id="${id}" data-live>${content}</div>`
}

async function navigation(path: string, { reads, demo }: Desk, { role }: Member): Promise<Html> {
  const [parked, failed] = await Promise.all([reads.parkedCount(), reads.failedCount()])
  const link = (href: string, text: string, count: string | null = null) => {
    const isHere =
      href === "/" ? path === "/" || path.startsWith("/demandes") : path.startsWith(href)
    return html`<li class="fr-nav__item">
      <a class="fr-nav__link" href="${href}" ${isHere ? html`aria-current="page"` : ""}>${text}${count && html` <span class="tm-count">${count}</span>`}</a>
    </li>`
  }
  return html`<nav class="fr-nav tm-nav" id="menu" aria-label="Menu principal">
    <div id="menu-liens" data-live>
      <ul class="fr-nav__list">
        ${link("/", "Demandes")}
        ${link("/messages-en-attente", "Messages mis de côté", parked.count ? capped(parked) : null)}
        ${link("/fiches", "Fiches")}
        ${link("/tri", "Tri")}
        ${link("/envois", "Envois", failed.count ? `${capped(failed)} en échec` : null)}
        ${link("/etat", "État du service")}
        ${role === "administrator" && link("/equipe", "Équipe")}
        ${demo && link("/boite-de-l-agent", "La boîte de l’agent")}
        ${link("/aide", "Aide")}
      </ul>
    </div>
  </nav>`
}

function frame(
  { title, main }: Page,
  { member, nav, flash, back, isOnNetwork = false }: Frame,
): Html {
  return html`<!doctype html>
<html lang="fr" data-fr-theme="light">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${flash && `${flash.text} — `}${readable(title)} — Télémaque</title>
  <link rel="icon" href="${ASSETS.icon}" type="image/svg+xml">
  ${ASSETS.styles.map((href) => html`<link rel="stylesheet" href="${href}">`)}
  <script src="${ASSETS.script}" type="module"></script>
</head>
<body>
  <div class="fr-skiplinks">
    <nav class="fr-container" aria-label="Accès rapide">
      <ul class="fr-skiplinks__list">
        <li><a class="fr-link" href="#contenu">Contenu</a></li>
        ${nav && html`<li><a class="fr-link" href="#menu">Menu</a></li>`}
        <li><a class="fr-link" href="#pied">Pied de page</a></li>
      </ul>
    </nav>
  </div>
  ${header(member, nav, isOnNetwork)}
  <main id="contenu" class="fr-container tm-main" tabindex="-1">
    ${flash && flashView(flash, back)}
    ${main}
  </main>
  ${footer()}
  <p id="annonce" class="fr-sr-only" role="status"></p>
</body>
</html>`
}

function header(member: Member | null, nav: Html | string, isOnNetwork: boolean): Html {
  return html`<header role="banner" class="fr-header">
    <div class="fr-header__body">
      <div class="fr-container">
        <div class="fr-header__body-row tm-header">
          <div class="fr-header__brand">
            <div class="fr-header__brand-top">
              <div class="fr-header__logo"><p class="fr-logo">République<br>Française</p></div>
            </div>
            <div class="fr-header__service">
              <a href="/" title="Télémaque, retour aux demandes">
                <p class="fr-header__service-title">Télémaque</p>
              </a>
              <p class="fr-header__service-tagline">Assistance Mentor</p>
            </div>
          </div>
          ${member && who(member, isOnNetwork)}
        </div>
      </div>
    </div>
    ${nav && html`<div class="tm-header-nav"><div class="fr-container">${nav}</div></div>`}
  </header>`
}

function who({ name }: Member, isOnNetwork: boolean): Html {
  const [action, label] = isOnNetwork
    ? ["/deconnexion", "Se déconnecter"]
    : ["/oublier", "Changer de personne"]
  return html`<div class="tm-who">
    <p class="tm-who-name"><span class="fr-icon-user-line fr-icon--sm" aria-hidden="true"></span> ${name}</p>
    <form method="post" action="${action}"><button class="fr-btn fr-btn--tertiary-no-outline fr-btn--sm">${label}</button></form>
  </div>`
}

function footer(): Html {
  return html`<footer class="fr-footer" role="contentinfo" id="pied">
    <div class="fr-container">
      <div class="fr-footer__body">
        <div class="fr-footer__brand"><p class="fr-logo">République<br>Française</p></div>
        <div class="fr-footer__content">
          <p class="fr-footer__content-desc">Console de l’équipe d’assistance aux utilisateurs de Mentor.
          Sauf dans les catégories que vous avez ouvertes, aucune réponse ne part sans un aperçu et un clic sur « Envoyer ».</p>
        </div>
      </div>
      <div class="fr-footer__bottom">
        <ul class="fr-footer__bottom-list">
          <li class="fr-footer__bottom-item"><a class="fr-footer__bottom-link" href="/aide">Aide</a></li>
          <li class="fr-footer__bottom-item"><a class="fr-footer__bottom-link" href="/aide#accessibilite">Accessibilité : non conforme</a></li>
          <li class="fr-footer__bottom-item"><a class="fr-footer__bottom-link" href="/aide#donnees">Données personnelles</a></li>
        </ul>
      </div>
    </div>
  </footer>`
}

function flashView({ text, isRefusal, undo }: Flash, back: string): Html {
  return html`<div class="fr-alert fr-alert--${isRefusal ? "error" : "success"} fr-mb-3w tm-flash" role="${isRefusal ? "alert" : "status"}">
    <p>${text}</p>
    ${undo && !undo.action.startsWith("reply.undo:") && actionForm(undo, back)}
  </div>`
}
