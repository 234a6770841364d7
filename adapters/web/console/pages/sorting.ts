import { html } from "hono/html"
import { actionString } from "../../../../src/actions.ts"
import { count } from "../../../../src/calendar/french.ts"
import { mayAnswer } from "../../../../src/people/member.ts"
import {
  isWorthLearning,
  type Model,
  type ModelState,
  type News,
} from "../../../../src/triage/model.ts"
import type { Correction } from "../../../store/console-learning.ts"
import { actionForm, badge } from "../card-view.ts"
import type { ConsoleApp, Desk } from "../desk.ts"
import { number, when } from "../french.ts"
import { type Html, live, render } from "../layout.ts"
import { readable } from "../readable.ts"
import { categoryLabels } from "./cards.ts"
import { isAdministrator } from "./team.ts"

const BACK = "/tri"

type Labels = Map<string, string>

/** *Ce que le tri a appris*: from whom, whether it sorts better for it, and the way back. */
export function sortingRoutes(app: ConsoleApp, desk: Desk): void {
  const { reads, trainer } = desk
  app.get(BACK, async (c) => {
    const [all, ours, corrections, labels] = await Promise.all([
      reads.allModels(),
      reads.modelsOf(trainer.fingerprint),
      reads.corrections(),
      categoryLabels(),
    ])
    const news = await reads.decisionsSince(ours[0]?.lastDecisionId ?? 0)
    const inUse = ours.find(({ id }) => id === trainer.inUse()) ?? null
    const before = inUse && ours.find(({ id, state }) => state === "promoted" && id < inUse.id)
    const now = desk.now()
    return render(c, desk, {
      title: "Ce que le tri a appris",
      main: html`
        <h1 class="fr-h3">Ce que le tri a appris</h1>
        <p class="tm-narrow">Chaque fois que vous changez la catégorie d’une demande, le tri en retient la leçon. Une demande à laquelle vous répondez sans corriger son tri compte aussi, pour moitié.
        Le tri apprend dès que vous avez fait dix choix, ou au bout d’un jour. Il ne change que s’il ne trie pas moins bien qu’avant.</p>
        ${live(
          "tri",
          html`
          <section class="fr-mb-5w" aria-labelledby="en-service">
            <h2 class="fr-h5" id="en-service">En service</h2>
            ${inUse ? inUseView(inUse, labels, now) : NOTHING_YET}
            <p>${waiting(news)}</p>
            <div class="tm-buttons">
              ${mayAnswer(c.get("member")) && isWorthLearning(ours, news) && actionForm({ label: "Apprendre maintenant", action: actionString("model.learn", 0), style: "primary" }, BACK)}
              ${inUse && isAdministrator(c) && revertForm(inUse, before ?? null, now)}
            </div>
          </section>
          <section class="fr-mb-5w" aria-labelledby="corrections">
            <h2 class="fr-h5" id="corrections">Vos dernières corrections</h2>
            ${corrections.length === 0 ? html`<p>Aucune pour l’instant. Pour corriger le tri d’une demande : « Autres actions », puis « Changer la catégorie ».</p>` : correctionsView(corrections, labels, now)}
          </section>
          <section aria-labelledby="historique">
            <h2 class="fr-h5" id="historique">Historique</h2>
            ${all.length === 0 ? html`<p>Le tri n’a pas encore appris de vos choix.</p>` : historyView(all, inUse, now)}
          </section>`,
        )}`,
    })
  })
}

const NOTHING_YET = html`<p class="tm-narrow">Le tri utilise ce qui est fourni avec Télémaque, et rien d’autre. Quand une demande est mal triée, changez sa catégorie : « Autres actions », puis « Changer la catégorie ».</p>`

