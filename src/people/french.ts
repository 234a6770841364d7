import type { Button, Card, Form } from "../card.ts"
import type { Member } from "./member.ts"

const ASK_AGAIN = "Tapez « /mentor lier » pour en recevoir un autre."

export const french = {
  consoleIsLinked:
    "Sur la console, vous êtes déjà connu. Tapez cette commande dans votre discussion.",
  addressForm: (member: Member | null): Form => ({
    submission: "member.link:0:0",
    title: "Relier mon compte",
    intro: member
      ? `Ce compte est relié à ${member.name}. Vous pouvez le relier à une autre adresse.`
      : "Un code à 6 chiffres est envoyé à votre adresse professionnelle. Il prouve que ce compte est bien le vôtre.",
    inputs: [
      {
        kind: "line",
        name: "address",
        label: "Votre adresse professionnelle",
        hint: "Par exemple : prenom.nom@ministere.example",
        isRequired: true,
        value: "",
      },
    ],
    submitLabel: "Recevoir le code",
  }),
  codeCard: (id: number): Card => ({
    fallback: "Si cette adresse est celle d’un membre de l’équipe, un code y est envoyé.",
    title: "Regardez votre messagerie",
    ticket: null,
    tone: "info",
    badges: [],
    fields: [],
    sections: [
      {
        heading: "Un code vous est envoyé",
        text: "Si cette adresse est celle d’un membre de l’équipe, un code à 6 chiffres y arrive dans la minute. Il est valable 10 minutes. Rien n’arrive ? Regardez dans les indésirables, vérifiez l’adresse, puis tapez de nouveau « /mentor lier ».",
      },
    ],
    buttons: [typeTheCode(id)],
  }),
  codeForm: (id: number): Form => ({
    submission: `member.code:${id}:0`,
    title: "Saisir le code",
    inputs: [
      {
        kind: "line",
        name: "code",
        label: "Code à 6 chiffres",
        hint: "Il est dans le message que vous avez reçu.",
        isRequired: true,
        value: "",
      },
    ],
    submitLabel: "Relier mon compte",
  }),
  notAnAddress:
    "Ce n’est pas une adresse électronique. Écrivez-la en entier : prenom.nom@ministere.example.",
  tooManyCodes: "Trop de codes ont été demandés. Attendez une heure, puis recommencez.",
  wrongCodeCard: (id: number, left: number): Card => {
    const tries = left < 2 ? "Il vous reste un essai." : `Il vous reste ${left} essais.`
    return {
      ...{ fallback: `Ce n’est pas le bon code. ${tries}`, title: "Ce n’est pas le bon code" },
      ...{ ticket: null, tone: "error", badges: [], fields: [] },
      sections: [
        { heading: tries, text: "Recopiez le code du dernier message reçu, sans espace." },
      ],
      buttons: [typeTheCode(id)],
    }
  },
  noTriesLeft: `Ce code a été essayé trop de fois : il ne sert plus. ${ASK_AGAIN}`,
  codeExpired: `Ce code n’est plus valable. ${ASK_AGAIN}`,
  linked: (name: string) =>
    `C’est fait : ce compte est relié à ${name}. Vous pouvez maintenant agir sur les demandes.`,
  administratorsOnly:
    "C’est réservé aux personnes qui administrent le bot. Demandez à l’une d’elles.",
  linkWrong: "Ce lien est incomplet. Copiez-le en entier, ou demandez-en un autre.",
  linkExpired: "Ce lien n’est plus valable : il servait pendant 10 minutes. Demandez-en un autre.",
  linkUsed: "Ce lien a déjà servi, ou ne sert plus. Demandez-en un autre.",
}

function typeTheCode(id: number): Button {
  return { label: "Saisir le code", action: `member.code:${id}:0`, style: "primary" }
}
