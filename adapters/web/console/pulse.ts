import { html } from "hono/html"
import { actionString } from "../../../src/actions.ts"
import { ago } from "../../../src/calendar/french.ts"
import type { MailboxHealth } from "../../../src/health/store.ts"
import type { Member } from "../../../src/people/member.ts"
import type { Sending } from "../../store/console-outbox.ts"
import { actionForm } from "./card-view.ts"
import type { Desk } from "./desk.ts"
import { number } from "./french.ts"
import type { Html } from "./layout.ts"

const SILENT_AFTER = 5 * 60_000

/** Is anything wrong? In one line, above the cards. */
export async function pulse({ reads, now }: Desk): Promise<Html> {
  const [balance, mailboxes] = await Promise.all([reads.recentBalance(), reads.mailboxes()])
  const at = now()
  const wrong = mailboxes.filter((mailbox) => isSilent(mailbox, at))
  const last = mailboxes.map(({ lastPolledAt }) => lastPolledAt).filter((polled) => polled !== null)
  const latest =
    last.length > 0 ? new Date(Math.min(...last.map((polled) => polled.getTime()))) : null
  const isWell = wrong.length === 0
  return html`<p class="tm-pulse">
    <span class="${isWell ? "fr-icon-checkbox-circle-line tm-good" : "fr-icon-warning-line tm-bad"} fr-icon--sm" aria-hidden="true"></span>
    ${isWell ? (latest ? html`Boîte relevée ${ago(latest, at)}.` : "Boîte pas encore relevée.") : html`${wrong.map(({ name }) => html`La boîte « ${name} » ne répond pas. `)}`}
    ${number(balance.received)} ${balance.received < 2 ? "message reçu" : "messages reçus"}, aucun perdu${balance.parked > 0 && html` ; <a href="/messages-en-attente">${number(balance.parked)} mis de côté</a>`}.
    <a href="/etat">État du service</a>
  </p>`
}

export function isSilent({ failingSince, lastPolledAt }: MailboxHealth, now: Date): boolean {
  return (
    failingSince !== null ||
    (lastPolledAt !== null && now.getTime() - lastPolledAt.getTime() > SILENT_AFTER)
  )
}

/** What must be seen now: the alarms, and what is about to leave. */
export async function notices(desk: Desk, member: Member, back: string): Promise<Html> {
  const [alarms, leaving] = await Promise.all([
    desk.reads.alarms(),
    desk.reads.leavingSoon(desk.now()),
  ])
  return html`
    ${alarms.map(({ text }) => html`<div class="fr-alert fr-alert--error fr-alert--sm tm-notice"><p><strong>Alarme :</strong> ${text}</p></div>`)}
    ${leaving.map((sending) => leavingView(sending, desk.now(), member, back))}`
}

export function leavingView(
  { id, ticketId, member, memberId, sendAt }: Sending,
  now: Date,
  me: Member,
  back: string,
): Html {
  const seconds = Math.max(0, Math.ceil(((sendAt?.getTime() ?? 0) - now.getTime()) / 1000))
  const whose = memberId === me.id ? "Votre réponse" : `La réponse de ${member?.name ?? "l’équipe"}`
  return html`<div class="fr-alert fr-alert--info fr-alert--sm tm-notice tm-leaving">
    <p>${whose} à la <a href="/demandes/${ticketId}">demande ${ticketId}</a> part dans <strong data-seconds="${seconds}">${seconds}</strong> s.</p>
    ${actionForm({ label: "Annuler l’envoi", action: actionString("reply.undo", id), style: "secondary" }, back)}
  </div>`
}
