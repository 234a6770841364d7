import { type FaqIndex, indexFaq, type Knowledge } from "../../src/faq/search.ts"
import { learntOnce } from "./learnt.ts"

/** What search needs of these cards: learnt in half a second, or kept from an earlier time. */
export function openIndex({ entries, unanswered, synonyms }: Knowledge): FaqIndex {
  const asked = entries.map(({ id, title, questions, body }) => ({ id, title, questions, body }))
  const knowledge = { entries: asked, unanswered, synonyms }
  return learntOnce("answers", knowledge, () => indexFaq(knowledge))
}
