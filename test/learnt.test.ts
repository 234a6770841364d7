// What took long to learn is learnt once, and never believed blindly.
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { expect, onTestFinished, test } from "vitest"
import { learntOnce } from "../adapters/prompts/learnt.ts"

const LEARNT = { words: new Map([[1, "un"]]), weights: Float32Array.of(1, 2) }

test("what was learnt once is read back, not learnt again", () => {
  const folder = aFolder()
  learntOnce("sorting", ["one lesson"], () => LEARNT, folder)

  const again = learntOnce("sorting", ["one lesson"], neverAgain, folder)

  expect(again).toEqual(LEARNT)
})

test("other lessons are learnt anew", () => {
  const folder = aFolder()
  learntOnce("sorting", ["one lesson"], () => LEARNT, folder)

  const other = learntOnce("sorting", ["another lesson"], () => "something else", folder)

  expect(other).toBe("something else")
})

test("a damaged file is not believed: it is learnt again, and kept whole", () => {
  const folder = aFolder()
  learntOnce("sorting", ["one lesson"], () => LEARNT, folder)
  for (const name of globSync("sorting-*", { cwd: folder })) {
    const file = new URL(name, folder)
    const bytes = readFileSync(file)
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1
    writeFileSync(file, bytes)
  }

  const mended = learntOnce("sorting", ["one lesson"], () => "learnt again", folder)

  expect(mended).toBe("learnt again")
  expect(learntOnce("sorting", ["one lesson"], neverAgain, folder)).toBe("learnt again")
})

test("where nothing can be written, it is learnt all the same", () => {
  const nowhere = new URL("file:///dev/null/learnt/")

  expect(learntOnce("sorting", ["one lesson"], () => LEARNT, nowhere)).toBe(LEARNT)
})

test("old lessons do not pile up", () => {
  const folder = aFolder()

  for (let n = 0; n < 12; n++) learntOnce("sorting", [n], () => n, folder)

  expect(globSync("sorting-*", { cwd: folder }).length).toBeLessThan(10)
})

function aFolder(): URL {
  const path = mkdtempSync(join(tmpdir(), "learnt-"))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return pathToFileURL(`${path}/`)
}

function neverAgain(): never {
  throw new Error("it was learnt again")
}
