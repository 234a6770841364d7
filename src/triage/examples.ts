/** A text whose category is known: a phrase written for the bot, a question of an answer card, a decided ticket. */
export type LabelledText = {
  subject: string
  text: string
  category: string
  /** 1 unless told; 0.5 for what somebody only did not contradict. */
  weight?: number
}

const SEPARATOR = " | "

/** « l’objet | le message », or the message alone: see `prompts/examples.yaml`. */
export function labelled(written: string, category: string): LabelledText {
  const at = written.indexOf(SEPARATOR)
  if (at < 0) return { subject: "", text: written, category }
  return {
    ...{ subject: written.slice(0, at), text: written.slice(at + SEPARATOR.length) },
    category,
  }
}
