// Requests that are another service's: who asked is told whom to write to, or the request is passed on, and followed.
import { expect, test } from "vitest"
import type { Card } from "../../src/card.ts"
import { aBounce, aMail } from "../setup/builders.ts"
import { aWorld, buttonOf, type World } from "../setup/world.ts"

const IT = "informatique@vallonie.gouv.example"
const VPN = {
  subject: "VPN en panne",
  text: "Bonjour,\n\nMon VPN ne se lance plus sur mon ordinateur portable, je ne peux plus travailler.",
}
const PLEASE = { how: "pass", word: "Merci de voir avec cette personne.", shared: "text" }

test("what is another service’s is answered by the text of that service, and the card says why", async () => {
  const world = await aWorld()
  await outOfScope(world, VPN)

  const reply = await world.does("ticket.reply", 1)

  expect(textIn(reply)).toContain("votre service informatique, en recopiant")
  expect(textIn(reply)).toMatch(/^Bonjour Claire,\n\nMerci pour votre message\.\n/)
  expect(fieldOf(world.card(1), "Autre service")).toMatch(/^Service informatique · .*« vpn »/)
})

test("another service may be chosen: who asked is told of that one, once the answer is reviewed", async () => {
  const world = await aWorld()
  await outOfScope(world, VPN)
  const form = await world.does("ticket.redirect", 1)

  const office = optionOf(form, "office", "Ressources humaines")
  const preview = await world.resends(form, "nadia", { office, how: "tell" })
  await world.clicks(buttonOf(preview, "Envoyer"))
  await world.passes(31)

  expect(options(form, "office")[0]).toBe("Service informatique (adresse à compléter)")
  expect(world.answersSent()).toMatchObject([{ to: [{ address: CLAIRE }] }])
  expect(world.server.last.text).toContain("votre service des ressources humaines")
})

test("without an address nothing is passed on, and the refusal says what to fill in", async () => {
  const world = await aWorld()
  await outOfScope(world, VPN)
  const form = await world.does("ticket.redirect", 1)

  await expect(world.resends(form, "nadia", { how: "pass" })).rejects.toThrow("page « Services »")
})

test("the team gives a service its address: the text says it, and the form proposes to pass on", async () => {
  const world = await aWorld()
  await outOfScope(world, VPN)

  await givesAddress(world)

  expect(textIn(await world.does("ticket.reply", 1))).toContain(`Écrivez à ${IT}, en`)
  expect(inputOf(await world.does("ticket.redirect", 1), "how").value).toBe("pass")
  await expect(world.does("office.edit", 1, "karim")).rejects.toThrow("administre")
})

test("a service that is read again at a start stays as the team edited it", async () => {
  const world = await aWorld()
  await givesAddress(world)

  await world.store.seedOffice({ textId: "informatique", name: "Autre nom", categories: [] })

  const offices = await world.store.offices()
  expect(offices.filter(({ textId }) => textId === "informatique")).toMatchObject([{ address: IT }])
})

test("the preview shows the mail to the service and what the requester will be told; secrets are masked", async () => {
  const world = await aWorld()
  await givesAddress(world)
  await outOfScope(world, { ...VPN, text: `${VPN.text}\nMon mot de passe : Ulysse-2026!` })

  const preview = await passes(world)

  expect(preview.badges.map(({ text }) => text)).toEqual(["Pour un autre service"])
  expect(fieldOf(preview, "À")).toBe(IT)
  expect(fieldOf(preview, "Objet")).toContain("[Mentor #1]")
  const [toService, toRequester] = preview.sections.map(({ text }) => text)
  expect(toService).toContain("Merci de voir avec cette personne.")
  expect(toService).toContain("Mon VPN ne se lance plus")
  expect(toService).toContain(CLAIRE)
  expect(toService).not.toContain("Ulysse")
  expect(toRequester).toContain("Service informatique")
  expect(world.server.sent).toHaveLength(1) // the acknowledgement
})

test("once the mail to the service has left, the requester is told, and the request waits for the service", async () => {
  const world = await aWorld()
  await passedOn(world)

  const [toService, toRequester, ...others] = world.answersSent()
  expect(toService).toMatchObject({ to: [{ address: IT }], inReplyTo: null, references: [] })
  expect(toRequester).toMatchObject({ to: [{ address: CLAIRE }] })
  expect(toRequester?.text).toContain("Nous venons de la transmettre")
  expect(others).toEqual([])
  expect(await world.ticket(1)).toMatchObject({ status: "pending" })
  expect(world.card(1).badges[0]?.text).toBe("En attente d’un autre service")
  expect(fieldOf(world.card(1), "Transmise à")).toMatch(
    /^Service informatique, le mardi 24 novembre à 10 h 00 · pas encore de réponse$/,
  )
})

