import { actionString } from "../actions.ts"
import type { Form, Input, Option } from "../card.ts"
import type { KnownOffice } from "./store.ts"

/** The forms and refusals of the page « Services ». */
export const french = {
  form: (office: Omit<KnownOffice, "id"> | null, id: number, categories: Option[]): Form => ({
    submission: actionString(office ? "office.edit" : "office.add", id),
    title: office ? `Modifier « ${office.name} »` : "Ajouter un service",
    inputs: [
      { kind: "line", name: "name", label: "Nom", isRequired: true, value: office?.name ?? "" },
      {
        ...{ kind: "line", name: "address", label: "Adresse électronique", isRequired: false },
        hint: "Sans adresse, le bot ne peut pas y transmettre une demande.",
        value: office?.address ?? "",
      },
      categoriesInput(office, categories),
    ],
    submitLabel: office ? "Modifier" : "Ajouter",
  }),
  saved: (name: string) => `« ${name} » est enregistré.`,
  opened: (name: string, isActive: boolean) =>
    isActive ? `« ${name} » est de nouveau proposé.` : `« ${name} » n’est plus proposé.`,
  nameMissing: (max: number) => `Donnez un nom (${max} caractères au plus).`,
  notAnAddress: (text: string) => `« ${text} » n’est pas une adresse électronique. Corrigez-la.`,
  ourOwn: "C’est l’adresse de notre boîte d’assistance. Donnez celle de l’autre service.",
  noSuchOffice: "Ce service n’est plus connu. Rechargez la page.",
}

function categoriesInput(office: Omit<KnownOffice, "id"> | null, options: Option[]): Input {
  return {
    ...{ kind: "checkboxes", name: "categories", label: "Proposé d’abord pour", isRequired: false },
    ...{ value: (office?.categories ?? ["hors-perimetre"]).join("\n"), options },
  }
}
