import { randomUUID } from "node:crypto"
import { html } from "hono/html"
import type { Form, Input, Option } from "../../../src/card.ts"
import type { Html } from "./layout.ts"

const FEWEST_ROWS = 12
const MOST_ROWS = 24
const LETTERS_IN_A_ROW = 55
const GROUP = {
  line: "fr-input-group",
  text: "fr-input-group",
  date: "fr-input-group",
  select: "fr-select-group",
  files: "fr-upload-group",
}

export type FormState = {
  form: Form
  /** Where « Annuler » and the answer lead. */
  back: string
  /** What was wrong with the whole, told by a UserError. */
  refusal?: string | undefined
  /** What was wrong with one input, by its name. */
  errors?: Record<string, string>
}

/** A form as a page of its own: what was typed comes back with what was wrong. */
export function formView({ form, back, refusal, errors = {} }: FormState): Html {
  const hasErrors = Object.keys(errors).length > 0
  const alert =
    refusal ??
    (hasErrors
      ? "Le formulaire n’est pas complet. Rien n’est perdu : corrigez les champs signalés."
      : null)
  return html`<div class="tm-narrow">
    <h1 class="fr-h3">${form.title}</h1>
    ${alert && html`<div class="fr-alert fr-alert--error fr-mb-3w" role="alert" id="refus"><p>${alert}</p></div>`}
    ${form.intro && html`<p class="tm-text" dir="auto">${form.intro}</p>`}
    <form method="post" action="/formulaires" id="formulaire"${form.inputs.some(({ kind }) => kind === "files") && html` enctype="multipart/form-data"`}>
      <input type="hidden" name="submission" value="${form.submission}">
      <input type="hidden" name="_retour" value="${back}">
      <input type="hidden" name="_cle" value="${randomUUID()}">
      <input type="hidden" name="_formulaire" value="${JSON.stringify(withoutValues(form))}">
      ${form.inputs.some(({ isRequired }) => isRequired) && html`<p class="fr-hint-text fr-mb-3w">Les champs suivis d’un astérisque (*) sont obligatoires.</p>`}
      ${form.inputs.map((input) => inputView(input, errors[input.name]))}
      <div class="tm-buttons fr-mt-4w">
        <button class="fr-btn">${form.submitLabel}</button>
        <a class="fr-btn fr-btn--tertiary" href="${back}">Annuler</a>
      </div>
    </form>
  </div>`
}

/** What describes the form, to draw it again: the values travel as what was typed. */
function withoutValues(form: Form): Form {
  return { ...form, inputs: form.inputs.map((input) => ({ ...input, value: "" })) }
}

function inputView(input: Input, error: string | undefined): Html {
  return input.kind === "checkboxes" ? checkboxes(input, input.options, error) : field(input, error)
}

function field(input: Exclude<Input, { kind: "checkboxes" }>, error: string | undefined): Html {
  const id = idOf(input)
  const attributes = html`id="${id}" name="${input.name}" ${input.isRequired ? html`required` : ""} ${error ? html`aria-invalid="true" aria-describedby="${id}-erreur"` : ""}`
  return html`<div class="${GROUP[input.kind]} ${error ? `${GROUP[input.kind]}--error` : ""}">
    <label class="fr-label" for="${id}">${labelOf(input)}</label>
    ${control(input, attributes)}
    ${error && html`<p id="${id}-erreur" class="fr-error-text">${error}</p>`}
  </div>`
}

function control(input: Exclude<Input, { kind: "checkboxes" }>, attributes: Html): Html {
  switch (input.kind) {
    // The newline after <textarea> is not content: without it, a text that begins by one would lose it.
    case "text":
      return html`<textarea class="fr-input" rows="${rowsFor(input.value)}" dir="auto" ${attributes}>
${input.value}</textarea>`
    case "select":
      return html`<select class="fr-select" ${attributes}>
        ${input.options.map((option) => html`<option value="${option.value}" ${option.value === input.value ? html`selected` : ""}>${option.label}</option>`)}
      </select>`
    case "files":
      return html`<input class="fr-upload" type="file" multiple ${attributes}>`
    case "date":
      return html`<input class="fr-input tm-date" type="date" value="${input.value}" ${attributes}>`
    case "line":
      return html`<input class="fr-input" type="text" dir="auto" value="${input.value}" ${attributes}>`
  }
}

/** A text that is there already is seen whole, or nearly. */
function rowsFor(text: string): number {
  const rows = text
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LETTERS_IN_A_ROW)), 1)
  return Math.min(Math.max(rows, FEWEST_ROWS), MOST_ROWS)
}

function checkboxes(input: Input, options: Option[], error: string | undefined): Html {
  const id = idOf(input)
  const chosen = input.value.split("\n")
  return html`<fieldset class="fr-fieldset ${error ? "fr-fieldset--error" : ""}" aria-labelledby="${id}-titre ${id}-messages">
    <legend class="fr-fieldset__legend fr-fieldset__legend--regular" id="${id}-titre">${labelOf(input)}</legend>
    ${options.map(
      (
        { label, value },
        index,
      ) => html`<div class="fr-fieldset__element"><div class="fr-checkbox-group">
        <input type="checkbox" id="${id}-${index}" name="${input.name}" value="${value}" ${chosen.includes(value) ? html`checked` : ""}>
        <label class="fr-label" for="${id}-${index}">${label}</label>
      </div></div>`,
    )}
    <div class="fr-messages-group" id="${id}-messages">${error && html`<p class="fr-message fr-message--error">${error}</p>`}</div>
  </fieldset>`
}

function labelOf({ label, hint, isRequired }: Input): Html {
  return html`${label}${isRequired ? " *" : ""}${hint && html`<span class="fr-hint-text">${hint}</span>`}`
}

function idOf({ name }: Input): string {
  return `champ-${name}`
}
