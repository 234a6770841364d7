import { PgBoss } from "pg-boss"
import { openMailReader } from "../../adapters/mail/mime/reader.ts"
import { readExamples } from "../../adapters/prompts/examples.ts"
import { readInstructions } from "../../adapters/prompts/instructions.ts"
import { readLexicon } from "../../adapters/prompts/lexicon.ts"
import { readRedirections } from "../../adapters/prompts/redirections.ts"
import { readTemplates } from "../../adapters/prompts/templates.ts"
import { openTrainer } from "../../adapters/prompts/trainer.ts"
import { openStore } from "../../adapters/store/store.ts"
import { type ActionName, actionString } from "../../src/actions.ts"
import { createApp } from "../../src/app.ts"
import type { Answer, Card } from "../../src/card.ts"
import { chatOccasions } from "../../src/chats/occasions.ts"
import { openTeam } from "../../src/chats/team.ts"
import { UserError } from "../../src/errors.ts"
import type { FaqPort, Found } from "../../src/faq/found.ts"
import { JOBS, type JobName } from "../../src/jobs.ts"
import type { Ceilings } from "../../src/llm/limits.ts"
import type { LanguageModel } from "../../src/llm/llm.ts"
import { openLlm } from "../../src/llm/open-llm.ts"
import type { OutgoingAttachment, OutgoingMail } from "../../src/mail/outgoing.ts"
import type { Needs, Settings } from "../../src/needs.ts"
import type { Member } from "../../src/people/member.ts"
import type { Asked, Chat, ChatOccasions, Mailbox, RawMail } from "../../src/ports.ts"
import type { Store } from "../../src/store.ts"
import type { Stage } from "../contracts/chat.ts"
import { type MailSource, source } from "./builders.ts"
import { testDatabase } from "./database.ts"
import { trainerHere } from "./trainer.ts"

const SECOND = 1_000
export const MAILBOX = "assistance@mentor.example"
const TEAM = {
  nadia: { name: "Nadia Ferrand", service: "Centre d’appui", role: "administrator" },
  karim: { name: "Karim Lenoir", service: "Centre d’appui", role: "responder" },
  solene: { name: "Solène Marchal", service: "Centre d’appui", role: "reader" },
} as const
// One for all the worlds of a file: its worker takes half a second to start, and keeps no state.
const reader = openMailReader()

export type Who = keyof typeof TEAM

/** Knows no card: learning them takes a second, which most stories need not. */
const NOTHING: Found = { isSure: false, hits: [], bySubject: [], bySentence: [], unknownWords: [] }
const NO_CARDS: FaqPort = {
  answerNow: async () => NOTHING,
  answer: async () => NOTHING,
  answerWith: async (_, texts) => texts.map(() => NOTHING),
  entry: () => undefined,
  learn: () => {},
  revision: () => 0,
}

type Around = Partial<Settings> & {
  faq?: FaqPort
  language?: LanguageModel | null
  ceilings?: Ceilings
  /** By itself, from what the team decides. */
  learns?: boolean
  /** The names of the team's chats. */
  chats?: string[]
}

// Learns once for all the stories of a file, from a quarter of the examples: stories need no more, and are many.
const lexicon = readLexicon()
const redirections = readRedirections()
export const PROMPTS = { lexicon, examples: readExamples().filter((_, n) => n % 4 === 0) }
const trainer = trainerHere(PROMPTS)
/** As another copy of the bot has: what one sorts with, the other must find out. */
export const anotherTrainer = () => openTrainer(PROMPTS)

/**
 * A whole bot on a real database. Only the outside is faked: the mail server, the chats, the time. Jobs run when the
 * world settles, so that nothing sleeps. The worlds of a file follow each other on one database, emptied each time.
 */
