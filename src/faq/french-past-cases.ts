import { count } from "../calendar/french.ts"
import type { ChangedCase, Checked } from "./past-case.ts"

const MOST_LISTED = 6

/** « 42 vérifiées : aucune réponse proposée ne change. » */
export function pastCasesText(checked: Checked | "too slow"): string {
  if (checked === "too slow") {
    return "La vérification a pris trop de temps\u00a0: relisez bien les questions avant d’enregistrer."
  }
  const { cases, changed } = checked
  const verified = count(cases, "vérifiée", "vérifiées")
  if (changed.length === 0) return `${verified}\u00a0: aucune réponse proposée ne change.`
  const worse = changed.filter(({ isWorse }) => isWorse).length
  const head = `${verified}\u00a0: ${count(changed.length, "réponse proposée change", "réponses proposées changent")}${worse > 0 ? `, dont ${worse} que l’équipe avait envoyée${worse > 1 ? "s" : ""} telle${worse > 1 ? "s" : ""}` : ""}.`
  const listed = [...changed].sort((a, b) => Number(b.isWorse) - Number(a.isWorse))
  const left = changed.length - MOST_LISTED
  return [
    head,
    ...listed.slice(0, MOST_LISTED).map(told),
    ...(left > 0 ? [`et ${count(left, "autre", "autres")}`] : []),
  ].join("\n")
}

function told({ ticketId, subject, before, after }: ChangedCase): string {
  const card = (title: string | null) => (title ? `«\u00a0${title}\u00a0»` : "aucune fiche")
  return `#${ticketId} ${subject}\u00a0: ${card(before)}, puis ${card(after)}`
}
