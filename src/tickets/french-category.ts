import { actionString } from "../actions.ts"
import type { Form, Option } from "../card.ts"
import type { Ticket } from "./ticket.ts"

/** What the team makes of the sorting. */
export const categories = {
  field: "Catégorie",
  button: "Changer la catégorie",
  chosen: (label: string, proposed: string | null) =>
    [
      `${label}, choisie par l’équipe`,
      ...(proposed ? [`le bot proposait « ${proposed} »`] : []),
    ].join(" ; "),
  changed: (id: number, label: string, isHigh: boolean) =>
    `Demande #${id} : ${label}${isHigh ? ", prioritaire" : ""}. Le bot apprendra de votre choix.`,
  unknown: "Choisissez une catégorie et une priorité de la liste.",
  form: ({ id, category, priority }: Ticket, options: Option[]): Form => ({
    submission: actionString("ticket.category", id),
    title: `Changer la catégorie de la demande #${id}`,
    intro: "Le bot apprend de votre choix. Vous pouvez le changer de nouveau.",
    inputs: [
      {
        kind: "select",
        name: "category",
        label: "Catégorie",
        isRequired: true,
        value: category ?? "",
        options,
      },
      {
        kind: "select",
        name: "priority",
        label: "Priorité",
        isRequired: true,
        value: priority,
        options: [
          { label: "Normale", value: "normal" },
          { label: "Prioritaire", value: "high" },
        ],
      },
    ],
    submitLabel: "Changer",
  }),
}
