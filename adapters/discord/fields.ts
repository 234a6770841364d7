// What a modal sent back, as the values of the form it shows.
import type { Form, Input } from "../../src/card.ts"
import { UserError } from "../../src/errors.ts"
import { BY_POSITION, SHARED } from "./form.ts"
import { french } from "./french.ts"
import type { Submitted } from "./payloads.ts"

export type Values = { values: Record<string, string>; files: string[] }

const FRENCH_DAY = /^\s*(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})\s*$/

/** `form` is what was shown, when this copy of the bot remembers it; `files` are the attachments' ids. */
export function valuesOf(submitted: Submitted[], form: Form | null): Values {
  const values: Record<string, string> = {}
  const files: string[] = []
  for (const { custom_id, value = "", values: chosen = [] } of submitted) {
    const [kind = "", name = ""] = custom_id.split(":")
    if (kind === "text") values[name] = value
    if (kind === "day") values[name] = isoDay(value)
    if (kind === "one") values[name] ||= real(chosen[0] ?? "", name, form)
    if (kind === "many") add(values, name, chosen)
    if (kind === "files") files.push(...chosen)
    if (kind === SHARED) {
      for (const shared of name.split(",")) {
        const own = chosen.filter((option) => option.startsWith(`${shared}=`))
        add(
          values,
          shared,
          own.map((option) => option.slice(shared.length + 1)),
        )
      }
    }
  }
  return { values, files }

  function add(all: Record<string, string>, name: string, options: string[]): void {
    const known = options.map((option) => real(option, name, form))
    all[name] = [all[name] ?? "", ...known].filter(Boolean).join("\n")
  }
}

/** The value of an option that was sent by its position. */
function real(value: string, name: string, form: Form | null): string {
  if (value === BY_POSITION) return ""
  if (!value.startsWith(BY_POSITION)) return value
  const input = form?.inputs.find((input: Input) => input.name === name)
  if (!input || !("options" in input)) throw new UserError(french.formForgotten)
  return input.options[Number(value.slice(1))]?.value ?? ""
}

/** « 24/11/2026 » as 2026-11-24; anything else as it is, for who checks it. */
function isoDay(text: string): string {
  return text.replace(FRENCH_DAY, (_, day: string, month: string, year: string) =>
    [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-"),
  )
}
