import { gzipSync } from "node:zlib"
import { PrismaPg } from "@prisma/adapter-pg"
import { openMailReader } from "../../adapters/mail/mime/reader.ts"
import { type Prisma, PrismaClient } from "../../adapters/store/generated/client.ts"
import { openConsole } from "../../adapters/web/console/console.ts"
import type { ConsoleOptions, DemoLetter, DemoMail } from "../../adapters/web/console/desk.ts"
import { actionString } from "../../src/actions.ts"
import type { Answer, Card } from "../../src/card.ts"
import type { ChatOccasions, Person } from "../../src/ports.ts"
import { type TestDatabase, testDatabase } from "./database.ts"

const HOUR = 3_600_000
const SILENT = { info: () => {}, warn: () => {}, error: () => {} }

export type Came = { what: string; values?: Record<string, string>; by: Person }

/** A console on a real database; behind it, what the rest of the bot would answer is decided by each test. */
export async function aConsole(options: Partial<ConsoleOptions> = {}) {
  const database = await testDatabase()
  const prisma = new PrismaClient({ adapter: new PrismaPg(database.pool) })
  const reader = openMailReader()
  const came: Came[] = []
  const journal: { memberId: number; what: string; detail: object }[] = []
  const outbox: DemoMail[] = []
  const letters: DemoLetter[] = []
  const world = {
    answer: (_came: Came): Answer | Promise<Answer> => ({ kind: "done" }),
  }
  const occasions: ChatOccasions = {
    async act(what, by) {
      came.push({ what, by })
      return world.answer({ what, by })
    },
    async submit(what, values, by) {
      came.push({ what, values, by })
      return world.answer({ what, values, by })
    },
    command: async () => ({ kind: "done" }),
    complete: async () => [],
    reply: async () => {},
    react: async () => null,
    openFrom: async () => ({ kind: "done" }),
    home: async () => aCard(),
    working: async () => {},
    failing: async () => {},
  }
  const open = async (more: Partial<ConsoleOptions> = {}) => {
    const chat = openConsole({
      prisma,
      databaseUrl: database.url,
      port: 0,
      cookieKey: "a key for tests",
      mailReader: reader,
      demo: {
        outbox: async () => outbox,
        write: async (letter) => letters.push(letter),
      },
      journal: async (memberId, what, detail) => {
        journal.push({ memberId, what, detail })
      },
      log: SILENT,
      ...options,
      ...more,
    })
    await chat.open(occasions)
    return chat
  }
  const chat = await open()
  const people = await seedMembers(prisma)

  return Object.assign(world, {
    ...{ prisma, database, chat, came, journal, outbox, letters, people },
    url: chat.url.replace(/\/$/, ""),
    /** Another copy of the bot, on the same database. */
    open,
    ticket: (ticket: NewTicket = {}) => seedTicket(prisma, ticket),
    mail: (mail: NewMail = {}) => prisma.mail.create({ data: mailRow(mail) }),
    async close() {
      await chat.close()
      await reader.close()
      await prisma.$disconnect()
      await database.close()
    },
  })
}

export type ConsoleWorld = Awaited<ReturnType<typeof aConsole>>

export async function clear(world: { database: TestDatabase; prisma: PrismaClient; came: Came[] }) {
  await world.database.clear()
  await seedMembers(world.prisma)
  world.came.length = 0
}

async function seedMembers(prisma: PrismaClient) {
  const service = "Centre d’appui"
  const add = (name: string, address: string) =>
    prisma.member.create({ data: { name, service, address, role: "responder" } })
  return {
    nadia: await add("Nadia Ferrand", "nadia@equipe.example"),
    karim: await add("Karim Lenoir", "karim@equipe.example"),
  }
}

export type NewMail = Partial<Prisma.MailUncheckedCreateInput> & { source?: string }

let uid = 0

export function mailRow({ source, ...mail }: NewMail): Prisma.MailUncheckedCreateInput {
  uid += 1
  return {
    mailbox: "mentor",
    folder: "inbox",
    uidValidity: "1",
    uid,
    contentHash: `hash ${uid}`,
    receivedAt: new Date(Date.now() - HOUR),
    size: source?.length ?? 800,
    state: "ticket",
    fromName: "Claire Durand",
    fromAddress: "claire.durand@prefecture.example",
    to: ["assistance@ministere.example"],
    subject: "Lien expiré",
    written: "Bonjour, mon lien est expiré.",
    raw: gzipSync(Buffer.from(source ?? "Subject: x\r\n\r\nBonjour")),
    ...mail,
  }
}

