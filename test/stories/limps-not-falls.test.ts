// Promise 9: a chat is down, the others go on; the mailbox is down, the chats say so.
import { expect, test } from "vitest"
import { mailboxOccasions } from "../../src/mail/occasions.ts"
import { aMail } from "../setup/builders.ts"
import { aWorld, type World } from "../setup/world.ts"

const MINUTE = 60

const down = () => {
  throw new Error("the platform does not answer")
}

const alarmsOn = (chat: World["chat"]) =>
  [...chat.posts.entries()].flatMap(([key, { title }]) => (key.startsWith("alarm") ? title : []))

/** The mailbox is polled each minute, as long as it answers. */
async function minutes(world: World, count: number, poll: "answers" | "fails"): Promise<void> {
  const occasions = mailboxOccasions(world.app, world.needs, "mentor")
  for (let minute = 0; minute < count; minute += 1) {
    if (poll === "answers") await occasions.polled()
    else await occasions.failed("connection refused")
    await world.passes(MINUTE)
  }
}

/** Health is watched, as often as said; nothing else happens. */
async function watches(world: World, times: number, every: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await world.advance(every)
    await world.app.everyMinute["watch health"]?.()
  }
}

/** One chat is down, and the other is the console. */
async function downBut(world: World) {
  const [console, fake] = world.chats
  if (!console || !fake) throw new Error("two chats")
  fake.answer = down
  await world.receives(aMail())
  return { console, fake, server: world.server }
}

test("a chat is down: the other shows the card, the job is tried again, and the card appears at last", async () => {
  const world = await aWorld({ chats: ["fake", "other"] })
  const [first, second] = world.chats
  if (first) first.answer = down

  await world.receives(aMail())
  expect(second?.card("ticket 1").title).toBe("Mentor #1 — Lien d’activation expiré")
  expect(first?.posts.size).toBe(0)

  if (first) first.answer = () => {}
  for (let again = 0; again < 5; again += 1) await world.passes(MINUTE)

  expect(first?.card("ticket 1").title).toBe("Mentor #1 — Lien d’activation expiré")
})

test("while a chat is down, members go on with the other", async () => {
  const world = await aWorld({ chats: ["fake", "other"] })
  await world.receives(aMail())
  const [first, second] = world.chats
  if (first) first.answer = down

  await world.does("ticket.take", 1, "karim")
  await world.answers(1, "Voici un lien.", "karim")

  expect(world.answersSent()).toHaveLength(1)
  expect(second?.card("ticket 1").badges[0]?.text).toBe("En attente de l’agent")
})

test("a chat that does not answer for five minutes is told on the other, once, and cleared when it is back", async () => {
  const world = await aWorld({ chats: ["fake", "other"] })
  const [first, second] = world.chats
  if (!first || !second) throw new Error("two chats")
  first.answer = down
  await world.receives(aMail())

  await minutes(world, 4, "answers")
  expect(alarmsOn(second)).toEqual([])
  await minutes(world, 4, "answers")

  expect(alarmsOn(second)).toEqual(["La discussion « fake » ne répond plus."])
  expect(world.server.alerts).toEqual([])
  first.answer = () => {}
  await minutes(world, 8, "answers")
  expect(await world.alarms()).toEqual([])
  expect(alarmsOn(second)).toHaveLength(1)
})

test("when only the console shows it, the administrators get a mail that says what to do", async () => {
  const world = await aWorld({ chats: ["console", "fake"] })
  const [console, fake] = world.chats
  if (!console || !fake) throw new Error("two chats")
  fake.answer = down
  await world.receives(aMail())

  await minutes(world, 8, "answers")

  expect(alarmsOn(console)).toEqual(["La discussion « fake » ne répond plus."])
  expect(world.server.alerts).toMatchObject([
    {
      ...{ to: [{ address: "admin@mentor.example" }], isAutomatic: true },
      subject: "Télémaque : La discussion « fake » ne répond plus.",
      text: expect.stringContaining("doctor"),
    },
  ])
})

test("the mailbox is silent for five minutes: the chats say so, once, and it is over when it answers", async () => {
  const world = await aWorld()
  await minutes(world, 2, "answers")

  await minutes(world, 4, "fails")
  expect(alarmsOn(world.chat)).toEqual([])
  await minutes(world, 10, "fails")

  expect(alarmsOn(world.chat)).toEqual(["La boîte « mentor » ne répond plus."])
  expect(world.chat.card([...world.chat.posts.keys()][0] ?? "").sections[0]?.text).toContain(
    "Aucun message n’est perdu",
  )
  await minutes(world, 1, "answers")
  expect(await world.alarms()).toEqual([])
})

