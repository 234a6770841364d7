import { html } from "hono/html"
import { actionString } from "../../../src/actions.ts"
import { forwardedOf, type ThreadMail, type ThreadMessage } from "../../store/console-thread.ts"
import { actionForm, badge } from "./card-view.ts"
import { automaticInFrench, DELIVERY, size, when } from "./french.ts"
import type { Html } from "./layout.ts"
import { readable } from "./readable.ts"

/** Shown as pictures; the bytes are checked again when they are served. */
const PICTURE = /^image\/(?:png|jpe?g|gif|webp)$/

const SMALLEST_SCREENSHOT = 30_000

type Look = { now: Date; back: string }

/** One turn of a ticket's thread. */
export function messageView(message: ThreadMessage, look: Look): Html {
  switch (message.kind) {
    case "incoming":
      return incoming(message, look)
    case "outgoing":
      return outgoing(message, look)
    case "note":
      return note(message, look)
  }
}

function incoming({ at, text, mail, passingId }: ThreadMessage, { now }: Look): Html {
  const from = mail ? mail.fromName || mail.fromAddress : "l’agent"
  return html`<article class="tm-message tm-message--in">
    <header>
      <h3><span class="fr-icon-mail-line fr-icon--sm" aria-hidden="true"></span>
      ${passingId ? "Réponse d’un autre service, de" : "Message reçu de"} <bdi>${readable(from)}</bdi></h3>
      <p><time datetime="${at.toISOString()}">${when(at, now)}</time></p>
    </header>
    ${mail ? mailBody(mail) : textView(text)}
  </article>`
}

/** A mail that is in no message: shown folded. */
export function mailAside(mail: ThreadMail, now: Date): Html {
  const kind = mail.automatic ? automaticInFrench(mail.automatic) : "message rattaché"
  return html`<details class="tm-message">
    <summary>${kind} — <bdi>${readable(mail.fromName || mail.fromAddress)}</bdi>, ${when(mail.receivedAt, now)}</summary>
    ${mailBody(mail)}
  </details>`
}

function mailBody(mail: ThreadMail): Html {
  const forwarded = forwardedOf(mail)
  return html`
    <dl class="tm-list tm-envelope">
      <div><dt>De</dt><dd><bdi>${readable(mail.fromName)}</bdi> &lt;${mail.fromAddress}&gt;</dd></div>
      ${mail.replyTo && mail.replyTo !== mail.fromAddress && html`<div><dt>Réponse à</dt><dd>${mail.replyTo} <strong>(autre adresse que l’expéditeur)</strong></dd></div>`}
      <div><dt>À</dt><dd>${peopleView(mail.to)}</dd></div>
      ${mail.cc.length > 0 && html`<div><dt>Copie</dt><dd>${peopleView(mail.cc)}</dd></div>`}
      <div><dt>Objet</dt><dd dir="auto">${readable(mail.subject)}</dd></div>
    </dl>
    ${mail.automatic && html`<p>${badge(automaticInFrench(mail.automatic), "info")}</p>`}
    ${textView(mail.written)}
    ${forwarded && html`<div class="tm-section"><p class="tm-section-title">Message transmis, écrit par <bdi>${readable(forwarded.from?.name || forwarded.from?.address || "un expéditeur inconnu")}</bdi></p>${textView(forwarded.text)}</div>`}
    ${folded("Signature", mail.signature)}
    ${!forwarded && folded("Messages précédents cités", mail.quoted)}
    ${attachmentsView(mail.id, mail.attachments)}
    <p class="tm-message-links"><a class="fr-link fr-link--sm" href="/messages/${mail.id}">Voir le message d’origine</a></p>`
}

export function peopleView(addresses: string[]): string {
  const shown = addresses.slice(0, 20).join(", ")
  return addresses.length > 20 ? `${shown} et ${addresses.length - 20} autres` : shown || "—"
}

function textView(text: string): Html {
  if (text.trim() === "") return html`<p class="fr-hint-text">Pas de texte.</p>`
  return html`<div class="tm-text" dir="auto">${readable(text)}</div>`
}

function folded(title: string, text: string): Html | null {
  if (text.trim() === "") return null
  return html`<details class="tm-folded"><summary>${title}</summary>${textView(text)}</details>`
}