test("taken back within 30 seconds, neither of the two mails leaves, and the text can be taken up again", async () => {
  const world = await aWorld()
  await givesAddress(world)
  await outOfScope(world, VPN)
  const sent = await world.clicks(buttonOf(await passes(world), "Envoyer"))

  const undone = await world.clicks(sent.kind === "done" ? (sent.undo?.action ?? "") : "")
  await world.passes(60)

  expect(world.answersSent()).toEqual([])
  const form = await world.clicks(undone.kind === "done" ? (undone.undo?.action ?? "") : "")
  expect(inputOf(form, "text").value).toContain("Mon VPN ne se lance plus")
  const again = await world.resends(form, "nadia", { toRequester: "" })
  await world.clicks(buttonOf(again, "Envoyer"))
  await world.passes(31)
  expect(world.answersSent()).toMatchObject([{ to: [{ address: IT }] }])
})

test("nothing is passed on when the requester wrote meanwhile", async () => {
  const world = await aWorld()
  await givesAddress(world)
  await outOfScope(world, VPN)
  const preview = await passes(world)

  await world.receives(aMail({ subject: "RE: VPN [Mentor #1]", text: "C’est réparé, merci !" }))

  await expect(world.clicks(buttonOf(preview, "Envoyer"))).rejects.toThrow("Rien n’est parti")
})

test("only the attachments that were ticked go with it", async () => {
  const world = await aWorld()
  await givesAddress(world)
  const file = (name: string) => ({ name, type: "text/plain", content: `contenu de ${name}` })
  await outOfScope(world, { ...VPN, attachments: [file("ecran.txt"), file("prive.txt")] })
  const form = await world.does("ticket.redirect", 1)

  const shared = `text\n${optionOf(form, "shared", "ecran.txt")}`
  const preview = await world.resends(form, "nadia", { ...PLEASE, shared })
  await world.clicks(buttonOf(preview, "Envoyer"))
  await world.passes(31)

  expect(inputOf(form, "shared").value).toBe("text")
  const files = world.answersSent()[0]?.attachments ?? []
  expect(files.map(({ name, content }) => [name, Buffer.from(content).toString().trim()])).toEqual([
    ["ecran.txt", "contenu de ecran.txt"],
  ])
})

type From = { from: string; subject?: string; by: "Message-ID" | "sub-address" | "number" }

test.for<From>([
  { by: "Message-ID", from: "Léo Martin <leo@prestataire.example>" },
  { by: "sub-address", from: "leo@prestataire.example" },
  { by: "number", from: IT, subject: "RE: VPN [Mentor #1]" },
])(
  "the service’s answer comes back by its $by, and is never the requester’s voice",
  async (how) => {
    const { by, from, subject = "VPN" } = how
    const world = await aWorld()
    await passedOn(world)
    const toService = world.answersSent()[0]

    await world.receives(
      aMail({
        ...{ from, subject, text: "C’est fait : le poste est réparé." },
        ...(by === "sub-address" ? { to: toService?.replyTo?.address ?? "" } : {}),
        ...(by === "Message-ID" ? { inReplyTo: toService?.messageId ?? "" } : {}),
      }),
    )

    expect(await world.prisma.ticket.count()).toBe(1)
    expect(await world.ticket(1)).toMatchObject({ status: "open", requesterAddress: CLAIRE })
    expect(world.card(1).sections[1]).toEqual({
      heading: "Réponse du service « Service informatique »",
      text: "C’est fait : le poste est réparé.",
    })
    expect(fieldOf(world.card(1), "Transmise à")).toContain("a répondu mardi 24 novembre")
  },
)

