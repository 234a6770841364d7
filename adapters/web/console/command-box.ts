import { randomUUID } from "node:crypto"
import { html } from "hono/html"
import type { Member } from "../../../src/people/member.ts"
import { french } from "../../../src/tickets/french.ts"
import { actionForm } from "./card-view.ts"
import type { Desk } from "./desk.ts"
import type { Html } from "./layout.ts"

const OPEN = french.open.button

/** What is typed after `/mentor` elsewhere: one line, which the browser completes by itself. In one row, above the cards. */
export async function commandBox({ occasions, log }: Desk, member: Member): Promise<Html> {
  const person = { chat: "console", id: String(member.id) }
  const complete = (text: string) =>
    occasions.complete(text, person).catch((error) => {
      log.warn({ error }, "console: no completion") // the page is more than that
      return []
    })
  const options = (await Promise.all([complete(""), complete("demande ")])).flat()
  return html`<div class="tm-bar"><form method="post" action="/commandes" class="tm-command" aria-label="Commande ou question">
    <label class="fr-label" for="commande">Commande ou question</label>
    <input class="fr-input" id="commande" name="texte" list="commandes" maxlength="500" required autocomplete="off" placeholder="aide">
    <datalist id="commandes">${options.map(({ label, value }) => html`<option value="${value}">${label}</option>`)}</datalist>
    <input type="hidden" name="_retour" value="/">
    <input type="hidden" name="_cle" value="${randomUUID()}">
    <button class="fr-btn fr-btn--secondary fr-btn--sm">Demander</button>
  </form>${actionForm(OPEN, "/")}</div>`
}
