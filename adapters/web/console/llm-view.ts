import { html } from "hono/html"
import { llmWords } from "../../../src/llm/french.ts"
import type { LedgerMonth, LedgerSum } from "../../../src/llm/ledger.ts"
import type { Html } from "./layout.ts"

const CAPTION = "Ce que le modèle de langue a coûté, et ce qui s’est fait sans lui"

/** What a language model cost for one request; nothing where none was asked. */
export function llmOfTicketView(sum: LedgerSum | null): Html | null {
  if (!sum) return null
  return html`<section aria-labelledby="modele">
    <h2 class="fr-h6" id="modele">${llmWords.title}</h2>
    <p class="fr-hint-text">${llmWords.ofTicket(sum)}</p>
  </section>`
}

/** Month by month. */
export function llmMonthsView(months: LedgerMonth[]): Html | null {
  if (!months.some(({ requests }) => requests > 0)) return null
  return html`<section class="fr-mt-5w" aria-labelledby="modele">
    <h2 class="fr-h5" id="modele">${llmWords.title}</h2>
    <div class="tm-table" role="region" aria-label="${CAPTION}" tabindex="0"><table>
      <caption class="fr-sr-only">${CAPTION}</caption>
      <thead><tr>
        <th scope="col">Mois</th><th scope="col">Requêtes</th><th scope="col">Jetons</th>
        <th scope="col">Énergie</th><th scope="col">Émissions</th>
        <th scope="col">Réponses préparées sans modèle</th>
      </tr></thead>
      <tbody>${months.map(
        (month) => html`<tr>
        <th scope="row">${llmWords.month(month.month)}</th>
        <td>${llmWords.requests(month)}</td>
        <td>${llmWords.tokens(month)}</td>
        <td>${llmWords.energy(month)}</td>
        <td>${llmWords.co2(month)}</td>
        <td>${llmWords.withoutModel(month)}</td>
      </tr>`,
      )}</tbody>
    </table></div>
    <p class="fr-hint-text tm-narrow fr-mt-1w">Chaque mesure va d’une valeur basse à une valeur haute : celles du fournisseur s’il les donne, sinon une estimation par formule.</p>
  </section>`
}
