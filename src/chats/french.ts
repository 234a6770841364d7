export const french = {
  notAMember: "Vous n’êtes pas dans l’équipe de ce bot. Demandez à une personne qui l’administre.",
  notLinkedYet:
    "Rien n’a été fait : ce compte n’est relié à aucun membre de l’équipe. Si vous en faites partie, tapez « /mentor lier » : un code vous sera envoyé à votre adresse professionnelle.",
  unknownCommand: (text: string) =>
    `Je ne connais pas « ${text.slice(0, 40)} ». Tapez « aide » pour voir ce que je sais faire, ou posez votre question en une phrase.`,
  helpTitle: "Ce que je sais faire",
  commands: "Commandes",
  notLinked:
    "Ce compte n’est relié à aucun membre de l’équipe : les commandes sur les demandes vous sont refusées. Si vous en faites partie, reliez-le.",
  link: "Relier mon compte",
  unknownForm: "Ce formulaire n’est plus connu. Rechargez la page.",
}
