import { html } from "hono/html"
import { actionString } from "../../../../src/actions.ts"
import { ago } from "../../../../src/calendar/french.ts"
import { french } from "../../../../src/health/french.ts"
import type { Balance, DeadJobs, MailboxHealth } from "../../../../src/health/store.ts"
import { actionForm, badge } from "../card-view.ts"
import type { ConsoleApp, Desk } from "../desk.ts"
import { day, lapse, number } from "../french.ts"
import { type Html, live, render } from "../layout.ts"
import { llmMonthsView } from "../llm-view.ts"
import { isSilent } from "../pulse.ts"
import { readable } from "../readable.ts"

/** Is anything lost, is anything stuck? */
export function stateRoutes(app: ConsoleApp, desk: Desk): void {
  const { reads } = desk
  app.get("/etat", async (c) => {
    const [balance, mailboxes, alarms, oldest, depth, jobs, months] = await Promise.all([
      reads.balance(),
      reads.mailboxes(),
      reads.alarms(),
      reads.oldestWaiting(),
      reads.queueDepth().catch(() => null), // the queue makes its tables at its first start
      reads.deadJobs().catch(() => []),
      reads.llmMonths(yearBefore(desk.now())),
    ])
    const now = desk.now()
    return render(c, desk, {
      title: "État du service",
      main: html`
        <h1 class="fr-h3">État du service</h1>
        ${live(
          "etat",
          html`
          ${alarms.map(({ text, raisedAt }) => html`<div class="fr-alert fr-alert--error fr-alert--sm tm-notice"><p><strong>Alarme depuis ${lapse(raisedAt, now)} :</strong> ${text}</p></div>`)}
          <section class="fr-mb-5w" aria-labelledby="compte">
            <h2 class="fr-h5" id="compte">Rien n’est perdu</h2>
            ${equation(balance)}
          </section>
          <section class="fr-mb-5w" aria-labelledby="boites">
            <h2 class="fr-h5" id="boites">Boîtes d’assistance</h2>
            ${mailboxes.length === 0 && html`<p>Aucune boîte n’a encore été relevée.</p>`}
            ${mailboxes.map((mailbox) => mailboxView(mailbox, now))}
          </section>
          ${
            jobs.length > 0 &&
            html`<section class="fr-mb-5w" aria-labelledby="travaux">
            <h2 class="fr-h5" id="travaux">Travaux qui n’ont pas abouti</h2>
            <p class="tm-narrow">Télémaque les a essayés plusieurs fois. Il réessaie chaque heure pendant trois jours, puis attend un clic. Réessayer ne fait jamais deux fois la même chose.</p>
            ${jobs.map((kind) => deadJobsView(kind, now))}
          </section>`
          }
          <section aria-labelledby="attente">
            <h2 class="fr-h5" id="attente">En attente</h2>
            <dl class="tm-list tm-fields">
              <div><dt>Demande qui attend depuis le plus longtemps</dt><dd>${oldest?.waitingSince ? html`<a href="/demandes/${oldest.id}" dir="auto">#${oldest.id} — ${readable(oldest.subject)}</a>, depuis ${lapse(oldest.waitingSince, now)}` : "aucune"}</dd></div>
              <div><dt>Travaux que le robot n’a pas encore faits</dt><dd>${depth === null ? "inconnu" : number(depth)}</dd></div>
            </dl>
          </section>
          ${llmMonthsView(months)}`,
        )}`,
    })
  })
}

const YEAR = 365 * 24 * 3_600_000

function yearBefore(now: Date): Date {
  return new Date(now.getTime() - YEAR)
}

