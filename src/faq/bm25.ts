// BM25 divided by the most that the question could have earned: scores from 0 to 1, comparable from one question to the next.

export type Bm25 = {
  postings: Map<string, Posting>
  lengths: number[]
  averageLength: number
}

type Posting = { texts: number[]; counts: number[]; weight: number }

/** How fast repetition stops counting, and how much a long text is held against itself: these texts are short. */
const K1 = 1.2
const B = 0.3

export function bm25Over(texts: string[][]): Bm25 {
  const postings = new Map<string, Posting>()
  texts.forEach((tokens, n) => {
    for (const [token, count] of counted(tokens)) {
      const posting = postings.get(token) ?? { texts: [], counts: [], weight: 0 }
      posting.texts.push(n)
      posting.counts.push(count)
      postings.set(token, posting)
    }
  })
  for (const posting of postings.values()) {
    posting.weight = weightOf(texts.length, posting.texts.length)
  }
  const lengths = texts.map(({ length }) => length)
  const total = lengths.reduce((sum, length) => sum + length, 0)
  return { postings, lengths, averageLength: total / Math.max(1, texts.length) }
}

/** One score for each text, in their order. A token that no text holds lowers them all: it is evidence too. */
export function scored(index: Bm25, tokens: Iterable<string>): Float64Array {
  const { postings, lengths, averageLength } = index
  const found = new Float64Array(lengths.length)
  let possible = 0
  for (const token of new Set(tokens)) {
    const posting = postings.get(token)
    if (!posting) {
      possible += weightOf(lengths.length, 0)
      continue
    }
    possible += posting.weight
    posting.texts.forEach((n, i) => {
      const count = posting.counts[i] ?? 0
      const length = 1 - B + (B * (lengths[n] ?? 0)) / averageLength
      const earned = Math.min(1, (count * (K1 + 1)) / (count + K1 * length))
      found[n] = (found[n] ?? 0) + posting.weight * earned
    })
  }
  return possible > 0 ? found.map((score) => score / possible) : found
}

function weightOf(texts: number, holding: number): number {
  return Math.log(1 + (texts - holding + 0.5) / (holding + 0.5))
}

function counted(tokens: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1)
  return counts
}