function inUseView(model: Model, labels: Labels, now: Date): Html {
  const { madeAt, taught, kept, byCategory } = model
  return html`
    <p>Modèle appris ${on(madeAt, now)}, de ${count(taught, "demande")}.</p>
    <p class="tm-narrow">${kept === 0 ? "Il n’y a pas encore assez de demandes pour le comparer au précédent." : html`Le tri garde une demande sur cinq pour se vérifier. Sur ${count(kept, "demande")} de ce genre, ${verdict(model)}.`}</p>
    ${
      byCategory.length > 0 &&
      table(
        "Demandes gardées pour vérifier, par catégorie",
        ["Catégorie", "Gardées", "Bien triées", "Avec le modèle d’avant"],
        byCategory.map(({ category, kept, right, rightBefore }) => [
          labels.get(category) ?? category,
          ...[kept, right, rightBefore].map(number),
        ]),
      )
    }`
}

function verdict({ right, rightBefore }: Model): string {
  const now =
    right === 0 ? "aucune n’est bien triée" : count(right, "est bien triée", "sont bien triées")
  return right === rightBefore
    ? `${now}, comme avec le modèle d’avant`
    : `${now}, contre ${number(rightBefore)} avec le modèle d’avant`
}

function waiting({ count: decided }: News): string {
  if (decided === 0) return "Aucun choix n’attend d’être appris."
  return decided === 1
    ? "Un choix attend d’être appris."
    : `${number(decided)} choix attendent d’être appris.`
}

function revertForm({ id }: Model, before: Model | null, now: Date): Html {
  const to = before ? `au modèle appris ${on(before.madeAt, now)}` : "à ce qui est fourni"
  const confirm = `Revenir ${to} ? Le tri oubliera ce qu’il a appris depuis.`
  const action = actionString("model.revert", id)
  const label = "Revenir au modèle précédent"
  return actionForm({ label, action, style: "secondary", confirm }, BACK)
}

function correctionsView(corrections: Correction[], labels: Labels, now: Date): Html {
  const named = (category: string | null) => (category && labels.get(category)) || (category ?? "—")
  return table(
    "Demandes dont vous avez changé la catégorie",
    ["Demande", "Le tri proposait", "Vous avez choisi", "Par", "Quand"],
    corrections.map(({ ticketId, subject, proposed, category, by, at }) => [
      html`<a href="/demandes/${ticketId}" dir="auto">#${ticketId} — ${readable(subject)}</a>`,
      ...[named(proposed), named(category), by ?? "l’équipe", when(at, now)],
    ]),
  )
}

type Became = [label: string, tone: "warning" | "error" | "neutral"]

const STATES: Record<ModelState, Became> = {
  promoted: ["Remplacé", "neutral"],
  refused: ["Refusé : il triait moins bien", "warning"],
  withdrawn: ["Retiré par l’équipe", "warning"],
  damaged: ["Illisible : appris à nouveau", "error"],
}
const FORGETFUL: Became = ["Refusé : il oubliait trop d’exemples fournis", "warning"]

/** Nothing worse among the tickets: then it is the project's own phrases that it no longer knew. */
function becameOf({ state, right, rightBefore }: Model): Became {
  return state === "refused" && right >= rightBefore ? FORGETFUL : STATES[state]
}

function historyView(models: Model[], inUse: Model | null, now: Date): Html {
  return table(
    "Les modèles, du plus récent au plus ancien",
    ["Appris", "Demandes", "Bien triées", "Avec le modèle d’avant", "État"],
    models.map((model) => [
      ...[when(model.madeAt, now), number(model.taught)],
      ...[ratio(model.right, model.kept), ratio(model.rightBefore, model.kept)],
      model.id === inUse?.id ? badge("En service", "success") : badge(...becameOf(model)),
    ]),
  )
}

function table(caption: string, heads: string[], rows: (Html | string)[][]): Html {
  return html`<div class="tm-table fr-mb-2w" role="region" aria-label="${caption}" tabindex="0"><table>
    <caption class="fr-sr-only">${caption}</caption>
    <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
    <tbody>${rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
  </table></div>`
}

/** « aujourd’hui à 10 h », « le 3 mars à 10 h » */
function on(at: Date, now: Date): string {
  const said = when(at, now)
  return /^\d/.test(said) ? `le ${said}` : said
}

function ratio(right: number, kept: number): string {
  return kept === 0 ? "pas encore mesuré" : `${number(right)} sur ${number(kept)}`
}
