// Promise 2: what is typed is a note; a mail leaves only through a preview, and 30 seconds later.
import { expect, test } from "vitest"
import { aMail } from "../setup/builders.ts"
import { aWorld, buttonOf } from "../setup/world.ts"

const CLAIRE = "claire.durand@vallonie.gouv.example"
const PAUL = "paul.roux@vallonie.gouv.example"

test("a note never leaves", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  const before = world.server.sent.length

  await world.fills("ticket.note", 1, { text: "Elle a déjà deux comptes, ne pas lui dire." })
  await world.passes(60)

  expect(world.server.sent).toHaveLength(before)
  expect(JSON.stringify(world.card(1))).not.toContain("deux comptes")
})

test("Répondre, then the preview: nothing leaves without Envoyer", async () => {
  const world = await aWorld()
  await world.receives(aMail())

  await world.previews(1, "Voici un lien.")
  await world.passes(3_600)

  expect(world.answersSent()).toEqual([])
})

test("the preview shows the mail as it will leave: From, To, Cc, subject, whole text", async () => {
  const world = await aWorld()
  await world.receives(aMail({ cc: PAUL }))
  const text = `Bonjour Claire,\n\n${"Voici comment faire. ".repeat(200)}`.trim()

  const preview = await world.previews(1, text, "karim", { cc: PAUL })
  await world.clicks(buttonOf(preview, "Envoyer"), "karim")
  await world.passes(31)

  expect(preview.fields).toEqual([
    { label: "De", text: "Karim Lenoir – Assistance Mentor <assistance@mentor.example>" },
    { label: "À", text: CLAIRE },
    { label: "Copie", text: PAUL },
    { label: "Objet", text: "RE: Lien d’activation expiré [Mentor #1]" },
  ])
  expect(preview.sections).toEqual([{ heading: "Message", text }])
  expect(world.server.last).toMatchObject({
    from: { name: "Karim Lenoir – Assistance Mentor", address: "assistance@mentor.example" },
    ...{ to: [{ address: CLAIRE }], cc: [{ address: PAUL }], text },
    subject: "RE: Lien d’activation expiré [Mentor #1]",
  })
})

test("the form greets by the first name and signs with the member’s name and service", async () => {
  const world = await aWorld()
  await world.receives(aMail({ from: `DURAND Claire <${CLAIRE}>` }))

  const form = await world.does("ticket.reply", 1, "karim")

  const [text] = form.kind === "form" ? form.form.inputs.filter(({ name }) => name === "text") : []
  expect(text?.value).toMatch(/^Bonjour Claire,\n/)
  expect(text?.value).toMatch(/\nKarim Lenoir\nCentre d’appui$/)
})

test("who is in copy of the request is proposed, and unticked", async () => {
  const world = await aWorld()
  await world.receives(aMail({ to: `assistance@mentor.example, ${PAUL}` }))

  const form = await world.does("ticket.reply", 1)

  expect(form).toMatchObject({
    form: {
      inputs: expect.arrayContaining([
        expect.objectContaining({ name: "to", value: CLAIRE }),
        expect.objectContaining({
          ...{ name: "cc", value: "" },
          options: [{ label: PAUL, value: PAUL }],
        }),
      ]),
    },
  })
})

test("our own addresses are proposed to nobody, those of a ticket neither", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  await world.answers(1, "Voici un lien.")
  const { messageId, replyTo } = world.server.last
  await world.receives(aMail({ inReplyTo: messageId, to: replyTo?.address ?? "" }))

  const form = await world.does("ticket.reply", 1)

  expect(JSON.stringify(form)).not.toContain("assistance")
})

test("a Reply-To elsewhere is shown on the card and in the form, and is not used by itself", async () => {
  const world = await aWorld()
  await world.receives(aMail({ headers: { "Reply-To": "pirate@ailleurs.example" } }))

  await world.answers(1, "Voici un lien.")

  expect(world.card(1).fields).toContainEqual({
    label: "Attention",
    text: "demande que la réponse aille ailleurs (ailleurs.example)",
  })
  const form = await world.does("ticket.reply", 1)
  const [to] = form.kind === "form" ? form.form.inputs : []
  expect(to).toMatchObject({ value: CLAIRE, options: [{}, { value: "pirate@ailleurs.example" }] })
  expect(world.server.last.to).toMatchObject([{ address: CLAIRE }])
})

test("the preview warns when the answer goes to somebody else than the requester", async () => {
  const world = await aWorld()
  await world.receives(aMail())

  const preview = await world.previews(1, "Bonjour", "nadia", { to: "chef@ailleurs.example" })

  expect(preview.badges).toEqual([
    { text: "Un destinataire n’est pas le demandeur", tone: "warning" },
  ])
})

