import { expect, test } from "vitest"
import { cutAtWord } from "../src/excerpt.ts"

test.for([
  ["short enough", "Bonjour à tous", 14, "Bonjour à tous"],
  ["in the middle of a word", "Bonjour à toutes", 12, "Bonjour à…"],
  ["just after a word", "Bonjour à tous", 9, "Bonjour à…"],
  ["one word without end", "a".repeat(50), 10, `${"a".repeat(10)}…`],
  ["in the middle of a character", "😀😀😀", 3, "😀…"],
] as const)("a text is cut at a word, and says so: %s", ([, text, max, cut]) => {
  expect(cutAtWord(text, max)).toBe(cut)
})
