import { actionString } from "../actions.ts"
import { dayAndTime } from "../calendar/french.ts"
import type { Form, Option } from "../card.ts"
import type { Likely } from "../redirections/office.ts"
import type { Passing } from "../redirections/store.ts"
import type { KeptFile } from "./file-store.ts"
import { refusals } from "./french-refusals.ts"
import type { Draft } from "./message-store.ts"
import type { TicketId } from "./ticket.ts"

/** Requests that are another service's. « Transmettre » is for colleagues: here one says « rediriger ». */
export const passing = {
  button: "Rediriger vers un service",
  field: "Autre service",
  passedTo: "Transmise à",
  waits: "En attente d’un autre service",
  likely: ({ office, words }: Likely) =>
    [
      ...[office.name, ...quoted(words)],
      "« Répondre » contient le texte ; « Rediriger vers un service » permet d’en choisir un autre.",
    ].join(" · "),
  perhaps: ({ office, words }: Likely) =>
    [`Peut-être : ${office.name}`, ...quoted(words), "voyez « Rediriger vers un service »."].join(
      " · ",
    ),
  passed: ({ name, passedAt, answeredAt }: Passing, isUnreached: boolean) =>
    [
      `${name}, le ${passedAt ? dayAndTime(passedAt) : ""}`,
      ...(isUnreached && !answeredAt
        ? ["message non remis : vérifiez l’adresse de ce service"]
        : []),
      answeredAt ? `a répondu ${dayAndTime(answeredAt)}` : "pas encore de réponse",
    ].join(" · "),
  leaves: ({ name }: Pick<Passing, "name">) => `${name} (départ en cours)`,
  wrote: (name: string) => `Réponse du service « ${name} »`,

  form: (
    about: { id: TicketId; lastMessageId: number },
    likely: Likely[],
    files: Option[],
  ): Form => ({
    submission: actionString("ticket.redirect", about.id, about.lastMessageId),
    title: `Rediriger la demande #${about.id} vers un service`,
    intro: "Vous relirez le message avant qu’il parte.",
    inputs: [
      {
        ...{ kind: "select", name: "office", label: "Quel service ?", isRequired: true },
        value: String(likely[0]?.office.id ?? ""),
        options: likely.map(({ office }) => ({
          label: `${office.name} (${office.address || "adresse à compléter"})`,
          value: String(office.id),
        })),
      },
      {
        ...{ kind: "select", name: "how", label: "Que faire ?", isRequired: true },
        value: likely[0]?.office.address ? "pass" : "tell",
        options: [
          { label: "Transmettre la demande à ce service, et le dire à la personne", value: "pass" },
          { label: "Dire seulement à la personne à qui écrire", value: "tell" },
        ],
      },
      {
        ...{ kind: "text", name: "word", label: "Un mot pour le service", isRequired: false },
        value: "",
      },
      {
        ...{ kind: "checkboxes", name: "shared", label: "Ce qui est transmis", isRequired: false },
        hint: "Avec le nom et l’adresse de la personne. Les mots de passe et les liens secrets sont masqués dans le texte, pas dans les pièces jointes.",
        value: "text",
        options: [{ label: "Le texte de la demande", value: "text" }, ...files],
      },
    ],
    submitLabel: "Relire",
  }),

  editForm: (
    draft: Draft,
    { name, address, toRequester }: Passing,
    files: KeptFile[],
    news: string[],
  ): Form => ({
    submission: actionString("reply.edit", draft.id, draft.lastMessageId),
    title: `Transmettre la demande #${draft.ticketId} à un service`,
    intro: `${news.length > 0 ? refusals.sinceYouWrote(news) : ""}Le message partira à ${name} <${address}>. Vous le relirez avant.`,
    inputs: [
      { kind: "line", name: "subject", label: "Objet", isRequired: true, value: draft.subject },
      {
        kind: "text",
        name: "text",
        label: "Message au service",
        isRequired: true,
        value: draft.text,
      },
      {
        ...{ kind: "text", name: "toRequester", label: "Message à la personne", isRequired: false },
        hint: "Il part une fois la demande transmise. Vide : la personne ne reçoit rien.",
        value: toRequester,
      },
      ...(files.length > 0
        ? [
            {
              ...{ kind: "checkboxes" as const, name: "kept", label: "Pièces jointes" },
              ...{ isRequired: false, value: files.map(({ id }) => id).join("\n") },
              options: files.map(({ id, name: file }) => ({ label: file, value: String(id) })),
            },
          ]
        : []),
    ],
    submitLabel: "Relire",
  }),

  sender: (who: string, address: string) => (who ? `${who} (${address})` : address),
  quoted: (text: string) => `Sa demande :\n\n${text}`,
  subject: (subject: string, label: string, id: TicketId) =>
    `Demande transmise : ${subject} [${label} #${id}]`,
  toRequester: "Message à la personne, une fois la demande transmise",
  forService: "Pour un autre service",
  chooseOffice: "Choisissez un service de la liste.",
  noOffice:
    "Aucun service n’est connu. Une personne qui administre le bot en ajoute dans la console, page « Services ».",
  noAddress: (name: string) =>
    `Le bot ne connaît pas l’adresse de « ${name} ». Une personne qui administre le bot la donne dans la console, page « Services ». En attendant, choisissez « Dire seulement à la personne à qui écrire ».`,
  gone: "Cette pièce jointe n’est plus conservée. Rouvrez le formulaire.",
  remind: ({ name, passedAt }: Passing) =>
    `« ${name} » n’a pas répondu depuis le ${passedAt ? dayAndTime(passedAt) : ""}. Relancez ce service, ou répondez à la personne.`,
}

/** The trouble that it shares with others. */
export const incident = {
  button: "Incident",
  field: "Incident",
  of: ({ id, title, isOpen }: { id: number; title: string; isOpen: boolean }) =>
    `n° ${id} : ${title}${isOpen ? "" : " (clos)"}`,
}

function quoted(words: string[]): string[] {
  return words.length > 0 ? [words.map((word) => `« ${word.replaceAll("*", "")} »`).join(", ")] : []
}
