const MAX_ID = 50

/** « Mon badge est perdu » → « mon-badge-est-perdu », or another that no card has. */
export function freeId(title: string, known: { id: string }[]): string {
  const words = title.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("œ", "oe")
  const id =
    words
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, MAX_ID)
      .replace(/^-+|-+$/g, "") || "fiche"
  const isFree = (id: string) => known.every((entry) => entry.id !== id)
  for (let n = 2, tried = id; ; n += 1) {
    if (isFree(tried)) return tried
    tried = `${id}-${n}`
  }
}
