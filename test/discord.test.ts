// What is particular to Discord; what every chat promises is in test/contracts/chat.ts.
import { afterEach, expect, test } from "vitest"
import { commandsToRegister } from "../adapters/discord/commands.ts"
import { registerCommands } from "../adapters/discord/register.ts"
import { openRest } from "../adapters/discord/rest.ts"
import type { Answer, Form } from "../src/card.ts"
import { COMMANDS } from "../src/commands.ts"
import { PostGone, UserError } from "../src/errors.ts"
import { aCard } from "./contracts/chat.ts"
import { anAttachment, aUser, BOT, type Json, OWN_ROLE } from "./setup/discord/objects.ts"
import { aDiscordStage, type DiscordStage } from "./setup/discord-stage.ts"
import { eventually } from "./setup/eventually.ts"
import { someOccasions } from "./setup/some-occasions.ts"

let stage: DiscordStage | undefined

afterEach(async () => {
  const problems = stage?.discord.state.problems ?? []
  await stage?.close()
  stage = undefined
  expect(problems).toEqual([])
})

async function opened(
  over: Parameters<typeof someOccasions>[0] = {},
  options: Parameters<typeof aDiscordStage>[1] = {},
) {
  const occasions = someOccasions(over)
  stage = await aDiscordStage(occasions, options)
  return { stage, occasions, discord: stage.discord, chat: stage.chat, place: stage.place }
}

const NOTE: Form = {
  submission: "ticket.note:12:0",
  title: "Note interne, demande #12",
  inputs: [{ kind: "text", name: "text", label: "Note", isRequired: true, value: "" }],
  submitLabel: "Ajouter la note",
}
const FORM: Answer = { kind: "form", form: NOTE }
const PREVIEW: Answer = {
  kind: "whisper",
  card: aCard({
    title: "Aperçu",
    buttons: [
      { label: "Envoyer", action: "reply.send:1:1", style: "primary" },
      { label: "Modifier", action: "reply.edit:1:1", style: "secondary" },
    ],
  }),
}

test("a card is posted, clicked and redrawn; who clicks is known", async () => {
  const { stage, occasions, chat, place } = await opened()
  const post = await chat.post(place, aCard(), "ticket:12")

  const outcome = await stage.clicks("nadia", post, "Je prends")
  await chat.update(post, aCard({ buttons: [] }))

  expect(outcome).toEqual({ whispers: [], form: null })
  const by = { chat: "discord", id: stage.idOf("nadia") }
  expect(occasions.came).toEqual([{ what: "ticket.take:12:1", by }])
  expect(await stage.seen(post)).toMatchObject({ buttons: [] })
})

test("a form opens at once, and its key is the same however often it is sent back", async () => {
  const { stage, occasions, chat, place } = await opened()
  occasions.answer = ({ values }) => (values ? { kind: "done", text: "Note ajoutée." } : FORM)
  const post = await chat.post(place, aCard(), "ticket:12")

  const { form } = await stage.clicks("nadia", post, "Répondre")
  const first = await stage.fills("nadia", { text: "un" })
  await stage.fills("nadia", { text: "un" })

  expect(form).toMatchObject({ title: "Note interne, demande #12", labels: ["Note"] })
  expect(first.whispers).toMatchObject([{ text: "Note ajoutée." }])
  const [, one, two] = occasions.came
  expect(one).toMatchObject({ what: "ticket.note:12:0", values: { text: "un" } })
  expect(one?.values?.key).toBe(two?.values?.key)
})

test("a whisper is replaced by what was answered; a form opens from it", async () => {
  const { stage, occasions, chat, place } = await opened()
  occasions.answer = ({ what, values }) => {
    if (what.startsWith("reply.edit")) return FORM
    if (what.startsWith("reply.send")) return { kind: "done", text: "Elle part dans 30 secondes." }
    return values || what.startsWith("ticket.take") ? PREVIEW : { kind: "done" }
  }
  const post = await chat.post(place, aCard(), "ticket:12")
  await stage.clicks("nadia", post, "Je prends")

  const edited = await stage.clicksWhisper("nadia", "Modifier")
  const again = await stage.fills("nadia", { text: "mieux" })
  const sent = await stage.clicksWhisper("nadia", "Envoyer")

  expect(edited.form).not.toBeNull()
  expect(again.whispers).toMatchObject([{ buttons: ["Envoyer", "Modifier"] }])
  expect(sent.whispers).toEqual([{ text: "Elle part dans 30 secondes.", buttons: [] }])
  expect(await stage.posts()).toHaveLength(1)
})

