import { expect, test } from "vitest"
import { type TicketView, ticketCard } from "../src/tickets/card.ts"
import { excerpt } from "../src/tickets/card-sections.ts"
import { answerWords } from "../src/tickets/french-answer.ts"
import type { Message, Outgoing, Ticket } from "../src/tickets/ticket.ts"

const OPENED = new Date("2026-11-24T10:00:00+01:00")
const SAME_DAY = new Date("2026-11-24T15:00:00+01:00")

test("a card says what, from whom, since when, and what is proposed", () => {
  const card = ticketCard(aView(), SAME_DAY)

  expect(card.title).toBe("Mentor #12 — Lien expiré")
  expect(card.fallback).toBe("Mentor #12 — Lien expiré (Nouvelle)")
  expect(fieldOf(card, "Demandeur")).toBe("Claire D. · vallonie.example (service public)")
  expect(fieldOf(card, "Tri proposé")).toBe("Activation du compte · parce que")
  expect(fieldOf(card, "Reçue")).toContain("mardi 24 novembre à 10\u00a0h\u00a000")
  expect(card.sections).toEqual([{ heading: "Ce que la personne a écrit", text: "Bonjour" }])
})

test("a card shows no family name and no address, whoever wrote first", () => {
  const seen = (forwardedFrom: string) =>
    JSON.stringify(ticketCard({ ...aView(), forwardedFrom }, SAME_DAY))

  const text = seen("Luc Martin") + seen("luc.martin@littoral.example")

  expect(text).not.toMatch(/Durand|Martin|claire\.durand|luc\.martin/i)
  expect(text).toContain("littoral.example")
})

test("it is redrawn from state: who takes it, what may then be done", () => {
  const taken = ticketCard(
    aView({ status: "open", assigneeId: 1 }, { assignee: "Nadia" }),
    SAME_DAY,
  )

  expect(labels(ticketCard(aView(), SAME_DAY))[0]).toBe("Je prends")
  expect(labels(taken)).not.toContain("Je prends")
  expect(labels(taken)).toContain("Rendre")
  expect(fieldOf(taken, "En charge")).toBe("Nadia")
})

test("a closed request can be reopened, and no more waits", () => {
  const late = new Date("2026-12-24T10:00:00+01:00")
  const card = ticketCard(aView({ status: "closed", closedAt: SAME_DAY }), late)

  expect(labels(card)).toEqual(["Rouvrir", "Ajouter une note", "Changer la catégorie"])
  expect(card.badges.map(({ text }) => text)).toEqual(["Close"])
  expect(card.tone).toBe("success")
})

test("every action carries the version that was seen, in a hundred characters at most", () => {
  const { buttons } = ticketCard(aView({ id: 999_999_999, version: 123_456 }), SAME_DAY)

  expect(buttons.length).toBeGreaterThan(5)
  for (const { action } of buttons) {
    expect(action).toMatch(/^ticket\.\w+:999999999:123456$/)
    expect(action.length).toBeLessThanOrEqual(100)
  }
})

test("who has waited too long is told by words and by the tone", () => {
  const tones = ["2026-11-26", "2026-11-27", "2026-12-01"].map((day) => {
    const { tone, badges } = ticketCard(aView(), new Date(`${day}T12:00:00+01:00`))
    return [tone, badges.at(-1)?.text]
  })

  expect(tones).toEqual([
    ["info", "Nouvelle"],
    ["warning", "Attend depuis 3\u00a0jours ouvrés"],
    ["error", "Attend depuis 5\u00a0jours ouvrés"],
  ])
})

test("an answer that is about to leave can be taken back; one that failed can be tried again", () => {
  const sending = (delivery: Outgoing["delivery"]) =>
    ticketCard(aView({}, { messages: [aMessage(), anAnswer(delivery)] }), SAME_DAY)

  expect(labels(sending("waiting"))[0]).toBe("Annuler l’envoi")
  expect(labels(sending("failed"))[0]).toBe("Réessayer l’envoi")
  expect(sending("failed").tone).toBe("error")
  expect(fieldOf(sending("failed"), "Envoi")).toContain("échec\u00a0: boîte pleine")
  expect(labels(sending("sent"))[0]).toBe("Je prends")
})

