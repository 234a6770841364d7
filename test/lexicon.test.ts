import { expect, test } from "vitest"
import { readLexicon } from "../adapters/prompts/lexicon.ts"
import { fold, type Lexicon, phrase, triageByLexicon, UNSURE } from "../src/triage/lexicon.ts"

const OURS = readLexicon()

test.each([
  { written: "certificat*", text: "mes certificats", isSeen: true },
  { written: "certificat*", text: "précertificat", isSeen: false },
  { written: "pix", text: "un pixel", isSeen: false },
  { written: "lien d'activation", text: "Le LIEN D’ACTIVATION !", isSeen: true },
  { written: "boîte", text: "la boite", isSeen: true },
  { written: "cœur", text: "le coeur", isSeen: true },
  { written: "compte … bloqué", text: "compte bloqué", isSeen: true },
  { written: "compte … bloqué", text: "mon compte Mentor est encore bloqué", isSeen: true },
  {
    written: "compte … bloqué",
    text: "compte un deux trois quatre cinq six sept bloqué",
    isSeen: false,
  },
  { written: "# agents", text: "12 agents", isSeen: true },
  { written: "# agents", text: "cinq agents", isSeen: true },
  { written: "# agents", text: "2 agents, 02 agents, des agents", isSeen: false },
  { written: "bloqu* … # agents", text: "cela bloque aujourd’hui 40 agents", isSeen: true },
])("« $written » in « $text »: $isSeen", ({ written, text, isSeen }) => {
  expect(phrase(written).pattern.test(fold(text))).toBe(isSeen)
})

test("the heaviest category is proposed, with its phrases as reasons", () => {
  const triage = triageByLexicon(aLexicon(), { subject: "Aide", text: "mon badge et mon quiz" })

  expect(triage).toMatchObject({ category: "progression", priority: "normal" })
  expect(triage.because).toEqual(["Reconnu dans le message\u00a0: «\u00a0quiz…\u00a0»."])
})

test("what the subject says counts twice", () => {
  const { category } = triageByLexicon(aLexicon(), { subject: "Badge", text: "le quiz" })

  expect(category).toBe("attestation")
})

test("what nobody taught is said to be unknown", () => {
  const triage = triageByLexicon(aLexicon(), { subject: "", text: "…" })

  expect(triage).toMatchObject({
    category: UNSURE,
    because: ["Aucune phrase connue\u00a0: à lire."],
  })
})

test("a mail that nobody wants is never urgent", () => {
  const triage = triageByLexicon(OURS, {
    subject: "Quota de messagerie dépassé",
    text: "Votre boîte est pleine. Cliquez ici avant demain.",
  })

  expect(triage).toMatchObject({ category: "indesirable", priority: "normal" })
})

test.each([
  "Depuis ce matin, je ne vois plus ma formation.",
  "Bonjour à tous, je n’ai pas reçu le message.",
  "J’ai essayé aujourd’hui et cet après-midi.",
  "URGENT !!! C’est INADMISSIBLE, répondez !",
  "Une formation est prévue pour 15 stagiaires en mars.",
  "Deux agents de mon équipe l’ont suivie.",
])("nothing presses in « %s »", (text) => {
  expect(triageByLexicon(OURS, { subject: "Mentor", text }).priority).toBe("normal")
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
  const triage = triageByLexicon(OURS, { subject: "Mentor", text })

  expect(triage.priority).toBe("high")
  expect(triage.because.at(-1)).toContain(reason)
})

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
  ["indesirable", "Je suis absente du 3 au 8. Réponse automatique."],
])("our lexicon knows %s", (category, text) => {
  expect(triageByLexicon(OURS, { subject: "Mentor", text }).category).toBe(category)
})

test("no phrase of our lexicon is taught twice to one category", () => {
  const twice = [...OURS.categories, ...OURS.highPriority].flatMap(({ phrases }) => {
    const sources = phrases.map(({ pattern }) => pattern.source)
    return sources.filter((source, i) => sources.indexOf(source) < i)
  })

  expect(twice).toEqual([])
})

test("a long mail is sorted at once", () => {
  const text = "je n’ai pas reçu le lien de mon compte à cette adresse ".repeat(20_000)

  const begin = performance.now()
  triageByLexicon(OURS, { subject: text.slice(0, 1_000), text })

  expect(performance.now() - begin).toBeLessThan(1_000)
})

function aLexicon(): Lexicon {
  const category = (id: string, ...phrases: string[]) => ({
    ...{ id, label: id },
    phrases: phrases.map((text) => phrase(text, id === "progression" ? 3 : 2)),
  })
  return {
    categories: [category("attestation", "badge*"), category("progression", "quiz*")],
    highPriority: [],
  }
}
