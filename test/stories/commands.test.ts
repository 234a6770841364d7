// What is typed after `/mentor`, and what a platform completes.
import { expect, test } from "vitest"
import { modalOf } from "../../adapters/discord/form.ts"
import type { Answer, Card, Form } from "../../src/card.ts"
import { COMMAND_NAMES } from "../../src/commands.ts"
import { aMail } from "../setup/builders.ts"
import { aWorld, buttonOf, type World } from "../setup/world.ts"

function cardOf(answer: Answer): Card {
  if (answer.kind !== "whisper") throw new Error(`no card: ${JSON.stringify(answer)}`)
  return answer.card
}

function formOf(answer: Answer): Form {
  if (answer.kind !== "form") throw new Error(`no form: ${JSON.stringify(answer)}`)
  return answer.form
}

function textOf(card: Card): string {
  return JSON.stringify(card)
}

function asNadia({ chat, members }: World) {
  return { chat: chat.chat.name, id: String(members.nadia.id) }
}

const PHONE = {
  ...{ name: "Marc Petit", address: "Marc.Petit@vallonie.gouv.example", how: "telephone" },
  ...{ subject: "Badge perdu", text: "Il a perdu son badge hier.", key: "form 1" },
}

test("aide tells every word that exists, each with its help", async () => {
  const world = await aWorld()

  const card = cardOf(await world.commands("aide"))

  const told = card.fields.map(({ label }) => label.split(" ")[0])
  expect(told).toEqual(COMMAND_NAMES)
})

test("mes-demandes shows mine first, then those that nobody has, each with a button to see it", async () => {
  const world = await aWorld()
  await world.receives(aMail({ subject: "La mienne" }))
  await world.receives(aMail({ subject: "Libre", from: "Luc <luc@vallonie.gouv.example>" }))
  await world.receives(aMail({ subject: "À Karim", from: "Ana <ana@vallonie.gouv.example>" }))
  await world.does("ticket.take", 1)
  await world.does("ticket.take", 3, "karim")

  const card = cardOf(await world.commands("mes-demandes"))

  expect(card.sections[0]?.text).toContain("Mentor #1 — La mienne")
  expect(card.sections[1]?.text).toContain("Mentor #2 — Libre")
  expect(textOf(card)).not.toContain("À Karim")
  expect(card.buttons.map(({ label }) => label)).toEqual([
    ...["Voir #1", "Voir #2", "Ouvrir une demande"],
  ])
  expect(cardOf(await world.clicks(buttonOf(card, "Voir #2"))).title).toBe("Mentor #2 — Libre")
})

test("what is closed or waits for nobody is no longer in mes-demandes; long lists say there are more", async () => {
  const world = await aWorld()
  for (let i = 0; i < 12; i += 1) await world.receives(aMail({ subject: `Demande ${i}` }))
  await world.does("ticket.close", 1)
  await world.fills("ticket.close", 1, { how: "silent" })

  const card = cardOf(await world.commands("mes-demandes"))

  expect(card.sections[0]?.text).toBe("Aucune demande n’est à votre nom.")
  expect(card.sections[1]?.text).not.toContain("#1 —")
  expect(card.sections[1]?.text).toContain("… et d’autres")
  expect(card.buttons).toHaveLength(10 + 1)
})

test("the person's own page is the same list; who is nobody reads how to become somebody", async () => {
  const world = await aWorld()
  await world.receives(aMail({ subject: "Libre" }))

  const member = await world.occasions.home(asNadia(world))
  const stranger = await world.occasions.home({ chat: "fake", id: "nobody" })

  expect(textOf(member)).toContain("Libre")
  expect(textOf(stranger)).not.toContain("Libre")
})

test.for([
  "attestation",
  "ATTESTATIONS perdue",
  "amelie",
  "Amélie Roux",
  "roux@vallonie.gouv.example",
  "telechargee",
  "téléch",
  "l’attestation",
])("cherche finds a request by « %s », whatever the accents", async (words) => {
  const world = await aWorld()
  await world.receives(
    aMail({
      from: "Amélie Roux <amelie.roux@vallonie.gouv.example>",
      subject: "Attestation perdue",
      text: "Bonjour,\n\nJe ne l’ai jamais téléchargée.\n\nAmélie",
    }),
  )
  await world.receives(aMail({ subject: "Autre chose", from: "Luc <luc@agri.gouv.example>" }))

  const card = cardOf(await world.commands(`cherche ${words}`))

  expect(card.sections[0]?.heading).toBe("1 demande trouvée")
  expect(card.sections[0]?.text).toContain("Mentor #1 — Attestation perdue")
})

