import { actionString } from "../actions.ts"
import { count, dayAndTime, longDay, time } from "../calendar/french.ts"
import type { Button } from "../card.ts"
import type { DomainVerdict } from "../people/requester.ts"
import { ANNOUNCED } from "./delay.ts"
import { categories } from "./french-category.ts"
import { closing } from "./french-closing.ts"
import { forms } from "./french-forms.ts"
import { lists } from "./french-lists.ts"
import { open } from "./french-open.ts"
import { incident, passing } from "./french-passing.ts"
import { refusals } from "./french-refusals.ts"
import { morning } from "./french-summary.ts"
import type { EarlierTicket } from "./store.ts"
import type { Message, Status, Ticket, Triage } from "./ticket.ts"

const status: Record<Status, string> = {
  new: "Nouvelle",
  open: "En cours",
  pending: "En attente de l’agent",
  closed: "Close",
}

const verdict: Record<DomainVerdict, string> = {
  "public service": "service public",
  "personal webmail": "messagerie personnelle",
  "likely typo": "adresse sans doute mal écrite",
  unknown: "domaine inconnu",
}

const machine: Record<string, string> = {
  bounce: "message non remis",
  absence: "réponse d’absence",
  "read receipt": "accusé de lecture",
  "calendar answer": "réponse d’agenda",
}

