// What an answer that was sent would be as a card: what was asked and what was answered, without who.

import type { Address } from "../mail/incoming.ts"
import { signatureLines } from "../mail/signature.ts"
import { senderOf } from "../mail/signature-name.ts"
import type { Hiding } from "../privacy/personal-data.ts"
import { withoutQuestion } from "../tickets/closing-question.ts"
import { askedIn } from "./person.ts"

const MOST_QUESTIONS = 4
const [SHORTEST_QUESTION, LONGEST_QUESTION] = [3, 300] // words, characters
const LONGEST_TITLE = 120
const LONGEST_GREETING = 80

const GREETING = /^(?:bonjour|bonsoir|hello|madame|monsieur|ch[eè]re?)(?!\p{L})/iu
const SENTENCE_END = /(?<=[.!?])\s+|\n+/
const TOKEN = /\[(PERSONNE|ADRESSE|LIEN|NUMERO|DATE)_\d+\]/g
/** « Mentor #12 », « [Mentor #12] », « #12 » */
const TICKET = /\[?(?:\p{Lu}\p{L}*[\s\u00a0])?#\d{1,9}\]?/gu
/** A mask, and the link that it ends. */
const SECRET = /\S*\[masqué\]/g
const LEFT_OUT = "…"

/** Between greeting and signature: what was answered. `said`: sentences of politeness that every answer has. */
export function answerIn(text: string, author: Address | null, polite: string[] = []): string {
  const lines = withoutQuestion(text.replace(/\r\n/g, "\n")).split("\n")
  const ofSignature = new Set(signatureLines(lines, senderOf(author)))
  const paragraphs = lines
    .filter((_, at) => !ofSignature.has(at))
    .join("\n")
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "" && !polite.includes(paragraph))
  const [first = "", ...rest] = paragraphs
  return [withoutGreeting(first), ...rest].filter(Boolean).join("\n\n")
}

function withoutGreeting(paragraph: string): string {
  const [line = "", ...rest] = paragraph.split("\n")
  const isGreeting =
    GREETING.test(line) && line.length <= LONGEST_GREETING && /[,!\p{L}]$/u.test(line)
  return isGreeting ? rest.join("\n").trim() : paragraph
}

/** What they asked, in their own words: the subject, and the sentences that ask, or else the first ones. */
export function questionsIn(subject: string, text: string): string[] {
  const [greeting = "", ...rest] = text.trim().split("\n")
  const body = [withoutGreeting(greeting), ...rest].join("\n").trim()
  const sentences = askedIn(body)
    .split(SENTENCE_END)
    .map((sentence) => sentence.replace(/\s+/g, " ").trim())
    .filter((sentence) => sentence.split(" ").length >= SHORTEST_QUESTION)
  const asked = sentences.filter((sentence) => sentence.endsWith("?"))
  return [subject, ...(asked.length > 0 ? asked : sentences.slice(0, 2))]
}

/** A line of the form: what tells who it was is left out. */
export function lineWithout(hiding: Hiding, text: string): string {
  return tidied(hidden(hiding, text, () => LEFT_OUT))
}

export function titleWithout(hiding: Hiding, text: string): string {
  return lineWithout(hiding, text).slice(0, LONGEST_TITLE)
}

export function questionsWithout(hiding: Hiding, questions: string[]): string[] {
  const lines = questions
    .map((question) => lineWithout(hiding, question))
    .filter((line) => /\p{L}{2}/u.test(line) && line.length <= LONGEST_QUESTION)
  return [...new Set(lines)].slice(0, MOST_QUESTIONS)
}

/**
 * The text, in which `mark` says that something was left out: as long as it stands, nobody can validate the card.
 * `isOurs`: addresses that anybody may read.
 */
export function textWithout(
  hiding: Hiding,
  text: string,
  mark: (kind: string) => string,
  isOurs: (address: string) => boolean,
): string {
  return hidden(hiding, text, mark, isOurs)
}

function hidden(
  hiding: Hiding,
  text: string,
  mark: (kind: string) => string,
  isOurs: (address: string) => boolean = () => false,
): string {
  return hiding
    .hide(text)
    .replace(TOKEN, (token, kind: string) => {
      const original = hiding.putBack(token) ?? ""
      return namesNobody(hiding, kind, original, isOurs) ? original : mark(kind)
    })
    .replace(TICKET, mark("NUMERO"))
    .replace(SECRET, mark("SECRET"))
}

/** Links that are keys are masked already; others may hold an address, a number or a name. */
function namesNobody(
  hiding: Hiding,
  kind: string,
  words: string,
  isOurs: (address: string) => boolean,
): boolean {
  if (kind === "ADRESSE") return isOurs(words.toLowerCase())
  if (kind !== "LIEN" || /@|%40|\d{6}/i.test(words)) return false
  return !hiding.hide(words.replace(/[^\p{L}\d]+/gu, " ")).includes("[PERSONNE_")
}

/** What may still tell who somebody is, in what a member typed. */
export function leftIn(
  hiding: Hiding,
  text: string,
  isOurs: (address: string) => boolean,
): string[] {
  const found = [...hiding.hide(text).matchAll(TOKEN)].flatMap(([token, kind = ""]) => {
    const words = hiding.putBack(token) ?? ""
    return kind === "DATE" || namesNobody(hiding, kind, words, isOurs) ? [] : [words]
  })
  return [...new Set([...found, ...(text.match(TICKET) ?? [])])]
}

function tidied(line: string): string {
  return line
    .replace(/\s+/g, " ")
    .replace(/…(?:[\s,]*…)+/g, LEFT_OUT)
    .trim()
}
