// What the bot says on Discord by itself.
import type { Tone } from "../../src/card.ts"

export const french = {
  more: "… (suite dans la demande)",
  moreAt: (url: string) => `… ([suite dans la demande](${url}))`,
  moreActions: "D’autres actions…",
  tones: {
    neutral: "",
    info: "Information",
    success: "C’est fait",
    warning: "Attention",
    error: "Problème",
  } satisfies Record<Tone, string>,
  done: "C’est fait.",
  links: "Liens",
  confirmLabel: "Confirmer",
  confirm: (button: string) => `« ${button} » ne s’annule pas. Confirmez-vous ?`,
  failed: (reference: string) =>
    `Une erreur est survenue (référence ${reference}). Rien n’est perdu : réessayez dans un instant.`,
  youWrote: "Ce que vous aviez écrit",
  resume: "Reprendre le formulaire",
  open: (title: string) => `Ouvrir « ${title} »`,
  opensHere: "Ce formulaire s’ouvre par un bouton.",
  tooBig: (url: string | null) =>
    `Ce formulaire est trop grand pour Discord. ${url ? `Ouvrez-le dans la console : ${url}` : "Ouvrez-le dans la console."}`,
  filesElsewhere: "Pour joindre un fichier, passez par la console.",
  formForgotten: "Ce formulaire n’est plus connu. Ouvrez-le de nouveau.",
  noChoice: "Aucun choix possible",
  filesTooBig: "Les fichiers sont trop gros : 10 Mo en tout au plus.",
  fileGone: (name: string) =>
    `Le fichier « ${name} » n’a pas pu être lu sur Discord. Joignez-le de nouveau.`,
  attached: (names: string[]) => `(sur Discord, avec ${names.join(", ")})`,
  noteLost: "Cette note n’a pas pu être enregistrée. Écrivez-la de nouveau dans un instant.",
  writeMePrivately:
    "Je réponds en privé, et vos messages privés sont fermés. Utilisez plutôt la commande /mentor.",
  threadName: "Échanges de l’équipe",
  command: "Les demandes et l’équipe, sans quitter Discord.",
  openTicket: "Ouvrir une demande",
}