test("a refused form gives back what was typed, and opens again with it", async () => {
  const { stage, occasions, chat, place } = await opened()
  occasions.answer = ({ values }) => {
    if (values) throw new UserError("Ce jour n’existe pas.")
    return FORM
  }
  const post = await chat.post(place, aCard(), "ticket:12")
  await stage.clicks("nadia", post, "Répondre")

  const refused = await stage.fills("nadia", { text: "Une longue note." })
  const { form } = await stage.clicksWhisper("nadia", "Reprendre le formulaire")

  expect(refused.whispers[0]?.text).toContain("Ce jour n’existe pas.")
  expect(refused.whispers[0]?.text).toContain("Une longue note.")
  expect(form?.values).toEqual({ text: "Une longue note." })
})

test("whatever the database does, a click is acknowledged at once, a command within 3 seconds", async () => {
  const { stage, occasions, discord, chat, place } = await opened()
  const { promise: stuck, resolve: free } = Promise.withResolvers<void>()
  occasions.answer = async ({ what }) => {
    await stuck
    return what.startsWith("ticket.reply") ? FORM : { kind: "done", text: "Enfin." }
  }
  const post = await chat.post(place, aCard(), "ticket:12")
  const message = discord.state.messages.get(post.split("/")[1] ?? "") as Json

  const [click, form, command] = await Promise.all([
    discord.people.click(discord.nadia, message, "ticket.take:12:1"),
    discord.people.click(discord.nadia, message, "ticket.reply:12:1"),
    discord.people.slash(discord.nadia, "état"),
  ])
  free()

  expect(click.took).toBeLessThan(300)
  expect([click, form, command].map(({ response }) => response.type)).toEqual([6, 5, 5])
  const whispers = await eventually("three answers", () => {
    const all = [...discord.state.messages.values()].filter(({ flags }) => flags === 64)
    return all.length === 3 && all
  })
  expect(whispers.map(({ content }) => content)).toContain("Enfin.")
  // too late for a form of its own: a button opens it
  const opener = whispers.find(({ components }) => components.length > 0)
  expect(opener?.components[0].components[0]).toMatchObject({ custom_id: "ticket.reply:12:1" })
  expect(await stage.posts()).toHaveLength(1)
})

test("an interaction that Discord delivers twice acts once", async () => {
  const { stage, occasions, chat, place } = await opened()
  const post = await chat.post(place, aCard(), "ticket:12")
  await stage.clicks("nadia", post, "Je prends")

  await stage.repeatsLast()
  await stage.commands("nadia", "état")
  await stage.repeatsLast()
  await stage.commands("nadia", "aide")

  expect(occasions.came.map(({ what }) => what)).toEqual([
    ...["ticket.take:12:1", "/mentor état", "/mentor aide"],
  ])
})

test("a failure is told to that person alone, with a reference that the log has", async () => {
  const logged: object[] = []
  const log = { info: () => {}, warn: () => {}, error: (details: object) => logged.push(details) }
  const { stage, occasions, chat, place } = await opened({}, { log })
  occasions.answer = () => {
    throw new Error("the database is away")
  }
  const post = await chat.post(place, aCard(), "ticket:12")

  const { whispers } = await stage.clicks("nadia", post, "Je prends")

  const [{ reference } = { reference: "" }] = logged as { reference: string }[]
  expect(whispers[0]?.text).toContain(`référence ${reference}`)
  expect(whispers[0]?.text).toContain("Rien n’est perdu")
  expect(reference).toMatch(/^[0-9a-f]{8}$/)
})

test("a click that comes again once Discord has forgotten it acts once", async () => {
  const { stage, occasions, discord, chat, place } = await opened()
  const post = await chat.post(place, aCard(), "ticket:12")
  await stage.clicks("nadia", post, "Je prends")

  discord.state.interactions.clear()
  await stage.repeatsLast()
  await stage.commands("nadia", "aide")

  expect(occasions.came.map(({ what }) => what)).toEqual(["ticket.take:12:1", "/mentor aide"])
})