test("cherche by a number shows the request itself; by nothing, says what to write; in vain, says so", async () => {
  const world = await aWorld()
  await world.receives(aMail({ subject: "Lien" }))

  expect(cardOf(await world.commands("cherche #1")).title).toBe("Mentor #1 — Lien")
  await expect(world.commands("cherche")).rejects.toThrow("Dites quoi chercher")
  expect(textOf(cardOf(await world.commands("cherche zzz introuvable")))).toContain(
    "Aucune demande",
  )
})

test("nothing that is searched is an order to the database", async () => {
  const world = await aWorld()
  await world.receives(aMail({ subject: "Lien" }))

  for (const words of ["lien & !x", "'); DROP TABLE", "a:* | b", "<-> \\", "le la les", "🙂🙂"]) {
    expect(cardOf(await world.commands(`cherche ${words}`)).title).toContain("Recherche")
  }
})

test("a request is found by what was written later, and by the address that was corrected", async () => {
  const world = await aWorld()
  await world.receives(aMail({ subject: "Lien", messageId: "first@agents.example" }))
  await world.answers(1, "Votre ordinateur est-il un Macintosh ?")
  await world.fills("ticket.requester", 1, {
    name: "Zoé Kern",
    address: "zoe@vallonie.gouv.example",
  })

  expect(textOf(cardOf(await world.commands("cherche macintosh")))).toContain("Mentor #1")
  expect(textOf(cardOf(await world.commands("cherche kern")))).toContain("Mentor #1")
  expect(textOf(cardOf(await world.commands("cherche durand")))).not.toContain("Mentor #1")
})

test("ouvrir opens a request for somebody who called; nothing is sent to them, and they can be answered", async () => {
  const world = await aWorld()
  const form = formOf(await world.commands("ouvrir"))
  expect(form.inputs.map(({ name }) => name)).toEqual([
    ...["name", "address", "subject", "text", "how", "acknowledge"],
  ])

  expect(modalOf(form, "key")).not.toBeNull() // five questions, as the smallest of the platforms wants

  const answer = await world.sendsBack(form.submission, PHONE)

  expect(answer).toMatchObject({
    text: "La demande #1 est ouverte. Rien n’a été envoyé à la personne.",
  })
  expect(world.card(1)).toMatchObject({ title: "Mentor #1 — Badge perdu" })
  expect(textOf(world.card(1))).toContain("Il a perdu son badge hier.")
  expect(world.server.sent).toEqual([])
  expect(await world.journal(1)).toContain("opened (Nadia Ferrand)")
  await world.answers(1, "Un nouveau badge vous attend.")
  expect(world.server.last.to).toMatchObject([{ address: "marc.petit@vallonie.gouv.example" }])
})

test("the person is acknowledged when it is asked, once", async () => {
  const world = await aWorld()

  await world.fills("ticket.open", 0, { ...PHONE, acknowledge: "yes" })

  expect(world.acknowledgements()).toHaveLength(1)
  expect(world.acknowledgements()[0]?.to).toMatchObject([
    { address: "marc.petit@vallonie.gouv.example" },
  ])
})

test("the form that opens a request, sent twice, opens one", async () => {
  const world = await aWorld()
  await world.fills("ticket.open", 0, PHONE)

  await expect(world.fills("ticket.open", 0, PHONE)).rejects.toThrow("déjà ouverte")

  expect(await world.prisma.ticket.count()).toBe(1)
})

test("what is missing in that form is said; readers are refused", async () => {
  const world = await aWorld()
  const opens = (values: object, by: "nadia" | "solene" = "nadia") =>
    world.fills("ticket.open", 0, { ...PHONE, ...values }, by)

  await expect(opens({ address: "marc" })).rejects.toThrow("n’est pas une adresse")
  await expect(opens({ subject: " " })).rejects.toThrow("L’objet est vide")
  await expect(opens({ text: "\n" })).rejects.toThrow("Écrivez ce que la personne a dit")
  await expect(opens({}, "solene")).rejects.toThrow("Votre rôle permet de lire")
  await expect(world.commands("ouvrir", "solene")).rejects.toThrow("Votre rôle permet de lire")
  expect(await world.prisma.ticket.count()).toBe(0)
})

test("a message of a chat becomes the text of the form", async () => {
  const world = await aWorld()

  const form = formOf(
    await world.occasions.openFrom("Il me dit que son lien a expiré", asNadia(world)),
  )

  const value = (name: string) => form.inputs.find((input) => input.name === name)?.value
  expect(value("text")).toBe("Il me dit que son lien a expiré")
  expect(value("how")).toBe("chat")
})

