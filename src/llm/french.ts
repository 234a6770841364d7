import { count, shortDay } from "../calendar/french.ts"
import type { LedgerMonth, LedgerSum } from "./ledger.ts"
import type { Point } from "./summary-text.ts"

const MAX_QUOTE = 160
const NUMBER = new Intl.NumberFormat("fr-FR", { maximumSignificantDigits: 2 })
const MONTH = new Intl.DateTimeFormat("fr-FR", { month: "long", year: "numeric", timeZone: "UTC" })
const WHOLE = new Intl.NumberFormat("fr-FR")

/** What people read of a language model, and of what it costs. */
export const llmWords = {
  title: "Modèle de langue",
  thisMonth: "Modèle de langue, ce mois-ci",
  month: (month: string) => MONTH.format(new Date(`${month}-15T12:00Z`)),
  requests: ({ requests, unknown }: LedgerSum) => {
    if (requests === 0) return "aucune requête"
    const without = unknown > 0 ? `, dont ${WHOLE.format(unknown)} sans mesure` : ""
    return `${count(requests, "requête")}${without}`
  },
  tokens: ({ inputTokens, outputTokens }: LedgerSum) =>
    `${WHOLE.format(inputTokens)} jetons lus, ${WHOLE.format(outputTokens)} écrits`,
  energy: ({ whLow, whHigh }: LedgerSum) => range(whLow, whHigh, "Wh"),
  co2: ({ co2Low, co2High }: LedgerSum) => range(co2Low, co2High, "g de CO2e"),
  /** Where the figures come from. */
  source: ({ providers, requests, unknown }: LedgerSum) => {
    if (requests === unknown) return ""
    if (providers === 0) return "estimation"
    return providers === requests - unknown ? "selon le fournisseur" : "en partie estimé"
  },
  withoutModel: ({ withoutModel, answers }: LedgerMonth) =>
    `${WHOLE.format(withoutModel)} sur ${WHOLE.format(answers)}`,
  inOneLine: (month: LedgerMonth) =>
    `${summed(month)} · réponses préparées sans modèle\u00a0: ${llmWords.withoutModel(month)}`,
  none: "Aucun modèle de langue n’est branché.",
  summarise: "Résumer",
  summary: (id: number) => `Résumé de la demande #${id}`,
  byModel: "Écrit par un modèle de langue : vérifiez",
  says: "Ce que disent les messages",
  point: ({ text, quote, message }: Point) => {
    const words = quote.length > MAX_QUOTE ? `${quote.slice(0, MAX_QUOTE)}…` : quote
    const who = message.kind === "incoming" ? "reçu" : "envoyé"
    return `- ${text} (« ${words} », ${who} le ${shortDay(message.at)})`
  },
  propose: "Proposer des questions",
  added: "Questions ajoutées",
  noQuestions:
    "Le modèle de langue n’a proposé aucune question nouvelle et sûre. Écrivez-les, ou réessayez dans quelques minutes.",
  nothingToSum: "Il n’y a encore aucun message à résumer.",
  noSummary:
    "Le modèle de langue n’a rien donné d’utilisable cette fois. Lisez les messages, ou réessayez dans quelques minutes.",
  ofTicket: (sum: LedgerSum) => summed(sum),
}

function summed(sum: LedgerSum): string {
  const { requests, tokens, energy, co2, source } = llmWords
  if (sum.requests === sum.unknown) return requests(sum)
  return [requests(sum), tokens(sum), energy(sum), `${co2(sum)} (${source(sum)})`].join(" · ")
}

function range(low: number, high: number, unit: string): string {
  const [from, to] = [NUMBER.format(low), NUMBER.format(high)]
  return from === to ? `${to}\u00a0${unit}` : `${from} à ${to}\u00a0${unit}`
}
