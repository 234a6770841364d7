// What is particular to Slack, over both transports, in front of a peer that is as strict as Slack.
import { expect, test } from "vitest"
import type { Answer, Form } from "../src/card.ts"
import { PostGone, UserError } from "../src/errors.ts"
import { aCard } from "./contracts/chat.ts"
import { eventually } from "./setup/eventually.ts"
import { aSlackStage, TRANSPORTS } from "./setup/slack-recording.ts"

const noteForm: Form = {
  submission: "ticket.note:12:1",
  title: "Note interne, demande #12",
  submitLabel: "Ajouter",
  inputs: [{ kind: "text", name: "text", label: "Note", isRequired: true, value: "" }],
}
const opensNote = async (): Promise<Answer> => ({ kind: "form", form: noteForm })
const preview = aCard({
  title: "Aperçu",
  buttons: [
    { label: "Envoyer", action: "reply.send:7:1", style: "primary" },
    { label: "Modifier", action: "reply.edit:7:1", style: "secondary" },
  ],
})

test.for(TRANSPORTS)("a click on a card reaches the bot, once (%s)", async (transport) => {
  const { stage, told } = await aSlackStage({}, { transport })
  const post = await stage.chat.post(stage.place, aCard(), "ticket 12")

  await stage.clicks("nadia", post, "Je prends")
  await stage.repeatsLast()

  expect(told("act")).toEqual([["ticket.take:12:1", { chat: "slack", id: stage.idOf("nadia") }]])
})

test.for(TRANSPORTS)(
  "a click opens a form, which is sent back and closes (%s)",
  async (transport) => {
    const { stage, told } = await aSlackStage({ act: opensNote }, { transport })
    const post = await stage.chat.post(stage.place, aCard(), "ticket 12")

    const opened = await stage.clicks("nadia", post, "Répondre")
    const closed = await stage.fills("nadia", { text: "Rappeler jeudi" })

    expect(opened.form).toMatchObject({ title: "Note interne, demande…", labels: ["Note"] })
    expect(closed).toEqual({ whispers: [], form: null })
    expect(stage.peer.windows.size).toBe(0)
    const [[submission, values, by] = []] = told("submit")
    expect(submission).toBe("ticket.note:12:1")
    expect(values).toEqual({ text: "Rappeler jeudi", key: expect.stringMatching(/^slack .{20,}/) })
    expect(by).toEqual({ chat: "slack", id: stage.idOf("nadia") })
  },
)

test.for(TRANSPORTS)("a command is answered to who typed it, alone (%s)", async (transport) => {
  const command = async (): Promise<Answer> => ({ kind: "whisper", card: aCard() })
  const { stage } = await aSlackStage({ command }, { transport })

  const { whispers } = await stage.commands("karim", "demande 12")

  expect(whispers).toEqual([expect.objectContaining({ buttons: ["Je prends", "Répondre"] })])
  expect(stage.peer.whispers.map(({ person }) => person)).toEqual([stage.idOf("karim")])
  expect(await stage.posts()).toEqual([])
})

test("a preview takes the place of its form, is modified there, and its answer is said there", async () => {
  const act = async (action: string): Promise<Answer> =>
    action.startsWith("reply.send") ? { kind: "done", text: "Part dans 30 s." } : opensNote()
  const submit = async (_: string, values: Record<string, string>): Promise<Answer> => {
    keys.add(values.key)
    return { kind: "whisper", card: preview }
  }
  const keys = new Set<string | undefined>()
  const { stage } = await aSlackStage({ act, submit })
  const post = await stage.chat.post(stage.place, aCard(), "ticket 12")
  await stage.clicks("nadia", post, "Répondre")

  const previewed = await stage.fills("nadia", { text: "Bonjour" })
  const again = await stage.clicksWhisper("nadia", "Modifier")
  await stage.fills("nadia", { text: "Bonjour madame" })
  const sent = await stage.clicksWhisper("nadia", "Envoyer")

  expect(previewed.whispers).toEqual([
    expect.objectContaining({ buttons: ["Envoyer", "Modifier"] }),
  ])
  expect(again.form?.labels).toEqual(["Note"])
  expect(sent.whispers).toEqual([{ text: expect.stringContaining("Part dans 30 s."), buttons: [] }])
  expect(keys.size).toBe(2)
})

