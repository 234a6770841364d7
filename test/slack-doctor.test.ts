import { expect, onTestFinished, test } from "vitest"
import { slackFindings } from "../adapters/cli/doctor-slack.ts"
import type { SlackConfig } from "../src/config/slack.ts"
import { BOT_TOKEN } from "./setup/slack-emulator.ts"
import { APP_TOKEN, openSlackPeer, type SlackPeer } from "./setup/slack-peer.ts"

type Setting = (peer: SlackPeer) => Partial<SlackConfig>

async function linesFor(setting: Setting, prepare = async (_: SlackPeer) => {}): Promise<string[]> {
  const peer = await openSlackPeer()
  onTestFinished(() => peer.close())
  await prepare(peer)
  const findings = await slackFindings({
    botToken: BOT_TOKEN,
    transport: { kind: "socket", appToken: APP_TOKEN },
    teamChannel: peer.workspace.channel,
    detail: "summary",
    apiUrl: peer.apiUrl,
    ...setting(peer),
  })
  return findings.map(({ level, what, detail, cure }) =>
    [level, what, detail, cure ?? ""].join(" | "),
  )
}

test("without Slack, the doctor says nothing of it", async () => {
  expect(await slackFindings(null)).toEqual([])
})

test("when all is well, it says who the bot is, and where", async () => {
  expect(await linesFor(() => ({}))).toEqual([
    expect.stringMatching(/^ok \| Slack: bot token \| @telemaque in /),
    expect.stringMatching(/^ok \| Slack: permissions \| all \d+/),
    "ok | Slack: app token | Socket Mode opens | ",
    expect.stringMatching(/^ok \| Slack: channel C\w+ \| #assistance/),
  ])
})

const wrongs: [string, Setting, (peer: SlackPeer) => Promise<void>, RegExp][] = [
  [
    "a wrong token",
    () => ({ botToken: "xoxb-other" }),
    async () => {},
    /fault \| Slack: bot token \| invalid_auth \| .*copy it again/,
  ],
  [
    "a wrong app token",
    () => ({ transport: { kind: "socket", appToken: "xapp-other" } }),
    async () => {},
    /fault \| Slack: app token \| invalid_auth \| turn Socket Mode on/,
  ],
  [
    "an app installed before a permission was added",
    () => ({}),
    async (peer) => {
      peer.scopes.splice(peer.scopes.indexOf("files:read"), 1)
    },
    /fault \| Slack: permissions \| missing: files:read \| add them/,
  ],
  [
    "a channel without the bot",
    (peer) => ({ teamChannel: peer.workspace.otherChannel }),
    async () => {},
    /fault \| Slack: channel C\w+ \| #autre: not_in_channel \| .*\/invite/,
  ],
  [
    "an archived channel",
    () => ({}),
    async ({ workspace }) => {
      const { channel } = workspace
      await workspace.callAs("xoxp-nadia", "conversations.archive", { channel })
    },
    /fault \| Slack: channel C\w+ \| #assistance: is_archived \| .*unarchive/,
  ],
  [
    "a channel that does not exist",
    () => ({ teamChannel: "C0NOWHERE0" }),
    async () => {},
    /fault \| Slack: channel C0NOWHERE0 \| channel_not_found \| .*invite it/,
  ],
  [
    "a Slack that nobody reaches",
    () => ({}),
    async (peer) => peer.goAway(),
    /fault \| Slack: bot token \| .* \| see that this machine reaches Slack/,
  ],
]

test.for(wrongs)("%s is a fault, with its cure", async ([, setting, prepare, line]) => {
  expect(await linesFor(setting, prepare)).toContainEqual(expect.stringMatching(line))
})
