import { time } from "../calendar/french.ts"
import { isToReview } from "../faq/entry.ts"
import type { KnownEntry } from "../faq/found.ts"

type KnownTitle = Pick<KnownEntry, "title" | "isValidated" | "reviewOn">

/** What a ticket's card says of the answers that the bot proposes. */
export const answerWords = {
  answer: (entry: KnownTitle, because: string, today: string) => {
    const status = statusOf(entry, today)
    return `${entry.title}${status ? ` (fiche ${status})` : ""} · ${because}`
  },
  choices: (entries: KnownTitle[], today: string) =>
    entries
      .map((entry, n) => {
        const status = statusOf(entry, today)
        return `${n + 1}. ${entry.title}${status ? ` (${status})` : ""}`
      })
      .join(" · "),
  automatic: (leavesAt: Date) => `Réponse automatique à ${time(leavesAt)}`,
  automaticText: "Ce qui partira, sauf si vous l’arrêtez ou si la demande change",
  stop: "Arrêter",
  none: (because: string) => `Aucune : ${because}. Écrivez-la vous-même.`,
}

/** Why a card is for the team alone. */
function statusOf(entry: KnownTitle, today: string): string {
  if (!entry.isValidated) return "à valider"
  return isToReview(entry, today) ? "à relire" : ""
}
