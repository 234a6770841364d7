import { html } from "hono/html"
import { actionString } from "../../../../src/actions.ts"
import type { KnownOffice } from "../../../../src/redirections/store.ts"
import { actionForm, badge } from "../card-view.ts"
import type { ConsoleApp, Desk } from "../desk.ts"
import { type Html, render } from "../layout.ts"
import { isAdministrator, refused } from "./team.ts"

const BACK = "/services"

/** The other services: whom requests that are not ours are passed on to. */
export function officeRoutes(app: ConsoleApp, desk: Desk): void {
  app.get(BACK, async (c) => {
    if (!isAdministrator(c)) return refused(c, desk)
    const offices = await desk.reads.allOffices()
    return render(c, desk, {
      title: "Services",
      main: html`
        <h1 class="fr-h3">Services</h1>
        <p class="tm-narrow">Les autres services vers qui rediriger une demande qui n’est pas pour nous. Donnez leur adresse : le bot pourra leur transmettre une demande.
        Sans adresse, il dit seulement à la personne à qui écrire.</p>
        <div class="tm-buttons fr-mb-3w">
          ${actionForm({ label: "Ajouter un service", action: actionString("office.add", 0), style: "primary" }, BACK)}
          <a class="fr-btn fr-btn--secondary fr-btn--sm" href="/equipe">Équipe</a>
        </div>
        ${offices.map(officeView)}`,
    })
  })
}

function officeView({ id, name, address, isActive }: KnownOffice): Html {
  const anchor = `service-${id}`
  const open = {
    label: isActive ? "Ne plus proposer" : "Proposer de nouveau",
    action: actionString(isActive ? "office.close" : "office.open", id),
    style: "secondary",
  } as const
  return html`<article class="tm-card" aria-labelledby="${anchor}">
    <h2 class="fr-h6 tm-title" id="${anchor}">${name}</h2>
    <p class="tm-meta">${isActive ? badge("Proposé", "success") : badge("Plus proposé", "warning")}
      ${address || "Adresse à compléter"}</p>
    <div class="tm-buttons">
      ${actionForm({ label: "Modifier", action: actionString("office.edit", id), style: "secondary" }, BACK, anchor)}
      ${actionForm(open, BACK, anchor)}
    </div>
  </article>`
}
