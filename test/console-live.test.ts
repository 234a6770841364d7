// The console's open pages hear what any copy of the bot posts, and a console closes at once.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { mailSlice } from "../adapters/store/mails.ts"
import { aCard, aConsole, type ConsoleWorld, clear, session } from "./setup/console.ts"

let world: ConsoleWorld
beforeAll(async () => {
  world = await aConsole()
})
beforeEach(() => clear(world))
afterAll(() => world.close())

type Events = { next(): Promise<string>; ended: Promise<void> }

/** An open page, as the server knows it. */
async function openPage(at: { url: string }): Promise<Events> {
  const { ask } = await session(at, 1)
  const response = await ask("/evenements")
  const decoder = new TextDecoder()
  const heard: string[] = []
  let wake = () => {}
  const ended = (async () => {
    for await (const chunk of response.body ?? []) {
      heard.push(
        ...[...decoder.decode(chunk).matchAll(/^data: (.*)$/gm)].map(([, data = ""]) => data),
      )
      wake()
    }
  })().catch(() => {}) // the connection is cut: that is an end too
  const next = async () => {
    while (heard.length === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    return heard.shift() ?? ""
  }
  expect(await next()).toBe("-") // a page that connects looks at once for what it missed
  return { ended, next }
}

test("a post, an update and a line are heard by the pages of every copy", async () => {
  const other = await world.open()
  const pages = [await openPage(world), await openPage({ url: other.url.replace(/\/$/, "") })]

  const post = await world.chat.post("equipe", aCard(), "ticket 1")
  await other.update(post, aCard())
  await other.say(post, "Nadia a pris la demande.", "line")

  for (const page of pages) {
    expect(await page.next()).toBe("ticket 1")
    expect(await page.next()).toBe(post)
    expect(await page.next()).toBe(post)
  }
  await other.close()
})

test("pages look again a little later: the balance beside the cards may have been counted just before", async () => {
  const page = await openPage(world)
  const { ask } = await session(world, 1)
  const received = async () => /(\d+)\s+messages? reçus?/u.exec(await (await ask("/")).text())?.[1]
  expect(await received()).toBe("0")
  await world.mail()

  await world.chat.post("equipe", aCard(), "ticket 1")
  expect(await page.next()).toBe("ticket 1")
  expect(await page.next()).toBe("-")

  expect(await received()).toBe("1")
})

test("a mail that is put aside, which has no card, is heard too", async () => {
  const page = await openPage(world)
  const { id } = await world.mail()

  await mailSlice(world.prisma).endMail(id, { state: "parked", reason: "automatic: absence" })

  expect(await page.next()).toBe("mail")
})

test("pages hear again after the database cut the connection that listens", async () => {
  const page = await openPage(world)
  await world.database.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'telemaque: console' AND datname = current_database()`,
  )

  expect(await page.next()).toBe("-") // listening again: something may have been missed
  await world.chat.post("equipe", aCard(), "ticket 2")

  expect(await page.next()).toBe("ticket 2")
})

test("a console with open pages closes at once, and its pages know", async () => {
  const leaving = await world.open()
  const page = await openPage({ url: leaving.url.replace(/\/$/, "") })
  const startedAt = performance.now()

  await leaving.close()
  await page.ended

  expect(performance.now() - startedAt).toBeLessThan(1_000)
})

async function listeners(): Promise<number> {
  const { rows } = await world.database.pool.query<{ count: number }>(
    `SELECT count(*)::int FROM pg_stat_activity
     WHERE application_name = 'telemaque: console' AND datname = current_database()`,
  )
  return rows[0]?.count ?? -1
}

test("a port that is taken is told, with nothing left open", async () => {
  await expect.poll(listeners).toBe(1) // the world's own

  await expect(world.open({ port: world.chat.port })).rejects.toThrow(/is taken/)

  await expect.poll(listeners).toBe(1)
})
