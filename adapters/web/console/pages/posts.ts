import { randomUUID } from "node:crypto"
import { html } from "hono/html"
import type { ConsolePost } from "../../../store/console-posts.ts"
import { cardView, linesView } from "../card-view.ts"
import type { ConsoleApp, Desk } from "../desk.ts"
import { type Html, live, pathOf, render } from "../layout.ts"

type Look = { back: string; now: Date }

/** Every card as it was posted, with its thread, where one may write. */
export function postRoutes(app: ConsoleApp, desk: Desk): void {
  app.get("/cartes", async (c) => {
    const { posts, next } = await desk.reads.teamPosts(Number(c.req.query("avant")) || null)
    const look = { back: pathOf(c), now: desk.now() }
    return render(c, desk, {
      title: "Toutes les cartes",
      main: html`
        <h1 class="fr-h3">Toutes les cartes</h1>
        <p class="tm-narrow">Les plus récentes d’abord, avec leur fil. Ce que vous écrivez dans un fil est une note interne : elle ne part jamais.</p>
        ${posts.length === 0 && html`<p>Aucune carte pour l’instant.</p>`}
        ${posts.map((post) => postView(post, look))}
        ${next && html`<p class="fr-mt-3w"><a class="fr-btn fr-btn--secondary" href="/cartes?avant=${next}">Cartes suivantes</a></p>`}`,
    })
  })
}

function postView({ id, card, lines }: ConsolePost, { back, now }: Look): Html {
  const look = {
    back: `${back}#carte-${id}`,
    id: `titre-${id}`,
    heading: 2,
    isWhole: false,
  } as const
  return html`<section class="tm-post" aria-labelledby="titre-${id}">
    ${live(`carte-${id}`, cardView(card, look, linesView(lines, now)))}
    ${card.ticket && threadBox(id, back)}
  </section>`
}

function threadBox(id: number, back: string): Html {
  return html`<details class="tm-more"><summary>Écrire dans le fil</summary>
    <form method="post" action="/cartes/${id}/fil">
      <input type="hidden" name="_cle" value="${randomUUID()}">
      <input type="hidden" name="_retour" value="${back}">
      <div class="fr-input-group">
        <label class="fr-label" for="fil-${id}">Votre note<span class="fr-hint-text">Visible de l’équipe seulement.</span></label>
        <textarea class="fr-input" id="fil-${id}" name="texte" rows="2" required dir="auto"></textarea>
      </div>
      <button class="fr-btn fr-btn--secondary fr-btn--sm">Ajouter la note</button>
    </form>
  </details>`
}
