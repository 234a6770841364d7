import { html } from "hono/html"
import { actionString } from "../../../../src/actions.ts"
import { dayOf } from "../../../../src/calendar/working-days.ts"
import type { Button } from "../../../../src/card.ts"
import { bodyOf } from "../../../../src/faq/entry.ts"
import { statusBadges } from "../../../../src/faq/entry-card.ts"
import { entryWords } from "../../../../src/faq/french-entries.ts"
import { inFull } from "../../../../src/faq/french-questions.ts"
import { changedParts, type EntryVersion } from "../../../../src/faq/history.ts"
import type { StoredEntry } from "../../../../src/faq/store.ts"
import { whyNotValidated } from "../../../../src/faq/typed.ts"
import { llmWords } from "../../../../src/llm/french.ts"
import { actionForm, badges } from "../card-view.ts"
import { when } from "../french.ts"
import type { Html } from "../layout.ts"

type Around = {
  versions: EntryVersion[]
  category: string
  mayChange: boolean
  hasLlm: boolean
  now: Date
  back: string
  /** The older version that is looked at. */
  shown: number | null
}

/** One answer card: its text as it is sent, what it is found by, and all that it was. */
export function cardPage(entry: StoredEntry, around: Around): Html {
  const { versions, category, mayChange, hasLlm, now, back, shown } = around
  const today = dayOf(now).toString()
  const why = entry.isValidated ? null : whyNotValidated(entry, today)
  const older = versions.find(({ version }) => version === shown && version !== entry.version)
  return html`
    <p><a class="fr-link fr-icon-arrow-left-line fr-link--icon-left" href="/fiches">Toutes les fiches</a></p>
    <article class="tm-card" aria-labelledby="fiche">
      <h1 class="fr-h3 tm-title" id="fiche">${entry.title}</h1>
      ${badges(statusBadges(entry, today))}
      <dl class="tm-list tm-fields">
        ${entry.validated && field("Statut", entryWords.validatedBy(entry.validated.by, entry.validated.at))}
        ${why && field("Avant de valider", why)}
        ${field("Catégorie", category)}${field("Source", entry.source)}
        ${field("Vérifiée le", inFull(entry.verifiedOn))}${field("À relire le", inFull(entry.reviewOn))}
        ${entry.toFindOut.length > 0 && field("À vérifier", entry.toFindOut.join("\n"))}
      </dl>
      <h2 class="fr-h6">Texte, tel qu’il est envoyé</h2>
      <div class="tm-text" dir="auto">${bodyOf(entry)}</div>
      ${mayChange && html`<div class="tm-buttons">${buttonsOf(entry, why, hasLlm).map((button) => actionForm(button, back, "fiche"))}</div>`}
    </article>
    ${entry.offered && offerView(entry, mayChange, back)}
    ${older && olderView(older, entry, mayChange, back)}
    <div class="tm-columns">
      <section aria-labelledby="questions">
        <h2 class="fr-h5" id="questions">Questions qui y mènent (${entry.questions.length})</h2>
        <ul>${entry.questions.map((question) => html`<li dir="auto">${question}</li>`)}</ul>
      </section>
      <section aria-labelledby="versions">
        <h2 class="fr-h5" id="versions">Versions</h2>
        <ol class="tm-list tm-journal">${versions.map((version) => versionLine(version, entry, now))}</ol>
      </section>
    </div>`
}

function field(label: string, text: string): Html {
  return html`<div><dt>${label}</dt><dd class="tm-text" dir="auto">${text}</dd></div>`
}

function buttonsOf(
  { id, version, title, isValidated, isRetired }: StoredEntry,
  why: string | null,
  hasLlm: boolean,
) {
  const seen = `${version}-${id}`
  const button = (label: string, action: string, style: Button["style"]): Button => ({
    ...{ label, action, style },
  })
  if (isRetired)
    return [button("Remettre en service", actionString("entry.back", seen), "secondary")]
  return [
    // While marks remain, the click says which.
    ...(isValidated
      ? []
      : [button("Valider", actionString("entry.validate", seen), why ? "secondary" : "primary")]),
    button("Modifier", actionString("entry.edit", id), "secondary"),
    ...(hasLlm ? [button(llmWords.propose, actionString("entry.questions", id), "secondary")] : []),
    {
      ...button("Retirer", actionString("entry.retire", seen), "danger"),
      confirm: `Retirer la fiche « ${title} » ? Le bot ne s’en servira plus.`,
    },
  ]
}

function offerView(
  { id, offered, body }: StoredEntry,
  mayChange: boolean,
  back: string,
): Html | null {
  if (!offered) return null
  return html`<section class="tm-card fr-mt-3w" aria-labelledby="fichier">
    <h2 class="fr-h5" id="fichier">Le fichier de cette fiche a changé</h2>
    <p>L’équipe a touché cette fiche : elle garde son texte. Voici celui du fichier.</p>
    <div class="tm-text" dir="auto">${offered.body === body ? "(Le texte est le même ; les questions ou d’autres lignes ont changé.)" : offered.body}</div>
    ${
      mayChange &&
      html`<div class="tm-buttons">
      ${actionForm({ label: "Reprendre ce texte", action: actionString("entry.file", id), style: "secondary" }, back, "fichier")}
      ${actionForm({ label: "Garder le nôtre", action: actionString("entry.keep", id), style: "secondary" }, back, "fichier")}
    </div>`
    }
  </section>`
}

function olderView(
  older: EntryVersion,
  entry: StoredEntry,
  mayChange: boolean,
  back: string,
): Html {
  const parts = changedParts(older.content, entry)
  const restore = actionString("entry.restore", `${older.version}-${entry.id}`)
  return html`<section class="tm-card fr-mt-3w" aria-labelledby="ancienne">
    <h2 class="fr-h5" id="ancienne">Version ${older.version}</h2>
    <p>${parts.length > 0 ? `Depuis, ont changé : ${entryWords.parts(parts)}.` : "Elle dit la même chose que la version actuelle."}</p>
    <p><strong>${older.content.title}</strong></p>
    <div class="tm-text" dir="auto">${older.content.body}</div>
    ${mayChange && parts.length > 0 && html`<div class="tm-buttons">${actionForm({ label: "Revenir à cette version", action: restore, style: "secondary" }, back, "ancienne")}</div>`}
  </section>`
}

function versionLine(
  { version, at, by, what, content }: EntryVersion,
  entry: StoredEntry,
  now: Date,
) {
  const isNow = version === entry.version
  return html`<li>
    <time datetime="${at.toISOString()}">${when(at, now)}</time>
    <span>${isNow ? html`<strong>Version ${version}</strong>` : html`<a href="/fiches/${entry.id}?version=${version}">Version ${version}</a>`} : ${entryWords.change(what)}${by && ` par ${by}`}${content.isValidated ? " (validée)" : ""}</span>
  </li>`
}
