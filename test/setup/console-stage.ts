// The console as a browser without a script shows it: real pages, asked for over HTTP, and their forms sent back.
import { PrismaPg } from "@prisma/adapter-pg"
import { openMailReader } from "../../adapters/mail/mime/reader.ts"
import { PrismaClient } from "../../adapters/store/generated/client.ts"
import { openConsole } from "../../adapters/web/console/console.ts"
import type { ChatOccasions } from "../../src/ports.ts"
import type { Outcome, Seen, SeenForm, Stage, Who } from "../contracts/chat.ts"
import { session } from "./console.ts"
import { testDatabase } from "./database.ts"
import { article, buttonsIn, type Fields, formsIn, hiddenIn, textOf } from "./pages.ts"

const SILENT = { info: () => {}, warn: () => {}, error: () => {} }
const PLACE = "equipe"

type Page = { path: string; text: string; status: number }
type Open = { fields: Fields; path: string } | null

export async function aConsoleStage(occasions: ChatOccasions): Promise<Stage> {
  const database = await testDatabase()
  const prisma = new PrismaClient({ adapter: new PrismaPg(database.pool) })
  const reader = openMailReader()
  const add = (name: string, address: string) =>
    prisma.member.create({ data: { name, address, service: "Appui", role: "responder" } })
  const ids: Record<Who, number> = {
    nadia: (await add("Nadia Ferrand", "nadia@equipe.example")).id,
    karim: (await add("Karim Lenoir", "karim@equipe.example")).id,
  }
  const chat = openConsole({
    ...{ prisma, databaseUrl: database.url, port: 0, cookieKey: "a key for tests" },
    ...{ mailReader: reader, demo: null, journal: async () => {}, log: SILENT },
  })
  await chat.open(occasions)
  const url = chat.url.replace(/\/$/, "")
  const browsers: Record<Who, Awaited<ReturnType<typeof session>>> = {
    nadia: await session({ url }, ids.nadia),
    karim: await session({ url }, ids.karim),
  }
  const open: Record<Who, Open> = { nadia: null, karim: null }
  const whispered: Record<Who, string> = { nadia: "", karim: "" }

  const read = async (who: Who, path: string): Promise<Page> => {
    const response = await browsers[who].ask(path)
    return { path, text: await response.text(), status: response.status }
  }

  /** What then shows, redirections followed. */
  async function send(who: Who, action: string, fields: Fields): Promise<Outcome> {
    const response = await browsers[who].ask(action, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { origin: url },
    })
    const to = response.headers.get("location")
    const page = to ? (await read(who, to.replace(/#.*/, ""))).text : await response.text()
    const main = /<main[\s\S]*<\/main>/.exec(page)?.[0] ?? ""
    if (to) {
      // What was said once, above the page that they came back to.
      const [flash = ""] = /<div class="[^"]*tm-flash"[\s\S]*?<\/div>/.exec(main) ?? []
      return shows(who, flash)
    }
    const form = formsIn(main).find((one) => one.action === "/formulaires")
    if (!form) return shows(who, main)
    open[who] = { fields: form.fields, path: form.action }
    const [alert = ""] = /<div[^>]*role="alert"[\s\S]*?<\/div>/.exec(main) ?? []
    return { ...shows(who, alert), form: formOf(main, form) }
  }

  function shows(who: Who, html: string): Outcome {
    if (!html) return { whispers: [], form: null }
    whispered[who] = html
    return { whispers: [seenIn(html)], form: null }
  }

  function click(who: Who, html: string, label: string): Promise<Outcome> {
    const form = formsIn(html).find(({ button }) => button === label)
    if (!form) throw new Error(`no button « ${label} » in: ${textOf(html)}`)
    return send(who, form.action, form.fields)
  }

  /** The page of cards that begins by that one. */
  async function cardPage(who: Who, post: string): Promise<string | null> {
    const { text } = await read(who, `/cartes?avant=${Number(post) + 1}`)
    return article(text, `carte-${post}`)
  }

  return {
    ...{ chat, place: PLACE, idOf: (who) => String(ids[who]) },

    async posts() {
      const all: Seen[] = []
      for (let path: string | undefined = "/cartes"; path; ) {
        const { text } = await read("nadia", path)
        for (const [, id = ""] of text.matchAll(/id="carte-(\d+)" data-live/g)) {
          all.push(seenIn(article(text, `carte-${id}`) ?? ""))
        }
        path = /href="(\/cartes\?avant=\d+)"/.exec(text)?.[1]
      }
      return all
    },
    async seen(post) {
      const card = await cardPage("nadia", post)
      return card === null ? null : seenIn(card)
    },
    async thread(post) {
      const [list = ""] =
        /<ul class="tm-list tm-lines"[\s\S]*?<\/ul>/.exec((await cardPage("nadia", post)) ?? "") ??
        []
      return [...list.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(([, line = ""]) => textOf(line))
    },
    async privates(who) {
      const { text } = await read(who, "/")
      const own = article(text, "pour-vous") ?? ""
      return [...own.matchAll(/<article[\s\S]*?<\/article>/g)].map(([card]) => seenIn(card))
    },

    async clicks(who, post, label) {
      return click(who, (await cardPage(who, post)) ?? "", label)
    },
    clicksWhisper: (who, label) => click(who, whispered[who], label),
    async fills(who, values) {
      const before = open[who]
      if (!before) throw new Error(`no form is open before ${who}`)
      const given = Object.entries(values).map(([name, text]) => [name, text.split("\n")] as const)
      const typed = before.fields.filter(([name]) => !(name in values))
      const boxes = before.fields.boxes
      for (const [name, lines] of given) {
        const each = boxes.has(name) ? lines : [lines.join("\r\n")]
        typed.push(...each.map((line): [string, string] => [name, line]))
      }
      return send(who, before.path, Object.assign(typed, { boxes }))
    },
    async commands(who, text) {
      const { text: page } = await read(who, "/")
      const form = formsIn(page).find(({ action }) => action === "/commandes")
      if (!form) throw new Error("the page has no field for commands")
      return send(who, form.action, filled(form.fields, "texte", text))
    },
    async mentions() {
      throw new Error("nobody is named on the console")
    },
    async writesPrivately() {
      throw new Error("the field for commands is all there is")
    },
    async botsMention() {},
    async writesInThread(who, post, text) {
      const { text: page } = await read(who, `/cartes?avant=${Number(post) + 1}`)
      const form = formsIn(page).find(({ action }) => action === `/cartes/${post}/fil`)
      if (!form) throw new Error("nothing to write in, under that card")
      await send(who, form.action, filled(form.fields, "texte", text))
    },
    async reacts() {
      throw new Error("the console has no reactions")
    },

    async repeatsLast() {
      throw new Error("a browser asks before it sends a form again")
    },
    cutsNextAnswer() {},
    async goesAway() {},
    async comesBack() {},
    async removes(post) {
      await prisma.consolePost.delete({ where: { id: Number(post) } })
    },
    async close() {
      await chat.close()
      await reader.close()
      await prisma.$disconnect()
      await database.close()
    },
  }
}

function filled(fields: Fields, name: string, value: string): Fields {
  const rest = fields.filter(([known]) => known !== name)
  return Object.assign([...rest, [name, value] as [string, string]], { boxes: fields.boxes })
}

function seenIn(html: string): Seen {
  return { text: textOf(hiddenIn(html)), buttons: buttonsIn(html) }
}

function formOf(main: string, { fields }: { fields: Fields }): SeenForm {
  const labels = [...main.matchAll(/<(?:label|legend)[^>]*>([\s\S]*?)<\/(?:label|legend)>/g)]
  const values: Record<string, string> = {}
  for (const [name, value] of fields) {
    if (name.startsWith("_") || name === "submission") continue
    values[name] = name in values ? `${values[name]}\n${value}` : value
  }
  const [, title = ""] = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(main) ?? []
  return { title: textOf(title), labels: labels.map(([, label = ""]) => textOf(label)), values }
}