export type NewTicket = {
  ticket?: Partial<Prisma.TicketUncheckedCreateInput>
  mail?: NewMail
  card?: Partial<Card>
  attachments?: { name: string; type: string; size: number }[]
}

/** A request as the rest of the bot would have left it: ticket, mail, message, card. */
async function seedTicket(prisma: PrismaClient, { ticket, mail, card, attachments }: NewTicket) {
  const at = new Date(Date.now() - HOUR)
  const row = await prisma.ticket.create({
    data: {
      mailbox: "mentor",
      status: "new",
      subject: "Lien expiré",
      requesterName: "Claire Durand",
      requesterAddress: "claire.durand@prefecture.example",
      openedAt: at,
      waitingSince: at,
      ...ticket,
    },
  })
  const received = await prisma.mail.create({ data: { ...mailRow(mail ?? {}), ticketId: row.id } })
  await prisma.attachment.createMany({
    data: (attachments ?? []).map((file, position) => ({
      ...{ mailId: received.id, position, isInline: false },
      ...file,
    })),
  })
  await prisma.message.create({
    data: { ticketId: row.id, kind: "incoming", mailId: received.id, at, text: received.written },
  })
  const drawn = aCard({ ...card, ticket: row.id, title: `Mentor #${row.id} — ${row.subject}` })
  await prisma.consolePost.create({
    data: {
      ...{ place: "equipe", key: `ticket ${row.id}`, ticketId: row.id },
      card: drawn as unknown as Prisma.InputJsonObject,
    },
  })
  return { ...row, card: drawn, mail: received }
}

export function aCard(card: Partial<Card> = {}): Card {
  const id = card.ticket ?? 1
  return {
    fallback: "Une demande",
    title: `Mentor #${id} — Lien expiré`,
    ticket: id,
    tone: "info",
    badges: [{ text: "Nouvelle", tone: "info" }],
    fields: [{ label: "Demandeur", text: "Claire D. · prefecture.example" }],
    sections: [{ heading: "Ce que la personne a écrit", text: "Bonjour, mon lien est expiré." }],
    buttons: [
      { label: "Je prends", action: actionString("ticket.take", id, 1), style: "primary" },
      { label: "Répondre", action: actionString("ticket.reply", id, 1), style: "secondary" },
      {
        label: "Réunir",
        action: actionString("ticket.merge", id, 1),
        style: "danger",
        confirm: "Réunir cette demande avec une autre ?",
      },
    ],
    ...card,
  }
}

/** What a reply asks, as the rest of the bot would. */
export function aReplyForm(id: number): Answer {
  return {
    kind: "form",
    form: {
      submission: actionString("ticket.reply", id, 7),
      title: `Répondre à la demande #${id}`,
      intro: "Vous relirez le message avant qu’il parte.",
      submitLabel: "Relire",
      inputs: [
        {
          ...{ kind: "checkboxes", name: "cc", label: "En copie", isRequired: false, value: "" },
          options: [
            { label: "chef@prefecture.example", value: "chef@prefecture.example" },
            { label: "rh@prefecture.example", value: "rh@prefecture.example" },
          ],
        },
        { kind: "line", name: "subject", label: "Objet", isRequired: true, value: "Re: Lien" },
        { kind: "text", name: "text", label: "Message", isRequired: true, value: "\nBonjour," },
      ],
    },
  }
}

export function aPreview(id: number, text: string): Answer {
  return {
    kind: "whisper",
    card: aCard({
      ...{ title: "Relisez avant d’envoyer", ticket: id, badges: [] },
      fields: [
        { label: "De", text: "Nadia Ferrand – Assistance Mentor <assistance@ministere.example>" },
        { label: "À", text: "claire.durand@prefecture.example" },
        { label: "Objet", text: "Re: Lien" },
      ],
      sections: [{ heading: "Message", text }],
      buttons: [
        { label: "Envoyer", action: actionString("reply.send", 5), style: "primary" },
        { label: "Modifier", action: actionString("reply.edit", 5), style: "secondary" },
      ],
    }),
  }
}

/** A member's browser without a page: requests with their cookie. */
export async function session(world: { url: string }, memberId: number) {
  const cookies = new Map<string, string>()
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ")
    const response = await fetch(world.url + path, {
      redirect: "manual",
      ...init,
      headers: { cookie, ...init.headers },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === "" || /max-age=0/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }
  const post = (
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ) =>
    ask(path, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { origin: world.url, ...headers },
    })
  await post("/qui-etes-vous", { member: String(memberId) })
  return { ask, post, text: async (path: string) => (await ask(path)).text() }
}
