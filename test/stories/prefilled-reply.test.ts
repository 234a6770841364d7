// Answers arrive prepared: greeting, the card that answers, one question for each missing item; a member decides.
import { expect, test } from "vitest"
import type { Answer } from "../../src/card.ts"
import { aMail } from "../setup/builders.ts"
import { OUR_CARDS, search } from "../setup/our-cards.ts"
import { aWorld, buttonOf, type World } from "../setup/world.ts"

const FROM = "Claire Dubois <claire.dubois@vallonie.gouv.example>"
const EXPIRED = {
  from: FROM,
  subject: "Lien d’activation périmé",
  text: "Bonjour,\n\nLe lien pour activer mon compte est périmé. Pouvez-vous m’en envoyer un autre ?",
}

test("the form holds greeting, the text of the card and signature", async () => {
  const world = await aWorld({ faq: OUR_CARDS })
  await world.receives(aMail(EXPIRED))

  const text = textOf(await world.does("ticket.reply", 1))

  expect(text).toMatch(/^Bonjour Claire,\n\nMerci pour votre message\.\n\nEssayez d’abord/)
  expect(text).toMatch(/Bien cordialement,\n\nNadia Ferrand\nCentre d’appui$/)
})

test("the card of the request names the answer card, and says which question is nearest", async () => {
  const world = await aWorld({ faq: OUR_CARDS })

  await world.receives(aMail(EXPIRED))

  expect(proposed(world)).toMatch(
    /^Mon lien d’activation a expiré.*Ressemble à la question « le lien pour activer mon compte est périmé/,
  )
})

