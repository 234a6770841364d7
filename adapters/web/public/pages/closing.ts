import type { Context, Hono } from "hono"
import { html } from "hono/html"
import { z } from "zod"
import type { ClosingAnswer } from "../../../../src/ports.ts"
import { type Html, page } from "../layout.ts"
import type { Site } from "../site.ts"

const PATH = "/suite/:answer{oui|non}/:token"
const Form = z.object({ texte: z.string().default("") })

/**
 * Where the links of a closing mail lead. Opening one changes nothing, since programs that read mails follow links: a click
 * on the page does. Who holds the link learns the number of the request, and nothing of what it says.
 */
export function closingRoutes(app: Hono, site: Site): void {
  const { service, closings } = site
  const isYes = (c: Context) => c.req.param("answer") === "oui"
  const show = (c: Context, { title, main, status = 200 }: View) => {
    c.header("X-Robots-Tag", "noindex, nofollow")
    return page(c, { title, main: html`<h1>${title}</h1>${main}`, status, service })
  }

  app.get(PATH, async (c) => {
    const token = c.req.param("token")
    const found = await closings.look(token)
    if (found.kind !== "open") return show(c, refusal(found.kind, site))
    const other = pathOf(isYes(c) ? "non" : "oui", token)
    const asked = isYes(c)
      ? askYes(found.number, other)
      : askNo(found.number, other, closings.maxText)
    return show(c, asked)
  })

  app.post(PATH, async (c) => {
    // A form that says what it is not cannot be read.
    const body = await c.req.parseBody().catch(() => null)
    if (!body) return show(c, refusal("unreadable", site))
    const { texte: text } = Form.catch({ texte: "" }).parse(body)
    const isSolved = isYes(c)
    const token = c.req.param("token")
    const said = await closings.say(token, { isSolved, text: isSolved ? "" : text })
    if (said.kind === "noted")
      return show(c, isSolved ? thanks(said.number, pathOf("non", token)) : back(said.number))
    if (said.kind === "known") return show(c, known(said.number, isSolved, site))
    return show(c, refusal(said.kind, site))
  })
}

function pathOf(answer: "oui" | "non", token: string): string {
  return `/suite/${answer}/${encodeURIComponent(token)}`
}

type View = { title: string; main: Html; status?: 200 | 400 | 404 | 410 | 413 }

function askYes(number: string, other: string): View {
  return {
    title: "Votre problème est réglé ?",
    main: html`<p class="lead">Demande ${number}. Cliquez pour nous le dire : nous saurons que notre réponse était la bonne.</p>
      <form method="post"><button class="button">Oui, c’est réglé</button></form>
      <p><a href="${other}">Non, j’ai encore besoin d’aide</a></p>`,
  }
}

function askNo(number: string, other: string, maxText: number): View {
  return {
    title: "Vous avez encore besoin d’aide ?",
    main: html`<p class="lead">Demande ${number}. Cliquez pour la rouvrir : une personne de l’équipe vous répondra par message.</p>
      <form method="post">
        <label for="texte">Qu’est-ce qui ne va pas ? (facultatif)</label>
        <p class="hint" id="aide-texte">Par exemple, le message qui s’affiche. N’écrivez ni mot de passe ni code. ${maxText} caractères au plus.</p>
        <textarea id="texte" name="texte" rows="6" maxlength="${maxText}" aria-describedby="aide-texte"></textarea>
        <button class="button">Rouvrir ma demande</button>
      </form>
      <p><a href="${other}">Tout compte fait, c’est réglé</a></p>`,
  }
}

function thanks(number: string, other: string): View {
  return {
    title: "Merci, c’est noté",
    main: html`<p>L’équipe sait que le problème de la demande ${number} est réglé. Vous n’avez rien d’autre à faire.</p>
      <p>Vous avez cliqué par erreur ? <a href="${other}">Non, j’ai encore besoin d’aide</a></p>`,
  }
}

function back(number: string): View {
  return {
    title: "Votre demande est rouverte",
    main: html`<p>L’équipe est prévenue pour la demande ${number}. Une personne vous répondra par message.</p>
      <p>Une précision, une capture d’écran ? Répondez au dernier message reçu.</p>`,
  }
}

function known(number: string, isSolved: boolean, site: Site): View {
  return {
    title: "Nous le savons déjà",
    main: html`<p>Vous nous aviez déjà dit que le problème de la demande ${number} ${isSolved ? "est réglé" : "n’est pas réglé"}. Il n’y a rien de plus à faire.</p>
      ${otherwise(site)}`,
  }
}

type Refused = Exclude<ClosingAnswer["kind"], "noted" | "known"> | "unreadable"

const REFUSALS: Record<Refused, Omit<View, "main">> = {
  expired: { title: "Ce lien n’est plus valable", status: 410 },
  forged: { title: "Ce lien n’est pas valable", status: 404 },
  gone: { title: "Cette demande n’est plus suivie ici", status: 410 },
  unreadable: { title: "Ce formulaire n’a pas pu être lu", status: 400 },
  "too long": { title: "C’est trop long", status: 413 },
}
const WHY: Record<Refused, string> = {
  expired: "Il était valable 30 jours après notre message.",
  forged:
    "Vérifiez que l’adresse est entière : certaines messageries la coupent en deux lignes. Vous pouvez la copier depuis notre message.",
  gone: "Elle a été réunie avec une autre, ou n’est plus conservée.",
  unreadable: "Revenez en arrière et réessayez.",
  "too long": "Revenez en arrière et raccourcissez votre texte.",
}

function refusal(kind: Refused, site: Site): View {
  return { ...REFUSALS[kind], main: html`<p>${WHY[kind]}</p>${otherwise(site)}` }
}

function otherwise({ mailboxes }: Site): Html {
  return html`<p>Besoin d’aide ? Répondez simplement à notre message, ou écrivez-nous : ${mailboxes.map(
    ({ address }) => html`<a href="mailto:${address}">${address}</a> `,
  )}</p>`
}