test("a mailbox that hangs without a word is silent too", async () => {
  const world = await aWorld()
  await minutes(world, 1, "answers")

  await world.passes(6 * MINUTE)

  expect(alarmsOn(world.chat)).toEqual(["La boîte « mentor » ne répond plus."])
})

test("it falls silent again another day: it is told again", async () => {
  const world = await aWorld()
  for (let day = 0; day < 2; day += 1) {
    await minutes(world, 1, "answers")
    await world.passes(6 * MINUTE)
  }

  expect(alarmsOn(world.chat)).toHaveLength(2)
})

test("no chat and no mail server works: what was to be told is told when one works again", async () => {
  const world = await aWorld()
  world.chat.answer = down
  world.server.refuseAlerts = true
  await minutes(world, 1, "answers")
  await world.passes(6 * MINUTE)

  world.chat.answer = () => {}
  await world.ticks()

  expect(alarmsOn(world.chat)).toContain("La boîte « mentor » ne répond plus.")
})

test("only the console is up, and the mail that tells it is refused: it is tried again until it leaves, then no more", async () => {
  const world = await aWorld({ chats: ["console", "fake"] })
  const { console, server } = await downBut(world)
  server.refuseAlerts = true
  await minutes(world, 8, "answers")
  expect(server.alerts).toEqual([])

  server.refuseAlerts = false
  await minutes(world, 20, "answers")

  expect(server.alerts.map(({ subject }) => subject)).toEqual([
    "Télémaque : La discussion « fake » ne répond plus.",
  ])
  expect(alarmsOn(console)).toHaveLength(1)
})

test("each try is the same mail: one that was taken without a word is not read twice", async () => {
  const world = await aWorld({ chats: ["console", "fake"] })
  await downBut(world)
  const tried: string[] = []
  world.needs.alert = async ({ messageId }) => {
    tried.push(messageId)
    throw new Error("the connection was cut")
  }

  await minutes(world, 20, "answers")

  expect(tried.length).toBeGreaterThan(2)
  expect(new Set(tried).size).toBe(1)
})

test("a mail server that refuses for days is asked slower and slower, and at most a hundred times", async () => {
  const world = await aWorld({ chats: ["console", "fake"] })
  await downBut(world)
  let tries = 0
  world.needs.alert = async () => {
    tries += 1
    throw new Error("refused")
  }

  await watches(world, 60, MINUTE)
  expect(tries).toBeGreaterThan(4)
  expect(tries).toBeLessThan(10)
  await watches(world, 120, 60 * MINUTE)

  expect(tries).toBe(100)
})

test("the other chat is back before the mail server: it is told there, and no mail leaves", async () => {
  const world = await aWorld({ chats: ["console", "fake"] })
  const { fake, server } = await downBut(world)
  server.refuseAlerts = true
  await minutes(world, 1, "answers")
  for (let minute = 0; minute < 10; minute += 1) await world.passes(MINUTE) // the mailbox is silent

  fake.answer = () => {}
  for (let minute = 0; minute < 20; minute += 1) await world.passes(MINUTE)
  server.refuseAlerts = false
  await watches(world, 5, 60 * MINUTE)

  expect(alarmsOn(fake)).toContain("La boîte « mentor » ne répond plus.")
  expect(server.alerts).toEqual([])
})

test("the trouble is over before anybody could be told: nothing is told any more", async () => {
  const world = await aWorld({ chats: ["console", "fake"] })
  const { fake, server } = await downBut(world)
  server.refuseAlerts = true
  await minutes(world, 8, "answers")

  fake.answer = () => {}
  await minutes(world, 8, "answers")
  server.refuseAlerts = false
  await minutes(world, 20, "answers")

  expect(await world.alarms()).toEqual([])
  expect(server.alerts).toEqual([])
})

test("two copies tell an alarm once", async () => {
  const world = await aWorld({ chats: ["console"] })
  await minutes(world, 1, "answers")
  await world.advance(6 * MINUTE)

  await Promise.all([0, 1, 2, 3].map(() => world.app.everyMinute["watch health"]?.()))

  expect(world.server.alerts).toHaveLength(1)
})

test("one tick that fails does not stop what else happens every minute", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  await world.fills("ticket.snooze", 1, { until: "2026-11-25" })
  world.needs.store.dueSnoozes = () => Promise.reject(new Error("a fault of ours"))
  const failing = Object.entries(world.app.everyMinute).map(async ([name, happens]) => {
    await happens()
    return name
  })

  const results = await Promise.allSettled(failing)

  expect(results.filter(({ status }) => status === "rejected")).toHaveLength(1)
})
