import type { Hono } from "hono"
import { html } from "hono/html"
import { type Html, page } from "../layout.ts"
import type { Site } from "../site.ts"

const REMEMBERED = 10 * 60_000
const FIVE_MINUTES = "public, max-age=300"

/** « Écrire à l’assistance »: what saves everybody a second exchange. */
export function writeRoutes(app: Hono, site: Site): void {
  const delay = remembered(site)
  app.get("/", async (c) => {
    const days = await delay()
    c.header("Cache-Control", FIVE_MINUTES)
    return page(c, {
      title: "Écrire à l’assistance",
      main: writeView(site, days),
      service: site.service,
    })
  })
}

/** Who reads this page asks the database for nothing, and a database that is away does not hide the address. */
function remembered({ delay, now, log }: Site): () => Promise<string | null> {
  let known: string | null = null
  let askAgainAt = 0
  return async () => {
    if (now() < askAgainAt) return known
    askAgainAt = now() + REMEMBERED
    try {
      known = await delay()
    } catch (error) {
      log.error({ error }, "public pages: the delay is not known")
    }
    return known
  }
}

function writeView({ mailboxes, service }: Site, delay: string | null): Html {
  return html`<h1>Écrire à l’assistance</h1>
    <p class="lead">Vous n’arrivez pas à vous connecter, à vous inscrire ou à suivre une formation ? Écrivez-nous : une personne de l’équipe vous répond.</p>
    <p>La réponse est peut-être déjà dans <a href="/aide">l’aide</a>, que l’équipe tient à jour.</p>
    ${mailboxes.map(
      ({ label, address }) => html`<p class="address">
        ${mailboxes.length > 1 && html`<span>${label} : </span>`}<a class="button" href="mailto:${address}">${address}</a>
      </p>`,
    )}

    <h2>Ce qu’il faut écrire</h2>
    <p>Avec ces précisions, nous pouvons souvent répondre du premier coup.</p>
    <ul>
      <li>Ce que vous vouliez faire, et à quelle étape cela s’est arrêté.</li>
      <li>Le message affiché, mot pour mot, ou une capture d’écran.</li>
      <li>L’adresse électronique de votre compte, si vous écrivez depuis une autre.</li>
      <li>Le nom de la formation, s’il s’agit d’une formation.</li>
      <li>Le jour et l’heure, à peu près.</li>
    </ul>
    <p>Une seule demande par message : elle est traitée plus vite.</p>

    <h2>Ce qu’il ne faut pas envoyer</h2>
    <ul>
      <li>Votre mot de passe : nous ne le demandons jamais.</li>
      <li>Un lien d’activation ou un code reçu par message.</li>
      <li>Votre numéro de sécurité sociale, votre date de naissance, une pièce d’identité.</li>
    </ul>
    <p>Sur une capture d’écran, cachez ce qui ne nous regarde pas.</p>

    <h2>Quand vous aurez une réponse</h2>
    <p>Vous recevez d’abord un accusé de réception automatique, avec un numéro.${delay && html` Comptez ensuite <strong>${delay}</strong> pour la réponse d’une personne.`}</p>
    <p>Une précision à ajouter ? Répondez à l’accusé de réception, sans changer l’objet. N’écrivez pas un deuxième message : il ouvrirait une deuxième demande.</p>
    <p>Rien n’arrive ? Regardez dans vos messages indésirables.</p>

    <h2>Vos données</h2>
    <p>Votre adresse et votre message servent seulement à traiter votre demande. L’équipe « ${service} » les lit, puis ils sont supprimés. Pour les consulter, les corriger ou les faire supprimer, écrivez à la même adresse.</p>`
}
