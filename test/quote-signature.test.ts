import { expect, test } from "vitest"
import { splitReply } from "../src/mail/quote.ts"

const WRITTEN = "Bonjour,\n\nMon compte est bloqué depuis hier.\nMerci de votre aide."

const SIGNATURES: Record<string, string> = {
  dashes: "-- \nJeanne Petit\nDirection des systèmes d'information",
  "two underscores": "__\nJeanne Petit",
  "a box": "+--------------+\n| Jeanne Petit |\n| DSI          |\n+--------------+",
  "an adverb and a name": "Musicalement vôtre\nJeanne Petit",
  "a rule": "---------------------------\nJeanne Petit\nDSI",
  "a formula": "Cordialement,\nJeanne",
  "a formula alone": "Bien cordialement",
  "a formula and a name in one line": "Cordialement, Jeanne PETIT",
  "an abbreviation": "Cdlt\nJ. Petit",
  respects: "Respects,\n\nAdjudant-chef Jeanne PETIT\nPeloton de Rennes",
  "a kind sentence and a name":
    "Dans l'attente de votre retour, je vous souhaite une belle journée.\n\nJeanne Petit",
  "a name and what they do": "Jeanne Petit\nCheffe de bureau\nLycée des Fables",
  "a name and what they do, in one line": "Merci\nJeanne Petit | Cheffe de bureau\nDSI",
  "thanks and a formula in one line": "Merci d'avance et bien cordialement,\nJeanne",
  "thanks and a name": "Merci,\n\nJeanne Petit",
  "a day and a name": "Bonne journée,\nJeanne",
  politeness:
    "Je vous prie d'agréer, Madame, Monsieur, l'expression de mes\nsalutations distinguées.\n\nJeanne Petit",
  "a card": "Jeanne Petit\nAssistante de direction\nTél. 01 23 45 67 89",
  "dashes before the name": "-- Jeanne Petit\nDSI",
  "a long card":
    "Très cordialement,\n\nJeanne Petit\nConseillère en évolution professionnelle\nRectorat - 3 boulevard de la Fiction - CS 12345 - 35000 RENNES CEDEX\nTél. : 01 23 45 67 89 - Port. : 06 12 34 56 78\nwww.rectorat.example",
  "a telephone": "Envoyé de mon iPhone",
  "a name and a telephone": "Cordialement\nJeanne\n\nEnvoyé de mon iPhone",
  Samsung: "Envoyé depuis mon smartphone Samsung Galaxy.",
  "Outlook for iOS": "Obtenir Outlook pour iOS<https://aka.ms/exemple>",
  "Outlook for Android": "Envoyé à partir de Outlook pour Android<https://aka.ms/exemple>",
  "K-9": "Envoyé de mon appareil Android avec Courriel K-9 Mail. Veuillez excuser ma brièveté.",
  Proton: "Envoyé avec la messagerie sécurisée Proton Mail.",
  Windows: "Provenance : Courrier pour Windows 10",
  Orange: "Envoyé depuis l'application Mail Orange",
  "a disclaimer":
    "Ce message et toutes les pièces jointes (ci-après le « message ») sont établis à\nl'intention exclusive de ses destinataires et sont confidentiels.",
  trees: "Pensez à l'environnement avant d'imprimer ce message.",
  "English thanks": "Thanks!\nJane",
  "English regards": "Best regards,\n\nJane Doe\nVP of Things\n(555) 123-4567",
  "an English telephone": "Sent from my iPhone, please excuse typos",
  "a list": "_______________________________\nusers mailing list\nusers@lists.example",
  "a dash and a name": "-jeanne",
  German: "Mit freundlichen Grüßen\n\nJane Doe",
  "a German telephone": "Von meinem iPhone gesendet",
  Spanish: "Saludos,\nJane",
  Dutch: "Met vriendelijke groet,\n\nJane Doe",
  Russian: "С уважением,\nИван Петров",
  "a Chinese telephone": "发自我的iPhone",
}

test.each(Object.entries(SIGNATURES))("%s at the end is a signature", (_, signature) => {
  const reply = splitReply({ text: `${WRITTEN}\n\n${signature}\n` })

  expect(reply).toEqual({ written: WRITTEN, signature, quoted: "" })
})

test.each(Object.entries(SIGNATURES))("%s above a quote is a signature", (_, signature) => {
  const quoted = "Le 03/03/2025 à 14:21, Aude Roy a écrit :\n> Bonjour\n> -- \n> Aude"

  const reply = splitReply({ text: `${WRITTEN}\n\n${signature}\n\n${quoted}` })

  expect(reply).toEqual({ written: WRITTEN, signature, quoted })
})

