import { actionString } from "../actions.ts"
import type { Form, Input, Option } from "../card.ts"
import type { EntryContent } from "./history.ts"

/** Title, text, questions, category. */
const SMALL = 4

type EntryForm = {
  submission: string
  title: string
  content: EntryContent
  categories: Option[]
  intro?: string | undefined
  /** Four inputs, which a window of any chat holds; the rest is changed in the console. */
  isSmall?: boolean
}

function entryForm({ submission, title, content, categories, intro, isSmall }: EntryForm): Form {
  const days = { kind: "date", isRequired: true } as const
  const inputs: Input[] = [
    { kind: "line", name: "title", label: "Titre", isRequired: true, value: content.title },
    {
      ...{ kind: "text", name: "body", label: "Texte de la réponse", isRequired: true },
      hint: "Sans bonjour ni signature\u00a0: le bot les ajoute. Une phrase à vérifier se met entre crochets\u00a0: [à valider\u00a0: …].",
      value: content.body,
    },
    {
      ...{ kind: "text", name: "questions", label: "Questions", isRequired: true },
      hint: "Une par ligne, comme les gens les écrivent, fautes comprises.",
      value: content.questions.join("\n"),
    },
    {
      ...{ kind: "select", name: "category", label: "Catégorie", isRequired: true },
      ...{ value: content.category, options: categories },
    },
    {
      ...{ kind: "line", name: "source", label: "Source", isRequired: true, value: content.source },
      hint: "D’où viennent les faits.",
    },
    { ...days, name: "verifiedOn", label: "Vérifiée le", value: content.verifiedOn },
    {
      ...{ ...days, name: "reviewOn", label: "À relire le", value: content.reviewOn },
      hint: "À partir de ce jour, la fiche n’est plus donnée aux agents sans vous.",
    },
    {
      ...{ kind: "text", name: "toFindOut", label: "Ce qui reste à vérifier", isRequired: false },
      ...{
        hint: "Une question par ligne. L’équipe seule le voit.",
        value: content.toFindOut.join("\n"),
      },
    },
  ]
  const shown = isSmall ? inputs.slice(0, SMALL) : inputs
  return { submission, title, inputs: shown, submitLabel: "Relire", ...(intro ? { intro } : {}) }
}

/** What a member types of a card. */
export const entryForms = {
  new: (content: EntryContent, categories: Option[]) =>
    entryForm({
      ...{ submission: actionString("entry.new", 0), title: "Nouvelle fiche" },
      ...{ content, categories },
    }),
  propose: (
    about: { ticketId: number; content: EntryContent; intro: string },
    categories: Option[],
  ) =>
    entryForm({
      submission: actionString("entry.propose", about.ticketId),
      ...{ title: "Proposer une fiche", content: about.content, categories },
      ...{ intro: about.intro, isSmall: true },
    }),
  edit: (about: { id: string; version: number; content: EntryContent }, categories: Option[]) =>
    entryForm({
      submission: actionString("entry.edit", about.id, about.version),
      ...{
        title: `Modifier la fiche «\u00a0${about.content.title}\u00a0»`,
        content: about.content,
      },
      categories,
    }),
  rework: (
    about: {
      draftId: number
      version: number
      content: EntryContent
      news: string
      isProposal: boolean
    },
    categories: Option[],
  ) =>
    entryForm({
      submission: actionString("entry.rework", about.draftId, about.version),
      ...{ title: "Reprendre ma fiche", content: about.content, categories },
      ...{ intro: about.news, isSmall: about.isProposal },
    }),
}
