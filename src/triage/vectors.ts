import { type Features, GROUPS } from "./features.ts"

/** TF-IDF: which features a model knows, and how rare each one is. */
export type Vocabulary = { index: Map<number, number>; rarity: Float32Array }

/** Sparse; `index` are places in the vocabulary. */
export type Vector = { index: Int32Array; value: Float32Array }

const GROUP_COUNT = Object.keys(GROUPS).length
const GROUP_BITS = 3
/** From so many examples on, letters that only one of them has are noise that costs time. */
const MANY_EXAMPLES = 2_000

export function vocabularyOf(texts: Features[]): Vocabulary {
  const seenIn = new Map<number, number>()
  for (const { ids } of texts) for (const id of ids) seenIn.set(id, (seenIn.get(id) ?? 0) + 1)
  const kept =
    texts.length < MANY_EXAMPLES ? [...seenIn] : [...seenIn].filter(([, count]) => count > 1)
  return {
    index: new Map(kept.map(([id], at) => [id, at])),
    rarity: Float32Array.from(kept, ([, count]) => Math.log((1 + texts.length) / (1 + count)) + 1),
  }
}

/** `shares` say what each group (`GROUPS`) weighs in the whole, whose length is 1. */
export function vectorOf(
  { index, rarity }: Vocabulary,
  { ids, counts }: Features,
  shares: readonly number[],
): Vector {
  const places = new Int32Array(ids.length)
  const values = new Float32Array(ids.length)
  const groups = new Uint8Array(ids.length)
  const squares = new Float64Array(GROUP_COUNT)
  let size = 0
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] ?? 0
    const place = index.get(id)
    if (place === undefined) continue
    const value = (1 + Math.log(counts[i] ?? 1)) * (rarity[place] ?? 0)
    const group = id & GROUP_BITS
    places[size] = place
    values[size] = value
    groups[size] = group
    squares[group] = (squares[group] ?? 0) + value * value
    size += 1
  }
  const scales = scalesOf(squares, shares)
  for (let i = 0; i < size; i++) values[i] = (values[i] ?? 0) * (scales[groups[i] ?? 0] ?? 0)
  return { index: places.slice(0, size), value: values.slice(0, size) }
}

function scalesOf(squares: Float64Array, shares: readonly number[]): number[] {
  let whole = 0
  for (const [group, square] of squares.entries()) if (square > 0) whole += shares[group] ?? 0
  return Array.from(squares, (square, group) =>
    square > 0 ? Math.sqrt((shares[group] ?? 0) / whole / square) : 0,
  )
}
