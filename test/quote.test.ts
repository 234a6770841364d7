import { expect, test } from "vitest"
import { splitReply } from "../src/mail/quote.ts"

test("an answer above a Thunderbird quote is what the person wrote", () => {
  const text = `Bonjour,

Voici la capture demandée.

Le 12/03/2024 à 10:02, Assistance Mentor a écrit :
> Bonjour Madame,
>
> Pouvez-vous nous envoyer une capture ?
> -- 
> L'assistance`

  const reply = splitReply({ text })

  expect(reply.written).toBe("Bonjour,\n\nVoici la capture demandée.")
  expect(reply.quoted).toMatch(/^Le 12\/03\/2024 à 10:02[\s\S]*> L'assistance$/)
  expect(reply.signature).toBe("")
})

test("an answer above an Outlook quote, which nothing marks, ends at its headers", () => {
  const text = `Toujours bloqué ce matin.

Bien cordialement,

Jeanne PETIT
Bureau des usages
Tél. : 01 23 45 67 89

________________________________
De : Assistance Mentor <assistance@mentor.example>
Envoyé : lundi 3 mars 2025 14:21
À : PETIT Jeanne
Objet : RE: accès

Bonjour Madame,
Cordialement,
L'assistance`

  const reply = splitReply({ text })

  expect(reply.written).toBe("Toujours bloqué ce matin.")
  expect(reply.signature).toBe(
    "Bien cordialement,\n\nJeanne PETIT\nBureau des usages\nTél. : 01 23 45 67 89",
  )
  expect(reply.quoted).toMatch(/^_{32}\nDe : [\s\S]*L'assistance$/)
})

test("answers between and below quoted lines are kept in their order", () => {
  const text = `Le lun. 3 mars 2025 à 14:21, Assistance <assistance@mentor.example> a écrit :

> Quel est votre identifiant ?
jpetit
> Et votre service ?

La DSI.

> Merci

Merci à vous`

  const { written } = splitReply({ text })

  expect(written.replace(/\s+/g, " ")).toBe("jpetit La DSI. Merci à vous")
})

test("the end of a quoted line that a relay folded is no answer", () => {
  const text = `Oui.

> Bonjour, pouvez-vous nous dire depuis quand votre compte ne répond plus et
quel message apparaît ?
>
> Voir https://mentor.example/aide?sujet=
compte-bloque
>
(https://mentor.example/aide)
> L'assistance`

  expect(splitReply({ text }).written).toBe("Oui.")
})

test("a short answer between two quoted lines is one, even without a capital", () => {
  const text = "> Cela marche ?\nnon\n> Et sur votre téléphone ?\noui"

  expect(splitReply({ text }).written).toBe("non\noui")
})

test("a forwarded mail without a word of the person is all quoted", () => {
  const text = `---------- Forwarded message ---------
De : Jeanne Petit <jeanne@agence.example>
Date: lun. 3 mars 2025 à 14:21
Objet : accès
À : <assistance@mentor.example>

Je ne peux plus entrer.`

  const reply = splitReply({ text })

  expect(reply).toEqual({ written: "", signature: "", quoted: text })
})

test("two headers without an address above marked lines are headers", () => {
  const text = `Pour attribution.

De : PETIT Jeanne
À : assistance de proximité
> mon mot de passe n'est plus bon

De : assistance de proximité
À : PETIT Jeanne
> Ce n'est pas de notre ressort`

  expect(splitReply({ text }).written).toBe("Pour attribution.")
})

test("webmails that mark the headers and not the mail still quote it", () => {
  const text = `Oui, toujours.

> Message du 03/03/25 14:21
> De : "Assistance" <assistance@mentor.example>
> A : jeanne@agence.example
> Objet : accès
>

Bonjour, est-ce toujours bloqué ?`

  expect(splitReply({ text }).written).toBe("Oui, toujours.")
})

test.each([
  [
    "a story with dates",
    "Le 3 mars 2025 mon compte a été bloqué.\nLe 4, le message est apparu :\nnon",
  ],
  ["what somebody said", "Hier, 12/03, ma cheffe a écrit :\n« inscrivez-vous »\n\nComment faire ?"],
  ["what they sent", "Le 12/03/2025 j'ai écrit à aide@mentor.example :\nbonjour\n\nQue faire ?"],
  ["whom they wrote to", "Le 12/03/2025 j'ai écrit à l'aide (aide@mentor.example) :\nbonjour"],
  ["a journey", "De : Paris\nÀ : Lyon\nLe train part à 10:02."],
  [
    "a delivery report",
    "Refusé :\nhost 192.0.2.22: 550 <a@b.example>:\nUser unknown\n\nQue faire ?",
  ],
  ["an appointment", "Entretien :\n\nDate : mercredi 3 octobre\nHeure : 7:00\n\nMerci d'apporter…"],
  ["a subject", "Objet : accès bloqué\n\nBonjour,\nmon compte est bloqué."],
  ["an English story", "On the other screen you can read:\n\n  error 12\n\nIs that normal?"],
  ["an ornament", "Venez nombreux\n>>> https://salon.example <<<\nInscription libre"],
  ["an arrow", "Regardez :\n--> un\n--> deux"],
  ["dashes in a sentence", "Et voici -- ce n'est pas une signature -- la suite."],
])("%s is not taken for a quote", (_, text) => {
  expect(splitReply({ text })).toEqual({ written: text, signature: "", quoted: "" })
})
