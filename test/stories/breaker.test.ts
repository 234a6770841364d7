// Promise 3: a breaker stops all automatic mail when too many leave in an hour.
import { expect, test } from "vitest"
import { aMail, type MailSource } from "../setup/builders.ts"
import { aWorld, buttonOf, type World } from "../setup/world.ts"

const from = (n: number) => `Agent ${n} <agent${n}@vallonie.gouv.example>`

test("after 20 automatic mails in an hour no more leave, and the team is alarmed once", async () => {
  const world = await aWorld({ chats: ["console", "fake"] })

  for (let n = 0; n < 23; n += 1) await world.receives(aMail({ from: from(n) }))
  await world.ticks()
  await world.ticks()

  expect(world.acknowledgements()).toHaveLength(20)
  const alarms = world.chats.map(({ posts }) =>
    [...posts.values()].filter(({ title }) => /messages automatiques/i.test(title)),
  )
  expect(alarms.map(({ length }) => length)).toEqual([1, 1])
})

test("requests are still received, and answers of people still leave", async () => {
  const world = await aWorld({ automaticMailsPerHour: 1 })
  await world.receives(aMail({ from: from(1) }))

  await world.receives(aMail({ from: from(2) }))
  await world.answers(2, "Voici un lien.")

  expect(await world.balance()).toMatchObject({ ticket: 2 })
  expect(world.answersSent()).toHaveLength(1)
})

test("an hour later the breaker lets automatic mail go again, those that waited first, and the alarm is over", async () => {
  const world = await aWorld({ automaticMailsPerHour: 1 })
  await world.receives(aMail({ from: from(1) }))
  await world.receives(aMail({ from: from(2) }))
  await world.ticks()
  expect(await world.alarms()).toHaveLength(1)

  await world.passes(3_601)
  await world.receives(aMail({ from: from(3) }))
  expect(acknowledged(world)).toEqual(["agent1", "agent2"])
  await world.passes(3_601)

  expect(acknowledged(world)).toEqual(["agent1", "agent2", "agent3"])
  expect(await world.alarms()).toEqual([])
})

const acknowledged = (world: World) =>
  world.acknowledgements().map(({ to }) => to[0]?.address.split("@")[0])

/** Only the first of these requests was acknowledged: the breaker held the others. */
async function held(mails: MailSource[]): Promise<World> {
  const world = await aWorld({ automaticMailsPerHour: 1 })
  await world.receives(aMail({ from: from(0) }))
  for (const mail of mails) await world.receives(aMail(mail))
  expect(acknowledged(world)).toEqual(["agent0"])
  return world
}

test("what waited leaves as there is room, the oldest first, and once for each sender", async () => {
  const world = await held([{ from: from(1) }, { from: from(2) }, { from: from(1) }])

  for (let minutes = 0; minutes < 5 * 60; minutes += 10) await world.passes(600)

  expect(acknowledged(world)).toEqual(["agent0", "agent1", "agent2"])
})

test("nothing is acknowledged any more once a member answered, nor when their answer is about to leave", async () => {
  const world = await held([{ from: from(1) }, { from: from(2) }])
  await world.answers(2, "Voici un lien.")
  await world.advance(3_590)
  const preview = await world.previews(3, "Voici un lien.")
  await world.clicks(buttonOf(preview, "Envoyer"))

  await world.passes(20)
  await world.passes(3_601)

  expect(acknowledged(world)).toEqual(["agent0"])
})

test("a request that was closed meanwhile is not acknowledged", async () => {
  const world = await held([{ from: from(1) }])
  await world.fills("ticket.close", 2, { how: "silent" })

  await world.passes(3_601)

  expect(acknowledged(world)).toEqual(["agent0"])
})

test("after a day, an acknowledgement says nothing any more: it is forgotten", async () => {
  const world = await held([{ from: from(1) }])
  await world.advance(24 * 3_600 + 60)

  await world.ticks()
  await world.ticks()

  expect(acknowledged(world)).toEqual(["agent0"])
})

test("two copies of the bot that have room at the same moment acknowledge it once", async () => {
  const world = await held([{ from: from(1) }])
  await world.app.jobs["ticket.acknowledge"]({ ticketId: 2 }) // held once, though the job came twice
  await world.advance(3_601)
  const tick = world.app.everyMinute["acknowledge what was held"]

  await Promise.all([tick?.(), tick?.()])
  await world.settles()

  expect(acknowledged(world)).toEqual(["agent0", "agent1"])
})
