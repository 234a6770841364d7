import { readFaq } from "../../adapters/prompts/faq.ts"
import { openIndex } from "../../adapters/prompts/faq-index.ts"
import { type FaqPort, searcher } from "../../src/faq/found.ts"

const faq = readFaq()
const entries = new Map(faq.entries.map((entry) => [entry.id, entry]))
export const search = searcher(faq, openIndex(faq))

/** The cards of `prompts/faq/`, searched in the test's own process: in theirs, they are learnt more slowly than a story goes. */
export const OUR_CARDS: FaqPort = {
  answerNow: async (text) => search(text),
  answer: async (text) => search(text),
  answerWith: async (cards, texts) => texts.map(searcher({ ...faq, entries: cards })),
  entry: (id) => entries.get(id),
  learn: () => {},
  revision: () => 0,
}