test("for 30 seconds the answer may be taken back; the text is kept, and may be sent again", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  const preview = await world.previews(1, "Trop vite, mais bien écrit.")
  await world.clicks(buttonOf(preview, "Envoyer"))
  await world.passes(29)

  const undone = await world.clicks(buttonOf(world.card(1), "Annuler l’envoi"))
  await world.passes(60)

  expect(world.answersSent()).toEqual([])
  const resume = undone.kind === "done" ? undone.undo : undefined
  const form = await world.clicks(resume?.action ?? "")
  expect(form).toMatchObject({
    form: {
      inputs: expect.arrayContaining([
        expect.objectContaining({ name: "text", value: "Trop vite, mais bien écrit." }),
      ]),
    },
  })
  await world.clicks(buttonOf(await world.resends(form), "Envoyer"))
  await world.passes(31)
  expect(world.answersSent()).toMatchObject([{ text: "Trop vite, mais bien écrit." }])
})

test("once it has left, an answer cannot be taken back, and the member is told so", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  const preview = await world.previews(1, "Voici un lien.")
  await world.clicks(buttonOf(preview, "Envoyer"))
  const undo = buttonOf(world.card(1), "Annuler l’envoi")
  await world.passes(31)

  await expect(world.clicks(undo)).rejects.toThrow("déjà partie")
  expect(world.card(1).buttons.map(({ label }) => label)).not.toContain("Annuler l’envoi")
})

test("a preview made before a new message is refused, and says what changed", async () => {
  const world = await aWorld()
  await world.receives(aMail({ messageId: "first@agents.example" }))
  const preview = await world.previews(1, "Voici un lien.")

  await world.receives(aMail({ inReplyTo: "first@agents.example", text: "C’est réglé, en fait." }))

  await expect(world.clicks(buttonOf(preview, "Envoyer"))).rejects.toThrow(
    /Rien n’est parti.*un nouveau message est arrivé mardi 24 novembre à 10\s*h\s*00/u,
  )
  await world.passes(60)
  expect(world.answersSent()).toEqual([])
})

test("a preview made before a colleague answered is refused, and names the colleague", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  const preview = await world.previews(1, "Voici un lien.", "nadia")

  await world.answers(1, "Je m’en occupe.", "karim")

  await expect(world.clicks(buttonOf(preview, "Envoyer"), "nadia")).rejects.toThrow(
    "Karim Lenoir a répondu",
  )
  expect(world.answersSent()).toHaveLength(1)
})

test("two members send at the same moment: one answer leaves, the other is told", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  const [hers, his] = [
    await world.previews(1, "De Nadia", "nadia"),
    await world.previews(1, "De Karim", "karim"),
  ]

  const results = await Promise.allSettled([
    world.clicks(buttonOf(hers, "Envoyer"), "nadia"),
    world.clicks(buttonOf(his, "Envoyer"), "karim"),
  ])
  await world.passes(31)

  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  expect(world.answersSent()).toHaveLength(1)
})

test("after a refusal, Modifier shows what arrived and the text as typed, and then it may be sent", async () => {
  const world = await aWorld()
  await world.receives(aMail({ messageId: "first@agents.example" }))
  const preview = await world.previews(1, "Voici un lien.")
  await world.receives(aMail({ inReplyTo: "first@agents.example", text: "J’ai changé d’adresse." }))
  await expect(world.clicks(buttonOf(preview, "Envoyer"))).rejects.toThrow("Modifier")

  const form = await world.clicks(buttonOf(preview, "Modifier"))

  expect(form).toMatchObject({
    form: {
      intro: expect.stringMatching(/un nouveau message est arrivé[\s\S]*J’ai changé d’adresse\./),
      inputs: expect.arrayContaining([
        expect.objectContaining({ name: "text", value: "Voici un lien." }),
      ]),
    },
  })
  await world.clicks(buttonOf(await world.resends(form), "Envoyer"))
  await world.passes(31)
  expect(world.answersSent()).toMatchObject([{ text: "Voici un lien." }])
})

test("what arrived after Modifier makes the new preview stale in its turn", async () => {
  const world = await aWorld()
  await world.receives(aMail({ messageId: "first@agents.example" }))
  const preview = await world.previews(1, "Voici un lien.")
  const form = await world.clicks(buttonOf(preview, "Modifier"))
  await world.receives(aMail({ inReplyTo: "first@agents.example", text: "Stop !" }))

  const again = await world.resends(form)

  await expect(world.clicks(buttonOf(again, "Envoyer"))).rejects.toThrow("nouveau message")
})