test("a choice of a menu is a click like another", async () => {
  const { stage, told } = await aSlackStage()
  const buttons = Array.from({ length: 9 }, (_, i) => ({
    ...{ label: `Bouton ${i}`, action: `ticket.take:12:${i}`, style: "secondary" as const },
  }))
  const post = await stage.chat.post(stage.place, aCard({ buttons }), "ticket 12")

  await stage.clicks("nadia", post, "Bouton 8")

  expect(told("act").map(([action]) => action)).toEqual(["ticket.take:12:8"])
})

test("what cannot be sent is said under the field, and nothing typed is lost", async () => {
  const submit = async () => {
    throw new UserError("Écrivez au moins un mot.")
  }
  const { stage } = await aSlackStage({ act: opensNote, submit })
  const post = await stage.chat.post(stage.place, aCard(), "ticket 12")
  await stage.clicks("nadia", post, "Répondre")
  const window = stage.peer.windows.get(stage.idOf("nadia"))

  await stage.fills("nadia", { text: "…" })

  expect(stage.peer.lastAnswer).toEqual({
    response_action: "errors",
    errors: { "0.text": "Écrivez au moins un mot." },
  })
  expect(stage.peer.windows.get(stage.idOf("nadia"))).toBe(window)
})

test("a refusal is said to that person alone, in the place of the whisper that was clicked", async () => {
  const command = async (): Promise<Answer> => ({ kind: "whisper", card: preview })
  const act = async () => {
    throw new UserError("Karim a déjà répondu.")
  }
  const { stage } = await aSlackStage({ command, act })
  await stage.commands("nadia", "demande 12")

  await stage.clicksWhisper("nadia", "Envoyer")

  expect(stage.peer.whispers.map(({ message }) => message.text)).toEqual(["Karim a déjà répondu."])
})

test("what fails is said with a reference that the log has too", async () => {
  const act = async () => {
    throw new Error("the database is down")
  }
  const { stage } = await aSlackStage({ act })
  const post = await stage.chat.post(stage.place, aCard(), "ticket 12")

  const { whispers } = await stage.clicks("nadia", post, "Je prends")

  const [, reference] = /la référence (\w+)/.exec(whispers[0]?.text ?? "") ?? []
  expect(whispers[0]?.text).toContain("rien n’est perdu")
  expect(stage.log).toContainEqual({
    level: "error",
    message: "an occasion of Slack failed",
    details: { reference, error: expect.objectContaining({ message: "the database is down" }) },
  })
})

test("when what Slack told before cannot be known, the click is served all the same", async () => {
  const seen = async () => {
    throw new Error("the database is down")
  }
  const { stage, told } = await aSlackStage({}, { seen })
  const post = await stage.chat.post(stage.place, aCard(), "ticket 12")

  await stage.clicks("nadia", post, "Je prends")

  expect(told("act")).toHaveLength(1)
})

test("a slow database: the form waits in its window, then comes back with what was typed", async () => {
  const slow = Promise.withResolvers<Answer>()
  const { stage } = await aSlackStage({ act: opensNote, submit: () => slow.promise })
  const post = await stage.chat.post(stage.place, aCard(), "ticket 12")
  await stage.clicks("nadia", post, "Répondre")
  const nadia = stage.idOf("nadia")

  const sent = stage.fills("nadia", { text: "Rappeler jeudi" })
  await eventually("a window that waits", () =>
    stage.peer.textOfWindow(nadia).includes("La réponse arrive"),
  )
  slow.reject(new UserError("La demande est close."))
  const { form } = await sent

  expect(stage.peer.textOfWindow(nadia)).toContain("⚠️ La demande est close.")
  expect(form?.values).toEqual({ text: "Rappeler jeudi" })
})

test("a slow database: a window opens at once, and the form comes in it", async () => {
  const slow = Promise.withResolvers<Answer>()
  const { stage } = await aSlackStage({ act: () => slow.promise })
  const post = await stage.chat.post(stage.place, aCard(), "ticket 12")
  const nadia = stage.idOf("nadia")

  const clicked = stage.clicks("nadia", post, "Répondre")
  await eventually("a window that waits", () => stage.peer.windows.has(nadia))
  slow.resolve({ kind: "form", form: noteForm })
  const { form } = await clicked

  expect(form?.labels).toEqual(["Note"])
})

