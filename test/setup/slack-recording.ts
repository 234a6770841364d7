import { onTestFinished } from "vitest"
import type { ChatOccasions } from "../../src/ports.ts"
import { aCard } from "../contracts/chat.ts"
import { openSlackStage, type StageOptions } from "./slack-stage.ts"

export const TRANSPORTS = ["socket", "http"] as const

/** A stage whose bot does nothing but note what it is told, besides what `over` does. */
export async function aSlackStage(
  over: Partial<ChatOccasions> = {},
  options: Partial<StageOptions> = {},
) {
  const calls: [name: string, ...args: unknown[]][] = []
  const done = async () => ({ kind: "done" as const })
  const bot: ChatOccasions = {
    ...{ act: done, submit: done, command: done, react: done, openFrom: done },
    complete: async () => [],
    reply: async () => {},
    home: async () => aCard({ ticket: null }),
    working: async () => {},
    failing: async () => {},
    ...over,
  }
  const noted = Object.entries(bot).map(([name, occasion]) => [
    name,
    (...args: unknown[]) => {
      calls.push([name, ...args])
      return (occasion as (...args: unknown[]) => unknown)(...args)
    },
  ])
  const occasions = Object.fromEntries(noted) as ChatOccasions
  const stage = await openSlackStage(occasions, { transport: "socket", ...options })
  onTestFinished(() => stage.close())
  /** The arguments of each time it was told that. */
  const told = (name: keyof ChatOccasions) =>
    calls.filter(([called]) => called === name).map(([, ...args]) => args)
  return { stage, told, calls }
}
