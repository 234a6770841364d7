// Promise 5: every occasion may come twice, and changes things once.
import { expect, test } from "vitest"
import { aMail } from "../setup/builders.ts"
import { aWorld, buttonOf, MAILBOX } from "../setup/world.ts"

test("a mail delivered again at the same place changes nothing", async () => {
  const world = await aWorld()
  const mail = world.onServer(aMail())

  await world.app.mail.arrived(mail)
  await world.app.mail.arrived(mail)

  expect(await world.balance()).toMatchObject({ received: 1, ticket: 1 })
})

test("the same mail delivered at the same moment is one request, the others are duplicates", async () => {
  const world = await aWorld()
  const copies = Array.from({ length: 6 }, () => aMail({ messageId: "same@agents.example" }))
  const read = await world.needs.reader.read(world.onServer(aMail()).source)
  world.needs.reader.read = async () => read // all at once in the database

  await Promise.all(copies.map((copy) => world.app.mail.arrived(world.onServer(copy))))

  expect(await world.balance()).toMatchObject({ received: 6, ticket: 1, duplicate: 5 })
})

test("a mail written to two mailboxes is one request", async () => {
  const world = await aWorld()
  const request = aMail({ to: `${MAILBOX}, autre@mentor.example` })

  await world.receives(request)
  await world.receives(request, { mailbox: "autre" })

  expect(await world.balance()).toMatchObject({ received: 2, ticket: 1, duplicate: 1 })
})

test("another mail under a known Message-ID is a new request", async () => {
  const world = await aWorld()

  await world.receives(aMail({ messageId: "same@agents.example", text: "Le lien a expiré." }))
  await world.receives(aMail({ messageId: "same@agents.example", text: "Je perds mes badges." }))

  expect(await world.balance()).toMatchObject({ received: 2, ticket: 2 })
})

test("two mails without Message-ID are two requests", async () => {
  const world = await aWorld()

  await world.receives(aMail({ messageId: null, text: "Le lien a expiré." }))
  await world.receives(aMail({ messageId: null, text: "Je perds mes badges." }))

  expect(await world.balance()).toMatchObject({ received: 2, ticket: 2 })
})

test("a mailbox that renumbers its mails opens nothing again", async () => {
  const world = await aWorld()
  const request = aMail()
  await world.receives(request)

  await world.receives(request, { uidValidity: "2", uid: 900 })
  await world.receives(request, { uidValidity: "2", uid: 900 })

  expect(await world.balance()).toMatchObject({ received: 1, ticket: 1, duplicate: 0 })
})

test("two replies to one ticket at the same moment are both there", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  await world.answers(1, "Voici un lien.")
  const inReplyTo = world.server.last.messageId

  await Promise.all([
    world.app.mail.arrived(world.onServer(aMail({ inReplyTo, text: "Il ne s’ouvre pas." }))),
    world.app.mail.arrived(world.onServer(aMail({ inReplyTo, text: "Et j’ai changé d’adresse." }))),
  ])

  const incoming = (await world.store.messages(1)).filter(({ kind }) => kind === "incoming")
  expect(incoming.map(({ text }) => text).sort()).toEqual([
    "Bonjour,\n\nMon lien d’activation a expiré.",
    "Et j’ai changé d’adresse.",
    "Il ne s’ouvre pas.",
  ])
})

test("a double click on Envoyer sends once", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  const preview = await world.previews(1, "Voici un lien.")
  const send = buttonOf(preview, "Envoyer")

  await Promise.all([world.clicks(send), world.clicks(send)])
  await world.passes(31)
  await world.clicks(send)
  await world.passes(31)

  expect(world.answersSent()).toHaveLength(1)
})

test("Envoyer clicked again after the answer was taken back sends nothing, and says so", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  const preview = await world.previews(1, "Voici un lien.")
  await world.clicks(buttonOf(preview, "Envoyer"))
  await world.clicks(buttonOf(world.card(1), "Annuler l’envoi"))

  const again = await world.clicks(buttonOf(preview, "Envoyer"))
  await world.passes(31)

  expect(again).toMatchObject({ text: expect.stringContaining("annul") })
  expect(world.answersSent()).toEqual([])
})

test("a note sent twice by an impatient finger is one note", async () => {
  const world = await aWorld()
  await world.receives(aMail())

  await Promise.all([
    world.fills("ticket.note", 1, { text: "Vu avec le service." }),
    world.fills("ticket.note", 1, { text: "Vu avec le service." }),
  ])

  const notes = (await world.store.messages(1)).filter(({ kind }) => kind === "note")
  expect(notes).toHaveLength(1)
  expect(await world.journal(1)).toEqual(["opened", "sorted", "noted (Nadia Ferrand)"])
})

test("a note cannot pretend to be an answer that was not sent yet", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  const preview = await world.previews(1, "Voici un lien.")
  await world.fills("ticket.note", 1, { text: "Vu.", key: "draft 1" })

  await world.clicks(buttonOf(preview, "Envoyer"))
  await world.passes(31)

  expect(world.answersSent()).toHaveLength(1)
})

test("moves that come twice are journaled once", async () => {
  const world = await aWorld()
  await world.receives(aMail())

  for (const move of ["ticket.take", "ticket.release"] as const) {
    await world.does(move, 1)
    await world.does(move, 1)
  }
  await world.fills("ticket.close", 1, { how: "silent" })
  await world.fills("ticket.close", 1, { how: "silent" })
  await world.does("ticket.reopen", 1)
  await world.does("ticket.reopen", 1)

  expect(await world.journal(1)).toEqual([
    ...["opened", "sorted", "taken (Nadia Ferrand)", "released (Nadia Ferrand)"],
    ...["closed (Nadia Ferrand)", "reopened (Nadia Ferrand)"],
  ])
})

test("every job that runs again changes nothing", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  await world.answers(1, "Voici un lien.")
  const before = await world.ticket(1)
  const [acknowledgement, answer] = (await world.store.messages(1)).slice(1)

  await world.app.jobs["ticket.triage"]({ ticketId: 1 })
  await world.app.jobs["ticket.acknowledge"]({ ticketId: 1 })
  await world.app.jobs["mail.send"]({ messageId: acknowledgement?.id ?? 0 })
  await world.app.jobs["mail.send"]({ messageId: answer?.id ?? 0 })
  await world.app.jobs["mail.again"]({ mailId: 1 })
  await world.settles()

  expect(world.server.sent).toHaveLength(2)
  expect(await world.ticket(1)).toEqual(before)
  expect(world.chat.posts.size).toBe(1)
})

test("the card of a request is posted once, then redrawn", async () => {
  const world = await aWorld()
  const posted: string[] = []
  const { post } = world.chat.chat
  world.chat.chat.post = (place, card, key) => {
    posted.push(key)
    return post(place, card, key)
  }

  await world.receives(aMail())
  await world.does("ticket.take", 1)

  expect(posted).toEqual(["ticket 1"])
  expect(world.card(1).fields).toContainEqual({ label: "En charge", text: "Nadia Ferrand" })
})
