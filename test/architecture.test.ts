// Holds the shape of the house (docs/architecture.md): who may import whom, what is pure, how long a file may be.
import { existsSync, globSync, readFileSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { expect, test } from "vitest"

type Source = { path: string; text: string }

const PURE_LIBRARIES = ["zod", "temporal-polyfill", "@orama/stemmers/french"]
/** What has no side effect in Node itself, and who needs it. */
const PURE_NODE = new Map([
  ["src/mail/identity.ts", ["node:crypto"]],
  ["src/mail/thread.ts", ["node:crypto"]],
  ["src/people/code.ts", ["node:crypto"]],
  ["src/signed-link.ts", ["node:crypto"]],
])
/** The only files that know everyone. */
const ROOTS = ["src/main.ts", "src/cli.ts"]
const READS_ENVIRONMENT = /(?<!readConfig\()\bprocess\.env\b/
const WORLD =
  /\bnew Date\(\)|\bDate\.now\b|\bTemporal\.Now\b|\bMath\.random\b|\brandomUUID\b|\bset(Timeout|Interval|Immediate)\(|\bfetch\(|\bprocess\./

const sources = globSync(["src/**/*.ts", "adapters/**/*.ts"], { exclude: ["**/generated/**"] })
  .sort()
  .map((path) => ({ path, text: readFileSync(path, "utf8") }))

test("every file found is looked at", () => {
  expect(sources.filter(inSrc).length).toBeGreaterThan(60)
  expect(sources.filter(inAdapters).length).toBeGreaterThan(30)
  expect(sources.filter(isVerb).length).toBeGreaterThan(15)
  expect(sources.flatMap(importsOf).length).toBeGreaterThan(300)
})

test("nobody imports whom they may not", () => {
  expect(violations(sources)).toEqual([])
})

test.for([
  ["src/tickets/ticket.ts", `import pg from "pg"`, "the library pg"],
  ["src/tickets/ticket.ts", `import { readFileSync } from "node:fs"`, "the library node:fs"],
  ["src/tickets/take.ts", `import type { X } from "../../adapters/log.ts"`, "an adapter"],
  ["src/tickets/take.ts", `const { x } = await import("../../adapters/log.ts")`, "an adapter"],
  ["src/tickets/ticket.ts", `import { take } from "./take.ts"`, "a verb"],
  [
    "src/mail/receive.ts",
    `import {\n  take,\n} from "../tickets/take.ts"`,
    "another folder's verb",
  ],
  ["adapters/log.ts", `import { take } from "../src/tickets/take.ts"`, "a verb"],
  ["adapters/log.ts", `import "../src/main.ts"`, "a root"],
  ["src/tickets/ticket.ts", `export * from "./card.ts"`, "a barrel"],
  ["src/tickets/index.ts", "", "a barrel"],
  ["src/tickets/ticket.ts", "export default 1", "a default export"],
  ["src/tickets/ticket.ts", "const now = new Date()", "the world"],
  ["src/tickets/take.ts", "const port = process.env.PORT", "the world"],
  ["adapters/log.ts", "const level = process.env.LOG_LEVEL", "the environment"],
  ["src/main.ts", "const { PORT } = process.env", "the environment"],
  ["src/tickets/Ticket_card.ts", "", "not kebab-case"],
] as const)("planted in %s, « %s » is seen", ([path, line, what]) => {
  const verb = { path: "src/tickets/take.ts", text: "export async function take() {}\n" }
  const known = [
    verb,
    { path: "src/mail/receive.ts", text: "export async function receive() {}\n" },
  ]
  const kept = known.find((source) => source.path === path)?.text ?? ""

  const planted = { path, text: `${kept}${line}\n` }

  const found = violations([...known.filter((source) => source.path !== path), planted])
  expect(found).toEqual([expect.stringContaining(what)])
})

test("what stores and ports promise is nothing but types", () => {
  const promises = sources.filter(
    ({ path }) => inSrc({ path }) && /(^|[/-])(store|ports)\.ts$/.test(path),
  )

  expect(promises.length).toBeGreaterThan(5)
  expect(promises.filter(({ text }) => /^export (?!type )/m.test(text)).map(pathOf)).toEqual([])
})

test("files are short: half of them very, none beyond 200 lines in src and 300 in adapters", () => {
  const [src, adapters] = [sources.filter(inSrc).map(lines), sources.filter(inAdapters).map(lines)]

  const long = sources.filter((source) => lines(source) > (inSrc(source) ? 200 : 300))
  expect(long.map(pathOf)).toEqual([])
  expect(rank(src, 0.5)).toBeLessThanOrEqual(60)
  expect(rank(src, 0.9)).toBeLessThanOrEqual(140)
  expect(rank(adapters, 0.5)).toBeLessThanOrEqual(100)
})

const ARCHITECTURE = "docs/architecture.md"

test.skipIf(!existsSync(ARCHITECTURE))(
  "every key that makes twice once is documented, with its test",
  () => {
    const rows = readFileSync(ARCHITECTURE, "utf8").split("\n")
    const sql = globSync("prisma/migrations/*/migration.sql").map((path) =>
      readFileSync(path, "utf8"),
    )
    const index = /CREATE UNIQUE INDEX "\w+" ON "(\w+)"\s?\(([^)]+)\)/g
    const keys = [...sql.join("\n").matchAll(index)].map(([, table, columns = ""]) => {
      return `${table} (${columns.replaceAll('"', "")})`
    })

    expect(keys.length).toBeGreaterThan(5)
    const undocumented = keys.filter((key) => {
      const row = rows.find((line) => line.includes(key))
      const tests = row?.match(/test\/[\w./-]+\.test\.ts/g) ?? []
      return tests.length === 0 || !tests.every((path) => existsSync(path))
    })
    expect(undocumented).toEqual([])
  },
)

function violations(all: Source[]): string[] {
  const verbs = new Set(all.filter(isVerb).map(pathOf))
  return all
    .flatMap((source) => [
      ...importsOf(source).map((what) => whyNot(source, what, verbs)),
      ...shapes(source),
    ])
    .filter((violation) => violation !== "")
}

function whyNot(source: Source, what: string, verbs: Set<string>): string {
  const { path } = source
  const says = (refusal: string) => `${path} imports ${refusal}: ${what}`
  const isRelative = what.startsWith(".")
  const target = isRelative ? join(dirname(path), what) : what

  if (inSrc(source) && !isRelative && !ROOTS.includes(path)) {
    const allowed = [...PURE_LIBRARIES, ...(PURE_NODE.get(path) ?? [])]
    return allowed.includes(what) ? "" : says(`the library ${what}`)
  }
  if (ROOTS.includes(path)) return ""
  if (ROOTS.includes(target)) return says("a root")
  if (inSrc(source) && target.startsWith("adapters/")) return says("an adapter")
  if (!verbs.has(target) || path === "src/app.ts") return ""
  if (!verbs.has(path)) return says("a verb")
  // The steps of one occasion live in one folder; folders speak to each other through jobs.
  return dirname(path) === dirname(target) ? "" : says("another folder's verb")
}

function shapes(source: Source): string[] {
  const { path } = source
  const code = withoutComments(source.text)
  const isBarrel = basename(path) === "index.ts" || /^export (\*|\{[^}]*\}) from/m.test(code)
  const isPure = inSrc(source) && !ROOTS.includes(path)
  return [
    inSrc(source) && isBarrel ? `${path} is a barrel` : "",
    /^export default\b/m.test(code) ? `${path} has a default export` : "",
    isPure && WORLD.test(code) ? `${path} looks at the world: ${WORLD.exec(code)?.[0]}` : "",
    // src/config.ts alone knows variables, so that .env.example is whole.
    !isPure && READS_ENVIRONMENT.test(code) ? `${path} reads the environment` : "",
    /^[a-z0-9/.-]+$/.test(path) ? "" : `${path} is not kebab-case`,
  ]
}

function importsOf({ text }: Source): string[] {
  const code = withoutComments(text)
  const statements = code.matchAll(
    /^(?:import\b|export\b[^"'`;=(]*\bfrom\b)[^"'`;=(]*?["']([^"'\n]+)["']/gm,
  )
  const calls = code.matchAll(/\b(?:import|require)\(\s*["']([^"'\n]+)["']/g)
  return [...statements, ...calls].map(([, what = ""]) => what)
}

/** Nouns answer at once: who makes others wait speaks to the database, a chat, a mailbox. */
function isVerb(source: Source): boolean {
  const { path, text } = source
  if (!inSrc(source) || ROOTS.includes(path)) return false
  // gestures.ts is the part of app.ts's lists that is its folder's.
  return /^export async function/m.test(text) || path.endsWith("gestures.ts")
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, "")
}

function inSrc({ path }: Pick<Source, "path">): boolean {
  return path.startsWith("src/")
}

function inAdapters({ path }: Source): boolean {
  return path.startsWith("adapters/")
}

function pathOf({ path }: Source): string {
  return path
}

function lines({ text }: Source): number {
  return text.split("\n").length - 1
}

function rank(numbers: number[], share: number): number {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length * share)] ?? 0
}
