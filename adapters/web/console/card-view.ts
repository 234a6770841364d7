import { html } from "hono/html"
import type { Badge, Button, Card, Section, Tone } from "../../../src/card.ts"
import { cutAtWord } from "../../../src/excerpt.ts"
import type { Line } from "../../store/console-tickets.ts"
import { when } from "./french.ts"
import type { Html } from "./layout.ts"
import { readable } from "./readable.ts"

const FIRST_BUTTONS = 4
const FIRST_LINES = 6
const FIRST_CHARACTERS = 500

type Look = {
  /** Where a click brings back. */
  back: string
  heading: 1 | 2 | 3
  /** All the text and all the buttons, or the first ones with a way to the rest. */
  isWhole: boolean
  /** A preview is what will leave, to the letter: nothing is masked in it. */
  isExact?: boolean
  /** Where a ticket may be shown twice on a page. */
  id?: string
}

/** A card, redrawn whole. */
export function cardView(card: Card, look: Look, after: Html | null = null): Html {
  const id = look.id ?? `carte-${card.ticket ?? look.back.replaceAll(/\W+/g, "-")}`
  return html`<article class="tm-card tm-card--${card.tone}" aria-labelledby="${id}">
    ${headingTag(look.heading, id, titleOf(card, look))}
    ${badges(card.badges)}
    <div class="${card.sections.length > 0 ? "tm-body" : ""}">
      ${fields(card, look)}
      <div>${card.sections.map((section) => sectionView(section, card, look))}${addresses(card)}</div>
    </div>
    ${buttons(card.buttons.filter(isHere), look, id)}
    ${after}
  </article>`
}

/** « Annuler l’envoi » is above all the cards, where it counts the seconds down. */
function isHere({ action }: Button): boolean {
  return !action.startsWith("reply.undo:")
}

function titleOf({ title, ticket }: Card, { isWhole }: Look): Html {
  const text = readable(title)
  return ticket && !isWhole
    ? html`<a href="/demandes/${ticket}" dir="auto">${text}</a>`
    : html`<span dir="auto">${text}</span>`
}

export function headingTag(level: 1 | 2 | 3 | 4, id: string, content: Html): Html {
  if (level === 1) return html`<h1 id="${id}" class="fr-h3 tm-title">${content}</h1>`
  if (level === 2) return html`<h2 id="${id}" class="fr-h6 tm-title">${content}</h2>`
  if (level === 3) return html`<h3 id="${id}" class="fr-h6 tm-title">${content}</h3>`
  return html`<h4 id="${id}" class="fr-h6 tm-title">${content}</h4>`
}

export function badges(list: Badge[]): Html | null {
  if (list.length === 0) return null
  return html`<ul class="tm-list tm-badges">${list.map(({ text, tone }) => html`<li>${badge(text, tone)}</li>`)}</ul>`
}

export function badge(text: string, tone: Tone = "neutral"): Html {
  return html`<span class="fr-badge fr-badge--sm ${tone === "neutral" ? "" : `fr-badge--${tone}`} tm-badge">${text}</span>`
}

function fields({ fields }: Card, look: Look): Html | null {
  if (fields.length === 0) return null
  return html`<dl class="tm-list tm-fields">${fields.map(
    ({ label, text }) => html`<div><dt>${label}</dt><dd dir="auto">${shown(text, look)}</dd></div>`,
  )}</dl>`
}

function sectionView({ heading, text }: Section, { ticket }: Card, look: Look): Html {
  const whole = shown(text, look)
  const first = look.isWhole || !ticket ? whole : firstLines(whole)
  return html`<div class="tm-section">
    <p class="tm-section-title">${heading}</p>
    <div class="tm-text" dir="auto">${first}</div>
    ${first !== whole && html`<p class="fr-mt-1v"><a class="fr-link fr-link--sm" href="/demandes/${ticket}">Lire la suite<span class="fr-sr-only"> de la demande ${ticket}</span></a></p>`}
  </div>`
}

/** What the team wrote may be followed by a click. */
function addresses({ links = [] }: Card): Html | null {
  if (links.length === 0) return null
  return html`<ul class="tm-list fr-mb-2w">${links.map((url) => html`<li><a class="fr-link fr-link--sm" href="${url}" rel="noreferrer">${url}</a></li>`)}</ul>`
}

function shown(text: string, { isExact }: Look): string {
  return isExact ? text : readable(text)
}

export function firstLines(text: string): string {
  const lines = text.split("\n").slice(0, FIRST_LINES).join("\n")
  const cut = cutAtWord(lines, FIRST_CHARACTERS).toWellFormed()
  return cut === text || cut.endsWith("…") ? cut : `${cut.trimEnd()}…`
}

function buttons(list: Button[], { back, isWhole }: Look, id: string): Html | null {
  if (list.length === 0) return null
  const shown = isWhole ? list : list.slice(0, FIRST_BUTTONS)
  const rest = list.slice(shown.length)
  const form = (button: Button) => actionForm(button, back, id)
  return html`<div class="tm-buttons">
    ${shown.map(form)}
    ${rest.length > 0 && html`<details class="tm-more"><summary>Autres actions</summary><div class="tm-buttons">${rest.map(form)}</div></details>`}
  </div>`
}

const STYLES = {
  primary: "fr-btn",
  secondary: "fr-btn fr-btn--secondary",
  danger: "fr-btn fr-btn--secondary tm-danger",
} as const

/** A button of a card: a form, so that it works without a script. */
export function actionForm(button: Button, back: string, describedBy?: string): Html {
  const { label, action, style, confirm } = button
  return html`<form method="post" action="/actions" ${confirm ? html`data-confirm="${confirm}"` : ""}>
    <input type="hidden" name="action" value="${action}">
    <input type="hidden" name="_retour" value="${back}">
    ${confirm && html`<input type="hidden" name="_question" value="${confirm}"><input type="hidden" name="_bouton" value="${label}">`}
    <button class="${STYLES[style]} fr-btn--sm" ${describedBy ? html`aria-describedby="${describedBy}"` : ""}>${label}</button>
  </form>`
}

/** What was said in the thread of a card. */
export function linesView(lines: Line[], now: Date): Html | null {
  if (lines.length === 0) return null
  return html`<ul class="tm-list tm-lines" aria-label="Dans le fil">${lines.map(
    ({ text, at }) =>
      html`<li><time datetime="${at.toISOString()}">${when(at, now)}</time> <span dir="auto">${readable(text)}</span></li>`,
  )}</ul>`
}
