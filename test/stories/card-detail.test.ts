// How much of a mail is shown where: each chat has its own CARD_DETAIL.
import { expect, test } from "vitest"
import type { Card } from "../../src/card.ts"
import { aMail } from "../setup/builders.ts"
import { aWorld, buttonOf } from "../setup/world.ts"

const CHATS = ["console", "slack", "discord"]
const DETAIL = { slack: "summary", discord: "minimal" } as const

async function aHostileRequest() {
  const world = await aWorld({ chats: CHATS, cardDetail: DETAIL })
  await world.receives(aMail({ subject: "Convocation" }))
  await world.receives(
    aMail({
      subject: "Lien d’activation expiré",
      text: "Mon lien d’activation a expiré depuis mon arrêt maladie.",
      attachments: [{ name: "certificat-medical.pdf", type: "application/pdf", content: "x" }],
    }),
  )
  const shown = (chat: string) => world.chats[CHATS.indexOf(chat)]?.card("ticket 2")
  return { world, all: (chat: string) => JSON.stringify(shown(chat)), shown }
}

test("the console shows their words; a chat set to summary shows the subject; one set to minimal, nothing of theirs", async () => {
  const { all } = await aHostileRequest()

  expect(all("console")).toContain("arrêt maladie")
  expect(all("console")).toContain("certificat-medical.pdf")

  expect(all("slack")).toContain("Mentor #2 — Lien d’activation expiré")
  expect(all("slack")).not.toContain("arrêt maladie")

  expect(all("discord")).toContain("Mentor #2")
  for (const theirs of ["Lien", "activation a", "arrêt", "certificat", "Convocation", "Durand"]) {
    expect(all("discord")).not.toContain(theirs)
  }
})

test("whatever is hidden, the card says who asks in short, the state, the delay, and what may be done", async () => {
  const { shown } = await aHostileRequest()

  for (const chat of CHATS) {
    const card = shown(chat)
    expect(card?.badges[0]?.text).toBe("Nouvelle")
    expect(card?.fields.map(({ label }) => label)).toContain("Demandeur")
    expect(card?.buttons.map(({ label }) => label)).toContain("Je prends")
    expect(card?.fallback).not.toContain("undefined")
  }
})

test("Voir la demande whispers all of it to a member who clicks, and to nobody else", async () => {
  const { world, shown } = await aHostileRequest()
  const discord = shown("discord")
  if (!discord) throw new Error("no card")

  const answer = await world.clicks(buttonOf(discord, "Voir la demande"))

  expect(answer.kind).toBe("whisper")
  expect(JSON.stringify(answer)).toContain("arrêt maladie")
  const stranger = { chat: "discord", id: "999" }
  await expect(world.occasions.act(buttonOf(discord, "Voir la demande"), stranger)).rejects.toThrow(
    "n’est relié à aucun membre",
  )
})

test("what a server says of an address stays out of the cards of other chats", async () => {
  const { world, all } = await aHostileRequest()
  await world.does("ticket.take", 2)
  await world.prisma.message.create({
    data: {
      ...{ ticketId: 2, kind: "outgoing", at: world.now(), text: "Bonjour", delivery: "failed" },
      ...{ sendAt: world.now(), lastError: "550 5.1.1 <claire.durand@vallonie.gouv.example>" },
    },
  })
  await world.does("ticket.release", 2)

  expect(all("console")).toContain("550 5.1.1")
  for (const chat of ["slack", "discord"]) {
    expect(all(chat)).toContain("la raison est dans la demande")
    expect(all(chat)).not.toContain("claire.durand")
  }
})

test("neither does a list of requests show a secret of a subject", async () => {
  const world = await aWorld()
  await world.receives(aMail({ subject: "mot de passe : Tr0ub4dor&3" }))

  const answer = await world.commands("mes-demandes")

  const card: Card | null = answer.kind === "whisper" ? answer.card : null
  expect(card?.sections[1]?.text).toContain("Mentor #1")
  expect(JSON.stringify(card)).not.toContain("Tr0ub4dor")
})