test("a click that Slack finds too old is said to who clicked", async () => {
  const { stage } = await aSlackStage({ act: opensNote })
  const post = await stage.chat.post(stage.place, aCard(), "ticket 12")
  stage.peer.state.triggersExpire = true

  const { whispers, form } = await stage.clicks("nadia", post, "Répondre")

  expect(form).toBeNull()
  expect(whispers[0]?.text).toContain("cliquez de nouveau")
})

test("an answer that Slack does not take any more goes by the channel, or in private", async () => {
  const act = async (): Promise<Answer> => ({ kind: "done", text: "C’est noté." })
  const { stage } = await aSlackStage({ act })
  const post = await stage.chat.post(stage.place, aCard(), "ticket 12")
  stage.peer.state.respondFails = true

  const { whispers } = await stage.clicks("nadia", post, "Je prends")
  stage.peer.state.ephemeralFails = true
  await stage.clicks("nadia", post, "Je prends")

  expect(whispers.map(({ text }) => text)).toEqual(["C’est noté."])
  expect((await stage.privates("nadia")).map(({ text }) => text)).toEqual(["C’est noté."])
  expect(stage.log.filter(({ level }) => level === "warn")).toHaveLength(3)
})

test("who writes in a card's thread adds a note; elsewhere, they talk to each other", async () => {
  const { stage, told } = await aSlackStage()
  const { peer } = stage
  const post = await stage.chat.post(stage.place, aCard(), "ticket 12")
  const [channel = "", thread_ts = ""] = post.split(":")
  const nadia = stage.idOf("nadia")

  await peer.says(nadia, channel, "bonjour à tous")
  await peer.says(nadia, channel, "je suis un robot", { thread_ts, bot_id: "B1" })
  await peer.says(nadia, channel, "corrigé", { thread_ts, subtype: "message_changed" })
  await stage.writesInThread("nadia", post, `Vu avec <@${stage.idOf("karim")}> &lt;DSI&gt;`)

  expect(told("reply")).toEqual([
    [
      post,
      "Vu avec @Karim Lenoir <DSI>",
      expect.stringMatching(/^slack C\w+ \d/),
      { chat: "slack", id: nadia },
    ],
  ])
})

test("a file joined in a thread is named in the note", async () => {
  const { stage, told } = await aSlackStage()
  const post = await stage.chat.post(stage.place, aCard(), "ticket 12")
  const [channel = "", thread_ts] = post.split(":")
  const more = { thread_ts, subtype: "file_share", files: [{ name: "ecran.png" }] }

  await stage.after(() => stage.peer.says(stage.idOf("nadia"), channel, "Voici", more))

  expect(told("reply")[0]?.[1]).toBe("Voici\n(fichier joint dans Slack : ecran.png)")
})

test("a note that is refused is said to its writer alone, in the thread", async () => {
  const reply = async () => {
    throw new UserError("Vous n’êtes pas dans l’équipe.")
  }
  const { stage } = await aSlackStage({ reply })
  const post = await stage.chat.post(stage.place, aCard(), "ticket 12")

  await stage.writesInThread("karim", post, "Et moi ?")

  const [whisper] = stage.peer.whispers
  expect(whisper?.person).toBe(stage.idOf("karim"))
  expect(whisper?.message).toMatchObject({
    text: "Vous n’êtes pas dans l’équipe.",
    thread_ts: post.split(":")[1],
  })
})

test("a mention and a private message are commands", async () => {
  const command = async (text: string): Promise<Answer> => ({ kind: "done", text: `Lu : ${text}` })
  const { stage } = await aSlackStage({ command })
  const { peer } = stage
  const nadia = stage.idOf("nadia")
  const bot = peer.workspace.botUser

  const mentioned = await stage.outcomeOf("nadia", () =>
    peer.mentions(nadia, stage.place, `<@${bot}> demande 12`),
  )
  await stage.chat.direct(nadia, aCard({ ticket: null }), "bienvenue")
  await stage.after(() => peer.says(nadia, peer.privateChannel(nadia), "état"))

  expect(mentioned.whispers.map(({ text }) => text)).toEqual(["Lu : demande 12"])
  expect((await stage.privates("nadia"))[0]?.text).toBe("Lu : état")
})