export async function aWorld({
  chats = ["fake"],
  faq = NO_CARDS,
  learns = false,
  language = null,
  ceilings = { day: 100, month: 1_000 },
  ...options
}: Around = {}) {
  const { database, open, queue, troubles } = await ground()
  await database.clear()
  troubles.length = 0
  trainer.use(null)
  const server = fakeServer()
  const mailboxes = (options.mailboxes ?? [{ name: "mentor" }]).map(({ name }) =>
    name === "mentor" ? server.mailbox : { ...server.mailbox, name },
  )
  const teamChats = chats.map(fakeChat)
  const [chat = fakeChat("none")] = teamChats
  let now = new Date("2026-11-24T09:00:00Z") // a Tuesday, 10 h in Paris

  const store = inTime(open.store, () => now)
  const log = {
    info: () => {},
    warn: (event: Record<string, unknown>) => void troubles.push(event.error ?? event),
  }
  const inside = { store, chats: teamChats.map((known) => known.chat), clock: () => now, log }
  for (const name of chats) {
    await store.seedPlace({ chat: name, channel: "equipe", kind: "team", name: "Équipe" })
  }
  const needs: Needs = {
    ...inside,
    ...{
      reader: { ...reader },
      lexicon,
      trainer,
      sorter: trainer.sorter,
      faq,
      templates: readTemplates(),
    },
    redirections,
    llm:
      language &&
      openLlm({
        ...{ ...inside, language, ceilings, billions: null, instructions: readInstructions() },
      }),
    mailboxes,
    team: openTeam(inside),
    alert: async (mail) => {
      if (server.refuseAlerts) throw new Error("the mail server does not answer")
      server.alerts.push(mail)
    },
    settings: {
      secret: "a secret of the tests",
      mailboxes: [{ name: "mentor", label: "Mentor", address: MAILBOX, hasSubaddresses: true }],
      service: "Centre d’appui",
      publicServiceDomains: ["*.gouv.example"],
      administrators: ["admin@mentor.example"],
      automaticMailsPerHour: 20,
      hasCanary: false,
      cardDetail: {},
      ...{ consoleUrl: null, publicUrl: null },
      ...options,
    },
  }
  let app = appOf(needs, learns)
  const occasions = chatOccasions(app, needs, chat.chat.name)
  for (const { id, name, categories } of redirections) {
    await store.seedOffice({ textId: id, name, categories })
  }
  const members = await team(needs)
  for (const name of chats) {
    for (const { id } of Object.values(members)) await store.linkIdentity(name, String(id), id)
  }
  await open.prisma.mailboxState.create({
    data: { name: "mentor", readSince: new Date(0), startedAt: new Date("2026-11-01T00:00:00Z") },
  })
  let uid = 0
  let said = 0

  const world = {
    ...{ app, needs, occasions, server, chat, chats: teamChats, members, troubles, database },
    ...{ store, prisma: open.prisma },

    /** One more chat of the team: a platform played by its peer, where Nadia and Karim are known. */
    async joins<Joined extends Stage>(
      name: string,
      openStage: (occasions: ChatOccasions) => Promise<Joined>,
    ): Promise<Joined> {
      const stage = await openStage(chatOccasions(app, needs, name))
      needs.chats.push(stage.chat)
      await store.seedPlace({ chat: name, channel: stage.place, kind: "team", name: "Équipe" })
      for (const who of ["nadia", "karim"] as const) {
        await store.linkIdentity(name, stage.idOf(who), members[who].id)
      }
      return stage
    },

    /** The mail is delivered, and everything that follows from it happens. */
    async receives(mail: MailSource | Uint8Array, raw: Partial<RawMail> = {}): Promise<void> {
      await app.mail.arrived(rawMail(mail instanceof Uint8Array ? mail : source(mail), raw))
      await world.settles()
    },

    /** What the server hands over, not yet delivered: for those who deliver it twice, or at the same moment. */
    onServer: (mail: MailSource, raw: Partial<RawMail> = {}): RawMail => rawMail(source(mail), raw),

    /** A member's mail program left this in *Sent*. */
    async findsInSent(mail: MailSource, raw: Partial<RawMail> = {}): Promise<void> {
      await app.mail.arrived(rawMail(source(mail), { folder: "sent", uidValidity: "7", ...raw }))
      await world.settles()
    },

    /** A click on a button. */
    async does(
      name: ActionName,
      id: number | string,
      by: Who = "nadia",
      version = 0,
    ): Promise<Answer> {
      return world.clicks(actionString(name, id, version), by)
    },

    async clicks(action: string, by: Who = "nadia"): Promise<Answer> {
      const answer = await told(occasions.act(action, person(by)))
      await world.settles()
      return answer
    },

    /** What is typed after `/mentor`. */
    async commands(text: string, by: Who = "nadia", asked: Partial<Asked> = {}): Promise<Answer> {
      said += 1
      const how = { key: `message ${said}`, channel: null, ...asked }
      const answer = await told(occasions.command(text, person(by), how))
      await world.settles()
      return answer
    },

    /** A form filled in and sent back. */
    async fills(
      name: ActionName,
      id: number | string,
      values: Record<string, string>,
      by: Who = "nadia",
    ): Promise<Answer> {
      return world.sendsBack(actionString(name, id), values, by)
    },

    async sendsBack(
      submission: string,
      values: Record<string, string>,
      by: Who = "nadia",
      files: OutgoingAttachment[] = [],
    ): Promise<Answer> {
      const answer = await told(occasions.submit(submission, values, person(by), files))
      await world.settles()
      return answer
    },

    /** *Répondre*, the text, *Relire*; returns the preview. */
    async previews(
      ticket: number,
      text: string,
      by: Who = "nadia",
      values: Record<string, string> = {},
    ): Promise<Card> {
      const form = await world.does("ticket.reply", ticket, by)
      return world.resends(form, by, { text, ...values })
    },

    /** A form of reply sent back as it opened, but for `values`; returns the preview. */
    async resends(form: Answer, by: Who = "nadia", values: Record<string, string> = {}) {
      if (form.kind !== "form") throw new Error("the reply form did not open")
      const typed = Object.fromEntries(form.form.inputs.map(({ name, value }) => [name, value]))
      const preview = await world.sendsBack(form.form.submission, { ...typed, ...values }, by)
      if (preview.kind !== "whisper") throw new Error("there is no preview")
      return preview.card
    },

    /** The whole way: form, preview, *Envoyer*, and the time to take it back is over. */
    async answers(
      ticket: number,
      text: string,
      by: Who = "nadia",
      values: Record<string, string> = {},
    ): Promise<void> {
      const preview = await world.previews(ticket, text, by, values)
      await world.clicks(buttonOf(preview, "Envoyer"), by)
      await world.passes(31)
    },

    /** Time goes by, with its ticks. */
    async passes(seconds: number): Promise<void> {
      await world.advance(seconds)
      await world.settles()
      await world.ticks()
    },

    /** Time goes by, and nothing happens yet. */
    async advance(seconds: number): Promise<void> {
      now = new Date(now.getTime() + seconds * SECOND)
      await open.pool.query(
        "UPDATE pgboss.job SET start_after = start_after - make_interval(secs => $1)",
        [seconds],
      )
    },

    /** The bot stops, and another takes its place. */
    async startsAgain(changes: Partial<Needs>): Promise<void> {
      app = appOf({ ...needs, ...changes }, learns)
      await world.ticks()
    },

    async ticks(): Promise<void> {
      for (const happen of Object.values(app.everyMinute)) await happen()
      await world.settles()
    },

    /** Every job that is due has run, and those that they called for. */
    async settles(): Promise<void> {
      for (let ran = 1; ran > 0; ) {
        ran = 0
        for (const name of await dueQueues()) ran += await runDue(name)
      }
    },

    now: () => now,
    /** The card of a ticket, as the chat shows it now. */
    card: (ticket: number): Card => chat.card(`ticket ${ticket}`),
    ticket: (id: number) =>
      open.prisma.ticket.findUniqueOrThrow({ where: { id }, include: { assignee: true } }),
    balance: () => store.balance(),
    /** What a person wrote and what really left. */
    answersSent: () => server.sent.filter(({ isAutomatic }) => !isAutomatic),
    acknowledgements: () => server.sent.filter(({ isAutomatic }) => isAutomatic),
    /** « what (who) », oldest first. */
    async journal(ticketId: number | null): Promise<string[]> {
      const lines = await open.prisma.journalEntry.findMany({
        where: { ticketId },
        orderBy: { id: "asc" },
        include: { member: true },
      })
      return lines.map(({ what, member }) => (member ? `${what} (${member.name})` : what))
    },
    async parked(): Promise<{ id: number; reason: string | null }[]> {
      return open.prisma.mail.findMany({
        where: { state: "parked", folder: "inbox" },
        orderBy: { id: "asc" },
        select: { id: true, reason: true },
      })
    },
    alarms: async () => (await store.alarms()).map(({ key }) => key),
  }

  async function dueQueues(): Promise<JobName[]> {
    const { rows } = await open.pool.query<{ name: string }>(
      "SELECT DISTINCT name FROM pgboss.job WHERE state < 'active' AND start_after <= now()",
    )
    const due = new Set(rows.map(({ name }) => name))
    return (Object.keys(JOBS) as JobName[]).filter((name) => due.has(name))
  }

  async function runDue<Name extends JobName>(name: Name): Promise<number> {
    const jobs = await queue.fetch<object>(name, { batchSize: 50 })
    for (const job of jobs) {
      try {
        await (app.jobs[name] as (payload: object) => Promise<void>)(JOBS[name].parse(job.data))
        await queue.complete(name, job.id)
      } catch (error) {
        troubles.push(error)
        await queue.fail(name, job.id)
      }
    }
    return jobs.length
  }

  function rawMail(bytes: Uint8Array, raw: Partial<RawMail>): RawMail {
    uid += 1
    return {
      ...{ mailbox: "mentor", folder: "inbox", uidValidity: "1", uid, receivedAt: now },
      ...{ size: bytes.length, source: bytes },
      ...raw,
    }
  }

  function person(who: Who) {
    return { chat: chat.chat.name, id: String(members[who].id) }
  }

  return world
}

