import { html } from "hono/html"
import { fieldsOf } from "../answers.ts"
import type { ConsoleApp, DemoMail, DemoMailbox, Desk } from "../desk.ts"
import { when } from "../french.ts"
import { keepFlash } from "../identity.ts"
import { type Html, render } from "../layout.ts"
import { peopleView } from "../thread-view.ts"

const MAX_SHOWN = 50
const ADDRESS = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/

type Letter = { fromName: string; from: string; subject: string; text: string; inReplyTo: string }
const EMPTY: Letter = { fromName: "", from: "", subject: "", text: "", inReplyTo: "" }

/** « La boîte de l’agent »: what an agent writes and reads, without any mail server. Demonstration only. */
export function agentBoxRoutes(app: ConsoleApp, desk: Desk, demo: DemoMailbox): void {
  app.get("/boite-de-l-agent", async (c) => {
    const answered = c.req.query("repondre")
    const mails = (await demo.outbox()).toReversed()
    const mail = answered ? mails.find(({ messageId }) => messageId === answered) : undefined
    const letter = mail ? replyTo(mail) : EMPTY
    return render(c, desk, { title: "La boîte de l’agent", main: page(mails, letter, desk.now()) })
  })

  app.post("/boite-de-l-agent", async (c) => {
    const letter: Letter = { ...EMPTY, ...(await fieldsOf(c)) }
    const error = mistakeIn(letter)
    if (error) {
      const mails = (await demo.outbox()).toReversed()
      const main = page(mails, letter, desk.now(), error)
      return render(c, desk, { title: "Erreur : La boîte de l’agent", main, status: 400 })
    }
    const { from, fromName, subject, text, inReplyTo } = letter
    const thread = inReplyTo ? { inReplyTo, references: [inReplyTo] } : {}
    await demo.write({ from: from.trim(), fromName, subject, text, ...thread })
    await keepFlash(c, desk, { text: "Votre message est parti vers la boîte d’assistance." })
    return c.redirect("/boite-de-l-agent", 303)
  })
}

function mistakeIn({ from, text }: Letter): string | null {
  if (!ADDRESS.test(from.trim()))
    return "L’adresse n’est pas complète. Exemple : prenom.nom@ministere.example"
  return text.trim() === "" ? "Le message est vide." : null
}

function replyTo({ to, subject, text, messageId, from, date }: DemoMail): Letter {
  const [agent] = to
  const quoted = text
    .trimEnd()
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n")
  const intro = `Le ${date.toLocaleDateString("fr-FR", { timeZone: "Europe/Paris" })}, ${from?.name || from?.address} a écrit :`
  return {
    fromName: agent?.name ?? "",
    from: agent?.address ?? "",
    subject: /^re\s*:/i.test(subject) ? subject : `Re: ${subject}`,
    text: `\n\n${intro}\n${quoted}`,
    inReplyTo: messageId,
  }
}

function page(mails: DemoMail[], letter: Letter, now: Date, error?: string): Html {
  return html`
    <h1 class="fr-h3">La boîte de l’agent</h1>
    <p class="tm-narrow">Ici, vous êtes un agent qui écrit à l’assistance et qui lit ses réponses.
    C’est une démonstration : aucun message ne quitte cette machine.</p>
    <div class="tm-columns tm-columns--even">
      <section aria-labelledby="ecrire">
        <h2 class="fr-h5" id="ecrire">${letter.inReplyTo ? "Répondre à l’assistance" : "Écrire à l’assistance"}</h2>
        ${letterForm(letter, error)}
      </section>
      <section aria-labelledby="recus">
        <h2 class="fr-h5" id="recus">Messages reçus par les agents</h2>
        <div id="recus-liste" data-live data-announce="Un agent a reçu un message.">
          ${mails.length === 0 && html`<p>Aucun message pour l’instant.</p>`}
          ${mails.slice(0, MAX_SHOWN).map((mail) => mailView(mail, now))}
        </div>
      </section>
    </div>`
}

function letterForm({ fromName, from, subject, text, inReplyTo }: Letter, error?: string): Html {
  const line = (
    name: string,
    label: string,
    value: string,
    more: Html | "" = "",
  ) => html`<div class="fr-input-group">
    <label class="fr-label" for="lettre-${name}">${label}</label>
    <input class="fr-input" id="lettre-${name}" name="${name}" value="${value}" dir="auto" ${more}>
  </div>`
  return html`<form method="post" action="/boite-de-l-agent">
    ${error && html`<div class="fr-alert fr-alert--error fr-alert--sm fr-mb-2w" role="alert"><p>${error}</p></div>`}
    <input type="hidden" name="inReplyTo" value="${inReplyTo}">
    ${line("fromName", "Votre nom", fromName, html`autocomplete="off"`)}
    ${line("from", "Votre adresse (obligatoire)", from, html`type="email" required autocomplete="off"`)}
    ${line("subject", "Objet", subject)}
    <div class="fr-input-group">
      <label class="fr-label" for="lettre-text">Message (obligatoire)</label>
      <textarea class="fr-input" id="lettre-text" name="text" rows="10" required dir="auto">
${text}</textarea>
    </div>
    <div class="tm-buttons">
      <button class="fr-btn">Envoyer à l’assistance</button>
      ${inReplyTo && html`<a class="fr-btn fr-btn--tertiary" href="/boite-de-l-agent">Écrire un autre message</a>`}
    </div>
  </form>`
}

function mailView(mail: DemoMail, now: Date): Html {
  const { messageId, from, to, cc, subject, date, text } = mail
  const names = to.map(({ address }) => address)
  return html`<article class="tm-message" aria-label="${subject}">
    <header><h3 dir="auto">${subject}</h3><p><time datetime="${date.toISOString()}">${when(date, now)}</time></p></header>
    <dl class="tm-list tm-envelope">
      <div><dt>De</dt><dd>${from?.name} &lt;${from?.address}&gt;</dd></div>
      <div><dt>À</dt><dd>${peopleView(names)}</dd></div>
      ${cc.length > 0 && html`<div><dt>Copie</dt><dd>${peopleView(cc.map(({ address }) => address))}</dd></div>`}
    </dl>
    <div class="tm-text" dir="auto">${text}</div>
    <p class="tm-message-links"><a class="fr-link fr-link--sm" href="/boite-de-l-agent?repondre=${encodeURIComponent(messageId)}">Répondre<span class="fr-sr-only"> à « ${subject} », reçu par ${names.join(", ")}</span></a></p>
  </article>`
}
