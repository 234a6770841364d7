import { randomUUID } from "node:crypto"
import { html } from "hono/html"
import { actionString } from "../../../../src/actions.ts"
import type { Status } from "../../../../src/tickets/ticket.ts"
import type { ThreadMessage, TicketPage } from "../../../store/console-thread.ts"
import { badge, cardView } from "../card-view.ts"
import type { ConsoleApp, Desk } from "../desk.ts"
import { day, journalInFrench, statusInFrench, when } from "../french.ts"
import { type Html, live, pathOf, render } from "../layout.ts"
import { llmOfTicketView } from "../llm-view.ts"
import { notices } from "../pulse.ts"
import { readable } from "../readable.ts"
import { mailAside, messageView } from "../thread-view.ts"

type Earlier = { id: number; subject: string; status: Status; openedAt: Date }
type Journal = Awaited<ReturnType<Desk["reads"]["journalOf"]>>

/** One request: its card, its whole history, and a box for a note. */
export function ticketRoutes(app: ConsoleApp, desk: Desk): void {
  const { reads } = desk

  app.get("/demandes/:id{[0-9]{1,9}}", async (c) => {
    const id = Number(c.req.param("id"))
    const ticket = await reads.ticketPage(id)
    if (!ticket) return c.notFound()
    const before = Number(c.req.query("avant")) || null
    const back = `/demandes/${id}`
    const [{ messages, hasMore }, others, earlier, journal, above, llm] = await Promise.all([
      reads.thread(id, before),
      reads.otherMails(id),
      ticket.requesterAddress ? reads.earlierOfSamePerson(ticket.requesterAddress, id) : [],
      reads.journalOf(id),
      notices(desk, c.get("member"), back),
      reads.llmOfTicket(id),
    ])
    const now = desk.now()
    const oldest = messages[0]
    return render(c, desk, {
      title: `Mentor #${id} — ${ticket.subject}`,
      main: html`
        ${live("avis", above)}
        <p><a class="fr-link fr-icon-arrow-left-line fr-link--icon-left" href="/">Toutes les demandes</a></p>
        ${live("carte", cardOf(ticket, messages, pathOf(c)))}
        <div class="tm-columns">
          <section class="tm-thread" aria-labelledby="echanges">
            <h2 class="fr-h5" id="echanges">Échanges</h2>
            ${hasMore && oldest && html`<p><a class="fr-link" href="${back}?avant=${oldest.id}">Messages plus anciens</a></p>`}
            ${before && html`<p><a class="fr-link" href="${back}">Revenir aux derniers messages</a></p>`}
            <div id="fil" data-live data-announce="Cette demande a changé.">
              ${messages.length === 0 && html`<p>Aucun message pour l’instant.</p>`}
              ${messages.map((message) => messageView(message, { now, back }))}
              ${
                others.length > 0 &&
                html`<h3 class="fr-h6 fr-mt-4w">Autres messages rattachés</h3>
                <p class="fr-hint-text">Messages automatiques, doublons : ils ne changent pas l’état de la demande.</p>
                ${others.map((mail) => mailAside(mail, now))}`
              }
            </div>
            ${noteBox(ticket)}
          </section>
          <aside class="tm-aside" aria-label="Autour de cette demande">
            ${live("autour", html`${earlierView(earlier, now)}${journalView(journal, ticket.lines, now)}${llmOfTicketView(llm)}`)}
          </aside>
        </div>`,
    })
  })
}

function cardOf(ticket: TicketPage, messages: ThreadMessage[], back: string): Html {
  const { id, card, status, subject, requesterName, requesterAddress, mergedIntoId } = ticket
  const merged = mergedIntoId
    ? html`<p class="fr-mt-2w">Les messages sont maintenant dans la <a href="/demandes/${mergedIntoId}">demande ${mergedIntoId}</a>.</p>`
    : null
  if (card) {
    const sections = card.sections.filter(({ text }) => !isInThread(text, messages))
    return cardView({ ...card, sections }, { back, heading: 1, isWhole: true }, merged)
  }
  return html`<article class="tm-card">
    <h1 class="fr-h3" dir="auto">Mentor #${id} — ${readable(subject)}</h1>
    <p>${badge(statusInFrench(status))} <bdi>${readable(requesterName)}</bdi> (${requesterAddress}). Sa carte arrive.</p>
    ${merged}
  </article>`
}

const ENOUGH_TO_KNOW = 200

/** The card quotes what the thread, just below, shows whole. */
function isInThread(text: string, messages: ThreadMessage[]): boolean {
  const start = text.slice(0, ENOUGH_TO_KNOW).trim()
  return messages.some((message) => message.text.includes(start))
}

function noteBox({ id, version }: TicketPage): Html {
  return html`<form method="post" action="/formulaires" class="tm-note-box" id="note">
    <h3 class="fr-h6" id="note-titre">Ajouter une note interne</h3>
    <input type="hidden" name="submission" value="${actionString("ticket.note", id, version)}">
    <input type="hidden" name="_retour" value="/demandes/${id}">
    <input type="hidden" name="_cle" value="${randomUUID()}">
    <div class="fr-input-group">
      <label class="fr-label" for="note-texte">Votre note<span class="fr-hint-text">Visible de l’équipe seulement : une note ne part jamais. Pour écrire à l’agent, utilisez « Répondre ».</span></label>
      <textarea class="fr-input" id="note-texte" name="text" rows="3" required dir="auto"></textarea>
    </div>
    <button class="fr-btn fr-btn--secondary">Ajouter la note</button>
  </form>`
}

function earlierView(earlier: Earlier[], now: Date): Html | null {
  if (earlier.length === 0) return null
  return html`<section aria-labelledby="precedentes">
    <h2 class="fr-h6" id="precedentes">De la même personne</h2>
    <ul class="tm-list tm-earlier">${earlier.map(
      ({
        id,
        subject,
        status,
        openedAt,
      }) => html`<li><a href="/demandes/${id}" dir="auto">#${id} — ${readable(subject)}</a><br>
        <span class="fr-hint-text">${statusInFrench(status)}, ${day(openedAt, now)}</span></li>`,
    )}</ul>
  </section>`
}

function journalView(journal: Journal, lines: TicketPage["lines"], now: Date): Html {
  return html`<section aria-labelledby="historique">
    <h2 class="fr-h6" id="historique">Historique</h2>
    ${journal.length === 0 && lines.length === 0 && html`<p class="fr-hint-text">Rien encore.</p>`}
    <ol class="tm-list tm-journal">${journal.map(
      ({ at, what, detail, member }) => html`<li>
        <time datetime="${at.toISOString()}">${when(at, now)}</time>
        <span>${journalInFrench(what)}${member && html` — ${member.name}`}${what !== "sorted" && detailText(detail)}</span>
      </li>`,
    )}</ol>
    ${
      lines.length > 0 &&
      html`<details><summary>Messages du fil (${lines.length})</summary>
      <ul class="tm-list tm-journal">${lines.map(({ at, text }) => html`<li><time datetime="${at.toISOString()}">${when(at, now)}</time> <span>${text}</span></li>`)}</ul>
    </details>`
    }
  </section>`
}

function detailText(detail: unknown): string {
  if (!detail || typeof detail !== "object") return ""
  const values = Object.values(detail).filter((value) => typeof value === "string" && value !== "")
  return values.length > 0 ? ` : ${values.join(", ")}` : ""
}
