import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { ABILITIES } from "../adapters/slack/abilities.ts"
import { HTTP_PATH, SCOPES } from "../adapters/slack/surface.ts"
import { SLACK_VARIABLES } from "../src/config/slack.ts"

const section =
  /^## Slack\n[\s\S]*?(?=^## |(?![\s\S]))/m.exec(readFileSync("docs/chats.md", "utf8"))?.[0] ?? ""

test("docs/chats.md tells every ability of Slack, and what is done in place of the rest", () => {
  const rows = section.matchAll(/^\| ([a-z ]+) \| (yes|no) \| (.*?) ?\|$/gm)
  const told = [...rows].map(([, ability, native, fallback]) => [ability, { native, fallback }])

  const own = Object.entries(ABILITIES).map(([ability, { native, fallback }]) => {
    return [ability, { native: native ? "yes" : "no", fallback: fallback ?? "" }]
  })
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(own))
})

test("docs/chats.md says what each permission is for", () => {
  const table = section.split("| permission |")[1]?.split("\n\n")[0] ?? ""
  const told = [...table.matchAll(/^ *\| ([a-z_:, ]+) \|/gm)].flatMap(([, names = ""]) =>
    names.split(", "),
  )

  expect(told.sort()).toEqual(SCOPES)
})

test("docs/chats.md names every variable, and the path that Slack calls", () => {
  for (const name of [...SLACK_VARIABLES, HTTP_PATH]) expect(section).toContain(name)
})
