// What a mail tells already is not asked: `src/triage/{missing,told,told-session}.ts`.
import { expect, test } from "vitest"
import { mailOf } from "../adapters/cli/triage.ts"
import { readLexicon } from "../adapters/prompts/lexicon.ts"
import { missingOf } from "../src/triage/missing.ts"
import { readingOf } from "../src/triage/reading.ts"

const lexicon = readLexicon()

function missing(category: string, corps: string, de = "lea.martin@ministere.example") {
  const mail = mailOf({ de, objet: "Mentor", corps })
  return missingOf(mail, readingOf(mail), category, lexicon)
}

test.each([
  "Merci d’annuler ma place à la session du 12 au 14 mars.",
  "Je ne pourrai pas venir à la formation de jeudi.",
  "Je n’ai pas pu assister hier à la classe virtuelle.",
  "Suis-je inscrite à la session 12 ?",
  "Où est le lien de la visio de cet après-midi ?",
])("the session is known in « %s »", (text) => {
  expect(missing("inscription-session", text)).not.toContain("session")
})

test.each([
  "Je n’ai aucune nouvelle de mon inscription faite lundi.",
  "Malgré mes mails du 2 et du 9, je ne sais pas si je suis inscrite à la session.",
  "Je suis en télétravail demain, écrivez-moi : suis-je inscrite ? Je n’ai rien reçu.",
])("the session is not known in « %s »", (text) => {
  expect(missing("inscription-session", text)).toContain("session")
})

test("a title in quotation marks names a training, what a page says is an error", () => {
  expect(missing("inscription-session", "Je voudrais suivre « Accueillir un public ».")).toEqual([
    "session",
  ])
  expect(missing("connexion-technique", "Sous Edge, j’ai « micro non détecté ».")).toEqual([])
  expect(missing("progression", "Le bouton « Continuer » du module 2 ne réagit pas.")).toEqual([
    "formation",
  ])
})

test("which of two addresses stays is not asked of who says where to bring both together", () => {
  const both = "J’ai deux comptes, lea.martin@ministere.example et lea.martin@culture.example."

  expect(missing("doublon", `${both} Peut-on les réunir sous ma nouvelle adresse ?`)).toEqual([])
  expect(missing("doublon", `${both} Que faire pour les réunir ?`)).toEqual(["adresse_a_conserver"])
})

test("neither a message nor a browser is asked where nobody can work", () => {
  const text = "Tout l’étage est concerné, la plateforme ne s’ouvre sur aucun PC."

  expect(missing("connexion-technique", text)).toEqual([])
})

test("who has moved already writes from the new address, who will move from the former one", () => {
  expect(missing("adresse-mel", "J’ai rejoint la DGS au 1er mars, mon compte est resté.")).toEqual([
    "ancienne_adresse",
  ])
  expect(missing("adresse-mel", "Je rejoins la DGS au 1er mars, gardez mon compte.")).toEqual([
    "nouvelle_adresse",
  ])
})

test("who says that the question is general is asked nothing", () => {
  const text =
    "Question générale : combien de temps nos comptes de prestataires restent-ils ouverts ?"

  expect(missing("compte-externe", text)).toEqual([])
})

test("an error that nobody noted is still to be told", () => {
  const text = "Sous Edge, une erreur surgit, dont je n’ai pas relevé le libellé."

  expect(missing("connexion-technique", text)).toEqual(["message_erreur"])
})

test("an invented name of a personal mailbox names nobody, a signature does", () => {
  expect(missing("activation", "Le lien est mort.", "mimi.bzh@boitemel.example")).toEqual([
    "nom_prenom",
    "adresse_compte",
  ])
  const signed = "Le lien est mort. Yannick Le Bihan"
  expect(missing("activation", signed, "y.le-bihan@boitemel.example")).toEqual(["adresse_compte"])
})
