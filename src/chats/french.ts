export const french = {
  notAMember: "Vous n’êtes pas dans l’équipe de ce bot. Demandez à une personne qui l’administre.",
  unknownForm: "Ce formulaire n’est plus connu. Rechargez la page.",
}
