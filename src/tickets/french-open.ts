import { actionString } from "../actions.ts"
import type { Button, Form } from "../card.ts"

const HOW = {
  telephone: "Par téléphone",
  chat: "Dans une discussion",
}

/** What is said when a member opens a request for somebody. */
export const open = {
  how: HOW,
  otherwise: "Autrement",
  button: {
    label: "Ouvrir une demande",
    action: actionString("ticket.open", 0),
    style: "secondary" as const,
  } satisfies Button,
  form: (text: string, how: keyof typeof HOW): Form => ({
    submission: actionString("ticket.open", 0),
    title: "Ouvrir une demande",
    intro: "Pour une personne qui a appelé, ou écrit ailleurs que dans la boîte d’assistance.",
    inputs: [
      { kind: "line", name: "name", label: "Prénom et nom", isRequired: false, value: "" },
      { kind: "line", name: "address", label: "Adresse électronique", isRequired: true, value: "" },
      { kind: "line", name: "subject", label: "Objet", isRequired: true, value: "" },
      {
        kind: "text",
        name: "text",
        label: "Ce que la personne a dit",
        isRequired: true,
        value: text,
      },
      {
        ...{ kind: "checkboxes", name: "how", label: "Comment ?", isRequired: false, value: how },
        options: Object.entries(HOW).map(([value, label]) => ({ label, value })),
      },
      {
        ...{ kind: "checkboxes", name: "acknowledge", label: "Prévenir la personne" },
        ...{ isRequired: false, value: "" },
        options: [{ label: "Lui envoyer un accusé de réception", value: "yes" }],
      },
    ],
    submitLabel: "Ouvrir la demande",
  }),
  opened: (id: number, isAcknowledged: boolean) =>
    `La demande #${id} est ouverte. ${isAcknowledged ? "La personne reçoit un accusé de réception." : "Rien n’a été envoyé à la personne."}`,
  emptySubject: "L’objet est vide. Dites en quelques mots de quoi il s’agit.",
  emptyText: "Écrivez ce que la personne a dit, puis validez.",
  alreadyOpen: "Cette demande est déjà ouverte : rien n’a été fait deux fois.",
  noMailbox: "Aucune boîte d’assistance n’est réglée : personne ne pourrait répondre à la demande.",
}

export function isHow(how: string): how is keyof typeof HOW {
  return Object.hasOwn(HOW, how)
}
