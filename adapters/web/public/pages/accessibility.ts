import type { Hono } from "hono"
import { html } from "hono/html"
import { page } from "../layout.ts"
import type { Site } from "../site.ts"

/** What the law wants said (RGAA): these pages were not audited yet. */
export function accessibilityRoutes(app: Hono, { service, mailboxes }: Site): void {
  const main = () => html`<h1>Accessibilité</h1>
    <p>Ces pages sont développées selon le référentiel général d’amélioration de l’accessibilité (RGAA 4.1). Aucun audit n’a encore été réalisé : elles sont donc déclarées <strong>non conformes</strong>, bien que chacune passe des contrôles automatiques sans erreur.</p>
    <h2>Un obstacle ?</h2>
    <p>Si quelque chose vous empêche de lire ces pages ou de nous écrire, dites-le-nous : ${mailboxes.map(({ address }) => html`<a href="mailto:${address}">${address}</a> `)}</p>
    <p>Sans réponse satisfaisante, vous pouvez saisir le Défenseur des droits, par son site, par téléphone ou par courrier gratuit, sans timbre.</p>`
  app.get("/accessibilite", (c) => page(c, { title: "Accessibilité", main: main(), service }))
}