test("a mention of the bot in a thread is asked of it, and is no note", async () => {
  const { stage, told } = await aSlackStage()
  const post = await stage.chat.post(stage.place, aCard(), "ticket 12")
  const [channel = "", thread_ts] = post.split(":")
  const text = `<@${stage.peer.workspace.botUser}> état`

  await stage.peer.says(stage.idOf("nadia"), channel, text, { thread_ts })
  await stage.after(() => stage.peer.mentions(stage.idOf("nadia"), channel, text, { thread_ts }))

  expect(told("reply")).toEqual([])
  expect(told("command").map(([words]) => words)).toEqual(["état"])
})

test("a question whose answer is late is told so at once, and in private its answer takes that place", async () => {
  const answers: (() => void)[] = []
  const command = () =>
    new Promise<Answer>((resolve) => {
      answers.push(() => resolve({ kind: "said", card: aCard({ title: "La fiche" }) }))
    })
  const { stage } = await aSlackStage({ command })
  const { peer } = stage
  const nadia = stage.idOf("nadia")
  await stage.chat.direct(nadia, aCard({ ticket: null }), "bienvenue")
  const whispered = () => peer.whispers.map(({ message }) => message.text)

  const privately = stage.writesPrivately("nadia", "mon lien est périmé, que faire ?")
  await eventually("a sign", async () =>
    (await stage.privates("nadia")).find(({ text }) => text === "Je cherche…"),
  )
  answers[0]?.()
  await privately
  const publicly = stage.mentions("nadia", "mon lien est périmé, que faire ?")
  await eventually("a whisper", () => whispered().includes("Je cherche…"))
  answers[1]?.()
  const { thread } = await publicly

  const texts = (await stage.privates("nadia")).map(({ text }) => text)
  expect(texts).toHaveLength(2)
  expect(texts[0]).toContain("La fiche")
  expect(thread.map(({ text }) => text).join()).toContain("La fiche")
})

test("a form asked for without a click says how to open it", async () => {
  const { stage } = await aSlackStage({ command: opensNote })

  const { whispers, form } = await stage.outcomeOf("nadia", () =>
    stage.peer.mentions(stage.idOf("nadia"), stage.place, "<@U0TELEMAQUE> ouvrir"),
  )

  expect(form).toBeNull()
  expect(whispers[0]?.text).toContain("la commande /mentor")
})

test.for(TRANSPORTS)("an event is acknowledged when it is dealt with (%s)", async (transport) => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const { stage, told } = await aSlackStage({ reply: () => promise }, { transport })
  const post = await stage.chat.post(stage.place, aCard(), "ticket 12")
  const before = stage.peer.acknowledgedAt()

  const telling = stage.writesInThread("karim", post, "Je l’appelle demain.")
  await eventually("the note", () => told("reply").length === 1)
  await stage.posts() // an acknowledgement would be here by now
  const meanwhile = stage.peer.acknowledgedAt()
  resolve()
  await telling

  expect(meanwhile).toBe(before)
  expect(stage.peer.acknowledgedAt()).toBeGreaterThan(before)
})

test("an event that takes too long is acknowledged all the same", async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const { stage, told } = await aSlackStage({ reply: () => promise }, { acknowledgeWithin: 100 })
  const post = await stage.chat.post(stage.place, aCard(), "ticket 12")
  const [channel = "", thread_ts] = post.split(":")

  await stage.peer.says(stage.idOf("karim"), channel, "Je l’appelle.", { thread_ts })

  expect(told("reply")).toHaveLength(1)
  resolve()
})

test("what a bot that was killed had begun is done when Slack tells it again, once", async () => {
  const met = new Set<string>()
  // another copy met each of them, and was killed before it was done
  const seen = async (id: string) => !id.endsWith(" done") || met.has(id) || !met.add(id)
  const { stage, told } = await aSlackStage({}, { seen })
  const post = await stage.chat.post(stage.place, aCard(), "ticket 12")

  await stage.writesInThread("karim", post, "Je l’appelle demain.")
  await stage.repeatsLast()

  expect(told("reply").map(([, text]) => text)).toEqual(["Je l’appelle demain."])
})