test("an interaction answered too late for Discord is answered privately", async () => {
  const { stage, occasions, discord, chat, place } = await opened()
  occasions.answer = async () => {
    discord.state.interactions.clear()
    return { kind: "done", text: "C’est pris." }
  }
  const post = await chat.post(place, aCard(), "ticket:12")

  await stage.clicks("nadia", post, "Je prends")

  await eventually("a private message", async () => (await stage.privates("nadia"))[0])
  expect(await stage.privates("nadia")).toMatchObject([{ text: "C’est pris." }])
})

test.for([
  ["its question", "ticket.close:12:1", "Effacer ce message ? Il ne reviendra pas."],
  ["a sentence of ours where there is no room", `ticket.close:12:${"1".repeat(80)}`, "Sûr ?"],
] as const)("a button that cannot be undone asks first: %s", async ([, action, confirm]) => {
  const { stage, occasions, chat, place } = await opened()
  const buttons = [{ label: "Effacer", action, style: "danger", confirm } as const]
  const post = await chat.post(place, aCard({ buttons }), "ticket:12")

  const asked = await stage.clicks("nadia", post, "Effacer")
  const before = occasions.came.length
  await stage.clicksWhisper("nadia", "Effacer")

  const ours = "« Effacer » ne s’annule pas. Confirmez-vous ?"
  const text = action.length < 40 ? confirm : ours
  expect(asked.whispers).toEqual([{ text, buttons: ["Effacer"] }])
  expect(before).toBe(0)
  expect(occasions.came.map(({ what }) => what)).toEqual([action])
})

test("an action in a menu does what its button would", async () => {
  const { stage, occasions, chat, place } = await opened()
  const buttons = Array.from({ length: 30 }, (_, i) => ({
    ...{ label: `Prendre ${i}`, action: `ticket.take:${i}:1`, style: "secondary" as const },
  }))
  const post = await chat.post(place, aCard({ buttons }), "ticket:12")

  await stage.clicks("nadia", post, "Prendre 29")

  expect(occasions.came.map(({ what }) => what)).toEqual(["ticket.take:29:1"])
})

test("/mentor is registered with the words, the help and the options of the bot, when they change", async () => {
  const { discord } = await opened()
  await eventually("the commands", () => discord.state.commands[0])
  const rest = openRest({ ...discord, log: { info: () => {} } })
  const register = () => registerCommands(rest, BOT.id)

  const unchanged = await register()
  const [mentor] = discord.state.commands as Json[]
  const options = mentor?.options.map(({ name, description, options }: Json) => {
    return [name, { help: description, argument: options[0]?.name ?? null }]
  })
  Object.assign(mentor ?? {}, { description: "Autre chose" })
  const changed = await register()

  expect(Object.fromEntries(options)).toEqual(
    Object.fromEntries(
      Object.entries(COMMANDS).map(([name, { help, argument }]) => [name, { help, argument }]),
    ),
  )
  expect([unchanged, changed]).toEqual([false, true])
  expect(discord.state.calls.filter((call) => call.startsWith("PUT"))).toHaveLength(2)
})

