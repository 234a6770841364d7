import { randomUUID } from "node:crypto"
import { Hono } from "hono"
import { bodyLimit } from "hono/body-limit"
import { html } from "hono/html"
import { answerRoutes } from "./answers.ts"
import { serveAssets } from "./assets.ts"
import type { ConsoleEnv, Desk } from "./desk.ts"
import { guard } from "./guard.ts"
import { identified } from "./identity.ts"
import { renderBare } from "./layout.ts"
import { agentBoxRoutes } from "./pages/agent-box.ts"
import { attachmentRoutes } from "./pages/attachments.ts"
import { cardRoutes } from "./pages/cards.ts"
import { helpRoutes } from "./pages/help.ts"
import { homeRoutes } from "./pages/home.ts"
import { logInRoutes } from "./pages/log-in.ts"
import { mailRoutes } from "./pages/mail.ts"
import { officeRoutes } from "./pages/offices.ts"
import { outboxRoutes } from "./pages/outbox.ts"
import { parkedRoutes } from "./pages/parked.ts"
import { placeRoutes } from "./pages/places.ts"
import { postRoutes } from "./pages/posts.ts"
import { sortingRoutes } from "./pages/sorting.ts"
import { stateRoutes } from "./pages/state.ts"
import { teamRoutes } from "./pages/team.ts"
import { ticketRoutes } from "./pages/ticket.ts"
import { whoRoutes } from "./pages/who.ts"

const MAX_POST = 12 * 1024 * 1024 // an answer with its files

/** Every route of the console, in the order in which they are asked. */
export function consoleServer(desk: Desk, port: () => number, more?: (app: Hono) => void): Hono {
  const app = new Hono()
  app.onError((error, c) => {
    const reference = randomUUID().slice(0, 8)
    desk.log.error({ error, path: c.req.path, reference }, "console: a page failed")
    return renderBare(c, { title: "Erreur", main: failure(reference), status: 500 })
  })
  app.notFound((c) => renderBare(c, { title: "Page introuvable", main: NOT_FOUND, status: 404 }))
  app.use(guard(port, desk.network?.url ?? null))
  more?.(app)
  serveAssets(app)
  app.use(
    bodyLimit({
      maxSize: MAX_POST,
      onError: (c) => renderBare(c, { title: "Trop volumineux", main: TOO_LARGE, status: 413 }),
    }),
  )
  if (desk.network) logInRoutes(app, desk, desk.network)
  else whoRoutes(app, desk)

  const pages = new Hono<ConsoleEnv>()
  pages.use(identified(desk))
  pages.get("/evenements", (c) => desk.live.stream(c))
  homeRoutes(pages, desk)
  ticketRoutes(pages, desk)
  postRoutes(pages, desk)
  mailRoutes(pages, desk)
  attachmentRoutes(pages, desk)
  parkedRoutes(pages, desk)
  outboxRoutes(pages, desk)
  stateRoutes(pages, desk)
  teamRoutes(pages, desk)
  placeRoutes(pages, desk)
  cardRoutes(pages, desk)
  officeRoutes(pages, desk)
  sortingRoutes(pages, desk)
  helpRoutes(pages, desk)
  if (desk.demo) agentBoxRoutes(pages, desk, desk.demo)
  answerRoutes(pages, desk)
  app.route("/", pages)
  return app
}

const NOT_FOUND = html`<div class="tm-narrow">
  <h1>Page introuvable</h1>
  <p class="fr-text--lead">Cette adresse ne mène à rien : la demande n’existe pas, ou le lien est incomplet.</p>
  <p><a class="fr-btn" href="/">Voir les demandes</a></p>
</div>`

const TOO_LARGE = html`<div class="tm-narrow">
  <h1>C’est trop volumineux</h1>
  <p class="fr-text--lead">Rien n’a été envoyé. Revenez en arrière : votre texte y est encore. Retirez des pièces jointes (7 Mo en tout au plus).</p>
</div>`

function failure(reference: string) {
  return html`<div class="tm-narrow">
    <h1>Une erreur est survenue</h1>
    <p class="fr-text--lead">La page n’a pas pu être affichée. Rien n’est perdu : les messages reçus et les réponses déjà confirmées sont enregistrés.</p>
    <p>Revenez en arrière et réessayez dans un instant : ce que vous aviez écrit est encore dans votre navigateur. Si l’erreur persiste, donnez à l’administrateur la référence <strong>${reference}</strong>.</p>
    <p><a class="fr-btn" href="/">Voir les demandes</a></p>
  </div>`
}
