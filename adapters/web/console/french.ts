import { ago, time } from "../../../src/calendar/french.ts"
import { french } from "../../../src/tickets/french.ts"
import type { Delivery, Status } from "../../../src/tickets/ticket.ts"

const ZONE = "Europe/Paris"

/** The word of the buttons and badges, in the middle of a sentence. */
export function statusInFrench(status: Status): string {
  return french.status[status].toLowerCase()
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

const UNREADABLE: Record<string, string> = {
  "too large": "trop volumineux",
  "too slow": "trop long à lire",
  "too much memory": "trop lourd à lire",
  "parser failed": "format inconnu",
}

/** Why a mail was put aside, apart from machines and what cannot be read. */
const PARKED: Record<string, string> = {
  received: "en cours de traitement",
  failed: "erreur pendant le traitement : nouvel essai prévu",
  "from ourselves": "envoyé par notre propre boîte",
  "forwarded by a member": "transmis par un membre de l’équipe",
  "written by a member": "écrit par un membre de l’équipe",
}

const JOURNAL: Record<string, string> = {
  opened: "Demande ouverte",
  sorted: "Tri proposé",
  taken: "Prise en charge",
  released: "Rendue à l’équipe",
  transferred: "Transmise",
  noted: "Note ajoutée",
  answered: "Réponse confirmée",
  "automatic answer prepared": "Réponse automatique préparée",
  "automatic answer stopped": "Réponse automatique arrêtée",
  "automatic answer dropped": "Réponse automatique abandonnée",
  "answered automatically": "Réponse automatique envoyée",
  "answered elsewhere": "Réponse envoyée depuis une messagerie",
  "took the answer back": "Envoi annulé",
  sent: "Réponse envoyée",
  "joined an incident": "Rattachée à un incident",
  "left an incident": "Retirée d’un incident",
  "passed on": "Transmission à un service confirmée",
  "answered by a service": "Réponse d’un autre service",
  retried: "Nouvel essai d’envoi",
  acknowledged: "Accusé de réception envoyé",
  "followed up": "Nouveau message de l’agent",
  thanked: "Remerciement reçu",
  closed: "Close",
  "said solved": "Réglé, d’après la personne",
  "said not solved": "Non réglé, d’après la personne",
  reopened: "Rouverte",
  snoozed: "Reportée",
  woken: "Report terminé",
  merged: "Réunie avec une autre demande",
  "received a merge": "A reçu les messages d’une autre demande",
  "merge undone": "Fusion défaite",
  "gave a merge back": "A rendu les messages d’une autre demande",
  "requester corrected": "Demandeur corrigé",
  "category changed": "Catégorie changée",
  reminded: "Rappelée à l’équipe",
  refused: "Action refusée : rôle insuffisant",
  "source read": "Source d’un message téléchargée",
}

export function automaticInFrench(reason: string): string {
  return AUTOMATIC[reason] ?? reason
}

/** « automatic: absence » → « réponse d’absence ». */
export function parkedInFrench(reason: string | null): string {
  const [kind = "", detail = ""] = (reason ?? "").split(": ")
  if (kind === "automatic") return automaticInFrench(detail)
  if (kind === "unreadable") return `illisible : ${UNREADABLE[detail] ?? detail}`
  return PARKED[kind] ?? (reason || "raison inconnue")
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
const ISO_DAY = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE })

/** « aujourd’hui à 9 h 12 », « hier à 17 h 40 », « 3 mars à 8 h 30 », « 3 mars 2025 à 8 h 30 ». */
export function when(at: Date, now: Date): string {
  return `${day(at, now)} à ${time(at)}`
}

export function day(at: Date, now: Date): string {
  const on = ISO_DAY.format(at)
  if (on === ISO_DAY.format(now)) return "aujourd’hui"
  if (on === ISO_DAY.format(new Date(now.getTime() - 86_400_000))) return "hier"
  return on.slice(0, 4) === ISO_DAY.format(now).slice(0, 4)
    ? DAY.format(at)
    : DAY_AND_YEAR.format(at)
}

/** How long something has lasted: « moins d’une minute », « 3 minutes », « 2 jours ». */
export function lapse(from: Date, now: Date): string {
  const words = ago(from, now)
  return words.startsWith("il y a ") ? words.slice("il y a ".length) : "moins d’une minute"
}

const NUMBER = new Intl.NumberFormat("fr-FR")

export function number(count: number): string {
  return NUMBER.format(count)
}

/** Counting stops at a limit: « 1 000+ » says so. */
export function capped({ count, isMore }: { count: number; isMore: boolean }): string {
  return isMore ? `${NUMBER.format(count)}+` : NUMBER.format(count)
}

export function size(bytes: number): string {
  if (bytes < 1_000) return `${bytes} octets`
  if (bytes < 1_000_000) return `${NUMBER.format(Math.round(bytes / 1_000))} ko`
  return `${new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 1 }).format(bytes / 1_000_000)} Mo`
}

/** « slack » → « Slack » */
export function nameOfChat(chat: string): string {
  return chat.charAt(0).toUpperCase() + chat.slice(1)
}

const FAILURES: [RegExp, string][] = [
  [/peut-être déjà parti/, "Deux envois ont été interrompus : il est peut-être déjà parti."],
  [
    /\b5\.1\.[0-36]\b|user unknown|no such user|mailbox unavailable|does not exist/i,
    "L’adresse n’existe pas ou n’existe plus.",
  ],
  [/\b5\.2\.2\b|quota|mailbox full|over ?quota/i, "La boîte du destinataire est pleine."],
  [
    /\b5\.3\.4\b|\b552\b|too large|size exceed/i,
    "Le message est trop volumineux pour le destinataire.",
  ],
  [
    /\b5\.7\.\d+\b|spam|blocked|policy|dmarc|spf/i,
    "Le serveur du destinataire refuse nos messages : prévenez l’administrateur.",
  ],
  [
    /\b535\b|authenticat|invalid login|EAUTH/i,
    "Notre serveur d’envoi refuse notre mot de passe : prévenez l’administrateur.",
  ],
  [
    /ETIMEDOUT|ECONN|ENOTFOUND|EAI_AGAIN|ESOCKET|timeout|greeting/i,
    "Le serveur d’envoi ne répond pas.",
  ],
  [/\b4\d\d\b|try again|greylist/i, "Le serveur du destinataire demande d’attendre."],
]

/** What a server said, for who does not read SMTP. The words themselves are shown beside. */
export function failureInFrench(error: string | null): string {
  if (!error) return "Le serveur n’a pas dit pourquoi."
  return FAILURES.find(([pattern]) => pattern.test(error))?.[1] ?? "Le serveur a refusé le message."
}
