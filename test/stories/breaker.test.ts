// Promise 3: a breaker stops all automatic mail when too many leave in an hour.
import { expect, test } from "vitest"
import { aMail } from "../setup/builders.ts"
import { aWorld } from "../setup/world.ts"

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

test("an hour later the breaker lets automatic mail go again, and the alarm is over", async () => {
  const world = await aWorld({ automaticMailsPerHour: 1 })
  await world.receives(aMail({ from: from(1) }))
  await world.receives(aMail({ from: from(2) }))
  await world.ticks()
  expect(await world.alarms()).toHaveLength(1)

  await world.passes(3_601)
  await world.receives(aMail({ from: from(3) }))

  expect(await world.alarms()).toEqual([])
  expect(world.acknowledgements().map(({ to }) => to[0]?.address)).toEqual([
    "agent1@vallonie.gouv.example",
    "agent3@vallonie.gouv.example",
  ])
})
