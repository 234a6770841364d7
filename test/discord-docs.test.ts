import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { ABILITIES } from "../adapters/discord/abilities.ts"
import { NEEDED } from "../adapters/discord/permissions.ts"
import { DISCORD_VARIABLES } from "../src/config/discord.ts"

const section = /^## Discord\n[\s\S]*?(?=^## |(?![\s\S]))/m.exec(
  readFileSync("docs/chats.md", "utf8"),
)?.[0]

test("docs/chats.md tells every ability of Discord, and what is done in place of the rest", () => {
  const rows = section?.matchAll(/^\| ([a-z ]+) \| (yes|no) \| (.*?) ?\|$/gm) ?? []
  const told = [...rows].map(([, ability, native, fallback]) => [ability, { native, fallback }])

  const own = Object.entries(ABILITIES).map(([ability, { native, fallback }]) => {
    return [ability, { native: native ? "yes" : "no", fallback: fallback ?? "" }]
  })
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(own))
})

test("docs/chats.md asks for every permission that the bot needs, and no other", () => {
  const ticked = section?.split("| permission |")[1]?.split("\n\n")[0] ?? ""
  const told = [...ticked.matchAll(/^ *\| ([A-Z][A-Za-z ]+) \|/gm)].map(([, name]) => name)

  expect(told).toEqual(
    Object.keys(NEEDED).map((name) => name.replace("View Channel", "View Channels")),
  )
})

test("docs/chats.md names the variables that have to be set", () => {
  const needed = DISCORD_VARIABLES.filter((name) => name !== "DISCORD_API_URL")

  for (const name of needed) expect(section).toContain(name)
})
