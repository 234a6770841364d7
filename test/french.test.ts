// The French that people read: its spaces, its apostrophes, its politeness, the length of its sentences.
import { globSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"

type Said = { where: string; text: string }

const MAX_WORDS = 25
const RULES: [string, RegExp][] = [
  ["a breaking space before : ; ! ? or »", /[^\s] [:;!?»](?!\/)/],
  ["no space before ; ! ? or »", /[\p{L}\d)][;!?»](?:\s|$)/u],
  ["a breaking space after «", /« /],
  ["no space after «", /«[^\s\u00a0]/],
  ["a straight apostrophe", /\p{L}'\p{L}/u],
  ["three full stops", /\.\.\./],
  ["tu", /(?:^|[^\p{L}])(?:tu|toi|tes|ton|t’\p{L}+)(?:[^\p{L}’]|$)/iu],
]
const OURS = globSync(["src/**/french*.ts", "prompts/{mail,faq}/*.md"]).sort()
const CONSOLE = globSync("adapters/{discord,slack,web/console}/french*.ts").sort()

test("every file of sentences is read", () => {
  expect(OURS.length).toBeGreaterThan(8)
  expect([...OURS, ...CONSOLE].flatMap(saidIn).length).toBeGreaterThan(200)
})

test.each(RULES)("nobody reads %s", (_, rule) => {
  const wrong = [...OURS, ...CONSOLE].flatMap(saidIn).filter(({ text }) => rule.test(text))

  expect(wrong).toEqual([])
})

test("sentences are short", () => {
  const long = [...OURS, ...CONSOLE].flatMap(saidIn).filter(({ text }) => {
    const sentences = text.split(/[.!?;:](?:\s|$)/)
    return sentences.some((sentence) => sentence.split(/\s+/).filter(isWord).length > MAX_WORDS)
  })

  expect(long).toEqual([])
})

test.each([
  ["Qui ?", "a breaking space before : ; ! ? or »"],
  ["Qui?", "no space before ; ! ? or »"],
  ["« oui\u00a0»", "a breaking space after «"],
  ["«oui\u00a0»", "no space after «"],
  ["l'équipe", "a straight apostrophe"],
  ["Clique sur ton nom", "tu"],
])("planted, « %s » is seen: %s", (text, name) => {
  expect(RULES.filter(([, rule]) => rule.test(text)).map(([rule]) => rule)).toEqual([name])
})

function saidIn(path: string): Said[] {
  const source = readFileSync(path, "utf8")
  const texts = path.endsWith(".md") ? linesRead(source) : stringsOf(source)
  return texts.map((text) => ({ where: path, text }))
}

/** What people ask stands in a card as they write it. */
function linesRead(source: string): string[] {
  return source.replace(/^questions:\n(?: {2}- .*\n)+/m, "").split("\n")
}

/** What stands between quotes; a value put in the middle of a sentence is « … ». */
function stringsOf(source: string): string[] {
  const code = source.replace(
    /\/\*[\s\S]*?\*\/|^\s*\/\/.*$|^import .*$|\/(?:\\.|[^/\n])+\/[a-z]*,$/gm,
    "",
  )
  const strings: string[] = []
  for (let at = 0; at < code.length; at++) {
    const quote = code.charAt(at)
    if (quote !== '"' && quote !== "`") continue
    let text = ""
    for (at++; code.charAt(at) !== quote && at < code.length; at++) {
      if (code.charAt(at) === "\\") {
        const escaped = /^\\(u[0-9a-f]{4}|.)/i.exec(code.slice(at, at + 6))?.[1] ?? ""
        text += escaped.startsWith("u") ? "\u00a0" : escaped === "n" ? "\n" : escaped
        at += escaped.length
      } else if (quote === "`" && code.startsWith("${", at)) {
        const end = endOfValue(code, at + 2)
        strings.push(...stringsOf(code.slice(at + 2, end)))
        text += "…"
        at = end
      } else text += code.charAt(at)
    }
    strings.push(text)
  }
  return strings
}

function endOfValue(code: string, from: number): number {
  for (let at = from, depth = 1; at < code.length; at++) {
    if (code.charAt(at) === "{") depth++
    if (code.charAt(at) === "}" && --depth === 0) return at
  }
  return code.length
}

function isWord(text: string): boolean {
  return /[\p{L}\d]/u.test(text)
}
