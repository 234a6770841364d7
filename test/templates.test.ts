import { expect, test } from "vitest"
import { readTemplates } from "../adapters/prompts/templates.ts"
import { fill, type Templates, VARIABLES, variablesIn } from "../src/mail/template.ts"

const OURS = Object.entries(readTemplates()) as [keyof Templates, Templates[keyof Templates]][]

test("a template is filled in one pass: a value that looks like a variable stays as it is", () => {
  const filled = fill(
    { subject: "{{objet}}", text: "{{ membre }} : $1 {{objet}}" },
    {
      ...{ objet: "{{membre}}", membre: "Nadia" },
    },
  )

  expect(filled).toEqual({ subject: "{{membre}}", text: "Nadia : $1 {{membre}}" })
})

test("a subject stays in one line, whatever it is filled with", () => {
  expect(fill({ subject: "{{objet}}", text: "" }, { objet: "a\r\nBcc: b@c.example" }).subject).toBe(
    "a Bcc: b@c.example",
  )
})

test.each([
  { text: "{{prénom}}", found: ["prénom"] },
  { text: "{{ objet }} et {{objet}}", found: ["objet", "objet"] },
  { text: "{{objet}", found: ["{{objet}"] },
  { text: "objet}}", found: ["objet}}"] },
  { text: "{objet}", found: [] },
])("in « $text », variables are $found", ({ text, found }) => {
  expect(variablesIn({ subject: "", text })).toEqual(found)
})

test.each(OURS)(
  "our %s says nothing that it may not, and nothing is left unfilled",
  (name, template) => {
    const values = Object.fromEntries(VARIABLES[name].map((variable) => [variable, "valeur"]))

    const { subject, text } = fill(template, values)

    expect(variablesIn(template).filter((variable) => !VARIABLES[name].includes(variable))).toEqual(
      [],
    )
    expect(`${subject}\n${text}`).not.toMatch(/[{}]/)
  },
)

test("the acknowledgement tells the number, the delay, how to add, who answers, and what becomes of the data", () => {
  const { subject, text } = readTemplates().acknowledgement

  expect(`${subject} ${text}`).toContain("{{reference}}")
  for (const part of [
    "{{numero}}",
    "{{delai}}",
    "Répondez",
    "automatique",
    "une personne",
    "Vos données",
  ]) {
    expect(text).toContain(part)
  }
})
