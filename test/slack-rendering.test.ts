import fc from "fast-check"
import { expect, test } from "vitest"
import { messageFaults, viewFaults } from "../adapters/slack/block-check.ts"
import { cardMessage, sentence } from "../adapters/slack/card.ts"
import { formView } from "../adapters/slack/form.ts"
import { SentView, sentAgain, typedIn } from "../adapters/slack/form-values.ts"
import { cardModal, homeView, textModal } from "../adapters/slack/modal.ts"
import { noteText, withoutMention } from "../adapters/slack/note-text.ts"
import type { Card, Form, Input } from "../src/card.ts"
import { aCard } from "./contracts/chat.ts"
import { inputsOf, pressablesOf, stateOf, valueIn, wordsOf } from "./setup/slack-reading.ts"

const URL_OF_12 = "http://127.0.0.1:3000/demandes/12"

test("a card says its title, states, fields and texts, and leads to its page", () => {
  const { text, blocks } = cardMessage(aCard(), URL_OF_12)

  const words = wordsOf(blocks)
  expect(text).toBe("Mentor #12 — Lien expiré (nouvelle)")
  for (const part of [
    "Mentor #12 — Lien expiré",
    "🔵 Nouvelle",
    "Claire D.",
    "mon lien a expiré",
  ]) {
    expect(words).toContain(part)
  }
  expect(words).toContain(URL_OF_12)
  expect(pressablesOf(blocks)).toEqual([
    { label: "Je prends", value: "ticket.take:12:1", inMenu: false },
    { label: "Répondre", value: "ticket.reply:12:1", inMenu: false },
  ])
})

test("what the team wrote is a link, what a mail says is none", () => {
  const text = "Voyez https://mentor.example/offre?a=1&b=2"
  const card = aCard({ sections: [{ heading: "Réponse", text }] })

  const ours = cardMessage({ ...card, links: ["https://mentor.example/offre?a=1&b=2"] }, null)

  const written =
    "<https://mentor.example/offre?a=1&amp;b=2|https://mentor.example/offre?a=1&amp;b=2>"
  expect(JSON.stringify(ours.blocks)).toContain(written)
  expect(JSON.stringify(cardMessage(card, null).blocks)).not.toContain("<https")
  expect(messageFaults(ours)).toEqual([])
})

test("a tone is always said in words too", () => {
  const badges = [{ text: "En retard de 3 jours", tone: "error" as const }]

  expect(wordsOf(cardMessage(aCard({ badges }), null).blocks)).toContain("🔴 En retard de 3 jours")
})

test("ten buttons are five in sight and five in one menu, all of them found", () => {
  const buttons = Array.from({ length: 10 }, (_, i) => ({
    ...{ label: `Bouton ${i}`, action: `ticket.note:12:${i}`, style: "secondary" as const },
  }))

  const { blocks } = cardMessage(aCard({ buttons }), null)

  const elements = blocks.flatMap((block) => (block.type === "actions" ? block.elements : []))
  expect(elements.map(({ type }) => type)).toEqual([...Array(5).fill("button"), "overflow"])
  expect(pressablesOf(blocks)).toHaveLength(10)
})

test("a button that asks before it acts is never hidden in a menu, which asks nothing", () => {
  const buttons = Array.from({ length: 10 }, (_, i) => ({
    ...{ label: `Bouton ${i}`, action: `ticket.close:12:${i}`, style: "danger" as const },
    ...(i === 9 ? { confirm: "Cette action ne peut pas être annulée." } : {}),
  }))

  const { blocks } = cardMessage(aCard({ buttons }), null)

  const elements = blocks.flatMap((block) => (block.type === "actions" ? block.elements : []))
  const asking = elements.filter((element) => "confirm" in element && element.confirm)
  expect(asking).toEqual([expect.objectContaining({ type: "button", value: "ticket.close:12:9" })])
})

test("a text too long is cut at a word, and says where it goes on", () => {
  const text = "Bonjour à vous ".repeat(2_000)

  const { blocks } = cardMessage(aCard({ sections: [{ heading: "Écrit", text }] }), null)

  const words = wordsOf(blocks)
  expect(words).toMatch(/(Bonjour|à|vous)… \(suite dans la demande\)$/m)
  expect(words.length).toBeGreaterThan(4_000)
  expect(messageFaults({ text: "a", blocks })).toEqual([])
})

