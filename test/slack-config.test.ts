import { expect, test } from "vitest"
import { readConfig } from "../src/config.ts"
import { mistakesOf } from "./setup/configuration.ts"

const SOCKET = {
  SLACK_BOT_TOKEN: "xoxb-1-2",
  SLACK_APP_TOKEN: "xapp-1-2",
  SLACK_TEAM_CHANNEL: "C0123456789",
}
const SECRET = "0123456789abcdef0123456789abcdef"

test("without a variable of Slack, there is no Slack", () => {
  expect(readConfig({}).slack).toBeNull()
})

test("three variables are enough, and cards then show a summary", () => {
  expect(readConfig(SOCKET).slack).toEqual({
    botToken: "xoxb-1-2",
    transport: { kind: "socket", appToken: "xapp-1-2" },
    teamChannel: "C0123456789",
    detail: "summary",
    apiUrl: "https://slack.com/api/",
  })
})

test("a signing secret in place of the app's token means signed HTTP", () => {
  const { slack } = readConfig({
    ...SOCKET,
    SLACK_APP_TOKEN: "",
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_HTTP_PORT: "3100",
  })

  expect(slack?.transport).toEqual({
    kind: "http",
    signingSecret: SECRET,
    host: "127.0.0.1",
    port: 3100,
  })
})

test.for([
  [{ SLACK_BOT_TOKEN: "xoxp-7" }, "SLACK_BOT_TOKEN does not begin by xoxb-"],
  [{ SLACK_APP_TOKEN: "" }, "SLACK_APP_TOKEN is missing, and so is SLACK_SIGNING_SECRET"],
  [{ SLACK_APP_TOKEN: "xoxb-7" }, "SLACK_APP_TOKEN does not begin by xapp-"],
  [{ SLACK_SIGNING_SECRET: "short" }, "SLACK_SIGNING_SECRET is not 32 letters and digits"],
  [{ SLACK_TEAM_CHANNEL: "#assistance" }, "SLACK_TEAM_CHANNEL is not the id of a channel"],
  [{ SLACK_TEAM_CHANNEL: "" }, "SLACK_TEAM_CHANNEL is missing"],
  [{ SLACK_CARD_DETAIL: "all" }, "SLACK_CARD_DETAIL is not a word expected here"],
  [{ SLACK_API_URL: "http://slack.example/api/" }, "SLACK_API_URL is not the https URL"],
  [{ SLACK_BOT_TOKN: "xoxb-7" }, "SLACK_BOT_TOKN is unknown"],
] as const)("%j is one mistake, with its cure: %s", ([wrong, mistake]) => {
  const [first, ...others] = mistakesOf({ ...SOCKET, ...wrong })

  expect(first).toContain(mistake)
  expect(first).toMatch(/\. \S.+[.?]$/)
  expect(first).not.toContain("xoxp-7")
  expect(others).toEqual([])
})
