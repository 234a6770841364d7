// What makes a request press: `src/triage/{deadline,collective,incident,reminder}.ts`.
import { expect, test } from "vitest"
import { mailOf } from "../adapters/cli/triage.ts"
import { readLexicon } from "../adapters/prompts/lexicon.ts"
import { openSorter } from "../adapters/prompts/sorter.ts"

const sort = openSorter(readLexicon())

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

test("what presses is quoted as the person wrote it, accents and capitals included", () => {
  const { because } = sorted("Mentor", "Bonjour, ma formation a déjà commencé sans moi.")

  expect(because.at(-1)).toContain("a déjà commencé")
})

test.each([
  { text: "Ma session commence demain à 9 h.", reason: "échéance" },
  { text: "Il me la faut d’ici ce soir.", reason: "échéance" },
  { text: "La session a commencé ce matin et je suis dehors.", reason: "échéance" },
  { text: "Nous avons 14 stagiaires qui ne peuvent pas entrer.", reason: "plusieurs personnes" },
  { text: "Aucun des participants ne voit le module.", reason: "plusieurs personnes" },
  { text: "Je crois que mon compte a été piraté.", reason: "sécurité" },
  { text: "C’est ma troisième relance.", reason: "relance" },
  { text: "La visio « Achats : les bases » d’aujourd’hui est commencée.", reason: "échéance" },
  { text: "Mes neuf moniteurs trouvent le chapitre 4 verrouillé.", reason: "plusieurs personnes" },
  { text: "Pas un seul d’entre eux n’a reçu le lien.", reason: "plusieurs personnes" },
  { text: "Son attestation m’arrive avec sa date de naissance.", reason: "sécurité" },
  { text: "Sur vingt-cinq élèves, pas un seul ne voit le test.", reason: "plusieurs personnes" },
  { text: "Je peux lire les notes des autres candidats.", reason: "sécurité" },
  { text: "Le tableau des dates de naissance est en accès libre.", reason: "sécurité" },
  { text: "Voici ma relance, mes mails des 3 et 9 mars sont sans réponse.", reason: "relance" },
  { text: "La liste est partie avec les matricules par erreur.", reason: "sécurité" },
  { text: "J’ai écrit le 3 mars. Puis à nouveau le 12, sans réponse.", reason: "relance" },
])("« $text » is urgent: $reason", ({ text, reason }) => {
  const triage = sorted("Mentor", text)

  expect(triage.priority).toBe("high")
  expect(triage.because.at(-1)).toContain(reason)
})

test.each([
  { sent: "2026-03-11", text: "La session du 12 au 14 mars est-elle maintenue ?", isSoon: true },
  { sent: "2026-03-13", text: "Je suis à la session du 12 au 14 mars.", isSoon: true },
  { sent: "2026-03-02", text: "La session du 12 au 14 mars est-elle maintenue ?", isSoon: false },
  { sent: "2026-03-20", text: "Mon attestation de la session du 12 mars ?", isSoon: false },
  { sent: "2026-12-30", text: "Il me la faut pour le 4 janvier.", isSoon: true },
  { sent: "2026-03-12", text: "Il me la faut avant mardi.", isSoon: true },
  { sent: "2026-03-09", text: "Il me la faut avant vendredi.", isSoon: false },
  { sent: "2026-03-11", text: "I need it by noon on Friday.", isSoon: true },
  { sent: "2026-03-11", text: "Il me la faut avant la fin de la semaine.", isSoon: true },
  { sent: "2026-03-09", text: "Il me la faut avant la fin de la semaine.", isSoon: false },
  { sent: "2026-03-30", text: "Il me la faut avant la fin du mois.", isSoon: true },
  { sent: "2026-03-12", text: "Le jury se réunit le 14.", isSoon: true },
  { sent: "2026-03-12", text: "Le jury se réunit le 26.", isSoon: false },
  { sent: "2026-03-11", text: "La session est prévue le jeudi 26 mars.", isSoon: false },
])("« $text » sent on $sent: a deadline within three working days, $isSoon", (one) => {
  const date = new Date(`${one.sent}T08:00Z`)

  const triage = sort(
    mailOf({ de: "lea.martin@ministere.example", objet: "Mentor", corps: one.text, date }),
  )

  expect(triage.priority).toBe(one.isSoon ? "high" : "normal")
})

test.each([
  "Je reviens vers vous demain, rien ne presse.",
  "Trois collègues de mon bureau y arrivent, sans souci.",
  "J’ai changé mon mot de passe ce matin et saisi mon mot de passe : refusé.",
  "Je reçois trois mails de Mentor par jour.",
  "Relance automatique : c’est la troisième, alors que j’ai tout terminé.",
  "Deuxième message : pouvez-vous me dire si je suis inscrit ?",
  "Peut-on voir les notes des autres stagiaires quand on est tuteur ?",
  "Je ne vois pas les messages des autres stagiaires dans le forum.",
  "À partir de septembre, nos 45 agents changeront de domaine.",
  "Je recommence pour la sixième fois le même questionnaire.",
  "J’ai 30 agents inscrits et tout roule pour eux, un seul lien est périmé.",
  "Sous Firefox 128, PC du ministère, la page d’accueil est en erreur.",
])("nothing presses either in « %s »", (text) => {
  expect(sorted("Mentor", text).priority).toBe("normal")
})

function sorted(objet: string, corps: string, de = "lea.martin@ministere.example") {
  return sort(mailOf({ de, objet, corps }))
}