test("every word of the command is one that Discord takes", () => {
  const [mentor] = commandsToRegister() as Json[]

  expect(mentor?.options.length).toBeGreaterThan(0)
  for (const { name, options } of mentor?.options ?? []) {
    for (const word of [name, ...options.map((option: Json) => option.name)]) {
      expect(word).toMatch(/^[-_'\p{Ll}\p{N}]{1,32}$/u)
    }
  }
})

test("an option is completed by what the bot proposes, without the word", async () => {
  const typed: string[] = []
  const { discord } = await opened({
    async complete(text) {
      typed.push(text)
      return [
        { label: "demande", value: "demande" },
        { label: "Mentor #12 — Lien expiré", value: "demande 12" },
      ]
    },
  })

  const begun = await discord.people.complete(discord.nadia, "demande", "numéro", "1")
  await discord.people.complete(discord.nadia, "demande", "numéro", "")

  const choices = [{ name: "Mentor #12 — Lien expiré", value: "12" }]
  expect(begun.response).toEqual({ type: 8, data: { choices } })
  expect(typed).toEqual(["demande 1", "demande "])
})

test("a message becomes a request by its own menu", async () => {
  const { occasions, discord } = await opened()
  occasions.answer = () => FORM
  const message = discord.people.write(discord.karim, discord.channel, "Mon lien ne marche pas.")

  const asked = await discord.people.shortcut(discord.nadia, "Ouvrir une demande", message)

  expect(asked.response).toMatchObject({ type: 9, data: { title: "Note interne, demande #12" } })
  expect(occasions.came).toMatchObject([{ what: "from: Mon lien ne marche pas." }])
})

test("files of a form are handed over; files too big are refused in words", async () => {
  const { occasions, discord } = await opened()
  const files = { name: "files", label: "Fichiers", isRequired: false, value: "" }
  const form: Form = { ...NOTE, inputs: [{ ...files, kind: "files" }] }
  occasions.answer = ({ values }) => (values ? { kind: "done" } : { kind: "form", form })
  const { response } = await discord.people.slash(discord.nadia, "ouvrir")

  const chosen = [{ name: "capture.txt", content: "écran" }]
  await discord.people.submit(discord.nadia, response.data, {}, null, chosen)
  const huge = [{ name: "film.txt", content: "x".repeat(10_000_001) }]
  await discord.people.submit(discord.nadia, response.data, {}, null, huge)

  await eventually("the refusal", () =>
    [...discord.state.messages.values()].some(({ content }) => content.includes("trop gros")),
  )
  const given = occasions.came.flatMap((one) => one.files ?? [])
  expect(given.map(({ name, type }) => [name, type])).toEqual([["capture.txt", "text/plain"]])
  expect(Buffer.from(given[0]?.content ?? "").toString()).toBe("écran")
})

test("a line is said in a thread that is made for it, and has the card's title", async () => {
  const { stage, discord, chat, place } = await opened()
  const post = await chat.post(place, aCard(), "ticket:12")

  await chat.say(post, "Personne n’a pris cette demande.", "reminder:1")
  await chat.say(post, "Toujours personne.", "reminder:2")
  await chat.say(post, "Toujours personne.", "reminder:2", true)

  expect(await stage.thread(post)).toEqual([
    ...["Personne n’a pris cette demande.", "Toujours personne."],
  ])
  const thread = discord.state.channels.get(post.split("/")[1] ?? "")
  expect(thread).toMatchObject({ type: 11, name: "Mentor #12 — Lien expiré" })
})

test("a line for a thread that a moderator closed is said under its card, once", async () => {
  const { stage, discord, chat, place } = await opened()
  const post = await chat.post(place, aCard(), "ticket:12")
  await chat.say(post, "Avant.", "1")
  const thread = discord.state.channels.get(post.split("/")[1] ?? "") as Json
  thread.thread_metadata = { ...thread.thread_metadata, archived: true, locked: true }

  await chat.say(post, "Personne n’a pris cette demande.", "2")
  discord.state.nonces.clear()
  await chat.say(post, "Personne n’a pris cette demande.", "2", true)

  const posts = await stage.posts()
  expect(posts.map(({ text }) => text).slice(1)).toEqual(["Personne n’a pris cette demande."])
})

test("two lines said at once to a post without a thread are both said", async () => {
  const { stage, chat, place } = await opened()
  const post = await chat.post(place, aCard(), "ticket:12")

  await Promise.all([chat.say(post, "un", "1"), chat.say(post, "deux", "2")])

  expect((await stage.thread(post)).sort()).toEqual(["deux", "un"])
})

test.for([
  ["with buttons", aCard()],
  ["without", aCard({ buttons: [] })],
] as const)("a card %s whose answer was lost is found again, and redrawn", async ([, card]) => {
  const { stage, discord, chat, place } = await opened()
  await chat.post(place, aCard({ title: "Une autre" }), "ticket:11")
  stage.cutsNextAnswer()
  await chat.post(place, card, "ticket:12").catch(() => null)
  discord.state.nonces.clear() // as some minutes later

  const post = await chat.post(place, { ...card, title: "Plus tard" }, "ticket:12", true)

  expect(await stage.posts()).toHaveLength(2)
  expect((await stage.seen(post))?.text).toContain("Plus tard")
})

test("discord.js tries again by itself what was cut: one nonce, one message", async () => {
  const { stage, discord, chat, place } = await opened()
  stage.cutsNextAnswer()

  const post = await chat.post(place, aCard(), "ticket:12").catch(() => null)
  const again = post ?? (await chat.post(place, aCard(), "ticket:12"))

  expect(await stage.posts()).toHaveLength(1)
  expect(again).toBe(`${place}/${[...discord.state.messages.keys()][0]}`)
})

test("a post that somebody removed is gone, and so is one whose channel went", async () => {
  const { stage, discord, chat, place } = await opened()
  const post = await chat.post(place, aCard(), "ticket:12")
  await stage.removes(post)

  await expect(chat.update(post, aCard())).rejects.toThrow(PostGone)
  await expect(chat.say(post, "Bonjour", "1")).rejects.toThrow(PostGone)
  discord.state.channels.clear()
  await expect(chat.update(post, aCard())).rejects.toThrow(PostGone)
  await expect(chat.post(place, aCard(), "ticket:13")).rejects.toThrow("edit the place")
})

test("who closed their private messages is told so to whoever asks", async () => {
  const { stage, discord, chat } = await opened()
  discord.state.closed.add(stage.idOf("karim"))

  const toNadia = await chat.direct(stage.idOf("nadia"), aCard(), "code:1")
  const toKarim = await chat.direct(stage.idOf("karim"), aCard(), "code:2")
  const toNobody = await chat.direct("999", aCard(), "code:3")

  expect([toNadia, toKarim, toNobody]).toEqual([true, false, false])
  expect(await stage.privates("nadia")).toHaveLength(1)
})

test("Discord asks to wait: it is waited for, and nothing is lost", async () => {
  const { stage, discord, chat, place } = await opened()
  discord.state.rateLimited = 2

  await Promise.all([1, 2, 3].map((i) => chat.post(place, aCard(), `ticket:${i}`)))

  expect(await stage.posts()).toHaveLength(3)
})

test("what people write in a thread is a note of its post, with its own key; files are named", async () => {
  const { stage, occasions, discord, chat, place } = await opened()
  const post = await chat.post(place, aCard(), "ticket:12")
  const thread = discord.people.threadOf(discord.state.messages.get(post.split("/")[1] ?? "") ?? {})

  const file = anAttachment("capture.png", "x", discord.api)
  const text = `Vu avec <@${discord.karim.id}>`
  const note = discord.people.write(discord.nadia, thread, text, { attachments: [file] })
  discord.people.write(discord.nadia, discord.channel, "Rien à voir.")
  discord.people.write(BOT, thread, "Moi-même.")
  await stage.repeatsLast()

  const came = await eventually("the note", () => occasions.came[0])
  expect(came).toMatchObject({
    what: `${post}: Vu avec @karim\n(sur Discord, avec capture.png)`,
    values: { key: note.id },
    by: { chat: "discord", id: discord.nadia.id },
  })
  await stage.commands("nadia", "aide")
  expect(occasions.came.map(({ what }) => what)).toEqual([came.what, "/mentor aide"])
})

test("a note that the database refuses at first is tried again", async () => {
  const { stage, occasions, chat, place } = await opened()
  let refusals = 1
  occasions.answer = () => {
    if (refusals-- > 0) throw new Error("the database is away")
    return { kind: "done" }
  }
  const post = await chat.post(place, aCard(), "ticket:12")

  await stage.writesInThread("nadia", post, "Rappelé à 10 h.")

  await eventually("another try", () => occasions.came.length === 2)
  expect(new Set(occasions.came.map(({ values }) => values?.key)).size).toBe(1)
})

test("a mention and a private message are requests, answered privately", async () => {
  const { stage, occasions, discord } = await opened()
  occasions.answer = ({ what }) => ({ kind: "done", text: `Reçu : ${what}` })
  await discord.people.slash(discord.nadia, "aide")
  const privately = await stage.chat.direct(discord.nadia.id, aCard(), "hello")

  discord.people.write(discord.nadia, discord.channel, `<@${BOT.id}> demande 12`)
  discord.people.write(discord.nadia, `4${discord.nadia.id.slice(1)}`, "mes-demandes")

  expect(privately).toBe(true)
  await eventually("both answers", async () => (await stage.privates("nadia")).length === 4)
  const texts = (await stage.privates("nadia")).map(({ text }) => text)
  expect(texts).toContain("Reçu : /mentor demande 12")
  expect(texts).toContain("Reçu : /mentor mes-demandes")
})

test("a question whose answer is late shows that the bot writes; where no thread opens, it answers below", async () => {
  const { stage, occasions, discord } = await opened()
  const { promise, resolve } = Promise.withResolvers<Answer>()
  occasions.answer = () => promise
  const typing = () => discord.state.calls.some((call) => call.endsWith("/typing"))
  discord.state.noThreads = true

  const asked = stage.mentions("karim", "mon lien est périmé, que faire ?")
  await eventually("the sign of who writes", typing)
  resolve({ kind: "said", card: aCard({ title: "La fiche" }) })
  const { thread } = await asked

  expect(thread).toEqual([])
  expect((await stage.posts()).at(-1)?.text).toContain("La fiche")
})

test("a question in a thread is answered in that thread", async () => {
  const { stage, occasions, discord, chat, place } = await opened()
  occasions.answer = () => ({ kind: "said", card: aCard({ title: "La fiche" }) })
  const post = await chat.post(place, aCard(), "ticket:12")
  const [, id = ""] = post.split("/")
  const thread = discord.people.threadOf(discord.state.messages.get(id) ?? {})

  discord.people.write(discord.nadia, thread, `<@${BOT.id}> mon lien est périmé, que faire ?`)

  const said = await eventually("an answer", () =>
    [...discord.state.messages.values()].find(
      ({ channel_id, author }) => channel_id === thread && author.id === BOT.id,
    ),
  )
  expect(said.embeds[0].title).toContain("La fiche")
  expect(occasions.came).toMatchObject([{ asked: { channel: stage.place } }])
})

test("to mention the role that has the bot's name is to mention the bot", async () => {
  const { occasions, discord } = await opened()
  await eventually("a look around", () => discord.state.calls.some((call) => /active$/.test(call)))

  discord.people.write(discord.nadia, discord.channel, `<@&${OWN_ROLE}> demande 12`)

  await eventually("the command", () => occasions.came[0])
  expect(occasions.came).toMatchObject([{ what: "/mentor demande 12" }])
})

test("whoever cannot be answered privately is told how to ask, and nothing else", async () => {
  const { stage, occasions, discord } = await opened()
  occasions.answer = () => ({ kind: "done", text: "Un secret." })
  discord.state.closed.add(discord.nadia.id)

  discord.people.write(discord.nadia, discord.channel, `<@${BOT.id}> demande 12`)

  const posts = await eventually("an answer", async () => {
    const posts = await stage?.posts()
    return posts?.length === 2 && posts
  })
  expect(posts?.[1]?.text).toContain("/mentor")
  expect(JSON.stringify([...discord.state.messages.values()])).not.toContain("Un secret")
  expect(stage.place).toBe(discord.channel)
})

test("👀 and ✅ mean something, other signs nothing; what they bring back is private", async () => {
  const { stage, occasions, discord, chat, place } = await opened()
  occasions.answer = ({ what }) =>
    what.endsWith("check") ? FORM : { kind: "done", text: "Vous l’avez prise." }
  const post = await chat.post(place, aCard(), "ticket:12")
  const message = discord.state.messages.get(post.split("/")[1] ?? "") as Json

  discord.people.react(discord.nadia, message, "🎉")
  discord.people.react(BOT, message, "👀")
  discord.people.react(aUser("100000000000000009", "autre-robot", true), message, "👀")
  await stage.reacts("nadia", post, "eyes")
  await stage.reacts("nadia", post, "check")

  await eventually("both", async () => (await stage.privates("nadia")).length === 2)
  expect(occasions.came.map(({ what }) => what)).toEqual([`${post} eyes`, `${post} check`])
  const [taken, form] = await stage.privates("nadia")
  expect(taken?.text).toBe("Vous l’avez prise.")
  // no form opens from a reaction: a button does
  expect(form?.buttons).toEqual(["Ouvrir « Note interne, demande #12 »"])
})
