import { actionString } from "../actions.ts"
import { longDay } from "../calendar/french.ts"
import { instantOf } from "../calendar/working-days.ts"
import type { Form, Option } from "../card.ts"
import type { Address } from "../mail/incoming.ts"
import type { Absence } from "../people/absence.ts"
import type { Member } from "../people/member.ts"
import type { KeptFile } from "./file-store.ts"
import { refusals } from "./french-refusals.ts"
import type { Draft } from "./message-store.ts"
import type { Recipients } from "./recipients.ts"
import type { Ticket, TicketId } from "./ticket.ts"

const MAX_RECIPIENTS = 20

/** The forms, as the team reads them. */
export const forms = {
  transferForm: (id: TicketId, members: Member[], absences: Absence[]): Form => ({
    submission: actionString("ticket.transfer", id),
    title: `Transmettre la demande #${id}`,
    inputs: [
      {
        kind: "select",
        name: "member",
        label: "À qui ?",
        isRequired: true,
        value: "",
        options: members.map(({ id: memberId, name }) => {
          const away = absences.find((absence) => absence.memberId === memberId)
          return { label: away ? `${name} (${awayUntil(away)})` : name, value: String(memberId) }
        }),
      },
    ],
    submitLabel: "Transmettre",
  }),

  noteForm: (id: TicketId): Form => ({
    submission: actionString("ticket.note", id),
    title: `Note interne, demande #${id}`,
    intro: "Une note est pour l’équipe. Elle n’est jamais envoyée.",
    inputs: [{ kind: "text", name: "text", label: "Note", isRequired: true, value: "" }],
    submitLabel: "Ajouter la note",
  }),

  closeForm: ({ id, requester }: Ticket, lastMessageId: number): Form => ({
    submission: actionString("ticket.close", id, lastMessageId),
    title: `Clore la demande #${id}`,
    inputs: [
      {
        kind: "select",
        name: "how",
        label: "Prévenir la personne ?",
        hint: "Vous relirez le message avant qu’il parte.",
        isRequired: true,
        value: "silent",
        options: [
          { label: "Non, clore sans message", value: "silent" },
          ...(requester.address
            ? [{ label: "Oui, avec un message de clôture", value: "mail" }]
            : []),
        ],
      },
    ],
    submitLabel: "Continuer",
  }),

  snoozeForm: (id: TicketId, day: string): Form => ({
    submission: actionString("ticket.snooze", id),
    title: `Reporter la demande #${id}`,
    intro: "La demande reviendra ce jour-là à 8 h, ou plus tôt si la personne écrit.",
    inputs: [{ kind: "date", name: "until", label: "Jusqu’au", isRequired: true, value: day }],
    submitLabel: "Reporter",
  }),

  mergeForm: ({ id, mayContinue }: Ticket): Form => ({
    submission: actionString("ticket.merge", id),
    title: `Réunir la demande #${id} avec une autre`,
    intro: "Les messages passent dans l’autre demande. Celle-ci est close.",
    inputs: [
      {
        kind: "line",
        name: "into",
        label: "Numéro de l’autre demande",
        isRequired: true,
        value: mayContinue ? String(mayContinue) : "",
      },
    ],
    submitLabel: "Réunir",
  }),

  requesterForm: ({ id }: Ticket, proposed: Address): Form => ({
    submission: actionString("ticket.requester", id),
    title: `Qui a fait la demande #${id} ?`,
    intro: "Les réponses partiront à cette adresse.",
    inputs: [
      {
        kind: "line",
        name: "name",
        label: "Prénom et nom",
        isRequired: false,
        value: proposed.name,
      },
      {
        kind: "line",
        name: "address",
        label: "Adresse",
        isRequired: true,
        value: proposed.address,
      },
    ],
    submitLabel: "Corriger",
  }),

  replyForm: (
    draft: Omit<Draft, "id">,
    { to, cc }: Recipients,
    news: string[] = [],
    files: KeptFile[] = [],
    hint = "",
  ): Form => ({
    submission: actionString("ticket.reply", draft.ticketId, draft.lastMessageId),
    title: `Répondre à la demande #${draft.ticketId}`,
    intro: `${news.length > 0 ? refusals.sinceYouWrote(news) : ""}Vous relirez le message avant qu’il parte.`,
    inputs: [
      {
        kind: "checkboxes",
        name: "to",
        label: "À",
        isRequired: true,
        value: draft.to.join("\n"),
        options: options([...draft.to, ...to]),
      },
      ...(cc.length + draft.cc.length > 0
        ? [
            {
              kind: "checkboxes" as const,
              name: "cc",
              label: "En copie",
              hint: "Personne n’est en copie, sauf si vous cochez.",
              isRequired: false,
              value: draft.cc.join("\n"),
              options: options([...draft.cc, ...cc]),
            },
          ]
        : []),
      { kind: "line", name: "subject", label: "Objet", isRequired: true, value: draft.subject },
      {
        ...{ kind: "text", name: "text", label: "Message", isRequired: true, value: draft.text },
        ...(hint ? { hint } : {}),
      },
      ...(files.length > 0
        ? [
            {
              kind: "checkboxes" as const,
              name: "kept",
              label: "Pièces jointes déjà choisies",
              isRequired: false,
              value: files.map(({ id }) => id).join("\n"),
              options: files.map(({ id, name }) => ({ label: name, value: String(id) })),
            },
          ]
        : []),
      {
        kind: "files",
        name: "files",
        label: "Ajouter des pièces jointes",
        hint: "10 fichiers au plus, 7 Mo en tout.",
        isRequired: false,
        value: "",
      },
      {
        kind: "checkboxes",
        name: "close",
        label: "Après l’envoi",
        isRequired: false,
        value: draft.closesTicket ? "yes" : "",
        options: [{ label: "Clore la demande", value: "yes" }],
      },
    ],
    submitLabel: "Relire",
  }),
}

function awayUntil({ untilOn }: Absence): string {
  return `pas là jusqu’au ${longDay(instantOf(untilOn, 12))}`
}

function options(addresses: string[]): Option[] {
  const known = [...new Set(addresses.filter(Boolean))].slice(0, MAX_RECIPIENTS)
  return known.map((address) => ({ label: address, value: address }))
}