test("an answer that a killed bot had said already is not said twice", async () => {
  const command = async (): Promise<Answer> => ({ kind: "said", card: aCard({ ticket: null }) })
  const { stage } = await aSlackStage({ command }, { seen: async (id) => !id.endsWith(" done") })
  await stage.mentions("karim", "mon lien est périmé, que faire ?")
  const [mention] = await stage.peer.history(stage.place)

  await stage.repeatsLast()

  expect(await stage.peer.replies(stage.place, String(mention?.ts))).toHaveLength(1)
})

test("👀 and ✅ are told, other signs are not", async () => {
  const { stage, told } = await aSlackStage()
  const post = await stage.chat.post(stage.place, aCard(), "ticket 12")
  const [channel = "", ts = ""] = post.split(":")

  await stage.peer.reacts(stage.idOf("karim"), channel, ts, "tada")
  await stage.reacts("karim", post, "eyes")
  await stage.reacts("karim", post, "check")

  expect(told("react").map(([where, sign]) => [where, sign])).toEqual([
    [post, "eyes"],
    [post, "check"],
  ])
})

test("the person's page shows their requests, answers in windows, and is drawn again", async () => {
  let drawn = 0
  const home = async () => {
    drawn += 1
    return aCard({ title: `Mes demandes, ${drawn}`, ticket: null })
  }
  const { stage } = await aSlackStage({ home, act: opensNote })
  const nadia = stage.idOf("nadia")

  await stage.after(() => stage.peer.opensHome(nadia))
  const first = stage.peer.textOfHome(nadia)
  const { form } = await stage.clicksHome("nadia", "Répondre")
  await stage.fills("nadia", { text: "Rappeler" })

  expect(first).toContain("Mes demandes, 1")
  expect(form?.labels).toEqual(["Note"])
  expect(stage.peer.textOfHome(nadia)).toContain("Mes demandes, 3")
})

test("the tab of messages opens no page", async () => {
  const { stage } = await aSlackStage()

  await stage.peer.opensHome(stage.idOf("nadia"), "messages")
  await stage.commands("nadia", "aide")

  expect(stage.peer.homes.size).toBe(0)
})

test("« Ouvrir une demande » on a message opens the form with its words", async () => {
  const openFrom = async (text: string): Promise<Answer> => ({
    kind: "form",
    form: { ...noteForm, inputs: noteForm.inputs.map((input) => ({ ...input, value: text })) },
  })
  const { stage } = await aSlackStage({ openFrom })

  const { form } = await stage.outcomeOf("nadia", () =>
    stage.peer.shortcut(stage.idOf("nadia"), "ouvrir_une_demande", "Mon accès &amp; le vôtre"),
  )

  expect(form?.values).toEqual({ text: "Mon accès & le vôtre" })
})

test.for(["http://127.0.0.1:3000/demandes/12", null])(
  "a form longer than Slack takes continues in the console (%s)",
  async (url) => {
    const inputs = noteForm.inputs.map((input) => ({ ...input, value: "a".repeat(3_001) }))
    const act = async (): Promise<Answer> => ({ kind: "form", form: { ...noteForm, inputs } })
    const { stage } = await aSlackStage({ act }, { ticketUrl: () => url })
    const post = await stage.chat.post(stage.place, aCard(), "ticket 12")

    const { whispers, form } = await stage.clicks("nadia", post, "Répondre")

    expect(form).toBeNull()
    expect(whispers[0]?.text).toContain("« Note » dépasse 3 000 caractères")
    expect(whispers[0]?.text).toContain("Continuez dans la console du bot")
    if (url) expect(whispers[0]?.text).toContain(`<${url}|Ouvrir dans la console>`)
  },
)

const withFiles: Form = {
  ...noteForm,
  inputs: [
    ...noteForm.inputs,
    { kind: "files", name: "files", label: "Fichiers", isRequired: false, value: "" },
  ],
}

