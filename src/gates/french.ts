import { count } from "../calendar/french.ts"
import { type Evidence, isEnough, lowerBound, stillNeeded } from "./evidence.ts"
import type { Agreement } from "./store.ts"

export const gateWords = {
  title: "Réponses automatiques",
  closed: (evidence: Evidence) => ["Fermée", ...measured(evidence)].join(" · "),
  neverHeading: "Jamais automatiques",
  neverBecause: (label: string, reason: string) => `${label}\u00a0: ${reason}.`,
  neverTopics:
    "Et partout\u00a0: compte suspendu, droits sur les données, réclamation, sécurité, colère, pièce jointe, deuxième message.",
  howHeading: "Comment c’est compté",
  how: "Une demande compte si sa réponse aurait pu partir seule. Elle est réussie si vous avez envoyé la fiche proposée, sans changer ce qu’elle dit.",
  /** Why a request is a person’s to answer. */
  person: {
    noCard: "aucune fiche sûre",
    notValidated: "fiche à valider",
    toReview: "fiche à relire",
    missing: "il manque une information",
    category: "catégorie jamais automatique",
    suspended: "compte suspendu",
    urgent: "demande prioritaire",
    attachment: "pièce jointe",
    secondMessage: "deuxième message",
    mayContinue: "peut-être la suite d’une autre demande",
    recent: "cette personne a écrit il y a moins d’un mois",
    language: "message dans une autre langue",
    forAnother: "demande pour une autre personne",
    address: "adresse à vérifier",
    opened: "demande ouverte par l’équipe",
    forwarded: "message transféré",
    replyTo: "la réponse irait à une autre adresse",
    machine: "message automatique reçu",
    incident: "incident en cours",
    passed: "demande transmise à un autre service",
    merged: "demande réunie avec une autre",
  },
  never: {
    mixed: "comptes suspendus, données personnelles et sécurité s’y mêlent",
    elsewhere: "un autre service répond",
    unwanted: "personne ne répond à ces messages",
    unknown: "cette catégorie n’existe plus",
  },
  agreement: {
    heading: "Le bot et vous",
    lastWeek: ({ proposed, same, silent }: Agreement) =>
      [
        proposed > 0
          ? `La semaine passée, le bot aurait répondu comme vous à ${same} ${same < 2 ? "demande" : "demandes"} sur ${proposed}.`
          : "La semaine passée, le bot n’a eu de réponse sûre à aucune demande.",
        ...(silent > 0 ? [`Il n’aurait pas répondu à ${count(silent, "autre")}.`] : []),
      ].join(" "),
  },
}

function measured(evidence: Evidence): string[] {
  const { decided, successes } = evidence
  const needed = stillNeeded(evidence)
  return [
    decided === 0
      ? "aucune demande décidée"
      : `${count(decided, "décidée")}, ${count(successes, "réussie")}`,
    ...(decided === 0 ? [] : [`borne basse ${percent(lowerBound(evidence))}`]),
    isEnough(evidence) ? "peut être ouverte" : `encore ${count(needed, "demande")}`,
  ]
}

/** « 97,9 % »; never rounded up to what it is not. */
function percent(share: number): string {
  return `${(Math.floor(share * 1000) / 10).toFixed(1).replace(".", ",")}\u00a0%`
}