/** To learn from what the team decides takes a second, which most stories need not. */
function appOf(needs: Needs, learns: boolean) {
  const app = createApp(needs)
  if (!learns) delete app.everyMinute["plan learning"]
  return app
}

export type World = Awaited<ReturnType<typeof aWorld>>

/** The queue lives in the database's time, the world in its own. */
function inTime(store: Store, now: () => Date): Store {
  const toQueue = (at: Date) => new Date(Date.now() + at.getTime() - now().getTime())
  return {
    ...store,
    transaction: (work) =>
      store.transaction((tx) =>
        work({
          ...tx,
          enqueue: (name, job, { startAfter, ...rest } = {}) =>
            tx.enqueue(name, job, startAfter ? { ...rest, startAfter: toQueue(startAfter) } : rest),
        }),
      ),
  }
}

type Ground = Awaited<ReturnType<typeof openGround>>
let opened: Promise<Ground> | undefined

function ground(): Promise<Ground> {
  opened ??= openGround()
  return opened
}

async function openGround() {
  const database = await testDatabase()
  const troubles: unknown[] = []
  const warn = (error: unknown) => void troubles.push(error)
  const open = await openStore(database.url, warn)
  const queue = new PgBoss({
    ...{ connectionString: database.url, max: 2, supervise: false, schedule: false },
  })
  queue.on("error", warn)
  await queue.start()
  return { database, open, queue, troubles }
}

