import { html } from "hono/html"
import type { Member } from "../../../src/people/member.ts"
import { french } from "../../../src/tickets/french.ts"
import { actionForm } from "./card-view.ts"
import type { Desk } from "./desk.ts"
import type { Html } from "./layout.ts"

const OPEN = french.open.button

/** What is typed after `/mentor` elsewhere: one line, which the browser completes by itself. */
export async function commandBox({ occasions, log }: Desk, member: Member): Promise<Html> {
  const person = { chat: "console", id: String(member.id) }
  const complete = (text: string) =>
    occasions.complete(text, person).catch((error) => {
      log.warn({ error }, "console: no completion") // the page is more than that
      return []
    })
  const options = (await Promise.all([complete(""), complete("demande ")])).flat()
  return html`<form method="post" action="/commandes" class="tm-command" aria-label="Commande">
    <div class="fr-input-group">
      <label class="fr-label" for="commande">Taper une commande<span class="fr-hint-text">« aide » dit ce que le robot sait faire.</span></label>
      <input class="fr-input" id="commande" name="texte" list="commandes" maxlength="200" required autocomplete="off">
    </div>
    <datalist id="commandes">${options.map(({ label, value }) => html`<option value="${value}">${label}</option>`)}</datalist>
    <input type="hidden" name="_retour" value="/">
    <button class="fr-btn fr-btn--secondary">Demander</button>
  </form>
  <div class="tm-buttons fr-mb-3w">${actionForm(OPEN, "/")}</div>`
}
