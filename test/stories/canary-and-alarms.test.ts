// A daily mail to ourselves goes the whole way, outside the balance.
import { expect, test } from "vitest"
import type { OutgoingMail } from "../../src/mail/outgoing.ts"
import { aMail, type MailSource } from "../setup/builders.ts"
import { aWorld, MAILBOX, type World } from "../setup/world.ts"

const HOUR = 3_600

const canaries = (world: World) =>
  world.server.sent.filter(({ messageId }) => messageId.startsWith("canary."))

const asReceived = ({ messageId, subject, text }: OutgoingMail): MailSource => ({
  ...{ from: MAILBOX, to: MAILBOX, messageId, subject, text },
  headers: { "Auto-Submitted": "auto-generated" },
})

async function aWorldWithACanary(): Promise<World> {
  const world = await aWorld({ hasCanary: true })
  await world.ticks()
  return world
}

test("it leaves once a day, after 7 in the morning in Paris", async () => {
  const world = await aWorldWithACanary() // 10:00
  await world.passes(60)
  expect(canaries(world)).toHaveLength(1)

  await world.passes(20 * HOUR) // 6:01 the next day
  expect(canaries(world)).toHaveLength(1)
  await world.passes(HOUR)

  expect(canaries(world)).toHaveLength(2)
})

test("heard, it is outside the balance, on no card, and no alarm is raised", async () => {
  const world = await aWorldWithACanary()

  await world.receives(asReceived(world.server.last))
  await world.passes(HOUR)

  expect(await world.balance()).toMatchObject({ received: 0 })
  expect(world.chat.posts.size).toBe(0)
  expect(await world.alarms()).toEqual([])
})

test("its copy found in Sent first does not keep it from being heard", async () => {
  const world = await aWorldWithACanary()
  const canary = asReceived(world.server.last)

  await world.findsInSent(canary)
  await world.receives(canary)
  await world.passes(HOUR)

  expect(await world.alarms()).toEqual([])
  expect(await world.balance()).toMatchObject({ received: 0 })
})

test("not heard in 15 minutes, it is an alarm, once; heard at last, the alarm is over", async () => {
  const world = await aWorldWithACanary()

  await world.passes(14 * 60)
  expect(await world.alarms()).toEqual([])
  await world.passes(2 * 60)
  await world.passes(60)
  expect([...world.chat.posts.values()].map(({ title }) => title)).toEqual([
    "L’essai quotidien de la boîte « mentor » n’est pas revenu.",
  ])

  await world.receives(asReceived(world.server.last))
  await world.ticks()
  expect(await world.alarms()).toEqual([])
})

test("a canary that nobody but us could have made: another is parked, and is not heard", async () => {
  const world = await aWorldWithACanary()
  const forged = "canary.2026-11-24.0123456789abcdef@mentor.example"

  await world.receives(aMail({ from: MAILBOX, messageId: forged }))
  await world.passes(16 * 60)

  expect(await world.parked()).toMatchObject([{ reason: "from ourselves" }])
  expect(await world.alarms()).toEqual(["canary mentor"])
})

test("a server that refuses the canary is an alarm like silence", async () => {
  const world = await aWorld({ hasCanary: true })
  world.server.answer = () => {
    throw new Error("refused")
  }

  await world.ticks()
  await world.passes(16 * 60)

  expect(await world.alarms()).toEqual(["canary mentor"])
})

test("without the setting, nothing flies", async () => {
  const world = await aWorld()

  await world.ticks()

  expect(world.server.sent).toEqual([])
})
