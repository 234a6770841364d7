// Shadow mode: what the bot would have answered is compared, from the first day, with what the team did.
import { Temporal } from "temporal-polyfill"
import { expect, test } from "vitest"
import { isFirstWorkingDay } from "../../src/gates/agreement.ts"
import { whyAPerson } from "../../src/gates/by-itself.ts"
import { ownAnswer } from "../../src/gates/outcome.ts"
import { aMail } from "../setup/builders.ts"
import { BODY, cardOf, cards, decided, LOST, outcome, sends } from "../setup/gates.ts"
import { aWorld, buttonOf, type World } from "../setup/world.ts"

const OTHER = "Bonjour,\n\nVotre gestionnaire a recréé votre compte.\n\nNadia"

test("the proposed card, sent as it is, is the same", async () => {
  const world = await aWorld({ faq: cards() })
  await world.receives(aMail(LOST))

  await sends(world, (text) => text)

  expect(await outcome(world)).toEqual({
    ...{ ticketId: 1, at: expect.any(Date), category: "mot-de-passe", entryId: "mot-de-passe" },
    ...{ what: "same", isEligible: true, lacks: [] },
  })
})

test.for([
  ["another greeting", (text: string) => text.replace("Bonjour Claire,", "Bonjour Madame,")],
  ["no greeting at all", (text: string) => text.replace("Bonjour Claire,\n\n", "")],
  ["other quotes and spaces", (text: string) => text.replace(/[«»]/g, '"').replace(/’/g, "'")],
  ["lines cut elsewhere", (text: string) => text.replace(", puis", ",\npuis")],
  ["a courtesy more", (text: string) => text.replace("Bien", "N’hésitez pas à revenir.\n\nBien")],
  ["another signature", (text: string) => text.replace(/Bien cordialement.*/s, "Bon courage !")],
] as const)("sent with %s, it still is", async ([, edit]) => {
  const world = await aWorld({ faq: cards() })
  await world.receives(aMail(LOST))

  await sends(world, edit)

  expect(await outcome(world)).toMatchObject({ what: "same" })
})

test("the question whether it is solved, under an answer that closes, is no word of the team", async () => {
  const world = await aWorld({ faq: cards(), publicUrl: "https://aide.example/" })
  await world.receives(aMail(LOST))

  await sends(world, (text) => text, 1, { close: "yes" })

  expect(world.server.last.text).toContain("https://aide.example/suite/oui/")
  expect(await outcome(world)).toMatchObject({ what: "same" })
})

test.for([
  ["a number is another one", (text: string) => text.replace("30 minutes", "20 minutes")],
  ["a link is another one", (text: string) => text.replace("gouv.fr/login", "gouv.fr/accueil")],
  ["a sentence says more", (text: string) => text.replace("30 minutes", "30 minutes ouvrées")],
  [
    "a sentence is gone",
    (text: string) => text.replace("Le lien reçu est valable 30 minutes.", ""),
  ],
] as const)("%s: the answer was edited, and what it lacks is kept", async ([, edit]) => {
  const world = await aWorld({ faq: cards() })
  await world.receives(aMail(LOST))

  await sends(world, edit)

  const { what, lacks } = await outcome(world)
  expect(what).toBe("edited")
  expect(lacks).toEqual([expect.stringMatching(/valable 30 minutes|mentor.gouv.fr.login/)])
})

test.for([
  "Mais attendez demain.",
  "Voyez aussi https://ailleurs.gouv.example.",
  "Appelez le 01 23 45 67 89.",
])("what a member adds may change the answer: « %s »", async (added) => {
  const world = await aWorld({ faq: cards() })
  await world.receives(aMail(LOST))

  await sends(world, (text) => text.replace("Bien cordialement", `${added}\n\nBien cordialement`))

  expect(await outcome(world)).toMatchObject({ what: "edited", lacks: [] })
})

test("another text is another answer; closed without a word, it is too", async () => {
  const world = await aWorld({ faq: cards() })
  await world.receives(aMail(LOST))
  await world.receives(aMail({ ...LOST, from: "Paul Martin <paul.martin@vallonie.gouv.example>" }))

  await world.answers(1, OTHER)
  await world.fills("ticket.close", 2, { how: "silent" })

  expect(await outcome(world, 1)).toMatchObject({ what: "other", entryId: "mot-de-passe" })
  expect(await outcome(world, 2)).toMatchObject({ what: "other", isEligible: true })
})

test("the bot was sure of nothing: there is nothing to compare, and it says so", async () => {
  const world = await aWorld()
  await world.receives(aMail(LOST))

  await world.answers(1, OTHER)

  expect(await outcome(world)).toMatchObject({ what: "none", entryId: null, isEligible: false })
})

