/** A mail as the team wrote it in `prompts/mail/`: a subject and a text with `{{variables}}`. */
export type Template = { subject: string; text: string }

export type Templates = {
  acknowledgement: Template
  reply: Template
  closing: Template
  /** The same, where there are public pages to answer on. */
  closingLinks: Template
  alarm: Template
  code: Template
  login: Template
  passing: Template
  passed: Template
  automatic: Template
}

/** What each template may say; anything else between `{{ }}` is refused when it is read. */
export const VARIABLES: Record<keyof Templates, string[]> = {
  acknowledgement: ["incident", "reference", "objet", "numero", "delai", "aide", "service"],
  reply: ["objet", "prenom", "reponse", "membre", "service"],
  closing: ["objet", "prenom", "numero", "membre", "service"],
  closingLinks: ["objet", "prenom", "numero", "oui", "non", "membre", "service"],
  alarm: ["titre", "texte"],
  code: ["code", "outil", "heure", "service"],
  login: ["lien", "heure", "service"],
  passing: ["objet", "boite", "mot", "demandeur", "date", "demande", "membre", "service"],
  automatic: ["objet", "prenom", "reponse", "service"],
  passed: ["objet", "prenom", "numero", "destinataire", "membre", "service"],
}

const VARIABLE = /\{\{\s*([^{}\n]{1,60}?)\s*\}\}/g
/** Braces that open or close nothing would leave with the mail. */
const LONE_BRACES = /\{\{.{0,20}|.{0,20}\}\}/

/** Fills in one pass: a value that looks like a variable stays as it is. */
export function fill(template: Template, values: Record<string, string>): Template {
  const filled = (text: string) =>
    text.replace(VARIABLE, (_, name: string) =>
      Object.hasOwn(values, name) ? (values[name] ?? "") : "",
    )
  return {
    subject: filled(template.subject).replace(/\s+/g, " ").trim(),
    text: filled(template.text),
  }
}

/** All that stands between braces, well written or not. */
export function variablesIn({ subject, text }: Template): string[] {
  const whole = `${subject}\n${text}`
  const names = [...whole.matchAll(VARIABLE)].map(([, name = ""]) => name)
  const [lone] = LONE_BRACES.exec(whole.replace(VARIABLE, "")) ?? []
  return lone ? [...names, lone] : names
}
