// What Slack tells: messages in threads, mentions, private messages, signs, pages opened.
import type { App } from "@slack/bolt"
import type { Asked, Reaction } from "../../src/ports.ts"
import { type Desk, lateSearch } from "./desk.ts"
import { noteText, withoutMention } from "./note-text.ts"
import { HomeEvent, MentionEvent, MessageEvent, ReactionEvent } from "./payloads.ts"
import { refOf } from "./posts.ts"
import type { Origin } from "./whisper.ts"
import type { Spot } from "./windows.ts"

/** Other subtypes tell of changes, joins, bots. */
const WRITTEN = [undefined, "file_share", "thread_broadcast"]
const REACTIONS: Record<string, Reaction> = {
  eyes: "eyes",
  white_check_mark: "check",
  heavy_check_mark: "check",
}

/** `botUser`: who we are there, once it is known. */
export function listenToEvents(app: App, desk: Desk, botUser: () => string | null): void {
  app.event("message", async ({ body }) => wrote(desk, MessageEvent.parse(body), botUser()))
  app.event("app_mention", async ({ body }) => mentioned(desk, MentionEvent.parse(body), botUser()))
  app.event("reaction_added", async ({ body }) => reacted(desk, ReactionEvent.parse(body)))
  app.event("app_home_opened", async ({ body }) => {
    const { event } = HomeEvent.parse(body)
    if (event.tab === "home") await desk.showHome(event.user)
  })
}

async function wrote(desk: Desk, { event, event_id }: MessageEvent, me: string | null) {
  const { channel, ts, thread_ts: thread, user, text } = event
  if (!user || user === me || event.bot_id || !WRITTEN.includes(event.subtype)) return
  if (event.channel_type === "im") {
    const origin = { channel, thread, person: user }
    const asked = { key: `${channel} ${ts}`, channel: null }
    const where = { event: event_id, origin, spot: desk.spots.onMessage(origin, null) }
    return command(desk, where, withoutMention(text ?? ""), asked)
  }
  // what begins by our name is asked of us, and told apart (app_mention)
  if (!thread || thread === ts || asksUs(text ?? "", me)) return
  const files = event.files?.map(({ name }) => name ?? "fichier") ?? []
  const work = async () => {
    const note = noteText(text ?? "", { files, names: await desk.names(text ?? "") })
    const key = `slack ${channel} ${ts}`
    await desk.occasions.reply(refOf(channel, thread), note, key, desk.personOf(user))
    return null
  }
  const spot = desk.spots.onMessage({ channel, thread, person: user }, null)
  await desk.hear(event_id, () => desk.answer(work, spot))
}

async function mentioned(
  desk: Desk,
  { event, event_id }: ReturnType<typeof MentionEvent.parse>,
  me: string | null,
) {
  const { channel, ts, thread_ts: thread, user, text } = event
  if (!user || user === me || event.bot_id) return
  // « merci @Télémaque » in a thread is said to the others
  if (thread && me && !asksUs(text, me)) return
  const origin = { channel, thread, person: user }
  const asked = { key: `${channel} ${ts}`, channel }
  const where = { event: event_id, origin, spot: desk.spots.onMention(origin, ts) }
  await command(desk, where, withoutMention(text), asked)
}

function asksUs(text: string, me: string | null): boolean {
  return me !== null && text.trimStart().startsWith(`<@${me}>`)
}

type Where = { event: string; origin: Origin; spot: Spot }

async function command(desk: Desk, where: Where, text: string, asked: Asked): Promise<void> {
  const { event, origin, spot } = where
  const person = desk.personOf(origin.person)
  const work = () => desk.occasions.command(text, person, asked)
  await desk.hear(event, () => desk.answer(work, spot, lateSearch(desk, text, spot, origin)))
}

async function reacted(desk: Desk, { event, event_id }: ReturnType<typeof ReactionEvent.parse>) {
  const { user: person, item } = event
  const { channel, ts } = item
  const reaction = REACTIONS[event.reaction]
  if (!reaction || item.type !== "message" || !channel || !ts) return
  const work = () => desk.occasions.react(refOf(channel, ts), reaction, desk.personOf(person))
  const spot = desk.spots.onMessage({ channel, person }, null)
  await desk.hear(event_id, () => desk.answer(work, spot))
}
