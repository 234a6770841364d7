import type { Context } from "hono"
import { html } from "hono/html"
import { actionString } from "../../../../src/actions.ts"
import { dayOf } from "../../../../src/calendar/working-days.ts"
import type { Button } from "../../../../src/card.ts"
import { isToReview } from "../../../../src/faq/entry.ts"
import { statusBadges } from "../../../../src/faq/entry-card.ts"
import { inFull } from "../../../../src/faq/french-questions.ts"
import type { StoredEntry } from "../../../../src/faq/store.ts"
import { type Member, mayAnswer } from "../../../../src/people/member.ts"
import { actionForm, badges } from "../card-view.ts"
import type { ConsoleApp, ConsoleEnv, Desk } from "../desk.ts"
import { type Html, pathOf, render } from "../layout.ts"
import { cardPage } from "./card.ts"

const BACK = "/fiches"
/** The team is told on the page before a card expires. */
const SOON = { days: 14 }

const FILTERS = {
  "a-valider": "À valider",
  validees: "Validées",
  "a-relire": "À relire",
  retirees: "Retirées",
} as const
type Filter = keyof typeof FILTERS

/** *Fiches*: what the team answers, what it still has to confirm, and until when it holds. */
export function cardRoutes(app: ConsoleApp, desk: Desk): void {
  app.get(BACK, async (c) => {
    const now = dayOf(desk.now())
    const [today, soon] = [now.toString(), now.add(SOON).toString()]
    const [entries, labels] = await Promise.all([desk.reads.entries(), categoryLabels()])
    const filter = (Object.keys(FILTERS) as Filter[]).find(
      (known) => known === c.req.query("statut"),
    )
    const category = c.req.query("categorie") ?? ""
    const shown = entries
      .filter((entry) => passes(entry, filter, today))
      .filter((entry) => !category || entry.category === category)
      .sort((a, b) => rank(a, today) - rank(b, today) || a.title.localeCompare(b.title, "fr"))
    return render(c, desk, {
      title: "Fiches",
      main: html`
        <h1 class="fr-h3">Fiches</h1>
        <p class="tm-narrow">Les réponses de l’équipe. Le bot propose toutes les fiches aux membres ; il ne donne aux agents que celles qui sont validées et dont le jour de relecture n’est pas passé.</p>
        ${reviewNotice(entries, today, soon)}
        ${mayAnswer(memberOf(c)) && actionForm(NEW, BACK)}
        ${filterForm(filter, category, labels)}
        <p role="status">${shown.length === 0 ? "Aucune fiche." : shown.length === 1 ? "Une fiche." : `${shown.length} fiches.`}</p>
        <ul class="tm-list">${shown.map((entry) => entryLine(entry, today, labels))}</ul>`,
    })
  })

  app.get(`${BACK}/:id{[\\w-]{1,60}}`, async (c) => {
    const id = c.req.param("id")
    const [entry, labels] = await Promise.all([desk.reads.storedEntry(id), categoryLabels()])
    if (!entry) return c.notFound()
    const page = cardPage(entry, {
      versions: await desk.reads.versionsOf(id),
      category: labels.get(entry.category) ?? entry.category,
      mayChange: mayAnswer(memberOf(c)),
      hasLlm: desk.hasLlm,
      now: desk.now(),
      back: pathOf(c),
      shown: Number(c.req.query("version")) || null,
    })
    return render(c, desk, { title: entry.title, main: page })
  })
}

const NEW: Button = {
  ...{ label: "Écrire une fiche", style: "secondary" },
  action: actionString("entry.new", 0),
}

function memberOf(c: Context<ConsoleEnv>): Member {
  return c.get("member")
}

/** Read when the page is first asked for: the lexicon has them, as the team wrote them. */
let labelsRead: Promise<Map<string, string>> | null = null

export function categoryLabels(): Promise<Map<string, string>> {
  labelsRead ??= import("../../../prompts/lexicon.ts").then(
    ({ readLexicon }) => new Map(readLexicon().categories.map(({ id, label }) => [id, label])),
  )
  return labelsRead
}

function passes(entry: StoredEntry, filter: Filter | undefined, today: string): boolean {
  if (filter === "retirees") return entry.isRetired
  if (entry.isRetired) return false
  if (filter === "a-relire") return isToReview(entry, today)
  if (filter === "a-valider") return !entry.isValidated
  return filter === "validees" ? entry.isValidated : true
}

/** What somebody must look at comes first. */
function rank(entry: StoredEntry, today: string): number {
  if (isToReview(entry, today)) return 0
  return entry.isValidated ? 2 : 1
}

function reviewNotice(entries: StoredEntry[], today: string, soon: string): Html | null {
  const used = entries.filter(({ isRetired }) => !isRetired)
  const past = used.filter((entry) => isToReview(entry, today)).length
  const coming = used.filter((entry) => isToReview(entry, soon)).length - past
  const offered = used.filter((entry) => entry.offered !== null).length
  const says = [
    past > 0 &&
      `${counted(past)} à relire : le bot ne ${past === 1 ? "la" : "les"} donne plus aux agents.`,
    coming > 0 && `${counted(coming)} à relire dans les deux semaines.`,
    offered > 0 && `Pour ${counted(offered).toLowerCase()}, le fichier propose un autre texte.`,
  ].filter((line) => line !== false)
  if (says.length === 0) return null
  return html`<div class="fr-alert fr-alert--${past > 0 ? "warning" : "info"} fr-mb-3w">${says.map((line) => html`<p>${line}</p>`)}</div>`
}

function counted(count: number): string {
  return count === 1 ? "Une fiche" : `${count} fiches`
}

function filterForm(
  filter: Filter | undefined,
  category: string,
  labels: Map<string, string>,
): Html {
  const option = (value: string, label: string, chosen: string) =>
    html`<option value="${value}" ${value === chosen ? html`selected` : ""}>${label}</option>`
  return html`<form method="get" action="${BACK}" class="tm-line fr-my-3w">
    <div class="fr-select-group"><label class="fr-label" for="statut">Statut</label>
      <select class="fr-select" id="statut" name="statut">${option("", "Tous", filter ?? "")}${Object.entries(FILTERS).map(([value, label]) => option(value, label, filter ?? ""))}</select></div>
    <div class="fr-select-group"><label class="fr-label" for="categorie">Catégorie</label>
      <select class="fr-select" id="categorie" name="categorie">${option("", "Toutes", category)}${[...labels].map(([value, label]) => option(value, label, category))}</select></div>
    <button class="fr-btn fr-btn--secondary">Filtrer</button>
  </form>`
}

function entryLine(entry: StoredEntry, today: string, labels: Map<string, string>): Html {
  const { id, title, category, reviewOn } = entry
  return html`<li class="tm-entry">
    <a class="fr-link" href="${BACK}/${id}">${title}</a>
    ${badges(statusBadges(entry, today))}
    <span class="fr-hint-text">${labels.get(category) ?? category}, à relire le ${inFull(reviewOn)}${entry.offered ? ", le fichier propose un autre texte" : ""}</span>
  </li>`
}
