import type { Entry } from "../../src/faq/entry.ts"

export function anEntry(written: Partial<Entry> = {}): Entry {
  return {
    ...{ id: "badge", title: "Mon badge", category: "autre", isValidated: false, source: "Guide" },
    ...{ verifiedOn: "2026-11-01", reviewOn: "2027-11-01" },
    ...{ questions: ["comment avoir un badge", "où est mon badge", "badge perdu"], toFindOut: [] },
    body: "Demandez-le à l’accueil.",
    ...written,
  }
}
