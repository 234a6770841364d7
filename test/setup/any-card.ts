import fc from "fast-check"
import type { Button, Card, Form, Input, Tone } from "../../src/card.ts"

const TONES: Tone[] = ["neutral", "info", "success", "warning", "error"]
const text = (maxLength: number) => fc.string({ unit: "grapheme", maxLength, size: "max" })
const written = fc.oneof(text(50), text(5_000), fc.constant("https://a.example/?q=`*_".repeat(300)))
const short = fc.oneof(text(20), text(400))
const ADDRESSES = ["https://mentor.example/a?b=c&d=e", `https://mentor.example/${"x".repeat(157)}`]
const action = fc.oneof(
  fc.nat({ max: 9_999 }).map((id) => `ticket.take:${id}:1`),
  fc.constant(`ticket.take:${"9".repeat(80)}:1`.slice(0, 100)),
)

/** Any card whatever, of any size, with anything in it. */
export function anyCard(): fc.Arbitrary<Card> {
  return fc.record({
    fallback: written,
    title: short,
    ticket: fc.option(fc.nat()),
    tone: fc.constantFrom(...TONES),
    badges: fc.array(fc.record({ text: short, tone: fc.constantFrom(...TONES) }), {
      maxLength: 12,
    }),
    fields: fc.array(fc.record({ label: short, text: written }), { maxLength: 40 }),
    sections: fc.array(fc.record({ heading: short, text: written }), { maxLength: 15 }),
    links: fc.array(fc.constantFrom(...ADDRESSES), { maxLength: 5 }),
    buttons: fc.array(anyButton(), { maxLength: 150, size: "max" }),
  })
}

function anyButton(): fc.Arbitrary<Button> {
  return fc.record(
    {
      label: short,
      action,
      style: fc.constantFrom("primary", "secondary", "danger"),
      confirm: short,
    },
    { requiredKeys: ["label", "action", "style"] },
  )
}

/** Any form whatever, whose inputs have names that a programmer would give. */
export function anyForm(): fc.Arbitrary<Form> {
  return fc
    .record({
      title: short,
      intro: fc.option(written, { nil: "" }),
      submitLabel: short,
      inputs: fc.array(anyInput(), { maxLength: 9 }),
    })
    .map((form) => ({
      ...form,
      submission: "ticket.reply:12:3",
      inputs: form.inputs.map((input, i) => ({ ...input, name: `${input.name}${i}` })),
    }))
}

function anyInput(): fc.Arbitrary<Input> {
  const name = fc.stringMatching(/^[a-z]{1,10}$/)
  const head = { name, label: short, hint: short, isRequired: fc.boolean() }
  const options = fc.array(fc.record({ label: short, value: short }), { maxLength: 60 })
  const value = fc.oneof(short, written, fc.constant("x".repeat(4_001)))
  return fc.oneof(
    fc.record({ ...head, value, kind: fc.constantFrom("line", "text") }),
    fc.record({ ...head, value: fc.constant("2026-12-24"), kind: fc.constant("date") }),
    fc.record({ ...head, value: fc.constant(""), kind: fc.constant("files") }),
    fc.record({ ...head, value, kind: fc.constantFrom("select", "checkboxes"), options }),
  ) as fc.Arbitrary<Input>
}