test("the files of a form are fetched from Slack", async () => {
  const act = async (): Promise<Answer> => ({ kind: "form", form: withFiles })
  const { stage, told } = await aSlackStage({ act })
  const post = await stage.chat.post(stage.place, aCard(), "ticket 12")
  await stage.clicks("nadia", post, "Répondre")

  await stage.sendsFiles("nadia", { text: "Voici" }, [
    { name: "../mode d’emploi.pdf", type: "application/pdf", content: Buffer.from("%PDF") },
    { name: "ailleurs.txt", type: "text/plain", content: Buffer.from("b"), isElsewhere: true },
  ])

  const [[, values, , files] = []] = told("submit")
  expect(values).toMatchObject({ text: "Voici" })
  expect(files).toEqual([
    {
      name: "mode d’emploi.pdf",
      type: "application/pdf",
      content: new Uint8Array(Buffer.from("%PDF")),
    },
    { name: "ailleurs.txt", type: "text/plain", content: new Uint8Array(Buffer.from("b")) },
  ])
})

test("a file that cannot be read is said in the form, which does not leave without it", async () => {
  const act = async (): Promise<Answer> => ({ kind: "form", form: withFiles })
  const { stage, told } = await aSlackStage({ act })
  const post = await stage.chat.post(stage.place, aCard(), "ticket 12")
  await stage.clicks("nadia", post, "Répondre")

  await stage.sendsFiles("nadia", { text: "Voici" }, [
    { name: "perdu.pdf", type: "application/pdf", content: Buffer.from("a"), isLost: true },
  ])

  expect(JSON.stringify(stage.peer.lastAnswer)).toContain("« perdu.pdf » n’a pas pu être lu")
  expect(told("submit")).toEqual([])
})

test("the token is given to Slack alone, whatever address a payload holds", async () => {
  const act = async (): Promise<Answer> => ({ kind: "form", form: withFiles })
  const { stage, told } = await aSlackStage({ act })
  const post = await stage.chat.post(stage.place, aCard(), "ticket 12")
  await stage.clicks("nadia", post, "Répondre")

  await stage.sendsFiles("nadia", { text: "Voici" }, [
    {
      name: "a.txt",
      type: "text/plain",
      content: Buffer.from("a"),
      url: "http://slack.com.evil.example/a",
    },
  ])

  expect(told("submit")).toEqual([])
  expect(stage.log.map(({ details }) => String(details.error))).toEqual(["Error: not of Slack"])
})

test("a private message comes once, and not to who takes none", async () => {
  const { stage } = await aSlackStage()
  const card = aCard({ ticket: null, title: "Votre code" })

  const reached = await stage.chat.direct(stage.idOf("nadia"), card, "code 1")
  await stage.chat.direct(stage.idOf("nadia"), card, "code 1")

  expect(reached).toBe(true)
  expect(await stage.privates("nadia")).toHaveLength(1)
  expect(await stage.chat.direct("U0NOBODY", card, "code 1")).toBe(false)
})

test("what mails quote is neither fetched nor shown by Slack", async () => {
  const { stage } = await aSlackStage()

  await stage.chat.post(stage.place, aCard(), "ticket 12")

  const [post] = stage.peer.calls.filter(({ method }) => method === "chat.postMessage")
  expect(post?.args).toMatchObject({
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
  })
})

test("a message that somebody removed is told as gone", async () => {
  const { stage } = await aSlackStage()
  const post = await stage.chat.post(stage.place, aCard(), "ticket 12")

  await stage.removes(post)

  await expect(stage.chat.update(post, aCard())).rejects.toThrow(PostGone)
})

test.for(TRANSPORTS)(
  "what Slack tells again, because it was not heard, is heard (%s)",
  async (transport) => {
    const { stage, told } = await aSlackStage({}, { transport })
    const post = await stage.chat.post(stage.place, aCard(), "ticket 12")
    const [channel = "", ts = ""] = post.split(":")
    stage.peer.state.losesNext = true

    await stage.peer.reacts(stage.idOf("karim"), channel, ts, "eyes")
    await stage.repeatsLast()

    expect(told("react")).toHaveLength(1)
  },
)

test.for(TRANSPORTS)(
  "a click is acknowledged in time by a bot whose database does not answer (%s)",
  async (transport) => {
    const stuck = Promise.withResolvers<Answer>()
    const { stage } = await aSlackStage({ act: () => stuck.promise }, { transport })
    const post = await stage.chat.post(stage.place, aCard(), "ticket 12")
    const clicked = Date.now()

    const click = stage.clicks("nadia", post, "Je prends")
    await eventually("an acknowledgement", () => stage.peer.acknowledgedAt() > clicked)
    stuck.resolve({ kind: "done" })
    await click

    expect(stage.peer.acknowledgedAt() - clicked).toBeLessThan(1_000)
  },
)

