// What fails again and again is not lost in silence: it is told, it is shown, it is tried again.
import { Hono } from "hono"
import { expect, test } from "vitest"
import { healthRoutes } from "../../adapters/web/health.ts"
import type { JobName } from "../../src/jobs.ts"
import { aMail } from "../setup/builders.ts"
import { aWorld, buttonOf, type World } from "../setup/world.ts"

const MINUTE = 60
const HOUR = 60 * MINUTE
const DEAD = "dead jobs"

/** The job fails as often as its queue allows, and is given up. */
async function isGivenUp(world: World): Promise<void> {
  for (let tries = 0; tries < 12; tries += 1) await world.passes(10 * MINUTE)
}

/** A kind of job that fails until `mend`. */
function breaks(world: World, name: JobName) {
  const works = world.app.jobs[name]
  let tries = 0
  world.app.jobs[name] = async () => {
    tries += 1
    throw new Error("a fault of ours")
  }
  const mend = () => Object.assign(world.app.jobs, { [name]: works })
  return { mend, tries: () => tries }
}

async function aTriageThatFails() {
  const world = await aWorld()
  return { world, ...breaks(world, "ticket.triage") }
}

const toldOf = ({ chat }: World) =>
  [...chat.posts.values()].filter(({ title }) => title.endsWith("abouti."))

test("a job that fails until its queue gives it up is an alarm that says what is missing, told once", async () => {
  const { world } = await aTriageThatFails()

  await world.receives(aMail({ subject: "Un sujet secret", from: "claire.durand@x.example" }))
  for (let tries = 0; tries < 20; tries += 1) await world.passes(2 * MINUTE)

  expect(await world.alarms()).toEqual([DEAD])
  expect(toldOf(world)).toMatchObject([{ title: "Un travail n’a pas abouti." }])
  const said = JSON.stringify(toldOf(world))
  expect(said).toContain("Trier une demande (1)")
  expect(said).not.toMatch(/secret|durand/)
})

test("an hour later it is tried again by itself, and when the fault is mended nothing is missing", async () => {
  const { world, mend } = await aTriageThatFails()
  await world.receives(aMail())
  for (let tries = 0; tries < 20; tries += 1) await world.passes(2 * MINUTE)
  mend()
  await world.passes(10 * MINUTE)
  expect((await world.ticket(1)).triage).toBeNull()

  await world.passes(HOUR)
  await world.passes(MINUTE)

  expect((await world.ticket(1)).triage).not.toBeNull()
  expect(world.card(1).title).toContain("Mentor #1")
  expect(world.acknowledgements()).toHaveLength(1)
  expect(await world.store.deadJobs()).toEqual([])
  expect(await world.alarms()).toEqual([])
})

test("while it is tried again it is not over, and failing again is not told a second time", async () => {
  const { world, tries } = await aTriageThatFails()
  await world.receives(aMail())
  await isGivenUp(world)
  const triesOfOneLife = tries()

  for (let hour = 0; hour < 10; hour += 1) await isGivenUp(world)

  expect(tries()).toBeGreaterThan(3 * triesOfOneLife)
  expect(await world.alarms()).toEqual([DEAD])
  expect(toldOf(world)).toHaveLength(1)
})

test("after three days it is left for a person, whose click tries it once more", async () => {
  const { world, mend, tries } = await aTriageThatFails()
  await world.receives(aMail())
  await isGivenUp(world)
  await world.passes(72 * HOUR)
  await isGivenUp(world)
  const before = tries()
  for (let day = 0; day < 3; day += 1) await world.passes(24 * HOUR)
  expect(tries()).toBe(before)
  expect(await world.store.deadJobs()).toMatchObject([{ name: "ticket.triage", count: 1 }])

  mend()
  const answer = await world.does("jobs.retry", "ticket.triage", "karim")
  await world.ticks()

  expect(answer).toEqual({ kind: "done", text: "Un travail est relancé." })
  expect((await world.ticket(1)).triage).not.toBeNull()
  expect(await world.alarms()).toEqual([])
  expect(await world.journal(null)).toEqual(["jobs retried (Karim Lenoir)"])
})

