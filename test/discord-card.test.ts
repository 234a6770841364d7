import fc from "fast-check"
import { expect, test } from "vitest"
import { cardMessage, textMessage } from "../adapters/discord/card.ts"
import { clean, escaped } from "../adapters/discord/text.ts"
import type { Card } from "../src/card.ts"
import { aCard } from "./contracts/chat.ts"
import { anyCard } from "./setup/any-card.ts"
import { messageFaults, refusalOf, schema } from "./setup/discord/judge.ts"

const NOWHERE = { ticketUrl: () => null, consoleUrl: null }
const SOMEWHERE = {
  ticketUrl: (id: number) => `https://console.example/demandes/${id}`,
  consoleUrl: "https://console.example/",
}
const LONG = "un mot après l’autre ".repeat(600)

function textOf(card: Card, links = NOWHERE): string {
  return JSON.stringify(cardMessage(card, links).embeds)
}

test("whatever a card holds, Discord takes it", () => {
  fc.assert(
    fc.property(anyCard(), fc.boolean(), (card, isOpen) => {
      const message = cardMessage(card, isOpen ? SOMEWHERE : NOWHERE)

      expect(messageFaults(message)).toEqual([])
      expect(refusalOf([schema("MessageCreateRequest")], message)).toBeNull()
    }),
    { numRuns: 60 },
  )
})

test("whatever a sentence holds, Discord takes it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 5_000 }), (text) => {
      expect(messageFaults(textMessage(text))).toEqual([])
    }),
  )
})

test("what the team wrote is a link, what a mail says is none", () => {
  const card = aCard({
    sections: [{ heading: "Réponse", text: "Voyez https://mentor.example/offre" }],
  })

  const ours = textOf({ ...card, links: ["https://mentor.example/offre"] })

  expect(ours).toContain('"value":"https://mentor.example/offre"')
  expect(textOf(card)).not.toContain("https://mentor")
})

test("a card shows its title, its page, its badges, its fields and its sections", () => {
  const { content, embeds } = cardMessage(aCard(), SOMEWHERE)

  expect(content).toContain("Mentor #12 — Lien expiré (nouvelle)")
  expect(embeds[0]).toMatchObject({
    title: "Mentor #12 — Lien expiré",
    url: "https://console.example/demandes/12",
    description: "🔵 Nouvelle",
    fields: [{ name: "Demande de", value: "Claire D. · vallonie.gouv.example", inline: true }],
  })
  expect(embeds[1]).toMatchObject({
    title: "Ce qui est écrit",
    description: "Bonjour, mon lien a expiré.",
  })
})

test("a text too long is cut at a word, and leads to the rest where there is a page", () => {
  const card = aCard({ sections: [{ heading: "Ce qui est écrit", text: LONG }] })

  const cut = cardMessage(card, NOWHERE).embeds[1]?.description
  const linked = cardMessage(card, SOMEWHERE).embeds[1]?.description

  expect(cut).toMatch(/ (un|mot|après|l’autre)… \(suite dans la demande\)$/)
  expect(linked).toMatch(
    /(un|mot|après|l’autre)… \(\[suite dans la demande\]\(https:\/\/console\.example\/demandes\/12\)\)$/,
  )
})

test("sections that do not fit are not cut in silence", () => {
  const sections = Array.from({ length: 12 }, (_, i) => ({ heading: `Tour ${i}`, text: LONG }))

  const { embeds } = cardMessage(aCard({ sections }), NOWHERE)

  expect(embeds.at(-1)?.description).toBe("… (suite dans la demande)")
})

test("more buttons than 25 go to menus, and beyond what a message holds the card says so", () => {
  const buttons = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      label: `Bouton ${i}`,
      action: `ticket.take:${i}:1`,
      style: "secondary" as const,
    }))
  const asked = (count: number) =>
    cardMessage(aCard({ buttons: buttons(count) }), NOWHERE).components.flatMap((row) =>
      row.components.flatMap((part) =>
        part.type === 3 ? part.options.map(({ value }) => value) : [part.custom_id],
      ),
    )

  for (const count of [1, 5, 6, 25, 26, 45, 46, 125]) expect(asked(count)).toHaveLength(count)
  expect(textOf(aCard({ buttons: buttons(125) }))).not.toContain("suite dans la demande")
  expect(textOf(aCard({ buttons: buttons(126) }))).toContain("suite dans la demande")
})

test("two buttons that do the same are one, which Discord would refuse twice", () => {
  const button = { label: "Je prends", action: "ticket.take:12:1", style: "primary" as const }

  const { components } = cardMessage(aCard({ buttons: [button, button] }), NOWHERE)

  expect(components[0]?.components).toHaveLength(1)
})

test("a tone that no badge tells is told in words, not by the colour alone", () => {
  expect(textOf(aCard({ tone: "error" }))).toContain("⛔ Problème")
  expect(textOf(aCard({ tone: "info" }))).not.toContain("Information")
})

test.for([
  ["@everyone", "\\@everyone"],
  ["tous@everyone, claire@prefecture.example", "tous\\@everyone, claire@prefecture.example"],
  ["<@100000000000000002>", "\\<\\@100000000000000002>"],
  ["<@&1> <#1> </demande:1>", "\\<\\@&1> \\<#1> \\</demande:1>"],
  ["https://hameçon.example/x", "https:\\/\\/hameçon.example\\/x"],
  ["discord.gg/abc le 24/12/2026", "discord.gg\\/abc le 24/12/2026"],
  ["[cliquez](https://a.example)", "\\[cliquez\\](https:\\/\\/a.example)"],
  ["**gras** `code` ||caché||", "\\*\\*gras\\*\\* \\`code\\` \\|\\|caché\\|\\|"],
  ["<t:1:R> <:smile:1>", "\\<t:1:R> \\<:smile:1>"],
  ["# Titre\n> cité\n- un -# deux\n  + trois", "\\# Titre\n\\> cité\n\\- un -# deux\n  \\+ trois"],
])("« %s » shows as it is written, and does nothing", ([written = "", neutral = ""]) => {
  const { embeds, allowed_mentions } = cardMessage(
    aCard({ sections: [{ heading: "Message", text: written }] }),
    NOWHERE,
  )

  expect(embeds[1]?.description).toBe(neutral)
  expect(allowed_mentions).toEqual({ parse: [] })
})

test.for([
  ["what turns text round", "facture\u202efdp.exe", "facturefdp.exe"],
  ["what shows nothing", "mot\u200bde\u00adpasse\u2060", "motdepasse"],
  ["tags that nobody sees", "oui\u{e0041}\u{e0042}", "oui"],
  ["controls", "a\u0000b\u001bc", "a b c"],
  ["half a character", "x\ud83d", "x\ufffd"],
  ["lines of another age", "a\r\nb\u2028c\rd", "a\nb\nc\nd"],
  ["a heap of marks", `a${"\u0301".repeat(40)}`, `a${"\u0301".repeat(4)}`],
  ["nothing at all", " \u200b ", "—"],
])("%s is taken away", ([, written = "", left = ""]) => {
  expect(clean(written)).toBe(left)
})

test("an emoji made of several stays one", () => {
  expect(clean("👩‍💻 👨‍👩‍👧 🏳️‍🌈")).toBe("👩‍💻 👨‍👩‍👧 🏳️‍🌈")
})

test("a text escaped shows what it was", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(escaped(text).replace(/\\([^0-9A-Za-z\s])/g, "$1")).toBe(text)
    }),
  )
})
