// docs/chats.md against the code: what each chat can do, and every word that may be typed.
import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { ABILITIES as DISCORD } from "../adapters/discord/abilities.ts"
import { ABILITIES as SLACK } from "../adapters/slack/abilities.ts"
import { ABILITIES as CONSOLE } from "../adapters/web/console/abilities.ts"
import { COMMAND_NAMES, COMMANDS } from "../src/commands.ts"

const doc = readFileSync("docs/chats.md", "utf8")
const section = (title: string) => doc.split(`## ${title}\n`)[1]?.split(/^## /m)[0] ?? ""
const yes = (native: boolean | undefined) => (native ? "yes" : "no")

test("every chat answers for the same abilities, and says what it does in place of those it lacks", () => {
  for (const abilities of [CONSOLE, SLACK, DISCORD]) {
    expect(Object.keys(abilities)).toEqual(Object.keys(CONSOLE))
    for (const { native, fallback } of Object.values(abilities))
      expect(native || fallback).toBeTruthy()
  }
})

test("docs/chats.md tells what each chat can do", () => {
  const rows = [
    ...section("What each can do").matchAll(
      /^\| ([a-z ]+) \| (yes|no) \| (yes|no) \| (yes|no) \|$/gm,
    ),
  ]

  const told = rows.map(([, ...cells]) => cells)
  expect(told).toEqual(
    Object.keys(CONSOLE).map((ability) => [
      ability,
      ...[CONSOLE, SLACK, DISCORD].map((abilities) => yes(abilities[ability]?.native)),
    ]),
  )
})

test("docs/chats.md tells every ability of the console, and what is done in place of the rest", () => {
  const rows = section("The console").matchAll(/^\| ([a-z ]+) \| (yes|no) \| (.*?) ?\|$/gm)

  const told = [...rows].map(([, ...cells]) => cells)
  const own = Object.entries(CONSOLE).map(([ability, { native, fallback = "" }]) => {
    return [ability, yes(native), fallback]
  })
  expect(told).toEqual(own)
})

test("docs/chats.md tells every command with the help that the bot gives", () => {
  const rows = section("Commands").matchAll(/^\| `([^`]+)` \| (.*?) \| (anybody|members) \|$/gm)

  const told = [...rows].map(([, ...cells]) => cells)
  expect(told).toEqual(
    COMMAND_NAMES.map((name) => {
      const { help, argument, isPublic } = COMMANDS[name]
      return [argument ? `${name} ${argument}` : name, help, isPublic ? "anybody" : "members"]
    }),
  )
})
