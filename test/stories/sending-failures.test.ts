import { expect, test } from "vitest"
import { SendRefused, SendUnsure } from "../../src/errors.ts"
import { aMail } from "../setup/builders.ts"
import { aWorld, buttonOf, type World } from "../setup/world.ts"

const MINUTE = 60
const busy = () => {
  throw new SendRefused("451 try again later", false)
}
const unknownUser = () => {
  throw new SendRefused("550 no such user here", true)
}

/** *Envoyer* was clicked, and the server does not want the mail. */
async function aRefusedAnswer(answer: () => void): Promise<World> {
  const world = await aWorld()
  await world.receives(aMail())
  world.server.answer = answer
  await world.answers(1, "Voici un lien.")
  return world
}

const sending = (world: World) =>
  world.card(1).fields.find(({ label }) => label === "Envoi")?.text ?? ""

/** Minutes at which a delivery was tried, while they go by. */
async function attempts(world: World, minutes: number): Promise<number[]> {
  const tried: number[] = []
  world.server.answer = () => {
    tried.push(minute)
    busy()
  }
  let minute = 0
  while (minute < minutes) {
    minute += 1
    await world.passes(MINUTE)
  }
  return tried
}

test("a temporary refusal is tried again, less and less often", async () => {
  const world = await aRefusedAnswer(busy)

  const tried = await attempts(world, 70)

  expect(tried.length).toBeGreaterThanOrEqual(4)
  expect(tried.length).toBeLessThanOrEqual(8)
  const pauses = tried.slice(1).map((minute, i) => minute - (tried[i] ?? 0))
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b))
})

test("the card says nothing of it in the first hour, then says why and when it is tried again", async () => {
  const world = await aRefusedAnswer(busy)

  await attempts(world, 50)
  expect(sending(world)).toMatch(/^réponse prête, départ à/)
  await attempts(world, 20)

  expect(sending(world)).toMatch(/^difficile depuis une heure.*451 try again later/)
})

test("once the server takes it, the answer has left, once", async () => {
  const world = await aRefusedAnswer(busy)

  world.server.answer = () => {}
  await world.passes(10 * MINUTE)
  await world.passes(180 * MINUTE)

  expect(world.answersSent()).toHaveLength(1)
  expect(sending(world)).toMatch(/^réponse envoyée/)
  expect(await world.ticket(1)).toMatchObject({ status: "pending" })
})

test("a member may still take it back while it is tried again", async () => {
  const world = await aRefusedAnswer(busy)
  const [, message] = (await world.store.messages(1)).filter(({ kind }) => kind === "outgoing")

  await world.does("reply.undo", message?.id ?? 0)
  world.server.answer = () => {}
  await world.passes(3_600)

  expect(world.answersSent()).toEqual([])
})

test("after three days it is a failure, which the card shows with the reason", async () => {
  const world = await aRefusedAnswer(busy)

  for (let hours = 0; hours < 70; hours += 2) await world.passes(2 * 3_600)
  expect(world.card(1).tone).not.toBe("error")
  for (let hours = 0; hours < 8; hours += 2) await world.passes(2 * 3_600)

  expect(sending(world)).toMatch(/^échec : .*trois jours.*451 try again later/)
  expect(world.card(1).tone).toBe("error")
})

test("a refusal for good is shown at once, and nothing is tried again by itself", async () => {
  const world = await aRefusedAnswer(unknownUser)
  expect(sending(world)).toBe("échec : 550 no such user here")
  expect(world.card(1).tone).toBe("error")

  world.server.answer = () => {}
  await world.passes(4 * 3_600)

  expect(world.answersSent()).toEqual([])
})

test("Réessayer l’envoi tries again what failed for good", async () => {
  const world = await aRefusedAnswer(unknownUser)
  world.server.answer = () => {}

  await world.clicks(buttonOf(world.card(1), "Réessayer l’envoi"))

  expect(world.answersSent()).toHaveLength(1)
  expect(await world.journal(1)).toContain("retried (Nadia Ferrand)")
  await expect(world.does("reply.retry", 3)).rejects.toThrow("rien à réessayer")
})

test("an answer that did not leave leaves the request ours", async () => {
  const world = await aRefusedAnswer(unknownUser)

  expect(await world.ticket(1)).toMatchObject({ status: "open" })
  expect((await world.ticket(1)).waitingSince).not.toBeNull()
})

test("a fault that is no refusal (the line was cut) is temporary", async () => {
  const world = await aRefusedAnswer(() => {
    throw new Error("socket hang up")
  })

  world.server.answer = () => {}
  await world.passes(10 * MINUTE)

  expect(world.answersSent()).toHaveLength(1)
})

/** *Envoyer* was clicked, and the 30 seconds are over; returns the message's id. */
async function anAnswerDue(world: World): Promise<number> {
  await world.receives(aMail())
  const preview = await world.previews(1, "Voici un lien.")
  await world.clicks(buttonOf(preview, "Envoyer"))
  await world.advance(31)
  return (await world.store.messages(1)).at(-1)?.id ?? 0
}

/** The bot is killed just after SMTP's yes: what comes then never happens. */
async function killedWhileSending(world: World, messageId: number): Promise<void> {
  const { transaction } = world.needs.store
  let transactions = 0
  world.needs.store.transaction = (work) => {
    transactions += 1
    return transactions > 1 ? Promise.reject(new Error("killed")) : transaction(work)
  }
  await expect(world.app.jobs["mail.send"]({ messageId })).rejects.toThrow("killed")
  world.needs.store.transaction = transaction
}

