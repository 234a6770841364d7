/** What a thing looks like, whatever the platform: each adapter renders it natively, whole, each time. */
export type Card = {
  /** The card in one line, for notifications and where no card can be shown. */
  fallback: string
  title: string
  /** The ticket it shows: where there is a page for it, the title leads there. */
  ticket: number | null
  tone: Tone
  badges: Badge[]
  fields: Field[]
  /** Longer texts, each with its heading: what the person wrote, a preview. */
  sections: Section[]
  /** Addresses that the team itself wrote in the texts: a few, short, shown as links. Nothing of a mail is one. */
  links?: string[]
  buttons: Button[]
}

/** Never the only way to know: the text says it too (RGAA). */
export type Tone = "neutral" | "info" | "success" | "warning" | "error"
export type Badge = { text: string; tone: Tone }
export type Field = { label: string; text: string }
export type Section = { heading: string; text: string }

/** A click sends `action` back: `name:id:version`, at most 100 characters (DESIGN.md section 4). */
export type Button = {
  label: string
  action: string
  style: "primary" | "secondary" | "danger"
  /** Asked before the action is sent, when it cannot be undone. */
  confirm?: string
}

/** A form opens at once from the click. */
export type Form = {
  /** Sent back with the values: `name:id:version`. */
  submission: string
  title: string
  intro?: string
  inputs: Input[]
  submitLabel: string
}

export type Input = {
  name: string
  label: string
  hint?: string
  isRequired: boolean
  value: string
} & (
  | { kind: "line" | "text" | "date" }
  /** Files come beside the values. A platform that has none does without. */
  | { kind: "files" }
  | { kind: "select"; options: Option[] }
  /** The value is the chosen options' values, one a line. */
  | { kind: "checkboxes"; options: Option[] }
)

export type Option = { label: string; value: string }

/** What only the person who acted sees, unless it is said to all. Nothing: the card redrawn is the answer. */
export type Answer =
  | { kind: "done"; text?: string; undo?: Button }
  | { kind: "form"; form: Form }
  | { kind: "whisper"; card: Card }
  /** For all who read what was asked; where it was asked to the bot alone, for who asked. */
  | { kind: "said"; card: Card }