test("a text that is long, and fits, is whole", () => {
  const text = Array.from({ length: 700 }, (_, i) => `mot${i}`).join(" ")

  const { blocks } = cardMessage(aCard({ sections: [{ heading: "Écrit", text }] }), null)

  expect(wordsOf(blocks).replaceAll("\n", " ")).toContain(text)
})

test("what a mail says is never markup: no mention, no link, no emphasis, no character that hides", () => {
  const hostile =
    "<!channel> <@U123> <https://evil.example|Mentor> *gras* :tada: pay\u202efdp\u200b"
  const card = aCard({
    title: hostile,
    fallback: hostile,
    fields: [{ label: "Demande de", text: hostile }],
    sections: [{ heading: "Écrit", text: hostile }],
  })

  const { text, blocks } = cardMessage(card, null)

  expect(text).toContain("&lt;!channel&gt; &lt;@U123&gt; &lt;https://evil.example|Mentor&gt;")
  const json = JSON.stringify(blocks)
  expect(json).not.toMatch(/[\u202e\u200b]/)
  const markup = [...json.matchAll(/"type":"mrkdwn","text":"([^"]*)"/g)].map(([, said]) => said)
  expect(markup).toEqual(["*Demande de*", "*Écrit*"])
  expect(json.match(/"type":"plain_text"/g)?.length).toBe(json.match(/"emoji":false/g)?.length)
})

test("a label with characters of markup is shown as it is", () => {
  const { blocks } = cardMessage(aCard({ fields: [{ label: "a_b <c>", text: "d" }] }), null)

  expect(wordsOf(blocks)).toContain("a_b <c>")
})

const words = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 400 }),
  fc.constantFrom("", " ", "\n\n", "<!everyone>", "🙂".repeat(4_000), "é".repeat(20_000)),
  fc.string({ unit: "grapheme", maxLength: 30 }).map((text) => `${text} `.repeat(400)),
)
const tone = fc.constantFrom("neutral", "info", "success", "warning", "error")
const action = fc
  .string({ unit: "grapheme-ascii", minLength: 1, maxLength: 100 })
  .filter((text) => text.trim() !== "")
const button = fc.record(
  {
    label: words,
    action,
    style: fc.constantFrom("primary", "secondary", "danger"),
    confirm: words,
  },
  { requiredKeys: ["label", "action", "style"] },
)
const card: fc.Arbitrary<Card> = fc.record({
  fallback: words,
  title: words,
  ticket: fc.option(fc.nat(), { nil: null }),
  tone,
  badges: fc.array(fc.record({ text: words, tone }), { maxLength: 30 }),
  fields: fc.array(fc.record({ label: words, text: words }), { maxLength: 60 }),
  sections: fc.array(fc.record({ heading: words, text: words }), { maxLength: 30 }),
  buttons: fc.array(button, { maxLength: 40 }) as fc.Arbitrary<Card["buttons"]>,
})

test("whatever the card, Slack takes it: as a message, as a window, as a page", () => {
  fc.assert(
    fc.property(card, fc.option(fc.webUrl(), { nil: null }), (any, url) => {
      expect(messageFaults(cardMessage(any, url))).toEqual([])
      expect(viewFaults({ ...cardModal(any, url, {}) })).toEqual([])
      expect(viewFaults({ ...homeView(any) })).toEqual([])
    }),
    { numRuns: 25 },
  )
})

test("whatever the sentence, Slack takes it", () => {
  fc.assert(
    fc.property(words, (text) => {
      expect(messageFaults(sentence(text))).toEqual([])
      expect(viewFaults({ ...textModal(text, text, {}) })).toEqual([])
    }),
  )
})

const option = fc.record({ label: words, value: words })
const base = { name: fc.stringMatching(/^[a-z]{1,12}$/), label: words, isRequired: fc.boolean() }
const day = fc.constantFrom("", "2026-11-25", "2026-02-30", "demain")
const input = fc.oneof(
  fc.record({ ...base, kind: fc.constantFrom("line", "text"), value: words }),
  fc.record({ ...base, kind: fc.constant("date"), value: day }),
  fc.record({ ...base, kind: fc.constant("files"), value: fc.constant("") }),
  fc.record({
    ...base,
    kind: fc.constantFrom("select", "checkboxes"),
    value: words,
    options: fc.array(option, { maxLength: 120 }),
  }),
) as fc.Arbitrary<Input>
const form: fc.Arbitrary<Form> = fc.record(
  {
    submission: fc.constant("ticket.note:12:1"),
    title: words,
    intro: words,
    inputs: fc.array(input, { minLength: 1, maxLength: 12 }),
    submitLabel: words,
  },
  { requiredKeys: ["submission", "title", "inputs", "submitLabel"] },
)