/** The action behind a button, found by its label. */
export function buttonOf(card: Card, label: string): string {
  const button = card.buttons.find((known) => known.label === label)
  if (!button)
    throw new Error(`no button « ${label} » among ${card.buttons.map((b) => b.label).join(", ")}`)
  return button.action
}

async function team({ store }: Needs): Promise<Record<Who, Member>> {
  const keep = (who: Who) => store.keepMember({ ...TEAM[who], address: `${who}@equipe.example` })
  return { nadia: await keep("nadia"), karim: await keep("karim"), solene: await keep("solene") }
}

/** What left, and how the server answers. */
function fakeServer() {
  const sent: OutgoingMail[] = []
  const copies = new Map<string, OutgoingMail>()
  const alerts: OutgoingMail[] = []
  const server = {
    sent,
    /** In *Sent*, by Message-ID. */
    copies,
    alerts,
    refuseAlerts: false,
    /** Called before each mail is taken; throws to refuse it. */
    answer: (_mail: OutgoingMail): void => {},
    /** Called before a copy is put in *Sent*; throws while that cannot be done. */
    answerCopy: (): void => {},
    get last(): OutgoingMail {
      const mail = sent.at(-1)
      if (!mail) throw new Error("no mail was sent")
      return mail
    },
    mailbox: {
      name: "mentor",
      open: () => {},
      stopReading: async () => {},
      close: async () => {},
      async send(mail) {
        server.answer(mail)
        sent.push(mail)
      },
      async keepCopy(mail) {
        server.answerCopy()
        copies.set(mail.messageId, mail)
      },
    } satisfies Mailbox as Mailbox,
  }
  return server
}

/** A chat that shows what it is told. */
function fakeChat(name: string) {
  const posts = new Map<string, Card>()
  const fake = {
    posts,
    /** What was said in each thread, by the post and the key of the line. */
    lines: new Map<string, Map<string, string>>(),
    /** What one person was told, by the key. */
    privates: new Map<string, { person: string; card: Card }>(),
    /** In the thread of a card. */
    thread: (post: string): string[] => [...(fake.lines.get(post)?.values() ?? [])],
    /** Throws while the chat is down. */
    answer: (): void => {},
    card(key: string): Card {
      const card = posts.get(key)
      if (!card) throw new Error(`nothing was posted as "${key}"`)
      return card
    },
    chat: {
      name,
      keepsKeys: true,
      open: async () => {},
      close: async () => {},
      async say(post, text, key) {
        fake.answer()
        const thread = fake.lines.get(post) ?? new Map<string, string>()
        fake.lines.set(post, thread.set(key, plain(text)))
      },
      async direct(person, card, key) {
        fake.answer()
        fake.privates.set(key, { person, card: plain(card) })
        return true
      },
      async post(_place, card, key) {
        fake.answer()
        posts.set(key, plain(card))
        return key
      },
      async update(post, card) {
        fake.answer()
        posts.set(post, plain(card))
      },
    } satisfies Chat as Chat,
  }
  return fake
}

/** What a member is told, refusals included. */
async function told(answer: Promise<Answer>): Promise<Answer> {
  try {
    return plain(await answer)
  } catch (error) {
    if (error instanceof UserError) throw new UserError(plain(error.message))
    throw error
  }
}

/** Hard spaces are for screens: in a story they could not be told from others. */
function plain<T>(shown: T): T {
  return JSON.parse(JSON.stringify(shown).replaceAll("\u00a0", " "))
}
