import { expect, test } from "vitest"
import { mailOf } from "../adapters/cli/triage.ts"
import { readLexicon } from "../adapters/prompts/lexicon.ts"
import { openSorter } from "../adapters/prompts/sorter.ts"

const sort = openSorter(readLexicon())

test.each([
  ["activation", "Je n’ai jamais reçu le message pour activer mon compte."],
  ["mot-de-passe", "J’ai oublié mon mot de passe, mon compte est bloqué."],
  ["adresse-mel", "Après ma mutation, je voudrais changer mon adresse."],
  ["doublon", "J’ai deux comptes, pouvez-vous les fusionner ?"],
  ["compte-externe", "Un prestataire peut-il avoir un compte externe ?"],
  ["connexion-technique", "La page reste blanche dans Firefox : erreur 503."],
  ["inscription-session", "Je voudrais annuler mon inscription à la session."],
  ["attestation", "Où télécharger mon attestation ?"],
  ["progression", "Le quiz est réussi, le chapitre suivant reste grisé."],
  ["droits-formateur", "Il me faudrait les droits de formateur sur cet espace."],
  ["hors-perimetre", "Ma fiche de paie n’est pas dans RenoiRH."],
])("a mail about %s is known as such, with a reason", (category, text) => {
  const triage = sorted("Mentor", text)

  expect(triage.category).toBe(category)
  expect(triage.because.length).toBeGreaterThan(0)
})

test.each([
  "Depuis ce matin, je ne vois plus ma formation.",
  "Bonjour à tous, je n’ai pas reçu le message.",
  "J’ai essayé aujourd’hui et cet après-midi.",
  "URGENT !!! C’est INADMISSIBLE, répondez !",
  "Une formation est prévue pour 15 stagiaires en mars.",
  "Deux agents de mon équipe l’ont suivie.",
])("nothing presses in « %s »", (text) => {
  expect(sorted("Mentor", text).priority).toBe("normal")
})

test.each([
  { text: "Ma session commence demain à 9 h.", reason: "échéance" },
  { text: "Il me la faut d’ici ce soir.", reason: "échéance" },
  { text: "La session a commencé ce matin et je suis dehors.", reason: "échéance" },
  { text: "Nous avons 14 stagiaires qui ne peuvent pas entrer.", reason: "plusieurs personnes" },
  { text: "Aucun des participants ne voit le module.", reason: "plusieurs personnes" },
  { text: "Je crois que mon compte a été piraté.", reason: "sécurité" },
  { text: "C’est ma troisième relance.", reason: "relance" },
])("« $text » is urgent: $reason", ({ text, reason }) => {
  const triage = sorted("Mentor", text)

  expect(triage.priority).toBe("high")
  expect(triage.because.at(-1)).toContain(reason)
})

function sorted(objet: string, corps: string, de = "lea.martin@ministere.example") {
  return sort(mailOf({ de, objet, corps }))
}