test.each([
  "Jeanne Petit",
  "PETIT Jeanne",
  "J. Petit",
  "Mme PETIT",
  "Jeanne",
  "Jeanne Petit, DSI",
  "Jeanne Petit\nDes lettres\nAgence des fables",
  "Littérairement,\nJeanne",
  "Very well,\nLt Jeanne Petit",
  "Cheers, Jeanne.",
  "Nanou Petit\njpetit@agence.example",
  "Cordialement,\nJeanne Petit\nVenez nous voir au salon !\nwww.agence.example",
])("« %s » is the signature of Jeanne Petit, below what she wrote", (signature) => {
  const from = { name: "PETIT Jeanne (DSI)", address: "jpetit@agence.example" }

  const reply = splitReply({ from, text: `${WRITTEN}\n\n${signature}` })

  expect(reply).toEqual({ written: WRITTEN, signature, quoted: "" })
})

test("her name is no signature where she was asked for it, nor above more text", () => {
  const from = { name: "Jeanne Petit", address: "jpetit@agence.example" }

  for (const text of [
    "Voici mon nom :\n\nJeanne Petit",
    "Cela marche-t-il ?\n\nOui,\nJeanne",
    "Bonjour,\n\nJeanne Petit\n\nC'est le nom qui manque sur mon attestation de septembre.",
  ])
    expect(splitReply({ from, text }).written).toBe(text)
})

test("a signature may stand below the quote", () => {
  const text = "Merci !\n\nLe 03/03/2025, Aude a écrit :\n> Bonjour\n\n-- \nJeanne Petit"

  expect(splitReply({ text })).toMatchObject({
    written: "Merci !",
    signature: "-- \nJeanne Petit",
  })
})

test("a card needs no blank line above it when the text has ended", () => {
  const text = "Merci de faire au plus vite.\nJeanne Petit\n01 23 45 67 89"

  expect(splitReply({ text }).written).toBe("Merci de faire au plus vite.")
})

test("a postscript below the signature was written by the person", () => {
  const text = "J'ai un souci.\n\nCordialement,\nJeanne\n\nPS : mon identifiant est jpetit."

  expect(splitReply({ text })).toMatchObject({
    written: "J'ai un souci.\n\nPS : mon identifiant est jpetit.",
    signature: "Cordialement,\nJeanne",
  })
})

test("a telephone's line above the text does not make a signature of the text", () => {
  const text = "Envoyé de mon iPhone\n\nJe n'arrive pas à me connecter."

  expect(splitReply({ text }).written).toBe("Je n'arrive pas à me connecter.")
})

test.each([
  ["thanks", "J'ai reçu le lien.\n\nMerci"],
  ["thanks to somebody", "J'ai reçu le lien.\n\nMerci Nadia"],
  ["a name alone", "J'ai reçu le lien.\nJeanne"],
  ["an answer that is only thanks and a name", "Merci,\nJeanne"],
  ["an answer that is only a formula", "Cordialement"],
  ["thanks and a plan", "Merci pour votre aide\nJe vais essayer demain."],
  ["a person to register", "Créez un compte pour :\n\nJeanne Petit\n01 23 45 67 89"],
  [
    "what was asked",
    "Voici :\n\nNom : Petit\nAdresse : jeanne@agence.example\nTél. : 01 23 45 67 89",
  ],
  ["a line between dashes", "Le serveur répond :\n--- Delivery report unavailable ---"],
  ["a list that ends with a name", "Voici la liste :\n- Paul\n- Jeanne"],
  [
    "what two rules frame",
    "La trace\n\n--------\nerreur 12\n--------\n\nElle revient à chaque essai.",
  ],
  ["what a colon announces", "La trace :\n\n--------\nerreur 12"],
  ["a list of people", "Ouvrez leur compte.\n\nPaul Noir\nService RH\nAnne Roux\nService RH"],
  [
    "a kind sentence that says something",
    "Merci.\nJe reste à votre disposition pour un essai demain à 10 h.\nJeanne",
  ],
  ["headings", "Étape 1\n------\nJe clique.\n\nÉtape 2\n------\nErreur. Que faire ?"],
  ["what was sent", "Rien.\n\nEnvoyé des documents hier, sans réponse."],
  ["where it was sent from", "Done.\n\nSent from my office at last, now that the door opens."],
  ["why it was sent", "Fini.\n\nEnvoyé de mon téléphone car mon poste ne démarre plus."],
  ["a message that appears", "Bonjour,\n\nCe message m'indique que le destinataire est inconnu."],
])("%s is not a signature", (_, text) => {
  expect(splitReply({ text })).toEqual({ written: text, signature: "", quoted: "" })
})
