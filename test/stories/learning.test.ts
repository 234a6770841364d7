// Sorting learns from the team: what it corrects changes what comes next, in every copy of the bot, and never for the worse.
import { expect, test } from "vitest"
import { createApp } from "../../src/app.ts"
import type { Category } from "../../src/triage/categories.ts"
import { isKeptAside } from "../../src/triage/decided.ts"
import { aMail } from "../setup/builders.ts"
import { anotherTrainer, aWorld, type World } from "../setup/world.ts"

const DAY = 86_400
/** Words that nothing of prompts/ knows. */
const ABOUT = ["le phare", "la balise", "le fanal", "la bouée", "le sémaphore"]
const SAID = ["clignote en vert", "reste éteint", "tourne sans fin", "affiche trois étoiles"]

test("what the team corrects ten times, the next alike mail is sorted by", async () => {
  const world = await aWorld()
  const before = await sortedAs(world, lighthouse(99))
  expect(before).not.toBe("droits-formateur")

  await corrects(world, 10, "droits-formateur")
  await world.ticks()

  expect(await sortedAs(world, lighthouse(98))).toBe("droits-formateur")
  expect(await world.journal(null)).toContain("model promoted")
})

test("fewer corrections wait for a day, not longer", async () => {
  const world = await aWorld()
  await corrects(world, 3, "droits-formateur")

  await world.ticks()
  expect(await states(world)).toEqual([])
  await world.passes(DAY + 60)

  expect(await states(world)).toEqual(["promoted"])
  await world.passes(DAY + 60)
  expect(await states(world)).toHaveLength(1)
})

test("a model that sorts the tickets kept aside worse than before is refused, and the one in use stays", async () => {
  const world = await aWorld()
  await corrects(world, 10, "droits-formateur")
  await world.ticks()

  await corrects(world, 20, (ticket) => (isKeptAside(ticket) ? "droits-formateur" : "attestation"))
  await world.ticks()

  expect(await states(world)).toEqual(["promoted", "refused"])
  expect(await sortedAs(world, lighthouse(98))).toBe("droits-formateur")
})

test("two copies of the bot end on the same model, without a restart", async () => {
  const world = await aWorld()
  const trainer = anotherTrainer()
  const other = createApp({ ...world.needs, trainer, sorter: trainer.sorter })

  await corrects(world, 10, "droits-formateur")
  await world.ticks()
  for (const happen of Object.values(other.everyMinute)) await happen()

  expect(trainer.inUse()).toBe(world.needs.trainer.inUse())
  expect(trainer.inUse()).not.toBeNull()
})

test("two copies that learn at once, or a job that runs twice, make one model", async () => {
  const world = await aWorld()
  await corrects(world, 3, "droits-formateur")
  const learn = world.app.jobs["triage.learn"]

  await Promise.all([learn({ after: 0 }), learn({ after: 0 })])
  await learn({ after: 0 })

  expect(await states(world)).toEqual(["promoted"])
})

test("the same decisions give the same bytes", async () => {
  const world = await aWorld()
  await corrects(world, 3, "droits-formateur")
  const learn = world.app.jobs["triage.learn"]

  await learn({ after: 0 })
  await learn({ after: 1 })

  const [one, two] = await world.prisma.triageModel.findMany()
  expect(one?.content?.length).toBeGreaterThan(100_000)
  expect(Buffer.compare(one?.content ?? Buffer.of(1), two?.content ?? Buffer.of(2))).toBe(0)
})

test("a damaged model is learnt again; meanwhile mails are sorted as at the first start", async () => {
  const world = await aWorld()
  await corrects(world, 10, "droits-formateur")
  await world.ticks()
  await world.prisma
    .$executeRaw`UPDATE "TriageModel" SET content = set_byte(content, 5000, get_byte(content, 5000) # 1)`
  const trainer = anotherTrainer()
  const restarted = createApp({ ...world.needs, trainer, sorter: trainer.sorter })

  await restarted.everyMinute["follow the model"]?.()
  expect(trainer.inUse()).toBeNull()
  await world.settles()
  await restarted.everyMinute["follow the model"]?.()

  expect(await states(world)).toEqual(["damaged", "promoted"])
  expect(trainer.inUse()).toBe(2)
  expect(world.troubles).toHaveLength(1)
})

test("what people wrote is not in what was learnt", async () => {
  const world = await aWorld()
  await corrects(world, 10, "droits-formateur")
  await world.ticks()

  const { content } = await world.prisma.triageModel.findFirstOrThrow()

  expect(Buffer.from(content ?? []).includes("sémaphore")).toBe(false)
  await world.receives(lighthouse(98))
  const { triage } = await world.ticket(await lastTicket(world))
  expect(JSON.stringify(triage)).not.toContain("Ressemble")
})

let written = 100

function lighthouse(n: number) {
  const about = ABOUT[n % ABOUT.length]
  const text = `Bonjour, ${about} de l’étape ${n} ${SAID[n % SAID.length]} depuis ce matin. ${about} est pourtant allumé.`
  return aMail({ subject: `${about}, question ${n}`, text, from: `agent${n}@cher.gouv.example` })
}

/** So many mails, each corrected. */
async function corrects(
  world: World,
  count: number,
  as: Category | ((ticket: number) => Category),
) {
  for (let n = 0; n < count; n++) {
    written += 1
    await world.receives(lighthouse(written))
    const ticket = await lastTicket(world)
    const category = typeof as === "string" ? as : as(ticket)
    await world.fills("ticket.category", ticket, { category, priority: "normal" })
  }
}

async function lastTicket(world: World): Promise<number> {
  return (await world.prisma.ticket.findFirstOrThrow({ orderBy: { id: "desc" } })).id
}

async function sortedAs(world: World, mail: ReturnType<typeof lighthouse>) {
  await world.receives(mail)
  return (await world.ticket(await lastTicket(world))).category
}

async function states(world: World): Promise<string[]> {
  const models = await world.prisma.triageModel.findMany({ orderBy: { id: "asc" } })
  return models.map(({ state }) => state)
}
