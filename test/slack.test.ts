// What is particular to Slack, over both transports, in front of a peer that is as strict as Slack.
import { expect, onTestFinished, test } from "vitest"
import type { ChatOccasions } from "../src/ports.ts"
import { aCard } from "./contracts/chat.ts"
import { openSlackStage, type StageOptions } from "./setup/slack-stage.ts"

function recording(over: Partial<ChatOccasions> = {}) {
  const told: unknown[][] = []
  const done =
    (name: string) =>
    async (...args: unknown[]) => {
      told.push([name, ...args])
      return { kind: "done" as const }
    }
  const occasions: ChatOccasions = {
    act: done("act"),
    submit: done("submit"),
    command: done("command"),
    complete: async () => [],
    reply: async (...args) => {
      told.push(["reply", ...args])
    },
    react: done("react"),
    openFrom: done("openFrom"),
    home: async () => aCard({ ticket: null }),
    working: async () => {
      told.push(["working"])
    },
    failing: async (reason) => {
      told.push(["failing", reason])
    },
    ...over,
  }
  return { occasions, told }
}

async function aStage(over: Partial<ChatOccasions> = {}, options: Partial<StageOptions> = {}) {
  const { occasions, told } = recording(over)
  const stage = await openSlackStage(occasions, { transport: "socket", ...options })
  onTestFinished(() => stage.close())
  return { stage, told }
}

const TRANSPORTS = ["socket", "http"] as const

test.for(TRANSPORTS)("a click on a card reaches the bot (%s)", async (transport) => {
  const { stage, told } = await aStage({}, { transport })
  const post = await stage.chat.post(stage.place, aCard(), "ticket 12")

  await stage.clicks("nadia", post, "Je prends")

  expect(told).toContainEqual([
    "act",
    "ticket.take:12:1",
    { chat: "slack", id: stage.idOf("nadia") },
  ])
})
