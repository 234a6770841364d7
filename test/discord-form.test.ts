import fc from "fast-check"
import { expect, test } from "vitest"
import { valuesOf } from "../adapters/discord/fields.ts"
import { type Labelled, type Modal, modalOf } from "../adapters/discord/form.ts"
import type { Submitted } from "../adapters/discord/payloads.ts"
import type { Form, Input } from "../src/card.ts"
import { anyForm } from "./setup/any-card.ts"
import { modalFaults, refusalOf, schema } from "./setup/discord/judge.ts"

const KEY = "1234567890123456789"

function aForm(inputs: Input[], over: Partial<Form> = {}): Form {
  return {
    submission: "ticket.reply:12:3",
    title: "Répondre",
    inputs,
    submitLabel: "Relire",
    ...over,
  }
}

function line(name: string, value = ""): Input {
  return { kind: "line", name, label: `Champ ${name}`, isRequired: true, value }
}

function boxes(name: string, count: number, over: Partial<Input> = {}): Input {
  const options = Array.from({ length: count }, (_, i) => ({
    label: `Choix ${i}`,
    value: `${name}${i}`,
  }))
  return {
    name,
    label: name,
    isRequired: false,
    value: "",
    ...over,
    kind: "checkboxes",
    options,
  } as Input
}

function labelled(modal: Modal | null): Labelled[] {
  return modal?.components.filter((one) => one.type === 18) ?? []
}

/** What Discord sends of a modal that nobody changed. */
function untouched(modal: Modal): Submitted[] {
  return labelled(modal).map(({ component }) => {
    const { custom_id } = component
    if (component.type === 4) return { custom_id, value: component.value ?? "" }
    if (component.type === 19) return { custom_id, values: [] }
    const chosen = component.options.filter((option) => option.default)
    return { custom_id, values: chosen.map(({ value }) => value) }
  })
}

test("whatever a form holds, Discord takes it, or it is for the console", () => {
  let opened = 0
  fc.assert(
    fc.property(anyForm(), (form) => {
      const modal = modalOf(form, KEY)
      if (!modal) return
      opened += 1

      expect(modalFaults(modal)).toEqual([])
      expect(
        refusalOf([schema("ModalInteractionCallbackRequest")], { type: 9, data: modal }),
      ).toBeNull()
    }),
    { numRuns: 80 },
  )
  expect(opened).toBeGreaterThan(15)
})

test("a form sent back untouched gives the values it held", () => {
  fc.assert(
    fc.property(anyForm(), (form) => {
      const modal = modalOf(form, KEY)
      if (!modal) return

      const { values } = valuesOf(untouched(modal), form)

      for (const input of form.inputs) {
        if (input.kind === "date") expect(values[input.name]).toBe(input.value)
        if (input.kind === "text") expect(values[input.name]).toBe(input.value)
        if (!("options" in input) || input.value === "") continue
        const known = input.options.map(({ value }) => value)
        const held = input.kind === "select" ? [input.value] : input.value.split("\n")
        const given = held.filter((value) => value !== "" && known.includes(value))
        expect(values[input.name]?.split("\n").filter(Boolean).sort()).toEqual(
          [...new Set(given)].sort(),
        )
      }
    }),
    { numRuns: 80 },
  )
})

test("a form has its title, its words, its labels, its hints and what it holds", () => {
  const form = aForm([{ ...line("subject", "Re: lien"), hint: "Ce que la personne verra." }], {
    intro: "Vous relirez le message.",
  })

  const modal = modalOf(form, KEY)

  expect(modal).toMatchObject({ custom_id: `ticket.reply:12:3~${KEY}`, title: "Répondre" })
  expect(modal?.components[0]).toEqual({ type: 10, content: "Vous relirez le message." })
  expect(labelled(modal)[0]).toMatchObject({
    label: "Champ subject",
    description: "Ce que la personne verra.",
    component: { value: "Re: lien", required: true, style: 1 },
  })
})

test("beyond five questions, boxes that may stay empty share one", () => {
  const inputs = [
    boxes("to", 2, { isRequired: true, value: "to0" }),
    boxes("cc", 2, { value: "cc1" }),
    ...[line("subject"), line("text")],
    boxes("kept", 1, { value: "kept0" }),
    { kind: "files", name: "files", label: "Fichiers", isRequired: false, value: "" } as const,
    boxes("close", 1),
  ]

  const modal = modalOf(aForm(inputs, { intro: "Vous relirez le message." }), KEY)

  expect(labelled(modal).map(({ label }) => label)).toEqual([
    ...["to", "cc · kept · close", "Champ subject", "Champ text", "Fichiers"],
  ])
  expect(labelled(modal).map(({ description }) => description)).toContain(
    "Vous relirez le message.",
  )
  expect(valuesOf(untouched(modal as Modal), null).values).toMatchObject({
    ...{ to: "to0", cc: "cc1", kept: "kept0", close: "" },
  })
})

test("what a form has to say first is not lost when it is full: its files go to the console", () => {
  const files = {
    kind: "files",
    name: "files",
    label: "Fichiers",
    isRequired: false,
    value: "",
  } as const
  const inputs = [line("a"), line("b"), line("c"), line("d"), files]

  const modal = modalOf(aForm(inputs, { intro: "Une phrase qui est longue. ".repeat(6) }), KEY)

  expect(labelled(modal)).toHaveLength(4)
  expect(modal?.components[0]).toMatchObject({
    content: expect.stringContaining("Pour joindre un fichier, passez par la console"),
  })
})

test.for([
  ["six lines", aForm(["a", "b", "c", "d", "e", "f"].map((name) => line(name)))],
  ["a text that Discord cannot hold", aForm([{ ...line("a", "x".repeat(4_001)) }])],
  ["more choices than five menus", aForm([boxes("a", 126)])],
] as const)("%s: the form is for the console", ([, form]) => {
  expect(modalOf(form, KEY)).toBeNull()
})

test("more than 25 choices go to several menus, whose choices come back together", () => {
  const form = aForm([boxes("to", 30, { isRequired: true, value: "to3\nto28" })])

  const modal = modalOf(form, KEY)

  expect(labelled(modal)).toHaveLength(2)
  expect(valuesOf(untouched(modal as Modal), null).values).toEqual({ to: "to3\nto28" })
})

test("a choice too long for Discord comes back whole, as long as the form is remembered", () => {
  const long = `${"prenom.".repeat(20)}nom@prefecture.example`
  const options = [{ label: "Elle", value: long }]
  const form = aForm([{ ...line("to", long), kind: "select", options }])
  const sent = untouched(modalOf(form, KEY) as Modal)

  expect(valuesOf(sent, form).values).toEqual({ to: long })
  expect(() => valuesOf(sent, null)).toThrow("Ce formulaire n’est plus connu")
})

test.for([
  ["24/12/2026", "2026-12-24"],
  [" 3-1-2027 ", "2027-01-03"],
  ["2026-12-24", "2026-12-24"],
  ["demain", "demain"],
])("the day « %s » is understood as %s", ([typed = "", day = ""]) => {
  expect(valuesOf([{ custom_id: "day:until", value: typed }], null).values).toEqual({ until: day })
})

test("a day is shown as people write it", () => {
  const form = aForm([{ ...line("until", "2026-12-24"), kind: "date" }])

  expect(labelled(modalOf(form, KEY))[0]?.component).toMatchObject({ value: "24/12/2026" })
})