function equation(balance: Balance): Html {
  const { received, ticket, followup, duplicate, routed, parked } = balance
  const isRight = received === ticket + followup + duplicate + routed + parked
  const term = (count: number, one: string, many: string) =>
    html`<span><b>${number(count)}</b> ${count < 2 ? one : many}</span>`
  return html`
    <p class="tm-equation">
      ${term(received, "reçu", "reçus")} <span>=</span>
      ${term(ticket, "demande", "demandes")} <span>+</span>
      ${term(followup, "suite", "suites")} <span>+</span>
      ${term(duplicate, "doublon", "doublons")} <span>+</span>
      ${term(routed, "orienté", "orientés")} <span>+</span>
      <a href="/messages-en-attente">${term(parked, "mis de côté", "mis de côté")}</a>
    </p>
    ${
      isRight
        ? html`<p><span class="fr-icon-checkbox-circle-line fr-icon--sm tm-good" aria-hidden="true"></span> Le compte est juste : chaque message reçu est à une place, et une seule.</p>`
        : html`<div class="fr-alert fr-alert--error"><p>Le compte n’est pas juste : prévenez l’administrateur.</p></div>`
    }`
}

function mailboxView(mailbox: MailboxHealth, now: Date): Html {
  const { name, readSince, lastPolledAt, lastSentAt, failingSince, lastError } = mailbox
  return html`<article class="tm-card ${failingSince ? "tm-card--error" : ""}" aria-labelledby="boite-${name}">
    <h3 class="fr-h6 tm-title" id="boite-${name}">Boîte « ${name} »</h3>
    <p class="tm-meta">${stateBadge(mailbox, now)}</p>
    <dl class="tm-list tm-fields">
      <div><dt>Dernière relève</dt><dd>${lastPolledAt ? ago(lastPolledAt, now) : "jamais"}</dd></div>
      <div><dt>Dernier envoi</dt><dd>${lastSentAt ? ago(lastSentAt, now) : "aucun"}</dd></div>
      ${readSince && readSince.getTime() > 0 && html`<div><dt>Lue à partir du</dt><dd>${day(readSince, now)}</dd></div>`}
      ${failingSince && html`<div><dt>En panne depuis</dt><dd>${lapse(failingSince, now)}</dd></div>`}
    </dl>
    ${lastError && html`<details class="tm-folded"><summary>Dernière erreur</summary><p class="tm-text"><code>${lastError}</code></p></details>`}
    ${
      readSince === null &&
      html`<div class="fr-alert fr-alert--warning fr-alert--sm fr-mb-2w"><p>Cette boîte n’est pas encore lue. Dites à partir de quel jour ses messages sont des demandes.</p></div>
      ${actionForm({ label: "Choisir le premier jour à lire", action: actionString("mailbox.since", name), style: "primary" }, "/etat")}`
    }
  </article>`
}

function deadJobsView({ name, count, since, revived }: DeadJobs, now: Date): Html {
  const { label, means } = french.jobs[name]
  const id = `travaux-${name.replace(".", "-")}`
  return html`<article class="tm-card ${count > 0 ? "tm-card--error" : ""}" aria-labelledby="${id}">
    <h3 class="fr-h6 tm-title" id="${id}">${label}</h3>
    <p class="tm-meta">${
      count > 0
        ? badge(`${number(count)} en échec`, "error")
        : badge("Nouvel essai en cours", "info")
    }</p>
    <p>${means}</p>
    <dl class="tm-list tm-fields">
      ${since && html`<div><dt>En échec depuis</dt><dd>${lapse(since, now)}</dd></div>`}
      ${count > 0 && revived > 0 && html`<div><dt>Nouveaux essais en cours</dt><dd>${number(revived)}</dd></div>`}
    </dl>
    ${count > 0 && actionForm({ label: "Réessayer", action: actionString("jobs.retry", name), style: "primary" }, "/etat", id)}
  </article>`
}

function stateBadge(mailbox: MailboxHealth, now: Date): Html {
  if (mailbox.failingSince) return badge("Ne répond pas", "error")
  if (isSilent(mailbox, now)) return badge("Silencieuse", "warning")
  return mailbox.lastPolledAt ? badge("Fonctionne", "success") : badge("Pas encore relevée")
}
