// What the rest of the bot, and the people, count on: the same on every chat.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import type { Answer, Card, Form } from "../../src/card.ts"
import { PostGone, UserError } from "../../src/errors.ts"
import type { Chat, ChatOccasions, Reaction } from "../../src/ports.ts"
import { eventually } from "../setup/eventually.ts"
import { someOccasions } from "../setup/some-occasions.ts"

/** What a person reads in one message of the chat: all its text, and what can be clicked. */
export type Seen = { text: string; buttons: string[] }
/** A form as it opened. `values` is what it holds already. */
export type SeenForm = { title: string; labels: string[]; values: Record<string, string> }
/** What the person who acted sees, and nobody else. */
export type Outcome = { whispers: Seen[]; form: SeenForm | null }

/**
 * One platform, real or played by a peer, with the bot's chat open on it. Each adapter gives one to the contract; people
 * are "nadia" and "karim", both in the team place.
 */
export type Stage = {
  chat: Chat
  /** Where the team's cards go, as `post` wants it. */
  place: string
  /** As the platform knows them. */
  idOf(who: Who): string

  posts(): Promise<Seen[]>
  seen(post: string): Promise<Seen | null>
  thread(post: string): Promise<string[]>
  privates(who: Who): Promise<Seen[]>

  clicks(who: Who, post: string, label: string): Promise<Outcome>
  /** A button of what was whispered to them last. */
  clicksWhisper(who: Who, label: string): Promise<Outcome>
  /** The form that is open before them, sent back with these values by input name. */
  fills(who: Who, values: Record<string, string>): Promise<Outcome>
  commands(who: Who, text: string): Promise<Outcome>
  /** The bot is named before everybody, at the place of the team. What then shows to all, in the thread of that message. */
  mentions(who: Who, text: string): Promise<Outcome & { thread: Seen[] }>
  /** To the bot alone, which wrote to them privately before. */
  writesPrivately(who: Who, text: string): Promise<void>
  /** Another bot names ours, and ours writes its own name. */
  botsMention(text: string): Promise<void>
  writesInThread(who: Who, post: string, text: string): Promise<void>
  reacts(who: Who, post: string, reaction: Reaction): Promise<void>

  /** The platform delivers its last occasion once more, as platforms do. */
  repeatsLast(): Promise<void>
  /** The next post arrives, but its answer does not reach the bot. */
  cutsNextAnswer(): void
  goesAway(): Promise<void>
  comesBack(): Promise<void>
  /** Somebody removes the post. */
  removes(post: string): Promise<void>
  close(): Promise<void>
}

export type Who = "nadia" | "karim"
export type OpenStage = (occasions: ChatOccasions) => Promise<Stage>

/** What a platform does another way (docs/chats.md says which, and what then). */
type Lacks = Partial<
  Record<"thread notes" | "reactions" | "outages" | "removal" | "mentions", true>
>

/** What a platform lacks is no case of its contract: nothing is said to be skipped. */
function testUnless(lack: boolean | undefined): (name: string, run: () => Promise<void>) => void {
  return (name, run) => {
    if (!lack) test(name, run)
  }
}

