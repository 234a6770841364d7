import type { Form } from "../card.ts"
import type { Place } from "../ports.ts"

const KIND: Record<Place["kind"], string> = {
  team: "Équipe : reçoit les cartes des demandes",
  community: "Communauté : reçoit les annonces",
}

/** What is told of places. */
export const french = {
  placeForm: (chats: string[]): Form => ({
    submission: "place.add:0:0",
    title: "Ajouter un lieu",
    intro: "Un lieu est un salon où le bot écrit. Invitez-y d’abord le bot.",
    inputs: [
      {
        ...{ kind: "select", name: "chat", label: "Discussion", isRequired: true },
        ...{ value: chats[0] ?? "", options: chats.map((value) => ({ value, label: value })) },
      },
      {
        ...{ kind: "line", name: "channel", label: "Identifiant du salon", isRequired: true },
        hint: "Slack : il commence par C, en bas des détails du salon. Discord : un nombre, par « Copier l’identifiant du salon ».",
        value: "",
      },
      { kind: "line", name: "name", label: "Nom du lieu", isRequired: true, value: "" },
      {
        ...{ kind: "select", name: "kind", label: "Ce qu’il reçoit", isRequired: true },
        value: "team",
        options: [
          { value: "team", label: KIND.team },
          { value: "community", label: KIND.community },
        ],
      },
    ],
    submitLabel: "Ajouter",
  }),
  nameForm: (id: string, name: string): Form => ({
    submission: `place.rename:${id}:0`,
    title: `Renommer le lieu « ${name} »`,
    inputs: [{ kind: "line", name: "name", label: "Nom du lieu", isRequired: true, value: name }],
    submitLabel: "Renommer",
  }),
  noChat:
    "Aucune discussion n’est configurée. Voyez docs/chats.md avec la personne qui installe le bot.",
  notAChannel:
    "Ce n’est pas l’identifiant d’un salon. Copiez-le depuis la discussion, sans espace.",
  placeKnown: "Ce lieu est déjà dans la liste.",
  noSuchPlace: "Ce lieu n’est plus connu. Rechargez la page.",
  nameMissing: (max: number) => `Donnez un nom au lieu (${max} caractères au plus).`,
  consoleStays: "La console montre toujours les demandes : ce lieu ne se ferme pas.",
  placeAdded: (name: string, kind: Place["kind"]) =>
    kind === "team"
      ? `« ${name} » recevra les cartes des demandes, à leur prochain changement.`
      : `« ${name} » recevra les annonces.`,
  placeRenamed: (name: string) => `Le lieu s’appelle « ${name} ».`,
  placeOpen: (name: string, isActive: boolean) =>
    isActive
      ? `« ${name} » reçoit de nouveau ce qui le concerne.`
      : `« ${name} » ne reçoit plus rien.`,
}
