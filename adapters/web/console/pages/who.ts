import type { Hono } from "hono"
import { html } from "hono/html"
import type { Desk } from "../desk.ts"
import { forget, remember } from "../identity.ts"
import { renderBare } from "../layout.ts"
import { safePath } from "../paths.ts"

/** « Qui êtes-vous ? »: on this machine, a click is enough. */
export function whoRoutes(app: Hono, desk: Desk): void {
  app.get("/qui-etes-vous", async (c) => {
    const members = await desk.reads.members()
    const back = safePath(c.req.query("retour") ?? "/")
    return renderBare(c, {
      title: "Qui êtes-vous ?",
      main: html`<div class="tm-narrow">
        <h1>Qui êtes-vous ?</h1>
        <p class="fr-text--lead">Vos prises en charge, vos notes et vos réponses porteront votre nom.</p>
        ${members.length === 0 && html`<div class="fr-alert fr-alert--warning"><p>L’équipe n’a encore aucun membre. L’administrateur les déclare dans la configuration (TEAM_MEMBERS), puis relance le service.</p></div>`}
        <ul class="tm-list tm-members">
          ${members.map(
            ({ id, name, service }) => html`<li>
              <form method="post" action="/qui-etes-vous">
                <input type="hidden" name="member" value="${id}">
                <input type="hidden" name="_retour" value="${back}">
                <button class="tm-member"><span class="tm-member-name">${name}</span> <span class="tm-member-service">${service}</span></button>
              </form>
            </li>`,
          )}
        </ul>
      </div>`,
    })
  })

  app.post("/qui-etes-vous", async (c) => {
    const form = await c.req.formData()
    const member = await desk.reads.member(Number(form.get("member")))
    if (!member) return c.redirect("/qui-etes-vous", 303)
    await remember(c, desk, member.id)
    return c.redirect(safePath(String(form.get("_retour") ?? "/")), 303)
  })

  app.post("/oublier", (c) => {
    forget(c, desk)
    return c.redirect("/qui-etes-vous", 303)
  })
}