test("what the requester writes is theirs, even to the thread of the service; a machine changes nothing", async () => {
  const world = await aWorld()
  await passedOn(world)
  const inReplyTo = world.answersSent()[0]?.messageId ?? ""

  await world.receives(
    aMail({
      ...{ from: IT, inReplyTo, subject: "Ticket INC0042", text: "Votre demande est enregistrée." },
      headers: { "Auto-Submitted": "auto-replied" },
    }),
  )
  const afterMachine = await world.ticket(1)
  await world.receives(aMail({ inReplyTo, text: "Avez-vous des nouvelles du service ?" }))

  expect(afterMachine).toMatchObject({ status: "pending" })
  expect(world.card(1).sections.at(-1)?.heading).toMatch(/^Dernier message/)
  expect(fieldOf(world.card(1), "Transmise à")).toContain("pas encore de réponse")
})

test("the team is reminded after three working days, then each week, until the service answers", async () => {
  const world = await aWorld()
  await passedOn(world)
  const DAY = 86_400
  const reminders = async (days: number) => {
    for (let day = 0; day < days; day += 1) await world.passes(DAY)
    return world.chat.thread("ticket 1").filter((line) => line.includes("n’a pas répondu")).length
  }

  const told = [await reminders(2), await reminders(1), await reminders(6), await reminders(1)]
  await world.ticks()
  const inReplyTo = world.answersSent()[0]?.messageId ?? ""
  await world.receives(aMail({ from: IT, inReplyTo, text: "C’est réparé." }))

  expect(told).toEqual([0, 1, 1, 2])
  expect(await reminders(10)).toBe(2)
})

test("a delivery report about the service says that its address is wrong, not the requester’s", async () => {
  const world = await aWorld()
  await passedOn(world)
  const [toService] = world.answersSent()

  await world.receives(aBounce(toService ?? world.server.last))

  expect(fieldOf(world.card(1), "Transmise à")).toContain("message non remis")
  expect(world.card(1).badges.map(({ text }) => text)).not.toContain("Adresse injoignable")
})

test("a request that may be another service’s is answered as ever, and the card names that service", async () => {
  const world = await aWorld()
  await world.receives(
    aMail({ text: "Il y a une erreur dans le quiz du module 3 de ma formation." }),
  )
  await world.fills("ticket.category", 1, { category: "progression", priority: "normal" })

  expect(fieldOf(world.card(1), "Autre service")).toMatch(/^Peut-être : Contact de la formation/)
  expect(textIn(await world.does("ticket.reply", 1))).not.toContain("Votre question porte sur")
})

test("a reader redirects nothing", async () => {
  const world = await aWorld()
  await outOfScope(world, VPN)

  await expect(world.does("ticket.redirect", 1, "solene")).rejects.toThrow("Votre rôle")
})

const CLAIRE = "claire.durand@vallonie.gouv.example"

/** The mail, which the team says is not for us. */
async function outOfScope(world: World, mail: Parameters<typeof aMail>[0]): Promise<void> {
  await world.receives(aMail(mail))
  const ticket = await world.store.ticket(1)
  if (ticket?.category === "hors-perimetre") return
  await world.fills("ticket.category", 1, { category: "hors-perimetre", priority: "normal" })
}

async function givesAddress(world: World): Promise<void> {
  const office = (await world.store.offices()).find(({ textId }) => textId === "informatique")
  const form = await world.does("office.edit", office?.id ?? 0)
  if (form.kind !== "form") throw new Error("no form")
  const values = { name: "Service informatique", address: IT, categories: "hors-perimetre" }
  await world.sendsBack(form.form.submission, values)
}

async function passes(world: World): Promise<Card> {
  return world.resends(await world.does("ticket.redirect", 1), "nadia", PLEASE)
}

async function passedOn(world: World): Promise<void> {
  await givesAddress(world)
  await outOfScope(world, VPN)
  await world.clicks(buttonOf(await passes(world), "Envoyer"))
  await world.passes(31)
}

type Answer = Awaited<ReturnType<World["does"]>>

function inputOf(answer: Answer, name: string) {
  const input = answer.kind === "form" && answer.form.inputs.find((known) => known.name === name)
  if (!input) throw new Error(`no field ${name}`)
  return input
}

function options(answer: Answer, name: string): string[] {
  const input = inputOf(answer, name)
  return "options" in input ? input.options.map(({ label }) => label) : []
}

function optionOf(answer: Answer, name: string, label: string): string {
  const input = inputOf(answer, name)
  const found = "options" in input && input.options.find((option) => option.label.startsWith(label))
  return found ? found.value : ""
}

function textIn(answer: Answer): string {
  return inputOf(answer, "text").value
}

function fieldOf(card: Card, label: string): string {
  return card.fields.find((field) => field.label === label)?.text ?? ""
}