test("a window closed before its refusal came: it is whispered, with all that was typed", async () => {
  const slow = Promise.withResolvers<Answer>()
  const { stage } = await aSlackStage({ act: opensNote, submit: () => slow.promise })
  const post = await stage.chat.post(stage.place, aCard(), "ticket 12")
  await stage.clicks("nadia", post, "Répondre")
  const nadia = stage.idOf("nadia")

  const sent = stage.fills("nadia", { text: "Rappeler jeudi" })
  await eventually("a window that waits", () =>
    stage.peer.textOfWindow(nadia).includes("La réponse arrive"),
  )
  stage.peer.state.windowsClose = true
  slow.reject(new UserError("La demande est close."))
  const { whispers } = await sent

  expect(whispers.map(({ text }) => text).join()).toMatch(
    /La demande est close\..*vous aviez écrit.*Rappeler jeudi/s,
  )
})

test("a click on the person's page that Slack finds too old is said to them", async () => {
  const { stage } = await aSlackStage({ act: opensNote })
  const nadia = stage.idOf("nadia")
  await stage.after(() => stage.peer.opensHome(nadia))
  stage.peer.state.triggersExpire = true

  await stage.clicksHome("nadia", "Répondre")

  expect((await stage.privates("nadia"))[0]?.text).toContain("cliquez de nouveau")
})

test("a slow answer to a click that Slack has forgotten is said all the same", async () => {
  const slow = Promise.withResolvers<Answer>()
  const { stage } = await aSlackStage({ act: () => slow.promise })
  const post = await stage.chat.post(stage.place, aCard(), "ticket 12")
  stage.peer.state.triggersExpire = true
  const asked = () => stage.peer.calls.filter(({ method }) => method === "views.open").length

  const clicked = stage.clicks("nadia", post, "Répondre")
  await eventually("a window that does not open", () => asked() > 0)
  slow.reject(new UserError("La demande est close."))
  const { whispers } = await clicked

  expect(whispers.map(({ text }) => text)).toEqual(["La demande est close."])
})

test("thanks to the bot in a thread are a note, and no command", async () => {
  const { stage, told } = await aSlackStage()
  const { peer } = stage
  const post = await stage.chat.post(stage.place, aCard(), "ticket 12")
  const [channel = "", thread_ts] = post.split(":")
  const text = `Merci <@${peer.workspace.botUser}> !`

  await peer.mentions(stage.idOf("nadia"), channel, text, { thread_ts })
  await stage.after(() => peer.says(stage.idOf("nadia"), channel, text, { thread_ts }))

  expect(told("command")).toEqual([])
  expect(told("reply")).toHaveLength(1)
})

test("a preview closed by mistake can be had again, and what was done cannot", async () => {
  const act = async (action: string): Promise<Answer> =>
    action.startsWith("reply.send") ? { kind: "done", text: "Part dans 30 s." } : opensNote()
  const submit = async (): Promise<Answer> => ({ kind: "whisper", card: preview })
  const { stage, told } = await aSlackStage({ act, submit })
  const nadia = stage.idOf("nadia")
  const post = await stage.chat.post(stage.place, aCard(), "ticket 12")
  await stage.clicks("nadia", post, "Répondre")
  await stage.fills("nadia", { text: "Bonjour" })

  const closed = await stage.outcomeOf("nadia", () => stage.peer.closeWindow(nadia))
  const again = await stage.clicksWhisper("nadia", "Modifier")
  await stage.fills("nadia", { text: "Bonjour" })
  await stage.clicksWhisper("nadia", "Envoyer")
  const before = stage.peer.whispers.length
  await stage.peer.closeWindow(nadia)

  expect(closed.whispers).toEqual([
    { text: expect.stringContaining("rien n’est parti"), buttons: ["Modifier"] },
  ])
  expect(again.form?.labels).toEqual(["Note"])
  expect(told("act").map(([action]) => action)).toEqual([
    "ticket.reply:12:1",
    "reply.edit:7:1",
    "reply.send:7:1",
  ])
  expect(stage.peer.whispers.length).toBe(before)
})