export const french = {
  ...refusals,
  ...forms,
  lists,
  ...morning,
  open,
  categories,
  passing,
  incident,
  closing,
  status,
  verdict,
  highPriority: "Prioritaire",
  unreachable: "Adresse injoignable",
  late: (days: number) => `Attend depuis ${count(days, "jour ouvré", "jours ouvrés")}`,
  unknownName: "Nom inconnu",
  noAddress: "sans adresse",
  sayNumber: "Dites le numéro de la demande, par exemple « demande 123 ».",
  nobody: "Personne pour l’instant",
  aFile: "un fichier",
  seeTicket: "la raison est dans la demande",
  fields: {
    requester: "Demandeur",
    replyTo: "Attention",
    forwarded: "Transfert",
    age: "Reçue",
    assignee: "En charge",
    category: "Tri proposé",
    answer: "Réponse proposée",
    choices: "Fiches possibles",
    attachments: "Pièces jointes",
    earlier: "Demandes précédentes",
    perhaps: "Peut-être la suite de",
    mergedInto: "Réunie avec",
    automatic: "Messages automatiques",
    sending: "Envoi",
  },
  replyToElsewhere: (domain: string) => `demande que la réponse aille ailleurs (${domain})`,
  passedOnFrom: (from: string) => `message écrit à l’origine par ${from}`,
  age: ({ openedAt, snoozedUntil }: Ticket) =>
    snoozedUntil
      ? `${dayAndTime(openedAt)} · reportée jusqu’au ${longDay(snoozedUntil)}`
      : `${dayAndTime(openedAt)} (délai annoncé : ${count(ANNOUNCED, "jour ouvré", "jours ouvrés")})`,
  sorting: (label: string | null, { category, because }: Triage) =>
    [label ?? category, because.join(" ")].filter(Boolean).join(" · "),
  attached: (files: { name: string; size: number }[], max: number) =>
    [
      ...files.slice(0, max).map(({ name, size }) => `${name} (${weight(size)})`),
      ...(files.length > max ? [`et ${count(files.length - max, "autre")}`] : []),
    ].join(", "),
  earlier: (label: string, tickets: EarlierTicket[]) =>
    tickets
      .map(
        ({ id, subject, status: was }) =>
          `${label} #${id} ${subject} (${status[was].toLowerCase()})`,
      )
      .join(" ; "),
  mayContinue: (label: string, id: number) => `${label} #${id} : à vous de dire (« Réunir »)`,
  machines: (reasons: string[]) =>
    reasons.map((reason) => machine[reason] ?? "message automatique").join(", "),
  sending: (messages: Message[], now: Date) => {
    const { outgoing: last, passingId } = messages.findLast(({ kind }) => kind === "outgoing") ?? {}
    if (!last || last.delivery === "cancelled") return ""
    if (last.delivery === "failed") return `échec : ${last.lastError ?? "raison inconnue"}`
    if (last.delivery === "sent" && last.sentAt) {
      const own = passingId ? "demande transmise" : "réponse envoyée"
      const byGate = last.isByGate ? "réponse automatique envoyée" : own
      const what = last.isAutomatic ? "accusé de réception envoyé" : byGate
      return `${what} ${dayAndTime(last.sentAt)}`
    }
    if (last.isAutomatic) return ""
    const isStuck = last.firstAttemptAt && now.getTime() - last.firstAttemptAt.getTime() > 3_600_000
    if (isStuck)
      return `difficile depuis une heure, nouvel essai à ${time(last.sendAt)} (${last.lastError})`
    return `réponse prête, départ à ${time(last.sendAt)}`
  },
  wrote: "Ce que la personne a écrit",
  wroteLast: (at: Date) => `Dernier message, ${dayAndTime(at)}`,
  noText: "(aucun texte)",
  more: "(suite dans la demande)",
  buttons: {
    take: "Je prends",
    release: "Rendre",
    reply: "Répondre",
    close: "Clore",
    note: "Ajouter une note",
    transfer: "Transmettre",
    snooze: "Reporter",
    merge: "Réunir",
    unmerge: "Défaire la fusion",
    requester: "Corriger le demandeur",
    reopen: "Rouvrir",
  },
  preview: {
    title: "Relisez avant d’envoyer",
    closes: "La demande sera close après l’envoi",
    toValidate: "Ce message ne peut pas encore partir",
    marks: "À valider ou à supprimer",
    marksLeft: (marks: string[]) => marks.map((text) => `« ${text} »`).join(" ; "),
    notRequester: "Un destinataire n’est pas le demandeur",
    from: "De",
    to: "À",
    cc: "Copie",
    nobody: "personne",
    subject: "Objet",
    text: "Message",
    send: "Envoyer",
    edit: "Modifier",
  },
  youTookIt: (id: number) => `La demande #${id} est à vous.`,
  released: (id: number) => `La demande #${id} est de nouveau à prendre.`,
  transferred: (id: number, name: string) => `${name} a maintenant la demande #${id}.`,
  noteSaid: (author: string | null, text: string, isWhole: boolean) =>
    `${author ?? "Une personne de l’équipe"}, note interne : ${text}${isWhole ? "" : " (suite dans la demande)"}`,
  noted: (id: number) => `La note est ajoutée à la demande #${id}. Elle ne part pas.`,
  closed: (id: number) => `La demande #${id} est close.`,
  reopened: (id: number) => `La demande #${id} est rouverte.`,
  snoozed: (id: number, until: Date) => `La demande #${id} reviendra ${longDay(until)} à 8 h.`,
  merged: (id: number, into: number) => `La demande #${id} est réunie avec la demande #${into}.`,
  apart: (id: number, from: number | null, since: string[]) =>
    [
      `La demande #${id} est de nouveau à part.`,
      ...(since.length > 0
        ? [`Depuis la fusion, ${since.join(", puis ")} : cela reste dans la demande #${from}.`]
        : []),
    ].join(" "),
  requesterCorrected: (id: number) => `Le demandeur de la demande #${id} est corrigé.`,
  leavesIn: (seconds: number) => `Votre réponse part dans ${seconds} secondes.`,
  alreadySent:
    "Cette réponse est déjà partie, part dans un instant, ou a été annulée : rien n’est envoyé deux fois. La carte de la demande dit ce qu’il en est.",
  takenBack: "L’envoi est annulé. Votre texte est gardé.",
  retrying: "Nouvel essai en cours.",
  showButton: ({ id, version }: Ticket) =>
    plain("Voir la demande", actionString("ticket.show", id, version)),
  reopenButton: (id: number) => plain("Rouvrir", actionString("ticket.reopen", id)),
  unmergeButton: (id: number) => plain("Défaire la fusion", actionString("ticket.unmerge", id)),
  answerButton: (rank: number, ticketId: number, entryId: string) =>
    plain(`Répondre (fiche ${rank})`, actionString("ticket.answer", `${ticketId}-${entryId}`)),
  proposeButton: (id: number) => plain("Proposer une fiche", actionString("entry.propose", id)),
  undoButton: (id: number) => plain("Annuler l’envoi", actionString("reply.undo", id)),
  retryButton: (id: number) => plain("Réessayer l’envoi", actionString("reply.retry", id)),
  editButton: (id: number) => plain("Reprendre le texte", actionString("reply.edit", id)),
}

function plain(label: string, action: string): Button {
  return { label, action, style: "secondary" }
}

function weight(bytes: number): string {
  if (bytes < 1024) return count(bytes, "octet")
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} ko`
  return `${(bytes / (1024 * 1024)).toFixed(1).replace(".", ",")} Mo`
}
