import { join } from "node:path"
import { mailOf } from "../adapters/cli/triage.ts"
import { readLexicon } from "../adapters/prompts/lexicon.ts"
import { lessons } from "../adapters/prompts/sorter.ts"
import { openTrainer } from "../adapters/prompts/trainer.ts"
import { isCategory } from "../src/triage/categories.ts"
import type { Decided } from "../src/triage/decided.ts"
import { ourMails } from "./eval/mails.ts"
import { line } from "./figures.ts"

const TICKETS = 5_000
const BATCH = 250
const BUDGET = 2_000

/** From the first ticket sent to the process that learns until its model is back. Twice: it must be the same. */
export async function benchLearning(): Promise<void> {
  // As the launcher does: only the first start of all compiles.
  process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, "../node_modules/.cache/telemaque")
  const trainer = openTrainer({ lexicon: readLexicon(), examples: lessons() })
  const tickets = someTickets()
  const first = await trainer.train(inBatches(tickets), null)
  const begun = performance.now()
  const second = await trainer.train(inBatches(tickets), first.content)
  const took = performance.now() - begun
  const budget = `${BUDGET} ms`
  line("learning again from 5,000 tickets", `${Math.round(took)} ms`, budget, took < BUDGET)
  const isSame = Buffer.compare(first.content, second.content) === 0
  const size = `${(first.content.length / 1_000_000).toFixed(1)} MB`
  line("the same tickets, the same bytes", isSame ? `yes, ${size}` : "NO", "yes", isSame)
}

async function* inBatches(tickets: Decided[]): AsyncGenerator<Decided[]> {
  for (let from = 0; from < tickets.length; from += BATCH) yield tickets.slice(from, from + BATCH)
}

/** Our own mails, each followed by words of another: so many mails that differ were never written. */
function someTickets(): Decided[] {
  const mails = ourMails()
  return Array.from({ length: TICKETS }, (_, n) => n + 1).flatMap((ticketId) => {
    const [mail, other] = [mails[ticketId % mails.length], mails[(ticketId * 7) % mails.length]]
    if (!mail || !other || !isCategory(mail.categorie)) return []
    const words = other.corps.split(" ").slice(0, 10 + (ticketId % 17))
    const corps = `${mail.corps} ${words.join(" ")}`
    return [{ ticketId, mail: mailOf({ ...mail, corps }), category: mail.categorie, weight: 1 }]
  })
}
