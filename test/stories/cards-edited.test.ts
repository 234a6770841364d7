// Members write the answer cards: a form, a preview, a second click; nothing typed is lost, nothing that was is lost.
import { expect, test } from "vitest"
import type { Answer, Card } from "../../src/card.ts"
import { anEntry } from "../setup/an-entry.ts"
import { historyOf, starts } from "../setup/answer-cards.ts"
import { aWorld, buttonOf, type Who, type World } from "../setup/world.ts"

test("a card that was edited is previewed, then saved as a version that says who and when", async () => {
  const world = await withCard()

  const preview = await edits(world, { body: "Demandez-le à l’accueil, avant midi." })

  expect(await bodyOf(world)).toBe("Demandez-le à l’accueil.")
  expect(fieldOf(preview, "Ce qui change")).toBe("le texte")
  await world.clicks(buttonOf(preview, "Enregistrer"))
  await world.clicks(buttonOf(preview, "Enregistrer"))
  expect(await bodyOf(world)).toBe("Demandez-le à l’accueil, avant midi.")
  expect(await historyOf(world)).toEqual(["2 edited by Nadia Ferrand", "1 imported"])
  expect(await world.journal(null)).toEqual(["entry edited (Nadia Ferrand)"])
})

test("who validates a card is kept, with the day; another text is to be validated again, other questions are not", async () => {
  const world = await withCard()

  await world.does("entry.validate", "1-badge", "karim")
  const card = await world.store.storedEntry("badge")
  await saves(world, { questions: "a\nb\nc" })
  const withQuestions = await world.store.storedEntry("badge")
  const preview = await edits(world, { body: "Autre chose." })
  await world.clicks(buttonOf(preview, "Enregistrer"))

  expect(card).toMatchObject({ isValidated: true, validated: { by: "Karim Lenoir" } })
  expect(withQuestions).toMatchObject({ isValidated: true, validated: { by: "Karim Lenoir" } })
  expect(fieldOf(preview, "Statut")).toMatch("redeviendra « à valider »")
  const after = await world.store.storedEntry("badge")
  expect(after).toMatchObject({ isValidated: false, validated: null })
})

test("a text may be saved and validated at once", async () => {
  const world = await withCard()

  const preview = await edits(world, { body: "Autre chose." })
  const answer = await world.clicks(buttonOf(preview, "Enregistrer et valider"))

  expect(told(answer)).toBe("La fiche « Mon badge » est enregistrée et validée.")
  const after = await world.store.storedEntry("badge")
  expect(after).toMatchObject({ isValidated: true, validated: { by: "Nadia Ferrand" } })
})

test("a card with sentences to confirm cannot be validated, and the refusal says which", async () => {
  const world = await withCard("Le lien dure [à valider : sept jours].")

  const refused = world.does("entry.validate", "1-badge")

  await expect(refused).rejects.toThrow(
    /il reste une phrase marquée.*« sept jours ».*retirez les crochets/,
  )
  const preview = await edits(world, { title: "Mon lien" })
  expect(preview.buttons.map(({ label }) => label)).toEqual(["Enregistrer", "Modifier"])
  expect((await world.store.storedEntry("badge"))?.isValidated).toBe(false)
})

test("a card that changed since it was read is not validated unread", async () => {
  const world = await withCard()
  await saves(world, { body: "Un texte que Karim n’a pas lu." })

  const refused = world.does("entry.validate", "1-badge", "karim")

  await expect(refused).rejects.toThrow("a changé depuis que vous l’avez lue")
})

test("of two members who edit one card, the second is told who changed what, and loses nothing", async () => {
  const world = await withCard()
  const slow = await edits(world, { body: "Le texte de Nadia.", title: "Son titre" })
  await saves(world, { body: "Le texte de Karim." }, "karim")

  const refused = world.clicks(buttonOf(slow, "Enregistrer"))

  await expect(refused).rejects.toThrow(
    /^Karim Lenoir a modifié cette fiche \(mardi 24 novembre à 10.h.00\) pendant que vous écriviez\. Ce qui a changé : le texte\./,
  )
  const form = formOf(await world.clicks(buttonOf(slow, "Modifier")))
  expect(form.intro).toMatch(/Karim Lenoir[\s\S]*Texte actuel de la fiche :\n\nLe texte de Karim\./)
  const typed = Object.fromEntries(form.inputs.map(({ name, value }) => [name, value]))
  expect(typed).toMatchObject({ body: "Le texte de Nadia.", title: "Son titre" })
  const both = { ...typed, body: "Le texte de Karim, et de Nadia." }
  const preview = whispered(await world.sendsBack(form.submission, both))
  await world.clicks(buttonOf(preview, "Enregistrer"))
  expect(await bodyOf(world)).toBe("Le texte de Karim, et de Nadia.")
})

test("who previews after a colleague saved reads what changed before they can save", async () => {
  const world = await withCard()
  const form = formOf(await world.does("entry.edit", "badge"))
  await saves(world, { body: "Le texte de Karim." }, "karim")

  const preview = whispered(await sends(world, form, { body: "Le texte de Nadia." }))

  expect(preview.buttons.map(({ label }) => label)).toEqual(["Modifier"])
  expect(preview.sections[0]?.text).toMatch("Karim Lenoir a modifié cette fiche")
})

test.for([
  ["Bonjour {{prénom}},", /« {{prénom}} » ne peut pas rester.*{{prenom}}/],
  ["Le lien dure {{session.", /Fermez chaque {{ par }}/],
  ["Le lien [à valider : sept jours.", /Fermez .*chaque \[à valider : par \]/],
  ["", /Écrivez la réponse/],
] as const)("what may not stand in a text is refused, with the cure: %s", async ([body, cure]) => {
  const world = await withCard()

  await expect(edits(world, { body })).rejects.toThrow(cure)
})

