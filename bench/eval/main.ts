// `npm run eval`: how well mails are sorted and questions answered. Fails when a figure is below the last recorded one.
// `npm run eval -- record` keeps the figures, `npm run eval -- wrong` tells the cases that are wrong.
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { answerFigures } from "./answers.ts"
import { crossValidation, mailFigures } from "./mails.ts"

type Figures = Record<string, Record<string, number>>

const RECORDED = new URL("recorded.json", import.meta.url)
/** Where less is better. */
const FAULTS = ["legitimateCalledUnwanted"]
/** What depends on the machine, or says how many. */
const TOLD_ONLY = ["sorting", "search", "mails", "questions"]
const KEPT_ASIDE = "kept aside"
/** A figure of few cases that nobody looks at goes up and down by some of them. */
const TOLERANCE = { ours: 0.005, aside: 0.1 }

const wants = (what: string) => process.argv.slice(2).includes(what)
const sets = { ...mailFigures(), ...answerFigures() }
const figures: Figures = Object.fromEntries(
  Object.entries(sets).map(([name, { wrong: _, ...numbers }]) => [name, numbers]),
)
figures["our examples, by cross-validation"] = { exact: crossValidation() }

const recorded: Figures = existsSync(RECORDED) ? JSON.parse(readFileSync(RECORDED, "utf8")) : {}
for (const [name, numbers] of Object.entries(figures)) {
  console.log(`\n${name}`)
  for (const [what, value] of Object.entries(numbers)) {
    const before = recorded[name]?.[what]
    const isWorse = before !== undefined && isBelow(name, what, value, before)
    if (isWorse) process.exitCode = 1
    const told = before === undefined ? "" : `recorded ${rounded(before)}`
    console.log(`  ${isWorse ? "WORSE " : "      "}${what.padEnd(26)} ${rounded(value)}  ${told}`)
  }
}
if (wants("wrong")) {
  for (const [name, { wrong }] of Object.entries(sets)) {
    if (name.endsWith(KEPT_ASIDE)) continue
    console.log(`\nwrong in ${name}\n${wrong.map((one) => `  ${one}`).join("\n")}`)
  }
}
if (wants("record")) {
  const kept = Object.entries({ ...recorded, ...figures }).map(([name, numbers]) => [
    name,
    Object.fromEntries(
      Object.entries(numbers)
        .filter(([what]) => !TOLD_ONLY.includes(what))
        .map(([what, value]) => [what, Number(rounded(value))]),
    ),
  ])
  writeFileSync(RECORDED, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`)
  process.exitCode = 0
}

function isBelow(name: string, what: string, value: number, before: number): boolean {
  if (TOLD_ONLY.includes(what)) return false
  if (FAULTS.includes(what)) return value > before
  return value < before - (name.endsWith(KEPT_ASIDE) ? TOLERANCE.aside : TOLERANCE.ours)
}

function rounded(value: number): string {
  return String(Math.round(value * 1_000) / 1_000)
}