test("a long text is cut at a word, and says so; an empty one too", () => {
  const long = excerpt("mot ".repeat(1_000))

  expect(long.length).toBeLessThan(750)
  expect(long).toMatch(/mot… \(suite dans la demande\)$/)
  expect(excerpt("😀".repeat(1_000))).toMatch(/^😀+… /u)
  expect(excerpt(" ")).toBe("(aucun texte)")
  expect(excerpt("court")).toBe("court")
})

test("attachments beyond five are counted", () => {
  const attachments = Array.from({ length: 7 }, (_, i) => ({ name: `${i}.pdf`, size: 2_000 }))

  const card = ticketCard(aView({}, { attachments }), SAME_DAY)

  expect(fieldOf(card, "Pièces jointes")).toMatch(/4\.pdf \(.*\), et 2\u00a0autres$/)
})

function aView(ticket: Partial<Ticket> = {}, view: Partial<TicketView> = {}): TicketView {
  return {
    ticket: {
      ...{ id: 12, mailbox: "mentor", version: 3, status: "new", subject: "Lien expiré" },
      requester: { name: "Claire Durand", address: "claire.durand@vallonie.example" },
      ...{ assigneeId: null, category: "activation", priority: "normal" },
      triage: {
        ...{ category: "activation", priority: "normal", missing: [], language: "fr" },
        ...{ confidence: 0.8, because: ["parce que"], second: null },
      },
      ...{ snoozedUntil: null, mergedInto: null, mayContinue: null, openedAt: OPENED },
      ...{ waitingSince: OPENED, firstAnsweredAt: null, closedAt: null, solvedAt: null },
      ...ticket,
    },
    ...{
      label: "Mentor",
      categoryLabel: "Activation du compte",
      proposedLabel: null,
      assignee: null,
    },
    messages: [aMessage()],
    ...{
      hasLlm: false,
      attachments: [],
      answers: [],
      earlier: [],
      verdict: "public service",
      automatic: [],
    },
    ...{ isUnreachable: false, forwardedFrom: null, replyTo: null },
    ...{
      passings: [],
      unreachedServices: [],
      offices: [],
      redirections: [],
      incident: null,
      automaticAnswer: null,
    },
    ...view,
  }
}

function aMessage(): Message {
  const turn = { id: 1, ticketId: 12, memberId: null, mailId: 1, at: OPENED }
  return { ...turn, kind: "incoming", text: "Bonjour", outgoing: null }
}

function anAnswer(delivery: Outgoing["delivery"]): Message {
  const outgoing = {
    ...{
      isAutomatic: false,
      closesTicket: false,
      messageId: null,
      to: [],
      cc: [],
      subject: "",
      inReplyTo: null,
      references: [],
    },
    ...{
      delivery,
      sendAt: SAME_DAY,
      attempts: 0,
      cutShort: 0,
      firstAttemptAt: null,
      sentAt: SAME_DAY,
    },
    ...{ lastError: "boîte pleine", files: [] },
  }
  return { ...aMessage(), id: 2, kind: "outgoing", outgoing }
}

function labels(card: { buttons: { label: string }[] }): string[] {
  return card.buttons.map(({ label }) => label)
}

function fieldOf(card: { fields: { label: string; text: string }[] }, label: string): string {
  return card.fields.find((field) => field.label === label)?.text ?? ""
}

test.for([
  [{ isValidated: true, reviewOn: "2027-01-01" }, "1. Mon badge"],
  [{ isValidated: false, reviewOn: "2027-01-01" }, "1. Mon badge (à valider)"],
  [{ isValidated: true, reviewOn: "2026-11-25" }, "1. Mon badge (à relire)"],
] as const)("an answer card that is for the team alone says why: %j", ([status, expected]) => {
  expect(answerWords.choices([{ title: "Mon badge", ...status }], "2026-11-25")).toBe(expected)
})
