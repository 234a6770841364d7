// *Proposer une fiche*: a good answer becomes a card to validate, without who asked, read by a member, by a second click.
import { expect, test } from "vitest"
import type { Answer, Card, Form } from "../../src/card.ts"
import { historyOf } from "../setup/answer-cards.ts"
import { aMail } from "../setup/builders.ts"
import { aPublicWorld } from "../setup/public-world.ts"
import { aWorld, buttonOf, type Who, type World } from "../setup/world.ts"

const REQUEST = {
  from: "Claire Dubois <claire.dubois@vallonie.gouv.example>",
  subject: "Attestation introuvable",
  text: "Bonjour Madame Roche,\n\nJe suis Claire Dubois, matricule 4512789. Où est mon attestation de la formation ? Mon numéro est le 06 12 34 56 78.\n\nMerci,\nClaire Dubois",
}
const ANSWER = `Bonjour Claire,

Merci pour votre message.

Votre attestation est sur la page « Mes formations » : https://mentor.example/mes-formations

Claire, votre collègue Paul MARTIN a eu le même souci le 12/03/2026. Écrivez-lui à paul.martin@vallonie.gouv.example ou au 06 11 22 33 44. Votre mot de passe provisoire est Tulipe-4821.

Sinon, écrivez à assistance@mentor.example, comme karim vous l’a dit (demande Mentor #1). Votre profil : https://mentor.example/profil/claire.dubois ou https://mentor.example/?mel=x%40vallonie.example.

Bien cordialement,

Nadia Ferrand
Centre d’appui`

async function anAnswered(answer = ANSWER) {
  const world = await aWorld()
  await world.receives(aMail({ ...REQUEST, messageId: "first@agents.example" }))
  await world.answers(1, answer)
  return world
}

test("the form holds the answer that left, without greeting, signature, names, addresses, numbers or secrets", async () => {
  const world = await anAnswered()

  const form = formOf(await world.clicks(buttonOf(world.card(1), "Proposer une fiche")))

  const typed = valuesOf(form)
  expect(
    typed.body,
  ).toBe(`Votre attestation est sur la page « Mes formations » : https://mentor.example/mes-formations

[à valider : nom retiré], votre collègue [à valider : nom retiré] a eu le même souci le [à valider : date retirée]. Écrivez-lui à [à valider : adresse retirée] ou au [à valider : numéro retiré]. Votre mot de passe provisoire est [à valider : secret retiré].

Sinon, écrivez à assistance@mentor.example, comme [à valider : nom retiré] vous l’a dit (demande [à valider : numéro retiré]). Votre profil : [à valider : lien retiré] ou [à valider : lien retiré]`)
  expect(typed).toMatchObject({
    ...{ title: "Attestation introuvable", category: "attestation" },
  })
  expect(typed.questions?.split("\n")).toEqual([
    "Attestation introuvable",
    "Où est mon attestation de la formation ?",
  ])
  expect(JSON.stringify(form)).not.toMatch(
    /karim|Claire|Dubois|Nadia|Ferrand|Paul|MARTIN|vallonie|4512789|06 1|Tulipe|#1/,
  )
})

test("what the member keeps is previewed, and a second click makes a card to validate of it, once", async () => {
  const world = await anAnswered()
  const preview = await proposes(world, 1, {
    body: "Votre attestation est dans « Mes formations ».",
  })
  expect(await world.store.entries()).toEqual([])

  await world.clicks(buttonOf(preview, "Enregistrer"))
  await world.clicks(buttonOf(preview, "Enregistrer"))

  const [card, ...others] = await world.store.entries()
  expect(others).toEqual([])
  expect(card).toMatchObject({
    ...{ id: "attestation-introuvable", isValidated: false, isOurs: true, version: 1 },
    body: "Votre attestation est dans « Mes formations ».",
    source: expect.stringMatching(/^Réponse de l’équipe, mardi 24 novembre/),
    ...{ verifiedOn: "2026-11-24", reviewOn: "2027-05-24", toFindOut: [] },
  })
  expect(await historyOf(world, "attestation-introuvable")).toEqual(["1 proposed by Nadia Ferrand"])
  expect(await world.journal(null)).toEqual(["entry proposed (Nadia Ferrand)"])
})

