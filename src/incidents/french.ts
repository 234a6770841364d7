import { actionString } from "../actions.ts"
import { count, dayAndTime, time } from "../calendar/french.ts"
import type { Button, Form, Option } from "../card.ts"
import { shortName } from "../people/requester.ts"
import { french as tickets } from "../tickets/french.ts"
import type { GroupReply, Incident, Linked, Recipient } from "./store.ts"

/** What the team reads of incidents. */
export const french = {
  name: ({ id, title }: Pick<Incident, "id" | "title">) => `Incident n° ${id} : ${title}`,
  alike: (words: string[], people: number) =>
    `${people} personnes en deux heures, même catégorie${words.length > 0 ? `, mêmes mots : ${words.map((word) => `« ${word} »`).join(", ")}` : ""}`,
  badges: { open: "Ouvert", closed: "Clos" },
  size: (n: number) => count(n, "demande"),
  fields: {
    because: "Pourquoi",
    banner: "Bandeau",
    openedAt: "Ouvert",
    tickets: "Demandes",
    reply: "Réponse à tous",
  },
  noBanner: "aucun : l’accusé de réception n’en dit rien",
  declared: "déclaré par l’équipe",
  openedAt: ({ openedAt, closedAt }: Incident) =>
    `${dayAndTime(openedAt)}${closedAt ? `, clos ${dayAndTime(closedAt)}` : ""}`,
  ticket: ({ id, subject, status, requester }: Linked, isShown: boolean) =>
    isShown
      ? `#${id} ${shortName(requester.name) || tickets.unknownName} · ${subject} (${tickets.status[status].toLowerCase()})`
      : `#${id} (${tickets.status[status].toLowerCase()})`,
  more: (n: number) => `et ${count(n, "autre")}`,
  progress: ({ sendAt, startedAt, cancelledAt }: GroupReply, recipients: Recipient[]) => {
    const all = recipients.length
    if (!sendAt) return ""
    if (cancelledAt) return "envoi annulé"
    if (!startedAt) return `${count(all, "message")}, départ à ${time(sendAt)}`
    const of = (outcome: Recipient["outcome"]) =>
      recipients.filter((recipient) => recipient.outcome === outcome)
    const left = (which: Recipient[], why: string) =>
      which.length > 0 ? [`${which.map(({ ticketId }) => `#${ticketId}`).join(", ")} : ${why}`] : []
    return [
      `${of("written").length} sur ${all} écrits`,
      ...left(of("changed"), "laissée de côté, il y a du nouveau"),
      ...left(of("closed"), "laissée de côté, close entre-temps"),
    ].join(" · ")
  },
  buttons: {
    replyAll: (id: number): Button =>
      button("Répondre à tous", actionString("incident.reply", id), "primary"),
    edit: (id: number): Button => button("Modifier l’incident", actionString("incident.edit", id)),
    close: (id: number): Button => button("Clore l’incident", actionString("incident.close", id)),
    reopen: (id: number): Button =>
      button("Rouvrir l’incident", actionString("incident.reopen", id)),
    send: (replyId: number, people: number): Button => ({
      ...button(`Envoyer (${people})`, actionString("incident.send", replyId), "primary"),
      confirm: `Envoyer ce message à ${count(people, "personne")} ?`,
    }),
    rework: (replyId: number): Button =>
      button("Modifier", actionString("incident.rework", replyId)),
    again: (replyId: number): Button =>
      button("Reprendre le texte", actionString("incident.rework", replyId)),
    undo: (replyId: number): Button =>
      button("Annuler l’envoi à tous", actionString("incident.undo", replyId)),
  },

  ticketForm: (ticketId: number, open: Incident[], current: number | null): Form => ({
    submission: actionString("ticket.incident", ticketId),
    title: `Incident de la demande #${ticketId}`,
    intro: "Un incident réunit les demandes de plusieurs personnes qui ont le même problème.",
    inputs: [
      {
        ...{ kind: "select", name: "incident", label: "Incident", isRequired: true },
        value: String(current ?? open[0]?.id ?? NEW),
        options: [
          ...open.map((incident) => ({ label: french.name(incident), value: String(incident.id) })),
          { label: "Nouvel incident", value: NEW },
          ...(current ? [{ label: "Aucun : retirer la demande", value: NONE }] : []),
        ],
      },
      {
        ...{ kind: "line", name: "title", label: "Titre du nouvel incident", isRequired: false },
        value: "",
      },
      { ...bannerInput, value: "" },
    ],
    submitLabel: "Valider",
  }),

  editForm: ({ id, title, banner }: Incident): Form => ({
    submission: actionString("incident.edit", id),
    title: `Modifier l’incident n° ${id}`,
    inputs: [
      { kind: "line", name: "title", label: "Titre", isRequired: true, value: title },
      { ...bannerInput, value: banner },
      {
        ...{ kind: "line", name: "add", label: "Ajouter les demandes", isRequired: false },
        ...{ hint: "Leurs numéros : 12, 15", value: "" },
      },
      {
        ...{ kind: "line", name: "remove", label: "Retirer les demandes", isRequired: false },
        ...{ hint: "Leurs numéros : 12, 15", value: "" },
      },
    ],
    submitLabel: "Modifier",
  }),

  replyForm: (
    incident: Incident,
    people: number,
    { text, closesTickets }: Pick<GroupReply, "text" | "closesTickets">,
  ): Form => ({
    submission: actionString("incident.reply", incident.id),
    title: `Répondre à tous, incident n° ${incident.id}`,
    intro: `${count(people, "personne")} : à chacune son message, dans son propre échange. Vous le relirez avant qu’il parte.`,
    inputs: [
      {
        ...{ kind: "text", name: "text", label: "Message", isRequired: true, value: text },
        hint: "{{prenom}} devient le prénom de la personne, {{numero}} le numéro de sa demande.",
      },
      {
        ...{ kind: "checkboxes", name: "close", label: "Après l’envoi", isRequired: false },
        value: closesTickets ? "yes" : "",
        options: [{ label: "Clore les demandes", value: "yes" }] as Option[],
      },
    ],
    submitLabel: "Relire",
  }),

  preview: {
    title: "Relisez avant d’envoyer à tous",
    people: (n: number) => `À ${count(n, "personne")}, un message à chacune`,
    to: "Destinataires",
    subject: "Objet",
    subjectOfEach: (example: string) => `celui de chaque demande, par exemple « ${example} »`,
    first: (id: number) => `Message, tel que le recevra la personne de la demande #${id}`,
  },
  joined: (incident: Incident) => `La demande est dans l’incident n° ${incident.id}.`,
  left: "La demande n’est plus dans l’incident.",
  saved: (id: number) => `L’incident n° ${id} est modifié.`,
  closedTitle: (id: number) => `L’incident n° ${id} est clos`,
  leftOpen: (n: number) =>
    n === 0
      ? "Toutes ses demandes sont closes."
      : `${count(n, "demande")} de cet incident ${n < 2 ? "n’est pas close" : "ne sont pas closes"}. Voulez-vous y répondre ?`,
  reopened: (id: number) => `L’incident n° ${id} est rouvert.`,
  leaves: (n: number, seconds: number) => `${count(n, "message")} dans ${seconds} secondes.`,
  alreadySent:
    "Ces messages sont déjà partis, ou l’envoi a été annulé : rien n’est envoyé deux fois.",
  takenBack: "L’envoi est annulé. Votre texte est gardé.",

  readersCannot: tickets.readersCannot,
  noSuchIncident: "Il n’y a pas de tel incident. Rechargez la page.",
  noSuchReply: "Ce message n’existe plus. Ouvrez l’incident et cliquez sur « Répondre à tous ».",
  isClosed: "Cet incident est clos. Rouvrez-le, ou choisissez-en un autre.",
  titleMissing: (max: number) => `Donnez un titre à l’incident (${max} caractères au plus).`,
  bannerTooLong: (max: number) => `Le bandeau est trop long (${max} caractères au plus).`,
  nobody: "Il n’y a personne à qui répondre : toutes les demandes de cet incident sont closes.",
  unknownNumbers: (numbers: string[]) =>
    `Je ne connais pas ${numbers.map((text) => `« ${text} »`).join(", ")}. Donnez des numéros de demandes, par exemple « 12, 15 ».`,
  unknownWords: (names: string[]) =>
    `Rien ne remplit ${names.join(", ")}. Seuls {{prenom}} et {{numero}} sont remplis.`,
  leftAlready: "Les messages sont déjà partis : ils ne peuvent plus être repris.",
}

export const [NEW, NONE] = ["new", "none"]

const bannerInput = {
  kind: "text",
  name: "banner",
  label: "Bandeau",
  isRequired: false,
  hint: "Une ou deux phrases, publiques : elles ouvrent l’accusé de réception des personnes touchées tant que l’incident est ouvert.",
} as const

function button(label: string, action: string, style: Button["style"] = "secondary"): Button {
  return { label, action, style }
}