test("what arrives between Envoyer and the change of mind is shown when the text is taken up again", async () => {
  const world = await aWorld()
  await world.receives(aMail({ messageId: "first@agents.example" }))
  const preview = await world.previews(1, "Voici un lien.")
  await world.clicks(buttonOf(preview, "Envoyer"))
  await world.receives(aMail({ inReplyTo: "first@agents.example", text: "C’est réglé." }))

  const undone = await world.clicks(buttonOf(world.card(1), "Annuler l’envoi"))
  const form = await world.clicks((undone.kind === "done" && undone.undo?.action) || "")

  expect(form).toMatchObject({ form: { intro: expect.stringContaining("C’est réglé.") } })
})

test("a note or an absence makes no preview stale: they change nothing for the agent", async () => {
  const world = await aWorld()
  await world.receives(aMail({ messageId: "first@agents.example" }))
  const preview = await world.previews(1, "Voici un lien.")
  await world.fills("ticket.note", 1, { text: "Vu." }, "karim")
  await world.receives(
    aMail({ inReplyTo: "first@agents.example", headers: { "Auto-Submitted": "auto-replied" } }),
  )

  await world.clicks(buttonOf(preview, "Envoyer"))
  await world.passes(31)

  expect(world.answersSent()).toHaveLength(1)
})

test("nobody sends what somebody else previewed: the sender shown would not be the right one", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  const preview = await world.previews(1, "Voici un lien.", "nadia")

  await expect(world.clicks(buttonOf(preview, "Envoyer"), "karim")).rejects.toThrow("Répondre")
  await world.passes(60)

  expect(world.answersSent()).toEqual([])
})

test("a line break in the subject that a member types adds no header", async () => {
  const world = await aWorld()
  await world.receives(aMail())

  const subject = "Lien\r\nBcc: pirate@ailleurs.example\u2028X: y"
  await world.answers(1, "Voici un lien.", "nadia", { subject })

  expect(world.server.last.subject).toBe("Lien Bcc: pirate@ailleurs.example X: y")
})

test.for([
  ["to", "pas une adresse", "pas-une-adresse"],
  ["to", "two in one", "a@b.example>, <c@d.example"],
  ["cc", "a line break", "a@b.example\r\nBcc: c@d.example"],
] as const)("a recipient must be an address (%s: %s)", async ([field, , value]) => {
  const world = await aWorld()
  await world.receives(aMail())

  await expect(world.previews(1, "Bonjour", "nadia", { [field]: value })).rejects.toThrow(
    "n’est pas une adresse",
  )
})

test.for([
  ["text", "", "Le message est vide"],
  ["text", "x".repeat(60_000), "trop long"],
  ["subject", "  ", "L’objet est vide"],
  ["to", "", "pas de destinataire"],
] as const)("a preview with a wrong %s is refused, with the cure", async ([field, value, cure]) => {
  const world = await aWorld()
  await world.receives(aMail())

  await expect(world.previews(1, "Bonjour", "nadia", { [field]: value })).rejects.toThrow(cure)
})

test("an answer to a request that was merged meanwhile is refused, and says where it went", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  await world.receives(aMail({ subject: "Encore moi" }))
  const preview = await world.previews(1, "Voici un lien.")
  await world.fills("ticket.merge", 1, { into: "2" }, "karim")

  await expect(world.clicks(buttonOf(preview, "Envoyer"))).rejects.toThrow("demande #2")
  await world.passes(60)

  expect(world.answersSent()).toEqual([])
  expect(await world.ticket(1)).toMatchObject({ status: "closed" })
})

test("readers can neither preview, send, take back nor retry; each refusal is journaled", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  const preview = await world.previews(1, "Voici un lien.", "nadia")
  await world.clicks(buttonOf(preview, "Envoyer"), "nadia")
  const undo = buttonOf(world.card(1), "Annuler l’envoi")

  await expect(world.does("ticket.reply", 1, "solene")).rejects.toThrow("Votre rôle")
  await expect(world.clicks(buttonOf(preview, "Envoyer"), "solene")).rejects.toThrow()
  await expect(world.clicks(undo, "solene")).rejects.toThrow("Votre rôle")
  await expect(world.clicks(undo.replace("undo", "retry"), "solene")).rejects.toThrow("Votre rôle")
  await world.passes(31)

  expect(world.answersSent()).toHaveLength(1)
  const refusals = (await world.journal(1)).filter((line) => line === "refused (Solène Marchal)")
  expect(refusals.length).toBeGreaterThanOrEqual(3)
})
