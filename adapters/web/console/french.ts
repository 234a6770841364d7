import type { Delivery, Status } from "../../../src/tickets/ticket.ts"

const ZONE = "Europe/Paris"

export const STATUS: Record<Status, string> = {
  new: "nouvelle",
  open: "en cours",
  pending: "en attente de l’agent",
  closed: "close",
}

export const DELIVERY: Record<Delivery, string> = {
  waiting: "Part bientôt",
  cancelled: "Envoi annulé",
  sending: "Envoi en cours",
  sent: "Envoyé",
  failed: "Échec de l’envoi",
}

/** Why a mail was taken for a machine's. */
const AUTOMATIC: Record<string, string> = {
  bounce: "avis de non-remise",
  "feedback report": "signalement automatique",
  absence: "réponse d’absence",
  "list or bulk": "liste de diffusion ou envoi en nombre",
  "read receipt": "accusé de lecture",
  "calendar answer": "réponse d’agenda",
  challenge: "demande de vérification de l’expéditeur",
  automatic: "message automatique",
}

/** Why a mail was put aside: the reason of a machine's mail, or why it could not be read. */
const PARKED: Record<string, string> = {
  ...AUTOMATIC,
  unreadable: "illisible",
  "too large": "trop volumineux",
  "too slow": "trop long à lire",
  "too much memory": "trop lourd à lire",
  "parser failed": "illisible",
  failed: "erreur pendant la lecture",
  "no sender": "sans expéditeur",
  loop: "notre propre message",
}

const JOURNAL: Record<string, string> = {
  opened: "Demande ouverte",
  taken: "Prise en charge",
  released: "Rendue à l’équipe",
  transferred: "Transmise",
  noted: "Note ajoutée",
  replied: "Réponse préparée",
  sent: "Réponse envoyée",
  undone: "Envoi annulé",
  cancelled: "Envoi annulé",
  closed: "Close",
  reopened: "Rouverte",
  snoozed: "Reportée",
  woken: "Report terminé",
  merged: "Fusionnée",
  triaged: "Triée",
  acknowledged: "Accusé de réception envoyé",
  "followed up": "Nouveau message de l’agent",
  corrected: "Demandeur corrigé",
  "source read": "Source d’un message ouverte",
}

export function automaticInFrench(reason: string): string {
  return AUTOMATIC[reason] ?? reason
}

export function parkedInFrench(reason: string | null): string {
  return reason ? (PARKED[reason] ?? reason) : "raison inconnue"
}

export function journalInFrench(what: string): string {
  return JOURNAL[what] ?? what
}

const DAY = new Intl.DateTimeFormat("fr-FR", { timeZone: ZONE, day: "numeric", month: "long" })
const DAY_AND_YEAR = new Intl.DateTimeFormat("fr-FR", {
  timeZone: ZONE,
  day: "numeric",
  month: "long",
  year: "numeric",
})
const HOUR = new Intl.DateTimeFormat("fr-FR", {
  timeZone: ZONE,
  hour: "2-digit",
  minute: "2-digit",
})
const ISO_DAY = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE })

/** « aujourd’hui à 09:12 », « hier à 17:40 », « 3 mars à 08:30 », « 3 mars 2025 à 08:30 ». */
export function when(at: Date, now: Date): string {
  return `${day(at, now)} à ${HOUR.format(at)}`
}

export function day(at: Date, now: Date): string {
  const on = ISO_DAY.format(at)
  if (on === ISO_DAY.format(now)) return "aujourd’hui"
  if (on === ISO_DAY.format(new Date(now.getTime() - 86_400_000))) return "hier"
  return on.slice(0, 4) === ISO_DAY.format(now).slice(0, 4)
    ? DAY.format(at)
    : DAY_AND_YEAR.format(at)
}

/** « à l’instant », « depuis 3 min » … for a heartbeat or a waiting time. */
export function lapse(from: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - from.getTime()) / 60_000)
  if (minutes < 1) return "moins d’une minute"
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return `${hours} h`
  return plural(Math.floor(hours / 24), "jour", "jours")
}

export function plural(count: number, one: string, many: string): string {
  return `${NUMBER.format(count)} ${Math.abs(count) < 2 ? one : many}`
}

const NUMBER = new Intl.NumberFormat("fr-FR")

export function number(count: number): string {
  return NUMBER.format(count)
}

/** Counting stops at a limit: « 1 000+ » says so. */
export function capped({ count, isMore }: { count: number; isMore: boolean }): string {
  return isMore ? `${NUMBER.format(count)}+` : NUMBER.format(count)
}

export function size(bytes: number): string {
  if (bytes < 1_000) return `${bytes} octets`
  if (bytes < 1_000_000) return `${NUMBER.format(Math.round(bytes / 1_000))} ko`
  return `${new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 1 }).format(bytes / 1_000_000)} Mo`
}
