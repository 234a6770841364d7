import type { Context } from "hono"
import { html } from "hono/html"
import { actionString } from "../../../../src/actions.ts"
import { pairId } from "../../../../src/people/administrator.ts"
import { french as refusals } from "../../../../src/people/french.ts"
import { french } from "../../../../src/people/french-team.ts"
import type { Member } from "../../../../src/people/member.ts"
import type { TeamMate } from "../../../store/console-team.ts"
import { actionForm, badge } from "../card-view.ts"
import type { ConsoleApp, ConsoleEnv, Desk } from "../desk.ts"
import { day, nameOfChat } from "../french.ts"
import { type Html, render } from "../layout.ts"

const BACK = "/equipe"

/** Who is in the team, with which role, and which accounts are theirs. */
export function teamRoutes(app: ConsoleApp, desk: Desk): void {
  app.get(BACK, async (c) => {
    if (!isAdministrator(c)) return refused(c, desk)
    const [mates, leavers] = await Promise.all([desk.reads.teamMates(), desk.reads.leavers()])
    return render(c, desk, {
      title: "Équipe",
      main: html`
        <h1 class="fr-h3">Équipe</h1>
        <p class="tm-narrow">Qui répond, avec quel rôle, et les comptes de discussion que chacun a reliés. Chaque changement est noté dans l’historique.
        Ce qui est changé ici l’emporte sur la configuration (TEAM_MEMBERS).</p>
        <div class="tm-buttons fr-mb-3w">
          ${actionForm({ label: "Ajouter un membre", action: actionString("member.add", 0), style: "primary" }, BACK)}
          <a class="fr-btn fr-btn--secondary fr-btn--sm" href="/lieux">Lieux</a>
          <a class="fr-btn fr-btn--secondary fr-btn--sm" href="/services">Services</a>
        </div>
        ${mates.map((mate) => mateView(mate, desk.now()))}
        ${leavers.length > 0 && leaversView(leavers)}`,
    })
  })
}

export function isAdministrator(c: Context<ConsoleEnv>): boolean {
  return c.get("member").role === "administrator"
}

/** Looking is refused too, and written down. */
export async function refused(c: Context<ConsoleEnv>, desk: Desk): Promise<Response> {
  await desk.journal(c.get("member").id, "refused", { asked: c.req.path })
  return render(c, desk, {
    title: "Page réservée",
    main: html`<div class="tm-narrow">
      <h1 class="fr-h3">Page réservée</h1>
      <div class="fr-alert fr-alert--error"><p>${refusals.administratorsOnly}</p></div>
      <p class="fr-mt-3w"><a class="fr-link" href="/">Revenir aux demandes</a></p>
    </div>`,
    status: 403,
  })
}

function mateView({ id, name, service, address, role, accounts }: TeamMate, now: Date): Html {
  const leave = `Retirer ${name} de l’équipe ? Ses demandes en cours seront de nouveau à prendre, et ses comptes seront déliés.`
  return html`<article class="tm-card" aria-labelledby="membre-${id}">
    <h2 class="fr-h6 tm-title" id="membre-${id}">${name}</h2>
    <p class="tm-meta">${badge(french.role(role), role === "administrator" ? "info" : "neutral")} ${address}${service && html`, ${service}`}</p>
    ${
      accounts.length === 0
        ? html`<p>Aucun compte de discussion relié.</p>`
        : html`<ul class="tm-list tm-accounts">${accounts.map(
            ({ chat, externalId, linkedAt }) => html`<li>
            <span>${nameOfChat(chat)} : <code>${externalId}</code>, relié ${day(linkedAt, now)}</span>
            ${actionForm(
              {
                label: "Délier",
                action: actionString("member.unlink", pairId(chat, externalId)),
                style: "secondary",
                confirm: `Délier le compte ${nameOfChat(chat)} de ${name} ?`,
              },
              BACK,
              `membre-${id}`,
            )}
          </li>`,
          )}</ul>`
    }
    <div class="tm-buttons">
      ${actionForm({ label: "Changer le rôle", action: actionString("member.role", id), style: "secondary" }, BACK, `membre-${id}`)}
      ${actionForm({ label: "Retirer de l’équipe", action: actionString("member.leave", id), style: "danger", confirm: leave }, BACK, `membre-${id}`)}
    </div>
  </article>`
}

function leaversView(leavers: Member[]): Html {
  return html`<section class="fr-mt-5w" aria-labelledby="partis">
    <h2 class="fr-h5" id="partis">Ne sont plus dans l’équipe</h2>
    <p>Leur nom reste dans l’historique. Pour faire revenir quelqu’un, ajoutez un membre avec la même adresse.</p>
    <ul>${leavers.map(({ name, address }) => html`<li>${name}, ${address}</li>`)}</ul>
  </section>`
}