test("it is counted apart, by kind, for whoever watches the bot", async () => {
  const { world } = await aTriageThatFails()
  await world.receives(aMail())
  await isGivenUp(world)
  const app = new Hono()
  healthRoutes({ store: world.store, isReady: () => true })(app)

  const metrics = await (await app.request("/metrics")).text()

  expect(metrics).toContain('telemaque_dead_jobs{job="ticket.triage"} 1\n')
  expect(metrics).toContain('telemaque_dead_jobs{job="mail.send"} 0\n')
  expect(metrics).toContain("telemaque_queue_depth 0\n")
})

test("what was given up is not removed while it waits, however long", async () => {
  const { world } = await aTriageThatFails()
  await world.receives(aMail())
  await isGivenUp(world)

  const { rows } = await world.database.pool.query(
    `SELECT keep_until > now() + interval '5 years' AS "isKept" FROM pgboss.job WHERE name = 'ticket.triage.dead'`,
  )

  expect(rows).toEqual([{ isKept: true }])
})

test("the alarm itself has the button, on every chat", async () => {
  const { world, mend } = await aTriageThatFails()
  await world.receives(aMail())
  await isGivenUp(world)
  mend()
  const [alarm] = toldOf(world)
  if (!alarm) throw new Error("nothing was told")

  await world.clicks(buttonOf(alarm, "Réessayer : trier une demande"), "karim")

  expect((await world.ticket(1)).triage).not.toBeNull()
})

test("clicks of two people at the same moment try it once", async () => {
  const { world, mend } = await aTriageThatFails()
  await world.receives(aMail())
  await isGivenUp(world)
  mend()

  const answers = await Promise.all([
    world.does("jobs.retry", "ticket.triage", "karim"),
    world.does("jobs.retry", "ticket.triage", "nadia"),
  ])

  expect(answers.map((answer) => answer.kind === "done" && answer.text).sort()).toEqual([
    "Il n’y avait plus rien à réessayer.",
    "Un travail est relancé.",
  ])
  const sorted = (await world.journal(1)).filter((what) => what === "sorted")
  expect(sorted).toHaveLength(1)
})

test("a reader is refused, and nothing is tried", async () => {
  const { world } = await aTriageThatFails()
  await world.receives(aMail())
  await isGivenUp(world)

  await expect(world.does("jobs.retry", "ticket.triage", "solene")).rejects.toThrow("Votre rôle")
  await expect(world.does("jobs.retry", "toString")).rejects.toThrow("ne sont plus connus")

  expect(await world.store.deadJobs()).toMatchObject([{ count: 1 }])
  expect(await world.journal(null)).toEqual(["refused (Solène Marchal)"])
})

test("a mail that leaves is sent once, though its dead job is brought back beside a living one", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  const { mend } = breaks(world, "mail.send")
  await world.answers(1, "Voici un lien.")
  await isGivenUp(world)
  mend()

  await world.does("jobs.retry", "mail.send")
  await world.passes(10 * MINUTE)
  await world.does("jobs.retry", "mail.send")

  expect(world.answersSent()).toHaveLength(1)
  expect(await world.store.deadJobs()).toEqual([])
})

test("an acknowledgement that comes back after the answer does not leave", async () => {
  const world = await aWorld()
  const { mend } = breaks(world, "ticket.acknowledge")
  await world.receives(aMail())
  await isGivenUp(world)
  await world.answers(1, "Voici un lien.")
  mend()

  await world.does("jobs.retry", "ticket.acknowledge")

  expect(world.answersSent()).toHaveLength(1)
  expect(world.acknowledgements()).toEqual([])
  expect(await world.store.deadJobs()).toEqual([])
})