test("what counts is the mail that left: nothing before, nothing of what was taken back", async () => {
  const world = await aWorld({ faq: cards() })
  await world.receives(aMail(LOST))
  const preview = await world.previews(1, OTHER)
  const sent = await world.clicks(buttonOf(preview, "Envoyer"))
  await world.clicks(sent.kind === "done" ? (sent.undo?.action ?? "") : "")
  await world.passes(60)
  expect(await world.prisma.outcome.count()).toBe(0)

  await sends(world, (text) => text)

  expect(await outcome(world)).toMatchObject({ what: "same" })
})

test("the first answer decides, whatever is answered or closed later, and however often it is looked at", async () => {
  const world = await aWorld({ faq: cards() })
  await world.receives(aMail(LOST))
  await sends(world, (text) => text)
  const first = await outcome(world)

  await world.answers(1, OTHER)
  await world.fills("ticket.close", 1, { how: "silent" })
  await Promise.all([1, 2, 3].map(() => world.app.jobs["ticket.outcome"]({ ticketId: 1 })))

  expect(await outcome(world)).toEqual(first)
  expect(await world.store.decisionsOf(1)).toHaveLength(1)
})

test("an answer written in one’s own mail program counts as one", async () => {
  const world = await aWorld({ faq: cards() })
  await world.receives(aMail({ ...LOST, messageId: "lost@agents.example" }))

  await world.findsInSent({
    from: "Nadia Ferrand <nadia@equipe.example>",
    ...{ to: "claire.durand@vallonie.gouv.example", inReplyTo: "lost@agents.example" },
    ...{ subject: "Re: Mot de passe oublié", text: `Bonjour,\n\n${BODY}\n\nNadia` },
  })

  expect(await outcome(world)).toMatchObject({ what: "same" })
})

test("what was merged has no outcome of its own", async () => {
  const world = await aWorld({ faq: cards() })
  await world.receives(aMail(LOST))
  await world.receives(aMail(LOST))

  await world.fills("ticket.merge", 2, { into: "1" })
  await world.app.jobs["ticket.outcome"]({ ticketId: 2 })

  expect(await world.prisma.outcome.count()).toBe(0)
})

test("an answer to a whole incident says nothing of one request", async () => {
  const world = await aWorld({ faq: cards() })
  await world.receives(aMail(LOST))
  await world.prisma.message.create({
    data: {
      ...{ ticketId: 1, kind: "outgoing", at: world.now(), text: OTHER, delivery: "sent" },
      ...{ sendAt: world.now(), sentAt: world.now(), key: "reply 1 to 1", memberId: 1 },
    },
  })

  await world.fills("ticket.close", 1, { how: "silent" })

  expect(await world.prisma.outcome.count()).toBe(0)
  expect(await world.store.decisionsOf(1)).toEqual([])
})

test("who answers without correcting the category gives half a lesson, once; who corrected gave a whole one", async () => {
  const world = await aWorld({ faq: cards() })
  await world.receives(aMail(LOST))
  await world.receives(aMail({ ...LOST, from: "Paul Martin <paul.martin@vallonie.gouv.example>" }))
  await world.fills("ticket.category", 2, { category: "activation", priority: "normal" })

  await sends(world, (text) => text)
  await world.answers(2, OTHER)

  expect(await world.store.decisionsOf(1)).toMatchObject([
    { category: "mot-de-passe", proposed: "mot-de-passe", weight: 0.5, memberId: 1 },
  ])
  expect(await world.store.decisionsOf(2)).toMatchObject([{ category: "activation", weight: 1 }])
})

test("a request closed without an answer teaches nothing", async () => {
  const world = await aWorld({ faq: cards() })
  await world.receives(aMail(LOST))

  await world.fills("ticket.close", 1, { how: "silent" })

  expect(await world.store.decisionsOf(1)).toEqual([])
})

test.for([
  ["pièce jointe", { attachments: [{ name: "a.png", type: "image/png", content: "x" }] }],
  ["adresse à vérifier", { from: "Claire Durand <claire.durand@gmail.com>" }],
  ["la réponse irait à une autre adresse", { headers: { "Reply-To": "paul@ailleurs.example" } }],
  ["compte suspendu", { text: "J’ai oublié mon mot de passe et mon compte est suspendu." }],
  ["la personne est mécontente", { text: "Mot de passe oublié : je dépose une réclamation." }],
  ["la personne est mécontente", { text: "C’est inadmissible, j’ai oublié mon mot de passe." }],
  ["il s’agit de sécurité", { text: "On a piraté mon compte, mot de passe oublié." }],
  ["il s’agit de données personnelles", { text: "Mot de passe oublié. RGPD : effacez-moi." }],
  ["demande pour une autre personne", { text: "Mon agent a oublié son mot de passe." }],
  ["message dans une autre langue", { text: "Hello, I have forgotten my password, please help." }],
] as const)("a person alone answers: %s", async ([reason, mail]) => {
  const world = await aWorld({ faq: cards() })
  await world.receives(aMail({ ...LOST, ...mail } as never))

  expect(await reasonsOf(world, 1)).toContain(reason)

  await world.answers(1, `Bonjour,\n\n${BODY}`)
  expect(await outcome(world)).toMatchObject({ isEligible: false })
})

