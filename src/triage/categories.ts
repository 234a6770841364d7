export const CATEGORIES = [
  "activation",
  "mot-de-passe",
  "adresse-mel",
  "doublon",
  "compte-externe",
  "connexion-technique",
  "inscription-session",
  "attestation",
  "progression",
  "droits-formateur",
  "autre",
  "hors-perimetre",
  "indesirable",
] as const

export type Category = (typeof CATEGORIES)[number]

export function isCategory(id: string): id is Category {
  return CATEGORIES.some((category) => category === id)
}

/** « Activation du compte »; the id when its line of the lexicon cannot be read. */
export function labelIn(
  { categories }: { categories: { id: string; label: string }[] },
  category: string,
): string {
  return categories.find(({ id }) => id === category)?.label ?? category
}
