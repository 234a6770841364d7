/** A mail as the team wrote it in `prompts/mail/`: a subject and a text with `{{variables}}`. */
export type Template = { subject: string; text: string }

export type Templates = {
  acknowledgement: Template
  reply: Template
  closing: Template
  alarm: Template
}

/** What each template may say; anything else between `{{ }}` is refused when it is read. */
export const VARIABLES: Record<keyof Templates, string[]> = {
  acknowledgement: ["reference", "objet", "numero", "delai", "service"],
  reply: ["objet", "prenom", "membre", "service"],
  closing: ["objet", "prenom", "numero", "membre", "service"],
  alarm: ["titre", "texte"],
}

/** Fills in one pass: a value that looks like a variable stays as it is. */
export function fill(template: Template, values: Record<string, string>): Template {
  const filled = (text: string) => text.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name] ?? "")
  return {
    subject: filled(template.subject).replace(/\s+/g, " ").trim(),
    text: filled(template.text),
  }
}

export function variablesIn({ subject, text }: Template): string[] {
  return [...`${subject}\n${text}`.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? "")
}
