// The manifest asks Slack for what the code uses, no more and no less.
import { globSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { ABILITIES } from "../adapters/slack/abilities.ts"
import { COMMAND, EVENTS, METHODS, SCOPES, SHORTCUT } from "../adapters/slack/surface.ts"
import { readManifest } from "./setup/slack-emulator.ts"

const manifest = readManifest()
const sources = globSync("adapters/slack/*.ts")
  .filter((path) => !path.endsWith("surface.ts"))
  .map((path) => readFileSync(path, "utf8"))
  .join("\n")

test("its scopes are those of the methods that are called and the events that are heard", () => {
  expect([...manifest.oauth_config.scopes.bot].sort()).toEqual(SCOPES)
})

test("every method of the list is called, and no other", () => {
  const called = [...sources.matchAll(/\.call\(\s*"([\w.]+)"/g)].map(([, method]) => method)

  expect([...new Set(called)].sort()).toEqual(Object.keys(METHODS).sort())
})

test("its events are those that are listened to", () => {
  const heard = [...sources.matchAll(/app\.event\("(\w+)"/g)].map(([, name]) => name)

  expect([...manifest.settings.event_subscriptions.bot_events].sort()).toEqual(
    Object.keys(EVENTS).sort(),
  )
  expect([...new Set(Object.keys(EVENTS).map((name) => name.split(".")[0]))].sort()).toEqual(
    heard.sort(),
  )
})

test("its command, its shortcut, its two tabs and its clicks are those of the code", () => {
  const { slash_commands, shortcuts, app_home } = manifest.features

  expect(slash_commands.map(({ command }) => command)).toEqual([COMMAND])
  expect(shortcuts.map(({ callback_id, type }) => [callback_id, type])).toEqual([
    [SHORTCUT, "message"],
  ])
  expect(app_home).toMatchObject({ home_tab_enabled: true, messages_tab_enabled: true })
  expect(manifest.settings).toMatchObject({
    interactivity: { is_enabled: true },
    socket_mode_enabled: true,
  })
})

test("what Slack does by another way is said in its table", () => {
  const abilities = Object.values(ABILITIES)

  expect(abilities.filter(({ native, fallback }) => !native && !fallback)).toEqual([])
})
