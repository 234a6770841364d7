import { readFileSync } from "node:fs"
import { mailOf } from "../../adapters/cli/triage.ts"
import type { Triage } from "../../src/tickets/ticket.ts"
import { CATEGORIES } from "../../src/triage/categories.ts"
import type { Sorter } from "../../src/triage/sorter.ts"

/** A mail with what a person says of it: the fields are told in `bench/eval/README.md`. */
export type LabelledMail = {
  id: string
  de: string
  objet: string
  corps: string
  categorie: string
  acceptees: string[]
  priorite: "haute" | "normale"
  manquants: string[]
}

export type Figures = {
  mails: number
  accepted: number
  exact: number
  macroF1: number
  legitimateCalledUnwanted: number
  priorityRecall: number
  priorityPrecision: number
  missingF1: number
  withReason: number
}

const UNWANTED = "indesirable"

export function readMails(file: URL): LabelledMail[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line))
}

export function figuresOf(mails: LabelledMail[], sort: Sorter): Figures {
  const sorted = mails.map((mail) => ({ mail, triage: sort(mailOf(mail)) }))
  const share = (is: (one: (typeof sorted)[number]) => boolean) =>
    sorted.filter(is).length / sorted.length
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
  }
}

/** What a person reads to make it better: the mails on which the bot and the label differ. */
export function differences(mails: LabelledMail[], sort: Sorter): string[] {
  return mails.flatMap((mail) => {
    const triage = sort(mailOf(mail))
    const wanted = mail.manquants.toSorted().join(" ")
    const missing = triage.missing.toSorted().join(" ")
    const priority = triage.priority === "high" ? "haute" : "normale"
    const lines = [
      ...(mail.acceptees.includes(triage.category)
        ? []
        : [
            `category ${triage.category} (${triage.confidence}) for ${mail.acceptees.join(" or ")}`,
          ]),
      ...(priority === mail.priorite ? [] : [`priority ${priority} for ${mail.priorite}`]),
      ...(missing === wanted ? [] : [`missing [${missing}] for [${wanted}]`]),
    ]
    if (lines.length === 0) return []
    return [
      `${mail.id} ${mail.objet} | ${mail.corps.replace(/\s+/g, " ").slice(0, 160)}`,
      ...lines.map((line) => `    ${line} — ${triage.because.join(" ")}`),
    ]
  })
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
