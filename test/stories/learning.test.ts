// Sorting learns from the team: what it corrects changes what comes next, in every copy of the bot, and never for the worse.
import { expect, test } from "vitest"
import { createApp } from "../../src/app.ts"
import { isKeptAside } from "../../src/triage/decided.ts"
import { corrects, lastTicket, lighthouse, sortedAs, states } from "../setup/corrections.ts"
import { anotherTrainer, aWorld } from "../setup/world.ts"

const DAY = 86_400
/** Many mails, several times learnt. */
const LONG = { timeout: 60_000 }
test("what the team corrects ten times, the next alike mail is sorted by", LONG, async () => {
  const world = await aWorld({ learns: true })
  const before = await sortedAs(world, lighthouse(99))
  expect(before).not.toBe("droits-formateur")

  await corrects(world, 10, "droits-formateur")
  await world.ticks()

  expect(await sortedAs(world, lighthouse(98))).toBe("droits-formateur")
  expect(await world.journal(null)).toContain("model promoted")
})

test("fewer corrections wait for a day, not longer", async () => {
  const world = await aWorld({ learns: true })
  await corrects(world, 3, "droits-formateur")

  await world.ticks()
  expect(await states(world)).toEqual([])
  await world.passes(DAY + 60)

  expect(await states(world)).toEqual(["promoted"])
  await world.passes(DAY + 60)
  expect(await states(world)).toHaveLength(1)
})

test(
  "a model that sorts the tickets kept aside worse than before is refused, and the one in use stays",
  LONG,
  async () => {
    const world = await aWorld({ learns: true })
    await corrects(world, 10, "droits-formateur")
    await world.ticks()

    await corrects(world, 20, (ticket) =>
      isKeptAside(ticket) ? "droits-formateur" : "attestation",
    )
    await world.ticks()

    expect(await states(world)).toEqual(["promoted", "refused"])
    expect(await sortedAs(world, lighthouse(98))).toBe("droits-formateur")
  },
)

test("two copies of the bot end on the same model, without a restart", async () => {
  const world = await aWorld({ learns: true })
  const trainer = anotherTrainer()
  const other = createApp({ ...world.needs, trainer, sorter: trainer.sorter })

  await corrects(world, 10, "droits-formateur")
  await world.ticks()
  for (const happen of Object.values(other.everyMinute)) await happen()

  expect(trainer.inUse()).toBe(world.needs.trainer.inUse())
  expect(trainer.inUse()).not.toBeNull()
})

test("two copies that learn at once, or a job that runs twice, make one model", async () => {
  const world = await aWorld({ learns: true })
  await corrects(world, 3, "droits-formateur")
  const learn = world.app.jobs["triage.learn"]

  await Promise.all([learn({ after: 0 }), learn({ after: 0 })])
  await learn({ after: 0 })

  expect(await states(world)).toEqual(["promoted"])
})

test("the same decisions give the same bytes", async () => {
  const world = await aWorld({ learns: true })
  await corrects(world, 3, "droits-formateur")
  const learn = world.app.jobs["triage.learn"]

  await learn({ after: 0 })
  const { trainer } = world.needs
  world.needs.trainer = anotherTrainer() // in a process of its own, as the bot has it
  await learn({ after: 1 })
  world.needs.trainer = trainer

  const [one, two] = await world.prisma.triageModel.findMany()
  expect(one?.content?.length).toBeGreaterThan(100_000)
  expect(Buffer.compare(one?.content ?? Buffer.of(1), two?.content ?? Buffer.of(2))).toBe(0)
})

test(
  "a damaged model is learnt again; meanwhile mails are sorted as at the first start",
  LONG,
  async () => {
    const world = await aWorld({ learns: true })
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
  },
)

test("what people wrote is not in what was learnt", async () => {
  const world = await aWorld({ learns: true })
  await corrects(world, 10, "droits-formateur")
  await world.ticks()

  const { content } = await world.prisma.triageModel.findFirstOrThrow()

  expect(Buffer.from(content ?? []).includes("sémaphore")).toBe(false)
  await world.receives(lighthouse(98))
  const { triage } = await world.ticket(await lastTicket(world))
  expect(JSON.stringify(triage)).not.toContain("Ressemble")
})

test(
  "an administrator goes back to the model before with one click, in every copy; what was put away is not learnt again at once",
  LONG,
  async () => {
    const world = await aWorld({ learns: true })
    const trainer = anotherTrainer()
    const other = createApp({ ...world.needs, trainer, sorter: trainer.sorter })
    await corrects(world, 10, "droits-formateur")
    await world.ticks()
    await corrects(world, 10, "droits-formateur")
    await world.ticks()
    expect(await states(world)).toEqual(["promoted", "promoted"])

    await expect(world.does("model.revert", 2, "karim")).rejects.toThrow("administre")
    const answer = await world.does("model.revert", 2)
    await other.everyMinute["follow the model"]?.()

    expect(answer).toMatchObject({ text: expect.stringContaining("de nouveau le modèle appris") })
    expect([world.needs.trainer.inUse(), trainer.inUse()]).toEqual([1, 1])
    expect(await world.journal(null)).toContain("model withdrawn (Nadia Ferrand)")
    await corrects(world, 1, "attestation")
    await world.passes(2 * DAY)
    expect(await states(world)).toEqual(["promoted", "withdrawn"])
    await expect(world.does("model.revert", 2)).rejects.toThrow("a changé entre-temps")

    const first = await world.does("model.revert", 1)
    expect(first).toMatchObject({ text: expect.stringContaining("ce qui est fourni") })
    expect(world.needs.trainer.inUse()).toBeNull()
  },
)

test("an answer that leaves the category alone is half a lesson, until somebody says otherwise", async () => {
  const world = await aWorld({ learns: true })
  await world.receives(lighthouse(1))
  await world.answers(1, "La lampe est changée, tout est rentré dans l’ordre.")

  await world.does("model.learn", 0)
  expect(await world.store.decisionsOf(1)).toMatchObject([{ weight: 0.5 }])
  expect(await world.prisma.triageModel.findMany()).toMatchObject([{ taught: 1 }])

  await world.fills("ticket.category", 1, { category: "attestation", priority: "normal" })
  await world.does("model.learn", 0)
  expect(await world.prisma.triageModel.count()).toBe(2)
  expect(await world.prisma.triageModel.findMany()).toMatchObject([{ taught: 1 }, { taught: 1 }])
})

test("« Apprendre maintenant » learns what is new, once, and says when there is nothing", async () => {
  const world = await aWorld({ learns: true })
  await expect(world.does("model.learn", 0)).rejects.toThrow("n’a encore rien choisi")
  await corrects(world, 1, "droits-formateur")

  await world.does("model.learn", 0, "karim")

  expect(await states(world)).toEqual(["promoted"])
  await expect(world.does("model.learn", 0)).rejects.toThrow("connaît déjà tous vos choix")
  await expect(world.does("model.learn", 0, "solene")).rejects.toThrow("permet de lire")
})

test("what was put away by mistake is learnt again by a click, the same to the byte", async () => {
  const world = await aWorld({ learns: true })
  await corrects(world, 2, "droits-formateur")
  await world.does("model.learn", 0)
  const before = await world.prisma.triageModel.findFirstOrThrow()

  await world.does("model.revert", 1)
  await world.does("model.learn", 0)

  const [withdrawn, again] = await world.prisma.triageModel.findMany({ orderBy: { id: "asc" } })
  expect(withdrawn).toMatchObject({ state: "withdrawn", content: null })
  expect(Buffer.compare(before.content ?? Buffer.of(1), again?.content ?? Buffer.of(2))).toBe(0)
})
