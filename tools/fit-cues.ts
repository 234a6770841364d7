// Finds what each cue of `src/mail/cues.ts` weighs, from the invented mails of tools/cues, and writes src/mail/cue-weights.ts;
// says how well by cross-validation. Run it after adding mails, words or cues: `node tools/fit-cues.ts`.
import { readFileSync, writeFileSync } from "node:fs"
import { cuesOf } from "../src/mail/cues.ts"

type Mail = { subject: string; text: string; isMachine: boolean }
type Fitted = { bias: number; weights: Map<string, number> }

const FOLDS = 5
const STEPS = 300
/** Both keep weights small; the first makes most of them nothing. Words as such are trusted half as much. */
const SPARSE = 0.0003
const SMALL = 0.0005
const WORDS = 2
const FEWEST_MAILS = 4
const LEAST_WEIGHT = 0.02
const LONGEST_LINE = 96

/** Subjects that the bot or the team sends, which anybody answers. */
const SENT = [
  ...["Votre demande", "Rappel : webinaire", "Votre attestation", "[Mentor #12] Connexion"],
  ...["Module 4", "Your request", "Inscription"],
]
const SIGNATURES = [
  ...["", "", "\n\nCordialement,\nAnne Roy\nBureau des stages\n01 40 00 00 00"],
  ...["\n\nBien à vous\nPaul Henry\npaul.henry@agence.example", "\nMarion"],
]
const LONG_ENOUGH_ALONE = 40

const mails = [...mailsOf("machines", true), ...mailsOf("people", false)]
report(mails.map((mail, at) => ({ ...mail, at })))
write(fittedTo(mails))

function mailsOf(file: string, isMachine: boolean): Mail[] {
  return readFileSync(new URL(`cues/${file}.txt`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line.includes("|") && !line.startsWith("#"))
    .map((line) => {
      const at = line.indexOf("|")
      const text = line.slice(at + 1).trim()
      return {
        subject: line.slice(0, at).trim(),
        // « https:// » is no new line.
        text: text.replace(/\s*(?<!:)\/\/\s*/g, "\n"),
        isMachine,
      }
    })
}

/** With and without a signature, under its own subject and as an answer: neither tells who wrote. */
function variants({ subject, text, isMachine }: Mail, at: number): Mail[] {
  const answer = answered(at)
  const signed = text + (SIGNATURES[at % SIGNATURES.length] ?? "")
  const standsAlone = subject === "" || text.length > LONG_ENOUGH_ALONE
  return [
    { subject: subject || answer, text, isMachine },
    { subject: standsAlone ? answer : subject, text: signed, isMachine },
  ]
}

function answered(at: number): string {
  return `Re: ${SENT[at % SENT.length]}`
}

/** A logistic regression with both penalties, by accelerated proximal gradient: the same mails give the same weights. */
function fittedTo(examples: Mail[]): Fitted {
  const rows = examples
    .flatMap(variants)
    .map((mail) => ({ cues: [...cuesOf(mail)], isMachine: mail.isMachine }))
  const seen = new Map<string, number>()
  for (const { cues } of rows) for (const cue of cues) seen.set(cue, (seen.get(cue) ?? 0) + 1)
  const names = [...seen].flatMap(([cue, count]) => (count >= FEWEST_MAILS ? [cue] : []))
  const places = new Map(names.map((cue, at) => [cue, at]))
  const bias = names.length
  const sparse = Float64Array.from([...names.map(sparseness), 0])
  const small = Float64Array.from([...names.map(() => SMALL), 0])
  const indexed = rows.map(({ cues, isMachine }) => ({
    at: [...cues.flatMap((cue) => places.get(cue) ?? []), bias],
    isMachine,
  }))

  const step = 4 / Math.max(...indexed.map(({ at }) => at.length))
  let weights = new Float64Array(bias + 1)
  let ahead = weights.slice()
  let pace = 1
  for (let i = 0; i < STEPS; i++) {
    const slope = slopeAt(ahead, indexed)
    const next = ahead.map((weight, at) => {
      const moved = weight - step * ((slope[at] ?? 0) + (small[at] ?? 0) * weight)
      return Math.sign(moved) * Math.max(0, Math.abs(moved) - step * (sparse[at] ?? 0))
    })
    const nextPace = (1 + Math.sqrt(1 + 4 * pace * pace)) / 2
    const before = weights
    ahead = next.map(
      (weight, at) => weight + ((pace - 1) / nextPace) * (weight - (before[at] ?? 0)),
    )
    weights = next
    pace = nextPace
  }
  return {
    bias: weights[bias] ?? 0,
    weights: new Map(names.map((name, at) => [name, weights[at] ?? 0])),
  }
}

/** « absent », « je suis »: what is seen as such, not by its family. */
function sparseness(cue: string): number {
  const isWord = /^[^ +?]+(?: [^ +?]+)?$/.test(cue)
  const isOfWholes =
    /^(?:says|told|length|foreign|wants|others|i|please|after|last|phrase|first|subject|imperative)\b/.test(
      cue,
    )
  return isWord && !isOfWholes ? SPARSE * WORDS : SPARSE
}

function slopeAt(weights: Float64Array, rows: { at: number[]; isMachine: boolean }[]) {
  const slope = new Float64Array(weights.length)
  for (const { at, isMachine } of rows) {
    const sum = at.reduce((total, place) => total + (weights[place] ?? 0), 0)
    const wrong = (1 / (1 + Math.exp(-sum)) - Number(isMachine)) / rows.length
    for (const place of at) slope[place] = (slope[place] ?? 0) + wrong
  }
  return slope
}

/** Each mail is judged by weights that have not seen it. */
function report(numbered: (Mail & { at: number })[]) {
  const judged = Array.from({ length: FOLDS }, (_, fold) => {
    const fitted = fittedTo(numbered.filter(({ at }) => at % FOLDS !== fold))
    return numbered
      .filter(({ at }) => at % FOLDS === fold)
      .map((mail) => ({ isMachine: mail.isMachine, score: scoreBy(fitted, mail) }))
  }).flat()
  const [machines, people] = [true, false].map((is) =>
    judged.filter((mail) => mail.isMachine === is),
  )
  for (const threshold of [0, 1, 1.5, 2, 2.5, 3]) {
    const above = (some: typeof judged = []) => some.filter(({ score }) => score > threshold).length
    console.log(
      `${threshold}: ${above(machines)} of ${machines?.length} programs, ${above(people)} of ${people?.length} people`,
    )
  }
}

function scoreBy({ bias, weights }: Fitted, mail: Mail & { at: number }): number {
  const cues = cuesOf({ ...mail, subject: mail.subject || answered(mail.at) })
  return [...cues].reduce((sum, cue) => sum + (weights.get(cue) ?? 0), bias)
}

function write({ bias, weights }: Fitted) {
  const entries = [...weights]
    .filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([cue, weight]) => `${cue}=${weight.toFixed(2)}`)
  const lines = [""]
  for (const entry of entries) {
    const line = lines.at(-1) ?? ""
    if (line === "") lines[lines.length - 1] = entry
    else if (line.length + entry.length < LONGEST_LINE) lines[lines.length - 1] = `${line};${entry}`
    else lines.push(entry)
  }
  writeFileSync(
    new URL("../src/mail/cue-weights.ts", import.meta.url),
    `// Written by tools/fit-cues.ts, never by hand: what each cue of \`cues.ts\` adds to the log-odds of a program's mail.\nexport const BIAS = ${bias.toFixed(2)}\n\nexport const WEIGHTS = \`${lines.join("\n")}\`\n`,
  )
  console.log(`${entries.length} weights`)
}