test.for([
  ["2026-12-01", "mardi 1er décembre"],
  ["jusqu’au 1er décembre", "mardi 1er décembre"],
  ["jusqu'au vendredi", "vendredi 27 novembre"],
  ["01/12", "mardi 1er décembre"],
  ["4/1/2027", "lundi 4 janvier"],
  ["jusqu’au 4 janvier", "lundi 4 janvier"],
  ["demain", "mercredi 25 novembre"],
])("absent « %s » is until %s", async ([said, until]) => {
  const world = await aWorld()

  const answer = await world.commands(`absent ${said}`)

  expect(answer).toMatchObject({ text: expect.stringContaining(`jusqu’au ${until} inclus`) })
  const away = await world.store.absences("2026-11-24")
  expect(away).toMatchObject([{ name: "Nadia Ferrand", fromOn: "2026-11-24" }])
})

test("absent is said again with another day, then alone: one absence, then none", async () => {
  const world = await aWorld()
  await world.commands("absent 2026-12-01")

  await world.commands("absent 2026-12-11")

  expect(await world.store.absences("2026-12-10")).toHaveLength(1)
  expect(await world.commands("absent")).toMatchObject({
    text: expect.stringContaining("Bon retour"),
  })
  expect(await world.store.absences("2026-11-24")).toEqual([])
  expect(await world.commands("absent")).toMatchObject({
    text: expect.stringContaining("Vous n’étiez pas noté absent"),
  })
})

test.for(["31/06", "hier", "2026-11-01", "bientôt", "2036-01-01", "jusqu’au 30 février"])(
  "absent « %s » is refused, with an example",
  async (said) => {
    const world = await aWorld()

    await expect(world.commands(`absent ${said}`)).rejects.toThrow(/Écrivez par exemple|Donnez/)

    expect(await world.prisma.absence.count()).toBe(0)
  },
)

test("who leaves is told which of their requests wait for an answer", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  await world.does("ticket.take", 1)

  const answer = await world.commands("absent demain")

  expect(answer).toMatchObject({ text: expect.stringContaining("à votre nom : #1") })
})

test("état tells the sum, each mailbox and chat, who waits longest and the queue", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  await world.store.notePolled("mentor", world.now())

  const card = cardOf(await world.commands("etat"))

  expect(card.badges).toMatchObject([{ text: "Tout fonctionne", tone: "success" }])
  expect(card.fields.map(({ text }) => text)).toEqual([
    "1 reçu = 1 demande + 0 suite + 0 doublon + 0 orienté + 0 mis de côté : le compte est juste",
    "relevée à l’instant",
    "répond",
    "demande #1, à l’instant",
    "aucun",
  ])
})

test("état says what does not answer, and since when", async () => {
  const world = await aWorld()
  await world.store.noteFailed("mentor", world.now(), "refused")
  await world.passes(600)

  const card = cardOf(await world.commands("état"))

  expect(card).toMatchObject({ tone: "error", badges: [{ text: "Quelque chose ne va pas" }] })
  expect(textOf(card)).toContain("ne répond pas depuis 10 minutes")
})

test("words are completed, then numbers with their subjects, for members alone", async () => {
  const world = await aWorld()
  await world.receives(aMail({ subject: "Lien" }))
  await world.receives(aMail({ subject: "Badge", from: "Luc <luc@vallonie.gouv.example>" }))
  await world.does("ticket.close", 1)
  await world.fills("ticket.close", 1, { how: "silent" })
  const complete = (text: string) => world.occasions.complete(text, asNadia(world))

  expect((await complete("de")).map(({ value }) => value)).toEqual(["demande"])
  expect((await complete("ETA")).map(({ value }) => value)).toEqual(["état"])
  expect(await complete("demande ")).toEqual([{ label: "Mentor #2 — Badge", value: "demande 2" }])
  expect(await complete("demande 9")).toEqual([])
  expect(await world.occasions.complete("demande ", { chat: "fake", id: "nobody" })).toEqual([])
})

test("completions are few, whatever number of requests is open", async () => {
  const world = await aWorld()
  const data = Array.from({ length: 300 }, (_, i) => ({
    ...{ mailbox: "mentor", status: "new" as const, subject: `Demande ${i}` },
    ...{ requesterName: "", requesterAddress: "", openedAt: world.now() },
  }))
  await world.prisma.ticket.createMany({ data })

  const options = await world.occasions.complete("demande 1", asNadia(world))

  expect(options).toHaveLength(20)
  expect(options.every(({ value }) => value.startsWith("demande 1"))).toBe(true)
})
