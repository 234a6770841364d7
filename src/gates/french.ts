import { count, longDay } from "../calendar/french.ts"
import { type Evidence, isEnough, lowerBound, stillNeeded } from "./evidence.ts"
import type { Agreement, Gate } from "./store.ts"

export const gateWords = {
  title: "Réponses automatiques",
  state: (gate: Gate | null, evidence: Evidence) =>
    [
      gate?.isOpen ? openedBy(gate) : "Fermée",
      ...measured(evidence),
      ...(gate?.isOpen ? [] : [needed(evidence)]),
    ].join(" · "),
  openButton: (label: string) => `Ouvrir\u00a0: ${label}`,
  closeButton: (label: string) => `Fermer\u00a0: ${label}`,
  confirmOpening: (label: string) =>
    `Le bot répondra seul aux demandes sûres de la catégorie «\u00a0${label}\u00a0», dix minutes après les avoir montrées. Ouvrir\u00a0?`,
  opened: (label: string) =>
    `«\u00a0${label}\u00a0» est ouverte. Chaque réponse s’annonce sur sa carte dix minutes avant de partir, avec «\u00a0Arrêter\u00a0».`,
  isClosed: (label: string) =>
    `«\u00a0${label}\u00a0» est fermée. Rien ne part plus sans vous dans cette catégorie.`,
  neverOpens: (label: string, reason: string) =>
    `«\u00a0${label}\u00a0» ne s’ouvre jamais\u00a0: ${reason}.`,
  notYet: (label: string, evidence: Evidence) =>
    `«\u00a0${label}\u00a0» ne peut pas encore s’ouvrir\u00a0: il faut plus de 98\u00a0%, la borne basse est à ${percent(lowerBound(evidence))}. Il manque ${count(stillNeeded(evidence), "réussite")} de suite.`,
  movedHeading: "Ce qui change",
  moved: (label: string, gate: Gate, evidence: Evidence) => {
    if (gate.isOpen) {
      return {
        title: `Réponses automatiques ouvertes\u00a0: ${label}`,
        text: `Ouvertes par ${gate.by ?? "l’équipe"}. Le bot répond seul quand il est sûr. Sa réponse s’annonce sur la carte dix minutes avant de partir\u00a0: «\u00a0Arrêter\u00a0» la retient.`,
      }
    }
    const who = gate.by
      ? `Fermées par ${gate.by}.`
      : `Fermées d’elles-mêmes\u00a0: la borne basse est à ${percent(lowerBound(evidence))}, il faut plus de 98\u00a0%.`
    return {
      title: `Réponses automatiques fermées\u00a0: ${label}`,
      text: `${who} Les demandes de cette catégorie attendent de nouveau une personne.`,
    }
  },
  stopped: (id: number) =>
    `La réponse automatique de la demande #${id} ne partira pas. Elle compte comme un échec du bot\u00a0: à vous de répondre.`,
  nothingToStop:
    "Aucune réponse automatique n’attend plus de partir. La carte dit ce qu’il en est.",
  leftAlready: "La réponse automatique est déjà partie. Vous pouvez en écrire une autre.",
  readersCannot: "Votre rôle permet de lire, pas d’agir.",
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
    incident: "incident",
    passed: "demande transmise à un autre service",
    closed: "catégorie fermée",
    evidence: "plus assez de réussites",
    corrected: "catégorie corrigée",
    taken: "quelqu’un s’en occupe",
    old: "demande reçue il y a plus d’un jour",
    tooMany: "trop de messages automatiques en une heure",
    changed: "la demande a changé",
    late: "le bot était arrêté à l’heure du départ",
    cardChanged: "la fiche a changé",
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

function openedBy({ at, by }: Gate): string {
  return `Ouverte depuis le ${longDay(at)}${by ? ` par ${by}` : ""}`
}

function measured(evidence: Evidence): string[] {
  const { decided, successes } = evidence
  return [
    decided === 0
      ? "aucune demande décidée"
      : `${count(decided, "décidée")}, ${count(successes, "réussie")}`,
    ...(decided === 0 ? [] : [`borne basse ${percent(lowerBound(evidence))}`]),
  ]
}

function needed(evidence: Evidence): string {
  return isEnough(evidence)
    ? "peut être ouverte"
    : `encore ${count(stillNeeded(evidence), "demande")}`
}

/** « 97,9 % »; never rounded up to what it is not. */
function percent(share: number): string {
  return `${(Math.floor(share * 1000) / 10).toFixed(1).replace(".", ",")}\u00a0%`
}
