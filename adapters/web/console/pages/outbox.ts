import { html } from "hono/html"
import { actionString } from "../../../../src/actions.ts"
import { count } from "../../../../src/calendar/french.ts"
import type { Sending } from "../../../store/console-outbox.ts"
import { actionForm, badge } from "../card-view.ts"
import type { ConsoleApp, Desk } from "../desk.ts"
import { DELIVERY, failureInFrench, when } from "../french.ts"
import { type Html, live, pathOf, render } from "../layout.ts"
import { notices } from "../pulse.ts"
import { readable } from "../readable.ts"
import { peopleView } from "../thread-view.ts"

/** What waits to leave, what could not, what left lately. */
export function outboxRoutes(app: ConsoleApp, desk: Desk): void {
  app.get("/envois", async (c) => {
    const back = pathOf(c)
    const [{ failed, leaving, sent }, above] = await Promise.all([
      desk.reads.outbox(),
      notices(desk, c.get("member"), back),
    ])
    const now = desk.now()
    return render(c, desk, {
      title: "Envois",
      main: html`
        ${live("avis", above)}
        <h1 class="fr-h3">Envois</h1>
        <div id="envois" data-live data-announce="La liste des envois a changé.">
          ${
            failed.length > 0 &&
            html`<section class="fr-mb-4w" aria-labelledby="echecs">
            <h2 class="fr-h5" id="echecs">En échec</h2>
            ${failed.map((sending) => failedView(sending, now, back))}
          </section>`
          }
          <section class="fr-mb-4w" aria-labelledby="a-partir">
            <h2 class="fr-h5" id="a-partir">Sur le départ</h2>
            ${leaving.length === 0 ? html`<p>Rien n’attend de partir.</p>` : table("Messages sur le départ", "Départ", leaving, now)}
          </section>
          <section aria-labelledby="partis">
            <h2 class="fr-h5" id="partis">Partis récemment</h2>
            ${sent.length === 0 ? html`<p>Rien n’est encore parti.</p>` : table("Messages partis récemment", "Parti", sent, now)}
          </section>
        </div>`,
    })
  })
}

function failedView(sending: Sending, now: Date, back: string): Html {
  const { id, to, subject, attempts, lastError, firstAttemptAt } = sending
  return html`<article class="tm-card tm-card--error" aria-labelledby="envoi-${id}">
    <h3 class="fr-h6 tm-title" id="envoi-${id}" dir="auto">${readable(subject ?? "")}</h3>
    <p class="tm-meta">${badge(DELIVERY.failed, "error")} ${authorOf(sending)} à ${peopleView(to)} — ${ticketLink(sending)}</p>
    <p class="fr-mb-1w"><strong>${failureInFrench(lastError)}</strong> ${count(attempts, "essai")}${firstAttemptAt && `, le premier ${when(firstAttemptAt, now)}`}.</p>
    ${lastError && html`<details class="tm-folded"><summary>Réponse du serveur de messagerie</summary><p class="tm-text"><code>${lastError}</code></p></details>`}
    <div class="tm-buttons fr-mt-2w">${actionForm({ label: "Réessayer l’envoi", action: actionString("reply.retry", id), style: "primary" }, back, `envoi-${id}`)}</div>
  </article>`
}

function table(caption: string, moment: string, list: Sending[], now: Date): Html {
  return html`<div class="tm-table" role="region" aria-label="${caption}" tabindex="0"><table>
    <caption class="fr-sr-only">${caption}</caption>
    <thead><tr><th scope="col">Demande</th><th scope="col">Objet</th><th scope="col">De</th><th scope="col">À</th><th scope="col">${moment}</th></tr></thead>
    <tbody>${list.map(
      (sending) => html`<tr>
        <td>${ticketLink(sending)}</td>
        <td dir="auto">${readable(sending.subject ?? "")}</td>
        <td>${authorOf(sending)}</td>
        <td>${peopleView(sending.to)}</td>
        <td>${momentOf(sending, now)}</td>
      </tr>`,
    )}</tbody>
  </table></div>`
}

function momentOf({ delivery, sendAt, sentAt, attempts, lastError }: Sending, now: Date): Html {
  const at = sentAt ?? sendAt
  const time = at && html`<time datetime="${at.toISOString()}">${when(at, now)}</time>`
  if (delivery === "sending") return html`envoi en cours`
  if (delivery === "waiting" && attempts > 0) {
    return html`${badge("Retardé", "warning")} nouvel essai ${time}<br><small>${failureInFrench(lastError)}</small>`
  }
  return html`${time}`
}

function ticketLink({ ticketId }: Sending): Html {
  return html`<a href="/demandes/${ticketId}">#${ticketId}</a>`
}

function authorOf({ isAutomatic, isByGate, member }: Sending): string {
  if (isByGate) return "réponse automatique"
  return isAutomatic ? "message automatique" : (member?.name ?? "l’équipe")
}
