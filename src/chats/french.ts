export const french = {
  notAMember: "Vous n’êtes pas dans l’équipe de ce bot. Demandez à une personne qui l’administre.",
  unknownCommand: (text: string) =>
    `Je ne connais pas « ${text.slice(0, 40)} ». Tapez « aide » pour voir ce que je sais faire.`,
  helpTitle: "Ce que je sais faire",
  commands: "Commandes",
  notLinked: "Vous n’êtes pas dans l’équipe : les commandes sur les demandes vous seront refusées.",
  unknownForm: "Ce formulaire n’est plus connu. Rechargez la page.",
}