test("whatever the form, it is a window that Slack takes, or it says why it is none", () => {
  fc.assert(
    fc.property(form, (any) => {
      const view = formView(any, {})
      if (typeof view === "string") expect(view).not.toBe("")
      else expect(viewFaults({ ...view })).toEqual([])
    }),
    { numRuns: 150 },
  )
})

function aForm(inputs: Input[]): Form {
  return { submission: "ticket.note:12:1", title: "Note", inputs, submitLabel: "Ajouter" }
}

function opened(inputs: Input[]) {
  const view = formView(aForm(inputs), {})
  if (typeof view === "string") throw new Error(view)
  return view
}

/** Sent back as Slack does. */
function sent(view: ReturnType<typeof opened>, values: Record<string, string> = {}): SentView {
  const inputs = inputsOf({ ...view })
  const state = inputs.map((one) => [
    one.block_id,
    stateOf(one, values[String(one.block_id)] ?? valueIn(one)),
  ])
  return SentView.parse({ ...view, id: "V1", state: { values: Object.fromEntries(state) } })
}

test("what a form holds comes back as it was, whatever its kind", () => {
  const long = `${"a".repeat(100)}@ministere.example`
  const options = ["", "nadia", long, "nadia"].map((value, i) => ({ label: `Choix ${i}`, value }))
  const field = { label: "Champ", isRequired: false }

  const { values } = typedIn(
    sent(
      opened([
        { ...field, kind: "line", name: "subject", value: "Re: été\u200b" },
        { ...field, kind: "text", name: "text", value: "Bonjour\n\nÀ vous" },
        { ...field, kind: "date", name: "day", value: "2026-12-01" },
        { ...field, kind: "select", name: "who", value: long, options },
        { ...field, kind: "checkboxes", name: "cc", value: `nadia\n${long}`, options },
        { ...field, kind: "select", name: "nobody", value: "", options },
      ]),
    ),
  )

  expect(values).toMatchObject({
    subject: "Re: été\u200b",
    text: "Bonjour\n\nÀ vous",
    day: "2026-12-01",
    who: long,
  })
  expect(new Set(values.cc?.split("\n"))).toEqual(new Set(["nadia", long]))
  expect(values.nobody).toBe("")
})

test("each form that opens has a key of its own, and remembers where it comes from", () => {
  const input: Input = { kind: "text", name: "text", label: "Note", isRequired: true, value: "" }

  const keys = [opened([input]), opened([input])].map(
    ({ private_metadata }) => JSON.parse(private_metadata ?? "{}").key,
  )

  expect(new Set(keys).size).toBe(2)
})

test("a text longer than Slack takes back is not opened, for it would come back shorter", () => {
  const value = "a".repeat(3_001)

  const view = formView(
    aForm([{ kind: "text", name: "text", label: "Réponse", isRequired: true, value }]),
    {},
  )

  expect(view).toBe("« Réponse » dépasse 3 000 caractères")
})

test("a refused form comes back with all that was typed, under the refusal", () => {
  const options = [{ label: "Nadia", value: "2" }]
  const field = { label: "Champ", isRequired: true }
  const view = opened([
    { ...field, kind: "text", name: "text", value: "" },
    { ...field, kind: "select", name: "who", value: "", options },
  ])

  const again = sentAgain(sent(view, { "0.text": "Déjà écrit", "1.who": "2" }), "Trop tard.")

  expect(viewFaults(again)).toEqual([])
  expect(wordsOf(again.blocks)).toContain("⚠️ Trop tard.")
  expect(inputsOf({ ...again }).map(valueIn)).toEqual(["Déjà écrit", "2"])
})

test("a note reads as a person reads it", () => {
  const names = new Map([["U789", "Karim Lenoir"]])
  const text =
    "Vu avec <@U123|paul>, <@U789> et <@U456> : <https://a.example/x|le lien> &amp; <#C1|général>, <!here>"

  expect(noteText(text, { names })).toBe(
    "Vu avec @paul, @Karim Lenoir et @une personne : le lien (https://a.example/x) & #général, @here",
  )
  expect(noteText("", { files: ["capture.png"] })).toBe("(fichier joint dans Slack : capture.png)")
  expect(withoutMention(" <@U0BOT>, demande 12")).toBe("demande 12")
})