test("the draft asks for the bot’s own mailbox to be answered, not to be written to", async () => {
  const world = await aWorld({ faq: OUR_CARDS })
  await world.receives(aMail(EXPIRED))

  const text = textOf(await world.does("ticket.reply", 1))

  expect(text).toContain("Répondez à ce message.")
  expect(text).not.toMatch(/\{\{|Écrivez à l’assistance|avec votre nom et l’adresse/)
})

test("what is missing is asked for, one question each, and what was told is not", async () => {
  const world = await aWorld({ faq: OUR_CARDS })
  await world.receives(
    aMail({ from: FROM, subject: "Page blanche", text: "J’ai une page blanche sur Mentor." }),
  )
  await world.receives(
    aMail({ from: FROM, subject: "Page blanche", text: "J’ai une page blanche avec Firefox." }),
  )

  const [first, second] = [
    textOf(await world.does("ticket.reply", 1)),
    textOf(await world.does("ticket.reply", 2)),
  ]

  expect(first.match(/^- Quel navigateur utilisez-vous/gm)).toHaveLength(1)
  expect(second).not.toContain("Quel navigateur")
})

test("a card that only says what to send waits for the answers to the questions", async () => {
  const world = await aWorld({ faq: OUR_CARDS })
  await world.receives(
    aMail({
      from: FROM,
      subject: "Deux comptes",
      text: "J’ai deux comptes, merci de les fusionner.",
    }),
  )

  const text = textOf(await world.does("ticket.reply", 1))

  expect(text).toMatch(/^- Quelles sont les adresses électroniques des deux comptes/m)
  expect(text).toMatch(/^- Laquelle des deux adresses/m)
  expect(text).not.toContain("Mentor prévoit un seul compte")
})

test("the title of a training that was told fills the card, and is not asked for", async () => {
  const world = await aWorld({ faq: OUR_CARDS })
  await world.receives(
    aMail({
      from: FROM,
      subject: "Progression bloquée",
      text: "Le module suivant ne se débloque pas dans la formation « Sobriété foncière ».",
    }),
  )

  const text = textOf(await world.does("ticket.reply", 1))

  expect(text).toContain("la page de la formation « Sobriété foncière »")
  expect(text).not.toContain("De quelle formation")
})

test("a text that holds what is still to be validated cannot leave, and the preview says which", async () => {
  const world = await aWorld({ faq: OUR_CARDS })
  await world.receives(aMail(EXPIRED))
  const form = await world.does("ticket.reply", 1)

  const preview = await world.resends(form)

  expect(preview.buttons.map(({ label }) => label)).toEqual(["Modifier"])
  expect(preview.fields[0]?.text).toContain("Le lien de confirmation est valable 7 jours.")
  const send = buttonOf(preview, "Modifier").replace("edit", "send")
  await expect(world.clicks(send)).rejects.toThrow("valable 7 jours")
  await world.passes(60)
  expect(world.answersSent()).toEqual([])
})

test("once the brackets are gone, it leaves as it was edited", async () => {
  const world = await aWorld({ faq: OUR_CARDS })
  await world.receives(aMail(EXPIRED))
  const form = await world.does("ticket.reply", 1)

  const text = textOf(form).replace(/\[à valider : ([^\]]*)\]/g, "$1")
  await world.clicks(buttonOf(await world.resends(form, "nadia", { text }), "Envoyer"))
  await world.passes(31)

  expect(world.answersSent()).toMatchObject([{ text }])
})

test.for(["[à valider : x]", "[ À valider x", "[à\u00a0valider\u00a0: x]"])(
  "a mark is seen however it was taken up: « %s »",
  async (mark) => {
    const world = await aWorld()
    await world.receives(aMail())

    const preview = await world.previews(1, `Bonjour, ${mark}`)

    expect(preview.buttons.map(({ label }) => label)).not.toContain("Envoyer")
  },
)

test("several cards are possible: the card numbers them, and one click opens the form with one of them", async () => {
  const world = await aWorld({ faq: { ...OUR_CARDS, answerNow: async () => UNSURE } })
  await world.receives(aMail(EXPIRED))

  const plain = textOf(await world.does("ticket.reply", 1))
  const chosen = await world.clicks(buttonOf(world.card(1), "Répondre (fiche 2)"))

  expect(field(world, "Fiches possibles")).toMatch(/^1\. Mon lien .* · 2\. Je n’ai pas reçu/)
  expect(plain).not.toContain("Essayez")
  expect(textOf(chosen)).toContain("courriers indésirables")
})

test.for([
  ["anger", "C’est inadmissible ! Mon lien d’activation est périmé.", "mécontente"],
  ["security", "Quelqu’un utilise mon compte, mon lien d’activation est périmé.", "sécurité"],
  ["data rights", "Au titre du RGPD, effacez toutes mes données.", "données personnelles"],
  ["a reminder", "Deuxième relance : mon lien d’activation est périmé.", "relancé"],
] as const)("nothing is written for a person who alone can answer: %s", async ([, text, why]) => {
  const world = await aWorld({ faq: OUR_CARDS })
  await world.receives(aMail({ from: FROM, subject: "Activation de mon compte", text }))

  expect(textOf(await world.does("ticket.reply", 1))).toMatch(
    /^Bonjour Claire,\s+Bien cordialement/,
  )
  expect(proposed(world)).toContain(why)
})

test("undesirable mail gets no text; another service’s gets the text of that service, and no card", async () => {
  const world = await aWorld({ faq: OUR_CARDS })
  const [from, fees] = ["jean@vallonie.gouv.example", "Mes frais Chorus DT ne sont pas payés."]
  await world.receives(
    aMail({ from: "support@boite-pleine.example", subject: "Boîte pleine", text: "Cliquez ici." }),
  )
  await world.receives(aMail({ from, subject: "Frais de déplacement", text: fees }))

  const texts = [await world.does("ticket.reply", 1), await world.does("ticket.reply", 2)].map(
    textOf,
  )

  expect(texts[0]).toMatch(/^Bonjour[^,]*,\s+Bien cordialement/)
  expect(texts[1]).toContain("votre service des ressources humaines")
  const proposals = [1, 2].flatMap((id) => world.card(id).fields)
  expect(proposals.map(({ label }) => label)).not.toContain("Réponse proposée")
})

test("on a second message nothing is proposed: the draft would repeat itself", async () => {
  const world = await aWorld({ faq: OUR_CARDS })
  await world.receives(aMail({ ...EXPIRED, messageId: "first@agents.example" }))
  expect(proposed(world)).not.toBe("")

  await world.receives(aMail({ from: FROM, inReplyTo: "first@agents.example", text: "Et alors ?" }))

  expect(textOf(await world.does("ticket.reply", 1))).toMatch(
    /^Bonjour Claire,\s+Bien cordialement/,
  )
  expect(proposed(world)).toBe("")
})

test("once it was answered, nothing is proposed any more", async () => {
  const world = await aWorld({ faq: OUR_CARDS })
  await world.receives(aMail(EXPIRED))

  await world.answers(1, "Voici un lien.")

  expect(textOf(await world.does("ticket.reply", 1))).toMatch(
    /^Bonjour Claire,\s+Bien cordialement/,
  )
  expect(proposed(world)).toBe("")
})

test("while the cards are being learnt, the request is shown; the answer is proposed when it is found", async () => {
  const shown: string[] = []
  const world: World = await aWorld({
    faq: {
      ...OUR_CARDS,
      answerNow: async () => null,
      answer: async (text) => {
        shown.push(world.card(1).title)
        return search(text)
      },
    },
  })

  await world.receives(aMail(EXPIRED))

  expect(shown).toEqual([expect.stringContaining("Lien d’activation périmé")])
  expect(proposed(world)).toContain("Mon lien d’activation")
})

test("asked for twice, an answer is proposed once", async () => {
  const world = await aWorld({ faq: { ...OUR_CARDS, answerNow: async () => null } })
  await world.app.mail.arrived(world.onServer(aMail(EXPIRED)))
  await world.app.jobs["ticket.triage"]({ ticketId: 1 })

  await Promise.all([1, 2, 3].map(() => world.app.jobs["ticket.propose"]({ ticketId: 1 })))

  const { version } = await world.ticket(1)
  await world.app.jobs["ticket.propose"]({ ticketId: 1 })
  expect(await world.ticket(1)).toMatchObject({ version })
  expect(version).toBe(3)
})

test("an answer that a colleague without the role asks for is refused", async () => {
  const world = await aWorld({ faq: OUR_CARDS })
  await world.receives(aMail(EXPIRED))

  const about = "1-activation-lien-expire"
  await expect(world.does("ticket.answer", about, "solene")).rejects.toThrow("Votre rôle")
  await expect(world.does("ticket.answer", "99-activation-lien-expire")).rejects.toThrow("#99")
})

const UNSURE = {
  ...{ isSure: false, bySubject: [], bySentence: [], unknownWords: [] },
  hits: [
    { id: "activation-lien-expire", confidence: 0.4, question: "" },
    { id: "activation-lien-non-recu", confidence: 0.3, question: "" },
  ],
}

function textOf(answer: Answer): string {
  if (answer.kind !== "form") throw new Error("no form opened")
  return answer.form.inputs.find(({ name }) => name === "text")?.value ?? ""
}

function proposed(world: World): string {
  return field(world, "Réponse proposée") || field(world, "Fiches possibles")
}

function field(world: World, label: string): string {
  return world.card(1).fields.find((known) => known.label === label)?.text ?? ""
}
