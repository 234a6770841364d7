import { html } from "hono/html"
import { actionString } from "../../../../src/actions.ts"
import type { ParkedMail } from "../../../store/console-mails.ts"
import { actionForm, badge, firstLines } from "../card-view.ts"
import type { ConsoleApp, Desk } from "../desk.ts"
import { number, parkedInFrench, when } from "../french.ts"
import { type Html, pathOf, render } from "../layout.ts"
import { readable } from "../readable.ts"

type Reasons = { reason: string | null; count: number }[]

/** Mails put aside, each with its reason: nothing is lost, and any of them may be a request. */
export function parkedRoutes(app: ConsoleApp, desk: Desk): void {
  app.get("/messages-en-attente", async (c) => {
    const reason = c.req.query("raison") ?? null
    const [reasons, { mails, next }] = await Promise.all([
      desk.reads.parkedReasons(),
      desk.reads.parkedMails(reason, c.req.query("avant") ?? null),
    ])
    const back = pathOf(c)
    const following = new URLSearchParams({
      ...(reason ? { raison: reason } : {}),
      avant: next ?? "",
    })
    return render(c, desk, {
      title: "Messages mis de côté",
      main: html`
        <h1 class="fr-h3">Messages mis de côté</h1>
        <p class="tm-narrow">Aucun n’est perdu : Télémaque ne leur répond pas et n’en fait pas des demandes de lui-même.
        Si l’un d’eux en est une, ouvrez-la d’un clic.</p>
        <div id="mis-de-cote" data-live data-announce="La liste des messages mis de côté a changé.">
          ${filters(reasons, reason)}
          ${mails.length === 0 && html`<div class="tm-empty"><p>Aucun message n’est mis de côté${reason && " pour cette raison"}.</p></div>`}
          ${mails.map((mail) => parkedView(mail, desk.now(), back))}
          ${next && html`<p class="fr-mt-3w"><a class="fr-btn fr-btn--secondary" href="/messages-en-attente?${following.toString()}">Messages plus anciens</a></p>`}
        </div>`,
    })
  })
}

function filters(reasons: Reasons, current: string | null): Html | null {
  if (reasons.length === 0) return null
  const link = (href: string, text: string, isHere: boolean) =>
    html`<li><a class="fr-tag fr-tag--sm" href="${href}" ${isHere ? html`aria-current="true"` : ""}>${text}</a></li>`
  const total = reasons.reduce((sum, { count }) => sum + count, 0)
  return html`<ul class="tm-list tm-filter" aria-label="Filtrer par raison">
    ${link("/messages-en-attente", `Toutes les raisons (${number(total)})`, current === null)}
    ${reasons.map(({ reason, count }) =>
      link(
        `/messages-en-attente?raison=${encodeURIComponent(reason ?? "")}`,
        `${parkedInFrench(reason)} (${number(count)})`,
        current === reason,
      ),
    )}
  </ul>`
}

function parkedView(mail: ParkedMail, now: Date, back: string): Html {
  const { id, subject, fromName, fromAddress, receivedAt, reason, written, ticketId } = mail
  const title = readable(subject) || "(sans objet)"
  return html`<article class="tm-card" aria-labelledby="mail-${id}">
    <h2 class="fr-h6 tm-title" id="mail-${id}"><a href="/messages/${id}" dir="auto">${title}</a></h2>
    <p class="tm-meta">${badge(parkedInFrench(reason))} <bdi>${readable(fromName)}</bdi> ${fromAddress ? `<${fromAddress}>` : "(sans expéditeur)"},
      <time datetime="${receivedAt.toISOString()}">${when(receivedAt, now)}</time>${ticketId && html`, rattaché à la <a href="/demandes/${ticketId}">demande ${ticketId}</a>`}</p>
    ${written && html`<div class="tm-section"><div class="tm-text" dir="auto">${firstLines(readable(written))}</div></div>`}
    <div class="tm-buttons">
      ${actionForm({ label: "C’est une demande", action: actionString("mail.open", id), style: "secondary" }, back, `mail-${id}`)}
      ${actionForm({ label: "Réessayer", action: actionString("mail.retry", id), style: "secondary" }, back, `mail-${id}`)}
    </div>
  </article>`
}