test("a person alone answers a second message, in the same thread or another", async () => {
  const world = await aWorld({ faq: cards() })
  await world.receives(aMail({ ...LOST, messageId: "lost@agents.example" }))
  expect(await reasonsOf(world, 1)).toEqual([])
  await world.receives(aMail({ inReplyTo: "lost@agents.example", text: "Et alors ?" }))
  await world.receives(aMail({ ...LOST, subject: "Mot de passe" }))

  expect(await reasonsOf(world, 1)).toEqual(["deuxième message"])
  expect(await reasonsOf(world, 2)).toEqual(["cette personne a écrit il y a moins d’un mois"])
})

test.for([
  [{ isValidated: false }, "fiche à valider"],
  [{ reviewOn: "2026-11-24" }, "fiche à relire"],
] as const)(
  "a card that the team does not vouch for never leaves by itself: %o",
  async ([entry, reason]) => {
    const world = await aWorld({ faq: cards(entry) })
    await world.receives(aMail(LOST))

    expect(await reasonsOf(world, 1)).toEqual([reason])
    await sends(world, (text) => text)
    expect(await outcome(world)).toMatchObject({ what: "same", isEligible: false })
  },
)

test("« automatismes » shows, category by category, what was decided and what is still needed", async () => {
  const world = await aWorld({ faq: cards() })
  await world.receives(aMail(LOST))
  await decided(world, { same: 15 })

  const answer = await world.commands("automatismes", "solene")

  const fields = cardOf(answer).fields
  expect(fields).toContainEqual({
    label: "Mot de passe",
    text: "Fermée · 15 décidées, 15 réussies · borne basse 84,7 % · encore 118 demandes",
  })
  expect(fields).toContainEqual({
    label: "Activation du compte",
    text: "Fermée · aucune demande décidée · encore 133 demandes",
  })
  const [, never] = cardOf(answer).sections
  expect(never?.text).toMatch(/Autre[^:]* : comptes suspendus/)
  expect(never?.text).toContain("colère, pièce jointe, deuxième message")
  expect(fields.map(({ label }) => label)).not.toContain("Indésirable")
})

test("what would not have left by itself is not counted", async () => {
  const world = await aWorld({ faq: cards() })
  await decided(world, { same: 3, other: 1 })
  await decided(world, { same: 200 }, { isEligible: false })

  expect(await world.store.evidence()).toEqual([
    { category: "mot-de-passe", decided: 4, successes: 3 },
  ])
})

test("on Monday, the summary says how often the bot would have answered as the team did", async () => {
  const world = await aWorld({ faq: cards() })
  await world.ticks()
  await decided(world, { same: 12, edited: 1, other: 2, none: 4 })
  await world.passes(6 * 24 * 3_600 - 3_600) // Monday 30 November, 9 h
  await world.passes(24 * 3_600)

  const texts = ["summary 2026-11-30", "summary 2026-12-01"].map((key) =>
    world.chat.card(key).sections.map(({ text }) => text),
  )
  expect(texts[0]).toContain(
    "La semaine passée, le bot aurait répondu comme vous à 12 demandes sur 15. Il n’aurait pas répondu à 4 autres.",
  )
  expect(texts[1]?.join()).not.toContain("La semaine passée")
})

test("when Monday is a holiday, it is said on Tuesday", () => {
  const days = ["2027-03-29", "2027-03-30", "2027-03-31", "2027-04-05", "2027-04-03"]

  const said = days.filter((day) => isFirstWorkingDay(Temporal.PlainDate.from(day)))

  expect(said).toEqual(["2027-03-30", "2027-04-05"]) // 29 March 2027 is Easter Monday
})

async function reasonsOf(world: World, id: number): Promise<string[]> {
  const drawing = await world.store.drawing(id)
  if (!drawing) throw new Error(`there is no ticket ${id}`)
  const own = ownAnswer(drawing.ticket, world.needs.faq.entry)
  return whyAPerson(world.needs, drawing, own, world.now())
}