test("a bot that died while it was sending sends again, the same mail with the same Message-ID", async () => {
  const world = await aWorld()
  const messageId = await anAnswerDue(world)
  await killedWhileSending(world, messageId)

  await world.passes(61)

  const [first, second, ...more] = world.answersSent()
  expect(second).toEqual(first)
  expect(more).toEqual([])
  expect(await world.ticket(1)).toMatchObject({ status: "pending" })
  await world.passes(3_600)
  expect(world.answersSent()).toHaveLength(2)
})

test("a mail that was cut short twice does not leave a third time by itself: the card says that it may have left", async () => {
  const world = await aWorld()
  const messageId = await anAnswerDue(world)
  await killedWhileSending(world, messageId)
  await killedWhileSending(world, messageId)

  for (let hours = 0; hours < 4; hours += 1) await world.passes(3_600)

  expect(world.answersSent()).toHaveLength(2)
  expect(sending(world)).toMatch(/^échec : ce message est peut-être déjà parti/)
  expect(world.card(1).tone).toBe("error")

  await world.clicks(buttonOf(world.card(1), "Réessayer l’envoi"))

  expect(world.answersSent()).toHaveLength(3)
  expect(sending(world)).toMatch(/^réponse envoyée/)
})

test("a line cut in the middle of the mail leaves a doubt too, whatever the server says in between", async () => {
  const world = await aWorld()
  const messageId = await anAnswerDue(world)
  const cut = () => {
    throw new SendUnsure("the connection was lost")
  }
  const answers = [cut, busy, cut, () => {}]
  world.server.answer = () => answers.shift()?.()

  await world.settles()
  for (let minutes = 0; minutes < 60; minutes += 1) await world.passes(MINUTE)

  expect(answers).toHaveLength(1)
  expect(sending(world)).toMatch(/peut-être déjà parti.*the connection was lost/)
  expect((await world.store.message(messageId))?.outgoing?.delivery).toBe("failed")
})

test("the copy in Sent is another matter: the answer has left, and the copy is made when it can be, once", async () => {
  const world = await aWorld()
  const messageId = await anAnswerDue(world)
  let asked = 0
  world.server.answerCopy = () => {
    asked += 1
    throw new Error("the IMAP server is away")
  }
  await world.settles()
  expect(sending(world)).toMatch(/^réponse envoyée/)
  expect(world.server.copies.size).toBe(1) // the acknowledgement’s, made before

  world.server.answerCopy = () => {}
  for (let minutes = 0; minutes < 20; minutes += 1) await world.passes(MINUTE)
  await world.app.jobs["mail.copy"]({ messageId })

  expect(asked).toBe(1)
  expect(world.answersSent()).toHaveLength(1)
  expect([...world.server.copies.values()].at(-1)).toEqual(world.server.last)
})

test("a mail that left for some of its recipients only has its copy, and says for whom it did not", async () => {
  const world = await aWorld()
  await anAnswerDue(world)
  world.server.answer = () => {
    throw new SendRefused("Sent to a@x.example, but refused for b@x.example", true, true)
  }

  await world.settles()

  expect(sending(world)).toBe("échec : Sent to a@x.example, but refused for b@x.example")
  expect(world.server.copies.size).toBe(2)
})

test("what the person writes between Envoyer and the departure stays to be answered", async () => {
  const world = await aWorld()
  await world.receives(aMail({ messageId: "first@agents.example" }))
  const preview = await world.previews(1, "Voici un lien.", "nadia", { close: "yes" })
  await world.clicks(buttonOf(preview, "Envoyer"))

  await world.receives(aMail({ inReplyTo: "first@agents.example", text: "Une chose encore." }))
  await world.passes(31)

  expect(world.answersSent()).toHaveLength(1)
  expect(await world.ticket(1)).toMatchObject({ status: "open" })
  expect((await world.ticket(1)).waitingSince).not.toBeNull()
})

test("an acknowledgement that fails for good says so, and takes nothing from the request", async () => {
  const world = await aWorld()
  world.server.answer = unknownUser

  await world.receives(aMail())

  expect(sending(world)).toBe("échec : 550 no such user here")
  expect(await world.ticket(1)).toMatchObject({ status: "new" })
})

test("two copies that send the same answer at the same moment send it once", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  const preview = await world.previews(1, "Voici un lien.")
  await world.clicks(buttonOf(preview, "Envoyer"))
  await world.advance(31)
  for (let again = 0; again < 3; again += 1) await world.app.everyMinute["resume sending"]?.()

  await world.settles()

  expect(world.answersSent()).toHaveLength(1)
})

test("an answer is threaded below the person’s mails, in text and in simple HTML", async () => {
  const world = await aWorld()
  await world.receives(aMail({ messageId: "first@agents.example" }))
  await world.answers(1, "Ligne 1 <b>\n\nLigne 2")
  const [ours] = world.answersSent()
  await world.receives(
    aMail({ messageId: "second@agents.example", inReplyTo: ours?.messageId ?? "" }),
  )

  await world.answers(1, "Encore")

  expect(ours).toMatchObject({ inReplyTo: "first@agents.example", text: "Ligne 1 <b>\n\nLigne 2" })
  expect(ours?.html).toContain("Ligne 1 &lt;b&gt;")
  expect(ours?.messageId).toMatch(/^tm\.\d+\.[0-9a-f]{16}@mentor\.example$/)
  expect(world.server.last).toMatchObject({
    inReplyTo: "second@agents.example",
    references: ["first@agents.example", "second@agents.example"],
  })
})