export function chatContract(name: string, openStage: OpenStage, lacks: Lacks = {}): void {
  describe(name, () => {
    const bot = someOccasions()
    let stage: Stage
    let keys = 0
    const newKey = () => {
      keys += 1
      return `ticket ${keys}`
    }
    const posted = (over: Partial<Card> = {}) => stage.chat.post(stage.place, aCard(over), newKey())
    const textOf = async (post: string) => (await stage.seen(post))?.text ?? ""
    const buttonsOf = async (post: string) => (await stage.seen(post))?.buttons ?? []

    beforeAll(async () => {
      stage = await openStage(bot)
    }, 60_000)
    beforeEach(() => {
      bot.came.length = 0
      bot.answer = () => ({ kind: "done" })
    })
    afterAll(() => stage?.close())

    describe("a card", () => {
      test("shows its title, its badges, its fields and its texts", async () => {
        const text = await textOf(await posted())

        expect(text).toContain("Mentor #12 — Lien expiré")
        expect(text).toContain("Nouvelle")
        expect(text).toContain("Demande de")
        expect(text).toContain("Claire D. · vallonie.gouv.example")
        expect(text).toContain("Ce qui est écrit")
        expect(text).toContain("Bonjour, mon lien a expiré.")
      })

      test("has its buttons, in order", async () => {
        expect(await buttonsOf(await posted())).toEqual(["Je prends", "Répondre"])
      })

      test("keeps accents, quotes and emoji as they were written", async () => {
        const said = "« Où çà ? » Noël, cœur, 5 € — 👩‍🏫 & <moi>"

        expect(
          await textOf(await posted({ sections: [{ heading: "Dit", text: said }] })),
        ).toContain(said)
      })

      test("keeps the lines of a text", async () => {
        const text = await textOf(
          await posted({ sections: [{ heading: "Dit", text: "Un\nDeux\n\nTrois" }] }),
        )

        expect(text).toMatch(/Un\nDeux\n\n?Trois/)
      })

      test("may have neither fields, nor texts, nor buttons", async () => {
        const post = await posted({ badges: [], fields: [], sections: [], buttons: [] })

        expect(await textOf(post)).toContain("Mentor #12")
        expect(await buttonsOf(post)).toEqual([])
      })

      test("may have an empty text, and an empty field", async () => {
        const post = await posted({
          fields: [{ label: "Demande de", text: "" }],
          sections: [{ heading: "Ce qui est écrit", text: "" }],
        })

        expect(await textOf(post)).toContain("Mentor #12")
      })

      test("may have as many buttons as a request has moves", async () => {
        const buttons = Array.from({ length: 12 }, (_, i) => ({
          ...{ label: `Geste ${i + 1}`, action: `ticket.take:${i}:1`, style: "secondary" as const },
        }))

        expect(await buttonsOf(await posted({ buttons }))).toEqual(
          buttons.map(({ label }) => label),
        )
      })

      test("cuts a text that is too long at a word, and says so", async () => {
        const post = await posted({
          sections: [{ heading: "Dit", text: `${"expiration ".repeat(5_000)}fin` }],
        })

        const text = await textOf(post)
        expect(text).toMatch(/expiration…? …|expiration ?…/)
        expect(text).not.toMatch(/\bexpir(a|at|ati|atio)?…/)
      })

      test("takes a title, a label and a word of any length", async () => {
        const long = "x".repeat(5_000)
        const post = await posted({
          title: long,
          fields: Array.from({ length: 40 }, (_, i) => ({ label: `${i} ${long}`, text: long })),
        })

        expect((await textOf(post)).length).toBeGreaterThan(100)
      })

      test("calls nobody, whatever a mail says", async () => {
        const hostile = "@everyone @here <!channel> <@U123> <@&456> <#C1> <!here|vous>"
        const text = await textOf(
          await posted({ title: hostile, sections: [{ heading: "Dit", text: hostile }] }),
        )

        // what is read is what was written: a mention would be read as a name, or not at all
        expect(text.replaceAll(/\p{Cf}/gu, "")).toContain("<!channel>")
        expect(text.replaceAll(/\p{Cf}/gu, "")).toContain("@everyone")
      })

      test("turns no text of a mail into a link or a style", async () => {
        const hostile =
          "[cliquez](https://evil.example) *gras* `code` ~~non~~ <https://evil.example|ici>"
        const text = await textOf(await posted({ sections: [{ heading: "Dit", text: hostile }] }))

        for (const part of ["[cliquez](", "*gras*", "`code`", "~~non~~", "|ici>"])
          expect(text.replaceAll(/\p{Cf}/gu, "")).toContain(part)
      })

      test("shows no text backwards, nor hidden letters", async () => {
        const text = await textOf(
          await posted({
            sections: [{ heading: "Dit", text: "pay\u202Eecnailafnoc\u2066a\u200B" }],
          }),
        )

        expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/)
      })
    })

    describe("posting", () => {
      test("the same key posts once, and shows what was drawn last", async () => {
        const before = (await stage.posts()).length
        const key = newKey()
        const first = await stage.chat.post(stage.place, aCard({ title: "Avant" }), key)

        const second = await stage.chat.post(stage.place, aCard({ title: "Après" }), key, true)

        expect(second).toBe(first)
        expect(await textOf(first)).toContain("Après")
        expect(await stage.posts()).toHaveLength(before + 1)
      })

      testUnless(lacks.outages)(
        "a post whose answer was cut is found again, not made twice",
        async () => {
          const before = (await stage.posts()).length
          const key = newKey()
          stage.cutsNextAnswer()
          await stage.chat.post(stage.place, aCard({ title: "Avant" }), key).catch(() => null)

          const post = await stage.chat.post(stage.place, aCard({ title: "Après" }), key, true)

          expect(await textOf(post)).toContain("Après")
          expect(await stage.posts()).toHaveLength(before + 1)
        },
      )

      test("two keys are two posts", async () => {
        expect(await posted()).not.toBe(await posted())
      })

      test("an update redraws the whole card: what is not in it any more is gone", async () => {
        const post = await posted()

        await stage.chat.update(
          post,
          aCard({
            ...{ title: "Mentor #12 — Prise", badges: [], fields: [], sections: [] },
            buttons: [{ label: "Rendre", action: "ticket.release:12:2", style: "secondary" }],
          }),
        )

        const text = await textOf(post)
        expect(text).toContain("Prise")
        expect(text).not.toContain("Nouvelle")
        expect(text).not.toContain("vallonie")
        expect(await buttonsOf(post)).toEqual(["Rendre"])
      })

      test("an update that changes nothing is no trouble", async () => {
        const post = await posted()
        await stage.chat.update(post, aCard())

        expect(await textOf(post)).toContain("Mentor #12")
      })

      testUnless(lacks.removal)("a post that somebody removed is told as gone", async () => {
        const post = await posted()
        await stage.removes(post)

        await expect(stage.chat.update(post, aCard())).rejects.toBeInstanceOf(PostGone)
      })

      test("a line is said in the thread of its post", async () => {
        const [one, other] = [await posted(), await posted()]

        await stage.chat.say(one, "Nadia a pris la demande.", newKey())

        expect(await stage.thread(one)).toEqual([
          expect.stringContaining("Nadia a pris la demande."),
        ])
        expect(await stage.thread(other)).toEqual([])
      })

      test("the same line is said once, lines in their order", async () => {
        const post = await posted()
        const key = newKey()
        await stage.chat.say(post, "Un", key)
        await stage.chat.say(post, "Deux", newKey())

        await stage.chat.say(post, "Un", key, true)

        const lines = await stage.thread(post)
        expect(lines).toHaveLength(2)
        expect(lines[0]).toContain("Un")
        expect(lines[1]).toContain("Deux")
      })

      test("a private message is for one person", async () => {
        const sent = await stage.chat.direct(
          stage.idOf("karim"),
          aCard({ title: "Pour Karim" }),
          newKey(),
        )

        expect(sent).toBe(true)
        const texts = async (who: Who) =>
          (await stage.privates(who)).map(({ text }) => text).join("\n")
        expect(await texts("karim")).toContain("Pour Karim")
        expect(await texts("nadia")).not.toContain("Pour Karim")
      })
    })

    describe("a click", () => {
      test("sends its action, and says who", async () => {
        await stage.clicks("karim", await posted(), "Je prends")

        const by = { chat: stage.chat.name, id: stage.idOf("karim") }
        expect(bot.came).toMatchObject([{ what: "ticket.take:12:1", by }])
      })

      test("of the twelfth button works like that of the first", async () => {
        const buttons = Array.from({ length: 12 }, (_, i) => ({
          ...{
            label: `Geste ${i + 1}`,
            action: `ticket.take:${i + 1}:1`,
            style: "secondary" as const,
          },
        }))

        await stage.clicks("nadia", await posted({ buttons }), "Geste 12")

        expect(bot.came).toMatchObject([{ what: "ticket.take:12:1" }])
      })

      test("is answered to that person alone", async () => {
        bot.answer = () => ({ kind: "done", text: "Vous avez pris la demande." })
        const post = await posted()

        const { whispers } = await stage.clicks("nadia", post, "Je prends")

        expect(whispers.map(({ text }) => text).join()).toContain("Vous avez pris la demande.")
        expect(await textOf(post)).not.toContain("Vous avez pris")
      })

      test("that can be undone offers it", async () => {
        const undo = { label: "Rouvrir", action: "ticket.reopen:12:2", style: "secondary" } as const
        bot.answer = () => ({ kind: "done", text: "La demande est close.", undo })
        const { whispers } = await stage.clicks("nadia", await posted(), "Je prends")
        expect(whispers.flatMap(({ buttons }) => buttons)).toContain("Rouvrir")

        await stage.clicksWhisper("nadia", "Rouvrir")

        expect(bot.came.at(-1)).toMatchObject({ what: "ticket.reopen:12:2" })
      })

      test("that is refused says why to that person alone", async () => {
        bot.answer = () => {
          throw new UserError("Karim Lenoir a déjà pris cette demande.")
        }
        const post = await posted()

        const { whispers } = await stage.clicks("nadia", post, "Je prends")

        expect(whispers.map(({ text }) => text).join()).toContain(
          "Karim Lenoir a déjà pris cette demande.",
        )
        expect(await textOf(post)).not.toContain("déjà pris")
      })

      test("that goes wrong says so in French, and nothing of what went wrong", async () => {
        bot.answer = () => {
          throw new Error("relation Ticket: password=hunter2")
        }

        const { whispers } = await stage.clicks("nadia", await posted(), "Je prends")

        const text = whispers.map((whisper) => whisper.text).join()
        expect(text).toMatch(/erreur|n’a pas pu/i)
        expect(text).not.toContain("hunter2")
      })

      test("whispers a card whole, with its buttons, and they work", async () => {
        const card = aCard({ title: "Relisez avant d’envoyer", buttons: [SEND] })
        bot.answer = ({ what }) =>
          what.startsWith("reply.send")
            ? { kind: "done", text: "Votre réponse part." }
            : { kind: "whisper", card }
        const { whispers } = await stage.clicks("nadia", await posted(), "Je prends")
        expect(whispers[0]?.text).toContain("Relisez avant d’envoyer")
        expect(whispers[0]?.buttons).toEqual(["Envoyer"])

        const after = await stage.clicksWhisper("nadia", "Envoyer")

        expect(bot.came.at(-1)).toMatchObject({ what: SEND.action })
        expect(after.whispers.map(({ text }) => text).join()).toContain("Votre réponse part.")
      })

      test("shows nobody else what was whispered", async () => {
        bot.answer = () => ({ kind: "whisper", card: aCard({ title: "Un secret" }) })
        const post = await posted()
        const before = await stage.posts()

        await stage.clicks("nadia", post, "Je prends")

        expect(await stage.posts()).toEqual(before)
        expect((await stage.privates("karim")).map(({ text }) => text).join()).not.toContain(
          "Un secret",
        )
      })

      testUnless(lacks.outages)(
        "that the platform delivers again changes things once",
        async () => {
          await stage.clicks("nadia", await posted(), "Je prends")

          await stage.repeatsLast()

          expect(bot.came).toHaveLength(1)
        },
      )
    })

    describe("a form", () => {
      const opens = (form: Form) => {
        bot.answer = ({ what, values }): Answer =>
          values
            ? { kind: "done", text: "C’est noté." }
            : what
              ? { kind: "form", form }
              : { kind: "done" }
      }

      test("opens from a click, with its title, its questions and what they hold", async () => {
        opens(aForm())

        const { form } = await stage.clicks("nadia", await posted(), "Répondre")

        expect(form?.title).toContain("Répondre")
        expect(form?.labels.join()).toContain("Texte")
        expect(form?.values.text).toContain("Bonjour Claire,")
      })

      test("sends back what was typed, and says who", async () => {
        opens(aForm())
        await stage.clicks("nadia", await posted(), "Répondre")

        const { whispers } = await stage.fills("nadia", {
          text: "Bonjour,\n\nC’est fait « enfin » & voilà.",
        })

        const by = { chat: stage.chat.name, id: stage.idOf("nadia") }
        expect(bot.came.at(-1)).toMatchObject({ what: "ticket.reply:12:7", by })
        expect(bot.came.at(-1)?.values).toMatchObject({
          text: "Bonjour,\n\nC’est fait « enfin » & voilà.",
        })
        expect(whispers.map(({ text }) => text).join()).toContain("C’est noté.")
      })

      test("sends back what it held when nothing was changed", async () => {
        opens(aForm())
        await stage.clicks("nadia", await posted(), "Répondre")

        await stage.fills("nadia", {})

        expect(bot.came.at(-1)?.values).toMatchObject({ text: "Bonjour Claire,\n\n" })
      })

      test("carries a key of its own", async () => {
        opens(aForm())
        await stage.clicks("nadia", await posted(), "Répondre")

        await stage.fills("nadia", { text: "Une fois" })

        expect(bot.came.at(-1)?.values?.key).toMatch(/.{8,}/)
      })

      testUnless(lacks.outages)(
        "that the platform delivers again is known as the same",
        async () => {
          opens(aForm())
          await stage.clicks("nadia", await posted(), "Répondre")
          await stage.fills("nadia", { text: "Une fois" })

          await stage.repeatsLast()

          // once, or with the same key: the database then makes it once
          const filled = bot.came.filter(({ values }) => values)
          expect(new Set(filled.map(({ values }) => values?.key)).size).toBe(1)
        },
      )

      test("offers choices, and sends back the value of the one that was taken", async () => {
        opens(aForm({ inputs: [CHOICE] }))
        const { form } = await stage.clicks("nadia", await posted(), "Répondre")
        expect(form?.labels.join()).toContain("À qui ?")

        await stage.fills("nadia", { member: "2" })

        expect(bot.came.at(-1)?.values).toMatchObject({ member: "2" })
      })

      test("takes several choices, one a line", async () => {
        opens(aForm({ inputs: [BOXES] }))
        await stage.clicks("nadia", await posted(), "Répondre")

        await stage.fills("nadia", { cc: "a@agents.example\nc@agents.example" })

        expect(bot.came.at(-1)?.values?.cc?.split("\n").sort()).toEqual([
          "a@agents.example",
          "c@agents.example",
        ])
      })

      test("takes a day", async () => {
        opens(aForm({ inputs: [DAY] }))
        await stage.clicks("nadia", await posted(), "Répondre")

        await stage.fills("nadia", { until: "2026-12-24" })

        expect(bot.came.at(-1)?.values).toMatchObject({ until: "2026-12-24" })
      })

      test("that is refused says why, and loses nothing of what was typed", async () => {
        bot.answer = ({ values }) => {
          if (values) throw new UserError("Karim a répondu pendant que vous écriviez.")
          return { kind: "form", form: aForm() }
        }
        await stage.clicks("nadia", await posted(), "Répondre")

        const refused = await stage.fills("nadia", { text: "Mon long texte" })

        const said = [
          ...refused.whispers.map(({ text }) => text),
          JSON.stringify(refused.form),
        ].join()
        expect(said).toContain("Karim a répondu pendant que vous écriviez.")
        expect(said).toContain("Mon long texte")
      })

      test("is followed by a preview, for that person alone", async () => {
        const card = aCard({ title: "Relisez avant d’envoyer", buttons: [SEND] })
        bot.answer = ({ values }) =>
          values ? { kind: "whisper", card } : { kind: "form", form: aForm() }
        await stage.clicks("nadia", await posted(), "Répondre")

        const { whispers } = await stage.fills("nadia", { text: "Bonjour" })

        expect(whispers.map(({ text }) => text).join()).toContain("Relisez avant d’envoyer")
        expect(whispers.flatMap(({ buttons }) => buttons)).toContain("Envoyer")
      })

      test("opens from a preview too, to change what was written", async () => {
        bot.answer = ({ what }) =>
          what.startsWith("reply.edit")
            ? { kind: "form", form: aForm() }
            : { kind: "whisper", card: aCard({ buttons: [SEND, EDIT] }) }
        await stage.clicks("nadia", await posted(), "Je prends")

        const { form } = await stage.clicksWhisper("nadia", "Modifier")

        expect(form?.values.text).toContain("Bonjour Claire,")
      })
    })

    describe("a command", () => {
      test("is passed on with what follows it, and says who", async () => {
        await stage.commands("karim", "demande 123")

        const by = { chat: stage.chat.name, id: stage.idOf("karim") }
        expect(bot.came).toMatchObject([{ what: "/mentor demande 123", by }])
        expect(bot.came[0]?.asked).toEqual({ key: expect.stringMatching(/.{4,}/), channel: null })
      })

      test("that is a question is answered to that person alone", async () => {
        bot.answer = () => ({ kind: "said", card: AN_ANSWER })
        const before = await stage.posts()

        const { whispers } = await stage.commands("nadia", "question comment faire ?")

        expect(whispers.map(({ text }) => text).join()).toContain("Mon lien a expiré")
        expect(whispers.flatMap(({ buttons }) => buttons)).toEqual(["Oui", "Non"])
        expect(await stage.posts()).toEqual(before)
        const { whispers: thanks } = await stage.clicksWhisper("nadia", "Oui")
        expect(bot.came.at(-1)?.what).toBe("answer.yes:12-lien-expire:0")
        expect(thanks).not.toEqual([])
      })

      test("is answered to that person alone", async () => {
        bot.answer = () => ({ kind: "whisper", card: aCard({ title: "Ce que je sais faire" }) })
        const before = await stage.posts()

        const { whispers } = await stage.commands("nadia", "aide")

        expect(whispers.map(({ text }) => text).join()).toContain("Ce que je sais faire")
        expect(await stage.posts()).toEqual(before)
      })

      test("that is refused says why", async () => {
        bot.answer = () => {
          throw new UserError("Dites le numéro de la demande.")
        }

        const { whispers } = await stage.commands("nadia", "demande 1")

        expect(whispers.map(({ text }) => text).join()).toContain("Dites le numéro de la demande.")
      })
    })

    if (!lacks.mentions)
      describe("a mention", () => {
        const said = (): Answer => ({ kind: "said", card: AN_ANSWER })

        test("is passed on with what follows it, who said it and where", async () => {
          await stage.mentions("karim", "mon lien est périmé, que faire ?")

          const by = { chat: stage.chat.name, id: stage.idOf("karim") }
          expect(bot.came).toMatchObject([
            {
              ...{ what: "/mentor mon lien est périmé, que faire ?", by },
              asked: { key: expect.stringMatching(/.{4,}/), channel: stage.place },
            },
          ])
        })

        test("is answered in its thread, for all to read, with buttons that work", async () => {
          bot.answer = said

          const { thread, whispers } = await stage.mentions("karim", "mon lien est périmé")

          expect(thread).toHaveLength(1)
          expect(thread[0]?.text).toContain("Mon lien a expiré")
          expect(thread[0]?.buttons).toEqual(["Oui", "Non"])
          expect(whispers).toEqual([])
        })

        test("is answered in private where the answer is for one person", async () => {
          bot.answer = () => ({ kind: "whisper", card: aCard({ title: "Un secret" }) })

          const { thread, whispers } = await stage.mentions("karim", "où en est ma demande ?")

          expect(thread).toEqual([])
          expect(whispers.map(({ text }) => text).join()).toContain("Un secret")
        })

        test("that the platform delivers again is answered once", async () => {
          bot.answer = said
          await stage.mentions("karim", "mon lien est périmé")

          await stage.repeatsLast()

          expect(bot.came).toHaveLength(1)
        })

        test("of another bot, or of itself, is not heard", async () => {
          await stage.botsMention("mon lien est périmé, que faire ?")

          expect(bot.came).toEqual([])
        })
      })

    if (!lacks.mentions)
      describe("a private message", () => {
        test("is passed on, and answered there", async () => {
          bot.answer = () => ({ kind: "said", card: AN_ANSWER })

          await stage.chat.direct(stage.idOf("nadia"), aCard(), newKey())

          await stage.writesPrivately("nadia", "comment avoir un badge ?")

          const by = { chat: stage.chat.name, id: stage.idOf("nadia") }
          expect(bot.came).toMatchObject([
            { what: "/mentor comment avoir un badge ?", by, asked: { channel: null } },
          ])
          const own = await eventually("the answer", async () =>
            (await stage.privates("nadia")).find(({ buttons }) => buttons.includes("Oui")),
          )
          expect(own?.text).toContain("Mon lien a expiré")
        })
      })

    describe("people among themselves", () => {
      testUnless(lacks["thread notes"])(
        "what is written in a card's thread comes, once, with its author",
        async () => {
          const post = await posted()

          await stage.writesInThread("karim", post, "Je l’appelle demain.")

          await eventually("the note", () => bot.came.length > 0)
          const by = { chat: stage.chat.name, id: stage.idOf("karim") }
          expect(bot.came).toMatchObject([{ what: `${post}: Je l’appelle demain.`, by }])
          expect(bot.came[0]?.values?.key).toMatch(/.{4,}/)
        },
      )

      if (!lacks.reactions)
        test.for(["eyes", "check"] as const)(
          "a reaction on a card comes with who put it: %s",
          async (reaction) => {
            const post = await posted()

            await stage.reacts("karim", post, reaction)

            await eventually("the reaction", () => bot.came.length > 0)
            const by = { chat: stage.chat.name, id: stage.idOf("karim") }
            expect(bot.came).toMatchObject([{ what: `${post} ${reaction}`, by }])
          },
        )
    })

    if (!lacks.outages)
      describe("when the platform is away", () => {
        test("posting fails, and works again when it is back", async () => {
          const key = newKey()
          await stage.goesAway()
          await expect(stage.chat.post(stage.place, aCard(), key)).rejects.toThrow()

          await stage.comesBack()

          const post = await eventually("a post", () =>
            stage.chat.post(stage.place, aCard(), key, true).catch(() => null),
          )
          expect(await textOf(post ?? "")).toContain("Mentor #12")
          await stage.clicks("nadia", post ?? "", "Je prends")
          expect(bot.came.at(-1)).toMatchObject({ what: "ticket.take:12:1" })
        })
      })
  })
}

