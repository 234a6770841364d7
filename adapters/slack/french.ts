// What people of the team read in Slack, besides cards.
export const french = {
  /** Slack refuses empty texts. */
  nothing: "(vide)",
  more: "… (suite dans la demande)",
  moreFields: (count: number) => `… et ${count} autres lignes (suite dans la demande)`,
  moreButtons: (count: number) => `… et ${count} autres boutons dans la demande`,
  openInConsole: "Ouvrir dans la console",
  confirmTitle: "Confirmer",
  cancel: "Annuler",
  close: "Fermer",
  searching: "Je cherche…",
  waitingTitle: "Un instant…",
  waiting: "La réponse arrive. Vous pouvez laisser cette fenêtre ouverte.",
  doneTitle: "C’est fait",
  done: "C’est fait.",
  previewClosed: "Vous avez fermé l’aperçu : rien n’est parti, et votre texte est gardé.",
  typed: "Voici ce que vous aviez écrit :",
  refusedTitle: "Rien n’a été fait",
  nothingToChoose: "Aucun choix n’est possible.",
  chooseOne: "Choisissez",
  failed: (reference: string) =>
    `Une erreur est survenue, et rien n’est perdu : ce qui était enregistré l’est toujours. Recommencez dans un instant ; si cela dure, donnez la référence ${reference} à la personne qui administre le bot.`,
  tooLate:
    "Slack laisse trois secondes pour ouvrir un formulaire, et la réponse est venue trop tard. Rien n’est perdu : cliquez de nouveau.",
  needsClick:
    "Ce formulaire ne peut s’ouvrir que depuis un bouton ou la commande /mentor. Utilisez le bouton de la carte.",
  formInConsole: (why: string) =>
    `Ce formulaire ne tient pas dans Slack (${why}). Continuez dans la console du bot.`,
  notShown: "Cette fenêtre ne peut pas être affichée dans Slack. Continuez dans la console du bot.",
  obstacles: {
    text: (label: string) => `« ${label} » dépasse 3 000 caractères`,
    options: (label: string) => `« ${label} » a trop de choix`,
    inputs: "il a trop de champs",
  },
  files: {
    tooLarge: (megabytes: number) =>
      `Les fichiers dépassent ${megabytes} Mo. Joignez-en moins, ou répondez depuis la console.`,
    unreadable: (name: string) =>
      `Le fichier « ${name} » n’a pas pu être lu dans Slack. Joignez-le de nouveau, ou répondez depuis la console.`,
    inThread: (names: string[]) =>
      `(${names.length > 1 ? "fichiers joints" : "fichier joint"} dans Slack : ${names.join(", ")})`,
  },
  homeFailed:
    "Vos demandes ne peuvent pas être affichées pour le moment. Rouvrez cet onglet dans un instant.",
  someone: "une personne",
}