test("what still tells who somebody is, in what the member typed, is said above the preview", async () => {
  const world = await anAnswered()

  const named = await proposes(world, 1, {
    body: "Claire doit écrire à paul@vallonie.gouv.example, pas à assistance@mentor.example.",
    questions: "et pour Mme Roche\nun\ndeux",
  })
  const plain = await proposes(world, 1, { body: "Voir https://mentor.example/aide." })

  expect(named.fields[0]).toEqual({
    label: "Attention",
    text: "Cela désigne peut-être encore quelqu’un : « Claire », « paul@vallonie.gouv.example », « Roche ». Retirez-le avant d’enregistrer.",
  })
  expect(plain.fields.map(({ label }) => label)).not.toContain("Attention")
})

test("while something left out is marked, nobody can validate the card", async () => {
  const world = await anAnswered()

  const preview = await proposes(world)

  expect(preview.buttons.map(({ label }) => label)).toEqual(["Enregistrer", "Modifier"])
  expect(preview.fields.find(({ label }) => label === "Avant de valider")?.text).toContain(
    "« nom retiré »",
  )
  await world.clicks(buttonOf(preview, "Enregistrer"))
  await expect(world.does("entry.validate", "1-attestation-introuvable")).rejects.toThrow(
    "ne peut pas encore être validée",
  )
})

test("what comes back by Modifier is still a proposal, with what was typed", async () => {
  const world = await anAnswered()
  const preview = await proposes(world, 1, { title: "Mon titre", body: "Un texte." })

  const form = formOf(await world.clicks(buttonOf(preview, "Modifier")))
  const again = whispered(await world.sendsBack(form.submission, valuesOf(form)))
  await world.clicks(buttonOf(again, "Enregistrer"))

  expect(valuesOf(form)).toMatchObject({ title: "Mon titre", body: "Un texte." })
  expect(await historyOf(world, "mon-titre")).toEqual(["1 proposed by Nadia Ferrand"])
})

test("the answer is the last one of a person: neither the closing mail, nor one that was taken back", async () => {
  const world = await aPublicWorld()
  await world.receives(aMail(REQUEST))
  expect(labels(world.card(1))).not.toContain("Proposer une fiche")
  await world.answers(1, "Bonjour,\n\nLa bonne réponse.\n\nCordialement,\n\nNadia Ferrand")
  const preview = await world.previews(1, "Une réponse reprise.", "karim")
  await world.clicks(buttonOf(preview, "Envoyer"), "karim")
  await world.clicks(buttonOf(world.card(1), "Annuler l’envoi"), "karim")
  await world.closesWithMail(1)

  const form = formOf(await world.clicks(buttonOf(world.card(1), "Proposer une fiche")))

  expect(valuesOf(form).body).toBe("La bonne réponse.")
})

test("before an answer left there is nothing to propose, and a reader proposes nothing", async () => {
  const world = await aWorld()
  await world.receives(aMail(REQUEST))

  await expect(world.does("entry.propose", 1)).rejects.toThrow("Répondez d’abord")
  await expect(world.does("entry.propose", 9)).rejects.toThrow("n’existe pas")
  await world.answers(1, "Une réponse.")
  await expect(world.does("entry.propose", 1, "solene")).rejects.toThrow("Votre rôle")
})

test("an answer sent from a member's own mail program serves as well", async () => {
  const world = await aWorld()
  await world.receives(aMail({ ...REQUEST, messageId: "first@agents.example" }))
  await world.findsInSent(
    aMail({
      from: "Karim Lenoir <assistance@mentor.example>",
      ...{ to: "claire.dubois@vallonie.gouv.example", inReplyTo: "first@agents.example" },
      text: "Bonjour Mme Dubois,\n\nL’attestation est dans votre espace.\n\nCordialement,\nKarim Lenoir",
    }),
  )

  const form = formOf(await world.does("entry.propose", 1))

  expect(valuesOf(form).body).toBe("L’attestation est dans votre espace.")
})

async function proposes(
  world: World,
  ticket = 1,
  values: Record<string, string> = {},
  by: Who = "nadia",
): Promise<Card> {
  const form = formOf(await world.does("entry.propose", ticket, by))
  const questions = "où est mon attestation\nattestation introuvable\npas d’attestation"
  return whispered(
    await world.sendsBack(form.submission, { ...valuesOf(form), questions, ...values }, by),
  )
}

function formOf(answer: Answer): Form {
  if (answer.kind !== "form") throw new Error("no form opened")
  return answer.form
}

function valuesOf(form: Form): Record<string, string> {
  return Object.fromEntries(form.inputs.map(({ name, value }) => [name, value]))
}

function whispered(answer: Answer): Card {
  if (answer.kind !== "whisper") throw new Error("there is no preview")
  return answer.card
}

function labels(card: Card): string[] {
  return card.buttons.map(({ label }) => label)
}
