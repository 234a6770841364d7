import { existsSync, readFileSync } from "node:fs"
import { z } from "zod"
import { mailOf } from "../../adapters/cli/triage.ts"
import { readExamples } from "../../adapters/prompts/examples.ts"
import { readLexicon } from "../../adapters/prompts/lexicon.ts"
import { openSorter } from "../../adapters/prompts/sorter.ts"
import type { Triage } from "../../src/tickets/ticket.ts"
import { CATEGORIES } from "../../src/triage/categories.ts"
import { type Sorter, sorter } from "../../src/triage/sorter.ts"

const Mail = z.object({
  ...{ id: z.string(), de: z.string(), objet: z.string(), corps: z.string() },
  ...{ categorie: z.string(), acceptees: z.array(z.string()) },
  ...{ priorite: z.enum(["haute", "normale"]), manquants: z.array(z.string()) },
  date: z.coerce.date().optional(),
})

/**
 * A mail with what a person says of it. `acceptees`: the category and the other readings that can be defended;
 * `manquants`: what must be asked before an answer is possible.
 */
export type LabelledMail = z.infer<typeof Mail>

/** Shares from 0 to 1, and counts. */
export type MailFigures = {
  mails: number
  accepted: number
  exact: number
  macroF1: number
  legitimateCalledUnwanted: number
  priorityRecall: number
  priorityPrecision: number
  missingF1: number
  withReason: number
  /** Milliseconds for one mail. */
  sorting: number
  wrong: string[]
}

type Sorted = { mail: LabelledMail; triage: Triage }

const UNWANTED = "indesirable"

const OURS = new URL("mails.jsonl", import.meta.url)
const TAUGHT = new URL("taught.jsonl", import.meta.url)
const SHARED = new URL("../../../shared/data/mentor/sample-mails.jsonl", import.meta.url)
const FOLDS = 5
const SOMEBODY = "camille.durand@ministere.example"
const STRANGER = "contact@ailleurs.example"

/** On our mails always; on the shared sample, when it is there, by halves: the second was never read. */
export function mailFigures(): Record<string, MailFigures> {
  const sort = openSorter(readLexicon())
  const sets: Record<string, LabelledMail[]> = {
    "our mails": readMails(OURS),
    "our mails, in the examples": readMails(TAUGHT),
  }
  if (existsSync(SHARED)) {
    const sample = readMails(SHARED)
    sets["shared mails, looked at"] = sample.filter((_, n) => n % 2 === 0)
    sets["shared mails, kept aside"] = sample.filter((_, n) => n % 2 === 1)
  }
  return Object.fromEntries(
    Object.entries(sets).map(([name, mails]) => [name, figuresOf(mails, sort)]),
  )
}

/** How many of the examples are sorted well by what the others teach. */
export function crossValidation(): number {
  const [lexicon, examples] = [readLexicon(), readExamples()]
  let right = 0
  for (let fold = 0; fold < FOLDS; fold++) {
    const sort = sorter(
      lexicon,
      examples.filter((_, n) => n % FOLDS !== fold),
    )
    for (const { subject, text, category } of examples.filter((_, n) => n % FOLDS === fold)) {
      const de = category === UNWANTED ? STRANGER : SOMEBODY
      if (sort(mailOf({ de, objet: subject, corps: text })).category === category) right += 1
    }
  }
  return right / examples.length
}

export function ourMails(): LabelledMail[] {
  return readMails(OURS)
}

function readMails(file: URL): LabelledMail[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => Mail.parse(JSON.parse(line)))
}

export function figuresOf(mails: LabelledMail[], sort: Sorter): MailFigures {
  const read = mails.map((mail) => ({ mail, toSort: mailOf(mail) }))
  read.slice(0, 1).map(({ toSort }) => sort(toSort)) // learns
  const begin = performance.now()
  const sorted: Sorted[] = read.map(({ mail, toSort }) => ({ mail, triage: sort(toSort) }))
  const sorting = (performance.now() - begin) / mails.length
  const share = (is: (one: Sorted) => boolean) => sorted.filter(is).length / sorted.length
  const isHigh = ({ mail }: { mail: LabelledMail }) => mail.priorite === "haute"
  const saidHigh = ({ triage }: { triage: Triage }) => triage.priority === "high"
  const bothHigh = sorted.filter((one) => isHigh(one) && saidHigh(one)).length
  const flags = sorted.map(({ mail, triage }) => ({
    right: triage.missing.filter((id) => mail.manquants.includes(id)).length,
    said: triage.missing.length,
    wanted: mail.manquants.length,
  }))
  const total = (of: "right" | "said" | "wanted") => flags.reduce((sum, one) => sum + one[of], 0)
  return {
    mails: mails.length,
    accepted: share(({ mail, triage }) => mail.acceptees.includes(triage.category)),
    exact: share(({ mail, triage }) => mail.categorie === triage.category),
    macroF1: macroF1(sorted.map(({ mail, triage }) => [mail.categorie, triage.category])),
    legitimateCalledUnwanted: sorted.filter(
      ({ mail, triage }) => triage.category === UNWANTED && !mail.acceptees.includes(UNWANTED),
    ).length,
    priorityRecall: ratio(bothHigh, sorted.filter(isHigh).length),
    priorityPrecision: ratio(bothHigh, sorted.filter(saidHigh).length),
    missingF1: ratio(2 * total("right"), total("said") + total("wanted")),
    withReason: share(({ triage }) => triage.because.length > 0),
    sorting,
    wrong: sorted.flatMap(differences),
  }
}

/** What a person reads to make it better: on what the bot and the label differ. */
function differences({ mail, triage }: Sorted): string[] {
  const wanted = mail.manquants.toSorted().join(" ")
  const missing = triage.missing.toSorted().join(" ")
  const priority = triage.priority === "high" ? "haute" : "normale"
  const found = [
    ...(mail.acceptees.includes(triage.category)
      ? []
      : [`${triage.category} (${triage.confidence}) for ${mail.acceptees.join(" or ")}`]),
    ...(priority === mail.priorite ? [] : [`${priority} for ${mail.priorite}`]),
    ...(missing === wanted ? [] : [`missing [${missing}] for [${wanted}]`]),
  ]
  return found.map((what) => `${mail.id} ${mail.objet} -> ${what}`)
}

function macroF1(pairs: [string, string][]): number {
  const known = CATEGORIES.filter((id) => pairs.some(([wanted]) => wanted === id))
  const f1 = known.map((id) => {
    const right = pairs.filter(([wanted, said]) => wanted === id && said === id).length
    const each = pairs.flat().filter((one) => one === id).length
    return ratio(2 * right, each)
  })
  return f1.reduce((sum, one) => sum + one, 0) / known.length
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole
}