test.for([
  [{ title: " " }, /Donnez un titre/],
  [{ questions: "une seule" }, /Donnez 3 à 100 questions/],
  [{ source: "" }, /d’où viennent les faits/],
  [{ category: "inventée" }, /Choisissez une catégorie/],
  [{ reviewOn: "demain" }, /« demain » n’est pas un jour/],
  [{ reviewOn: "2026-10-01" }, /doit venir après/],
] as const)("a card that lacks something is refused, with the cure: %j", async ([values, cure]) => {
  const world = await withCard()

  await expect(edits(world, values)).rejects.toThrow(cure)
})

test("an older version is brought back through a preview, as a new version", async () => {
  const world = await withCard()
  await saves(world, { body: "Un texte regretté." })

  const preview = whispered(await world.does("entry.restore", "1-badge"))
  await world.clicks(buttonOf(preview, "Enregistrer"))

  expect(await bodyOf(world)).toBe("Demandez-le à l’accueil.")
  expect((await historyOf(world))[0]).toBe("3 restored by Nadia Ferrand")
})

test("the changed file of a card that the team touched is taken, or kept away", async () => {
  const world = await withCard()
  await world.does("entry.validate", "1-badge")
  await starts(world, [anEntry({ body: "Le texte du fichier." })])

  const preview = whispered(await world.does("entry.file", "badge"))
  await world.clicks(buttonOf(preview, "Enregistrer"))
  const taken = await world.store.storedEntry("badge")
  await starts(world, [anEntry({ body: "Encore un autre." })])
  await world.does("entry.keep", "badge")
  const kept = await world.store.storedEntry("badge")
  await starts(world, [anEntry({ body: "Encore un autre." })])

  expect(taken).toMatchObject({ body: "Le texte du fichier.", offered: null, isValidated: false })
  expect(kept).toMatchObject({ body: "Le texte du fichier.", offered: null })
  expect((await world.store.storedEntry("badge"))?.offered).toBeNull()
})

test("a new card is given an id of its own, and is to be validated", async () => {
  const world = await withCard()
  const form = formOf(await world.does("entry.new", 0))
  const values = { title: "Mon badge !", body: "Oui.", questions: "a\nb\nc", source: "Guide" }

  for (const _ of ["one", "two"]) {
    const preview = whispered(await sends(world, form, values))
    await world.clicks(buttonOf(preview, "Enregistrer"))
  }

  const cards = await world.store.entries()
  expect(cards.map(({ id }) => id)).toEqual(["badge", "mon-badge", "mon-badge-2"])
  expect(cards.map(({ isValidated }) => isValidated)).toEqual([false, false, false])
})

test("a card that is retired is no longer proposed, and comes back", async () => {
  const world = await withCard()

  await world.does("entry.retire", "1-badge")
  const retired = await world.store.storedEntry("badge")
  await world.does("entry.back", "2-badge")

  expect(retired?.isRetired).toBe(true)
  expect((await world.store.storedEntry("badge"))?.isRetired).toBe(false)
})

test("a reader reads the cards and changes none", async () => {
  const world = await withCard()

  const read = whispered(await world.does("entry.show", "badge", "solene"))

  expect(read.sections[0]?.text).toBe("Demandez-le à l’accueil.")
  for (const [name, id] of [
    ...([
      ["entry.edit", "badge"],
      ["entry.validate", "1-badge"],
      ["entry.new", 0],
    ] as const),
    ...([
      ["entry.retire", "1-badge"],
      ["entry.restore", "1-badge"],
    ] as const),
  ] as const) {
    await expect(world.does(name, id, "solene")).rejects.toThrow("Votre rôle permet de lire")
  }
  expect(await historyOf(world)).toEqual(["1 imported"])
})

test("nobody saves what somebody else previewed", async () => {
  const world = await withCard()
  const preview = await edits(world, { body: "Le texte de Nadia." })

  const refused = world.clicks(buttonOf(preview, "Enregistrer"), "karim")

  await expect(refused).rejects.toThrow("Cet aperçu n’est plus là")
})

async function withCard(body = "Demandez-le à l’accueil."): Promise<World> {
  const world = await aWorld()
  await starts(world, [anEntry({ body })])
  return world
}

async function edits(world: World, values: Record<string, string>, by: Who = "nadia") {
  const form = formOf(await world.does("entry.edit", "badge", by))
  return whispered(await sends(world, form, values, by))
}

async function saves(world: World, values: Record<string, string>, by: Who = "nadia") {
  await world.clicks(buttonOf(await edits(world, values, by), "Enregistrer"), by)
}

function sends(
  world: World,
  { submission, inputs }: ReturnType<typeof formOf>,
  values: Record<string, string>,
  by: Who = "nadia",
): Promise<Answer> {
  const typed = Object.fromEntries(inputs.map(({ name, value }) => [name, value]))
  return world.sendsBack(submission, { ...typed, ...values }, by)
}

function formOf(answer: Answer) {
  if (answer.kind !== "form") throw new Error(`no form, but ${answer.kind}`)
  return answer.form
}

function whispered(answer: Answer): Card {
  if (answer.kind !== "whisper") throw new Error(`no preview, but ${answer.kind}`)
  return answer.card
}

function told(answer: Answer): string | undefined {
  return answer.kind === "done" ? answer.text : undefined
}

function fieldOf(card: Card, label: string): string | undefined {
  return card.fields.find((field) => field.label === label)?.text
}

async function bodyOf({ store }: World): Promise<string | undefined> {
  return (await store.storedEntry("badge"))?.body
}