const AN_ANSWER: Card = {
  ...{ fallback: "Mon lien a expiré", title: "Mon lien a expiré", ticket: null, tone: "info" },
  ...{ badges: [], fields: [{ label: "Source", text: "FAQ de Mentor" }] },
  sections: [{ heading: "Réponse", text: "Demandez-en un autre." }],
  buttons: [
    { label: "Oui", action: "answer.yes:12-lien-expire:0", style: "primary" },
    { label: "Non", action: "answer.no:12-lien-expire:0", style: "secondary" },
  ],
}
const SEND = { label: "Envoyer", action: "reply.send:5:0", style: "primary" } as const
const EDIT = { label: "Modifier", action: "reply.edit:5:0", style: "secondary" } as const
const CHOICE: Form["inputs"][number] = {
  ...{ kind: "select", name: "member", label: "À qui ?", isRequired: true, value: "" },
  options: [
    { label: "Nadia Ferrand", value: "1" },
    { label: "Karim Lenoir", value: "2" },
  ],
}
const BOXES: Form["inputs"][number] = {
  ...{ kind: "checkboxes", name: "cc", label: "En copie", isRequired: false, value: "" },
  options: ["a", "b", "c"].map((one) => ({
    label: `${one}@agents.example`,
    value: `${one}@agents.example`,
  })),
}
const DAY: Form["inputs"][number] = {
  ...{ kind: "date", name: "until", label: "Jusqu’au", isRequired: true, value: "2026-12-01" },
}

function aForm(over: Partial<Form> = {}): Form {
  return {
    submission: "ticket.reply:12:7",
    title: "Répondre à la demande #12",
    inputs: [
      {
        kind: "text",
        name: "text",
        label: "Texte",
        isRequired: true,
        value: "Bonjour Claire,\n\n",
      },
    ],
    submitLabel: "Relire",
    ...over,
  }
}

/** Kept here so that every platform is given the same. */
export function aCard(over: Partial<Card> = {}): Card {
  return {
    fallback: "Mentor #12 — Lien expiré (nouvelle)",
    title: "Mentor #12 — Lien expiré",
    ticket: 12,
    tone: "info",
    badges: [{ text: "Nouvelle", tone: "info" }],
    fields: [{ label: "Demande de", text: "Claire D. · vallonie.gouv.example" }],
    sections: [{ heading: "Ce qui est écrit", text: "Bonjour, mon lien a expiré." }],
    buttons: [
      { label: "Je prends", action: "ticket.take:12:1", style: "primary" },
      { label: "Répondre", action: "ticket.reply:12:1", style: "secondary" },
    ],
    ...over,
  }
}
