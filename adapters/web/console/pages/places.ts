import { html } from "hono/html"
import { actionString } from "../../../../src/actions.ts"
import type { KnownPlace } from "../../../../src/chats/store.ts"
import { pairId } from "../../../../src/people/administrator.ts"
import { actionForm, badge } from "../card-view.ts"
import type { ConsoleApp, Desk } from "../desk.ts"
import { nameOfChat } from "../french.ts"
import { type Html, render } from "../layout.ts"
import { isAdministrator, refused } from "./team.ts"

const BACK = "/lieux"

/** Where the bot writes: cards in the team's places, announcements in the community's. */
export function placeRoutes(app: ConsoleApp, desk: Desk): void {
  app.get(BACK, async (c) => {
    if (!isAdministrator(c)) return refused(c, desk)
    const places = await desk.reads.places()
    return render(c, desk, {
      title: "Lieux",
      main: html`
        <h1 class="fr-h3">Lieux</h1>
        <p class="tm-narrow">Les salons où le bot écrit. Les lieux de l’équipe reçoivent les cartes des demandes ; ceux de la communauté, les annonces.
        Un lieu fermé ne reçoit plus rien, et ce qui y est déjà y reste.</p>
        <div class="tm-buttons fr-mb-3w">
          ${actionForm({ label: "Ajouter un lieu", action: actionString("place.add", 0), style: "primary" }, BACK)}
          <a class="fr-btn fr-btn--secondary fr-btn--sm" href="/equipe">Équipe</a>
        </div>
        ${places.map(placeView)}`,
    })
  })
}

function placeView(place: KnownPlace, index: number): Html {
  const { chat, channel, kind, name, isActive } = place
  const id = pairId(chat, channel)
  const open = {
    label: isActive ? "Fermer" : "Rouvrir",
    action: actionString(isActive ? "place.close" : "place.open", id),
    style: "secondary",
  } as const
  return html`<article class="tm-card" aria-labelledby="lieu-${index}">
    <h2 class="fr-h6 tm-title" id="lieu-${index}">${name}</h2>
    <p class="tm-meta">${badge(kind === "team" ? "Équipe" : "Communauté", kind === "team" ? "info" : "neutral")}
      ${isActive ? badge("Ouvert", "success") : badge("Fermé", "warning")} ${nameOfChat(chat)}, salon <code>${channel}</code></p>
    <div class="tm-buttons">
      ${actionForm({ label: "Renommer", action: actionString("place.rename", id), style: "secondary" }, BACK, `lieu-${index}`)}
      ${chat !== "console" && actionForm(open, BACK, `lieu-${index}`)}
    </div>
  </article>`
}