export function attachmentsView(
  mailId: number,
  attachments: ThreadMail["attachments"],
): Html | null {
  const joined = attachments.filter(isShown)
  if (joined.length === 0) return null
  return html`<ul class="tm-list tm-files" aria-label="Pièces jointes">${joined.map(
    ({ position, name, type, size: bytes }) => {
      const href = `/pieces/${mailId}/${position}`
      return html`<li>
      ${PICTURE.test(type) && html`<a href="${href}?voir"><img src="${href}?voir" alt="Aperçu de ${readable(name)}" loading="lazy"></a>`}
      <a class="fr-link" href="${href}" download><bdi>${readable(name) || `pièce ${position + 1}`}</bdi></a> <span>${type} – ${size(bytes)}</span>
    </li>`
    },
  )}</ul>`
}

/** A screenshot is often pasted in the text; the logo of a signature is too, but it is small. */
function isShown({ isInline, type, size: bytes }: ThreadMail["attachments"][number]): boolean {
  return !isInline || (PICTURE.test(type) && bytes >= SMALLEST_SCREENSHOT)
}

function outgoing(message: ThreadMessage, { now, back }: Look): Html {
  const { at, text, to, cc, subject, member, isAutomatic, isByGate, files, passingId } = message
  const author = member?.name ?? "l’équipe"
  const own = passingId ? `Transmission à un autre service, par ${author}` : `Réponse de ${author}`
  const written = isByGate ? "Réponse automatique" : own
  const who = isAutomatic ? "Message automatique" : written
  return html`<article class="tm-message tm-message--out">
    <header>
      <h3><span class="fr-icon-send-plane-line fr-icon--sm" aria-hidden="true"></span> ${who}</h3>
      <p><time datetime="${at.toISOString()}">${when(at, now)}</time></p>
    </header>
    ${deliveryView(message, back, now)}
    <dl class="tm-list tm-envelope">
      <div><dt>À</dt><dd>${peopleView(to)}</dd></div>
      ${cc.length > 0 && html`<div><dt>Copie</dt><dd>${peopleView(cc)}</dd></div>`}
      ${subject && html`<div><dt>Objet</dt><dd dir="auto">${subject}</dd></div>`}
    </dl>
    ${isAutomatic ? html`<details class="tm-folded"><summary>Lire le message</summary>${textView(text)}</details>` : textView(text)}
    ${
      files.length > 0 &&
      html`<ul class="tm-list tm-files" aria-label="Pièces jointes">${files.map(
        (file) =>
          html`<li><a class="fr-link" href="/pieces-envoyees/${file.id}" download><bdi>${file.name}</bdi></a> <span>${file.type}</span></li>`,
      )}</ul>`
    }
  </article>`
}

const TONES = {
  waiting: "info",
  sending: "info",
  sent: "success",
  cancelled: "warning",
  failed: "error",
} as const

function deliveryView(
  { id, delivery, sentAt, attempts, lastError }: ThreadMessage,
  back: string,
  now: Date,
): Html | null {
  if (!delivery) return null
  const isRetried = delivery === "waiting" && attempts > 0
  const text = isRetried ? "Envoi retardé : nouvel essai prévu" : DELIVERY[delivery]
  return html`<div class="tm-delivery">
    ${badge(text, isRetried ? "warning" : TONES[delivery])} ${sentAt && html`<time datetime="${sentAt.toISOString()}">${when(sentAt, now)}</time>`}
    ${lastError && delivery !== "sent" && html`<details class="tm-folded"><summary>Réponse du serveur</summary><p class="tm-text">${lastError}</p></details>`}
    ${delivery === "failed" && actionForm({ label: "Réessayer l’envoi", action: actionString("reply.retry", id), style: "secondary" }, back)}
  </div>`
}

function note({ at, text, member }: ThreadMessage, { now }: Look): Html {
  return html`<article class="tm-message tm-message--note">
    <header>
      <h3><span class="fr-icon-lock-line fr-icon--sm" aria-hidden="true"></span> Note interne — ne part jamais</h3>
      <p>${member?.name ?? "Le robot"}, <time datetime="${at.toISOString()}">${when(at, now)}</time></p>
    </header>
    ${textView(text)}
  </article>`
}
