// What a member does in the console, as their browser would: the same requests, and the same buttons found on the pages.
import type { BotProcess } from "./bot-process.ts"
import { session } from "./console.ts"

type Console = Pick<BotProcess, "url">

/** What the console answered to a click: it was done, or the words of the page that came instead. */
export type Clicked = { isDone: boolean; page: string }

export async function click(bot: Console, memberId: number, action: string): Promise<Clicked> {
  const member = await session(bot, memberId)
  return read(await member.post("/actions", { action, _confirme: "oui" }))
}

/** *Répondre*, what is typed, and the preview; gives the action of its button *Envoyer*. */
export async function preview(
  bot: Console,
  memberId: number,
  ticketId: number,
  text: string,
): Promise<string> {
  const member = await session(bot, memberId)
  const { page: form } = await read(
    await member.post("/actions", { action: `ticket.reply:${ticketId}:0` }),
  )
  const typed = {
    submission: inputOf(form, "submission"),
    to: inputOf(form, "to"),
    subject: inputOf(form, "subject"),
    text,
  }
  const { page: whisper } = await read(await member.post("/formulaires", typed))
  const [action] = /reply\.send:\d+:\d+/.exec(whisper) ?? []
  if (!action) throw new Error(`There is no preview of an answer to ${ticketId}: ${words(whisper)}`)
  return action
}

/** What a page says, without its tags. */
export function words(page: string): string {
  const main = /<main[\s\S]*<\/main>/.exec(page)?.[0] ?? page
  return unescaped(main.replaceAll(/<[^>]+>/g, " "))
    .replaceAll(/\s+/g, " ")
    .trim()
}

async function read(response: Response): Promise<Clicked> {
  const page = await response.text()
  if (response.status >= 500) throw new Error(`The console failed: ${words(page)}`)
  const isElsewhere = /^\/qui-etes-vous/.test(response.headers.get("location") ?? "")
  if (isElsewhere) throw new Error("The console does not know who clicks")
  return { isDone: response.status === 303, page }
}

function inputOf(form: string, name: string): string {
  const [input = ""] = new RegExp(`<input[^>]* name="${name}"[^>]*>`).exec(form) ?? []
  const [, value] = / value="([^"]*)"/.exec(input) ?? []
  if (value === undefined) throw new Error(`The form has no ${name}: ${words(form)}`)
  return unescaped(value)
}

function unescaped(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
}
