// Clicks, forms, commands, the shortcut: what people do in Slack, acknowledged before anything else.
import type { App } from "@slack/bolt"
import { opensForm, parseAction } from "../../src/actions.ts"
import { readSaid } from "../../src/commands.ts"
import type { Late } from "./answering.ts"
import { type Desk, lateSearch } from "./desk.ts"
import { fetchFiles } from "./files.ts"
import { typedIn } from "./form-values.ts"
import { french } from "./french.ts"
import { metaOf } from "./meta.ts"
import { PREVIEW } from "./modal.ts"
import { noteText } from "./note-text.ts"
import { Click, Closing, Command, Shortcut, Submission } from "./payloads.ts"
import { type Ack, metaOf as metaOfOrigin } from "./spots.ts"
import { COMMAND, SHORTCUT } from "./surface.ts"
import type { Origin } from "./whisper.ts"
import type { Spot } from "./windows.ts"

/** Words that are answered by a form. */
const FORM_WORDS = ["ouvrir", "lier"]

type Respond = Origin["respond"]

export function listenToPeople(app: App, desk: Desk): void {
  app.action({ type: "block_actions" }, async ({ ack, body, respond }) => {
    await ack()
    await clicked(desk, Click.parse(body), respondOf(respond))
  })
  app.view({ type: "view_submission", callback_id: /^/ }, async ({ ack, body }) => {
    await submitted(desk, Submission.parse(body), ackOf(ack))
  })
  app.view({ type: "view_closed", callback_id: PREVIEW }, async ({ ack, body }) => {
    await ack()
    await closed(desk, Closing.parse(body))
  })
  app.command(COMMAND, async ({ ack, body, respond }) => {
    await ack()
    await commanded(desk, Command.parse(body), respondOf(respond))
  })
  app.shortcut(
    { type: "message_action", callback_id: SHORTCUT },
    async ({ ack, body, respond }) => {
      await ack()
      await opened(desk, Shortcut.parse(body), respondOf(respond))
    },
  )
}

async function clicked(desk: Desk, click: Click, respond: Respond): Promise<void> {
  const [{ action_ts, value, selected_option }] = click.actions as [Click["actions"][0]]
  const action = value ?? selected_option?.value
  if (!action) return
  const { id: person } = click.user
  const work = desk.once(`click ${person} ${action_ts}`, () =>
    desk.occasions.act(action, desk.personOf(person)),
  )
  const { spot, late, isHome } = whereOf(desk, click, action, respond)
  await desk.answer(work, spot, late)
  if (isHome) await desk.showHome(person)
}

function whereOf(desk: Desk, click: Click, action: string, respond: Respond): Where {
  const { spots } = desk
  const { view, container, trigger_id: trigger } = click
  const person = click.user.id
  if (view?.type === "home") {
    const meta = { isHome: true }
    const late = {
      after: desk.timing.openWithin,
      spot: () => spots.waitingWindow(trigger, { person }, meta),
    }
    return { spot: spots.onHome(trigger, { person }), late, isHome: true }
  }
  if (view) {
    const meta = metaOf(view.private_metadata)
    const origin = { person, channel: meta.channel, thread: meta.thread }
    return { spot: spots.inView(view.id, origin, meta), isHome: meta.isHome ?? false }
  }
  const origin: Origin = {
    person,
    channel: container.channel_id ?? click.channel?.id,
    thread: container.thread_ts ?? undefined,
    isWhisper: container.is_ephemeral ?? false,
    respond,
  }
  const spot = spots.onMessage(origin, trigger)
  return {
    spot,
    isHome: false,
    ...(isForm(action) ? { late: lateWindow(desk, trigger, origin) } : {}),
  }
}

function lateWindow({ spots, timing }: Desk, trigger: string, origin: Origin): Late {
  const meta = metaOfOrigin(origin)
  return { after: timing.openWithin, spot: () => spots.waitingWindow(trigger, origin, meta) }
}

type Where = { spot: Spot; late?: Late; isHome: boolean }

/** Another action than ours is refused by who knows them. */
function isForm(action: string): boolean {
  try {
    return opensForm(parseAction(action).name)
  } catch {
    return false
  }
}

async function submitted(
  desk: Desk,
  { user, view }: ReturnType<typeof Submission.parse>,
  ack: Ack,
): Promise<void> {
  const meta = metaOf(view.private_metadata)
  const { values, files } = typedIn(view)
  const work = async () =>
    desk.occasions.submit(
      view.callback_id,
      { ...values, key: `slack ${meta.key ?? view.id}` },
      desk.personOf(user.id),
      await fetchFiles(desk.web, desk.log, files),
    )
  const origin = { person: user.id, channel: meta.channel, thread: meta.thread }
  const spot = desk.spots.onSubmission(ack, view, origin, meta)
  const late = {
    after: desk.timing.submitWithin,
    spot: () => desk.spots.waitingForm(ack, view, origin, meta),
  }
  await desk.answer(work, spot, late)
  if (meta.isHome) await desk.showHome(user.id)
}

/** A window is easily closed by mistake: the preview can be had again. */
async function closed(desk: Desk, { user, view }: ReturnType<typeof Closing.parse>): Promise<void> {
  const { channel, thread, reopens } = metaOf(view.private_metadata)
  if (!reopens) return
  const undo = { ...reopens, style: "secondary" as const }
  const work = desk.once(`closing ${view.id}`, async () => ({
    ...{ kind: "done" as const, text: french.previewClosed, undo },
  }))
  await desk.answer(work, desk.spots.onMessage({ person: user.id, channel, thread }, null))
}

async function commanded(
  desk: Desk,
  command: ReturnType<typeof Command.parse>,
  respond: Respond,
): Promise<void> {
  const { user_id: person, channel_id: channel, trigger_id: trigger, text } = command
  const origin = { person, channel, respond }
  const work = desk.once(`command ${trigger}`, () =>
    desk.occasions.command(text, desk.personOf(person), { key: trigger, channel: null }),
  )
  const spot = desk.spots.onMessage(origin, trigger)
  const late = FORM_WORDS.includes(readSaid(text)?.name ?? "")
    ? lateWindow(desk, trigger, origin)
    : lateSearch(desk, text, spot, origin)
  await desk.answer(work, spot, late)
}

async function opened(
  desk: Desk,
  shortcut: ReturnType<typeof Shortcut.parse>,
  respond: Respond,
): Promise<void> {
  const { user, channel, message, trigger_id: trigger } = shortcut
  const origin = { person: user.id, channel: channel?.id, respond }
  const work = desk.once(`shortcut ${trigger}`, async () => {
    const text = noteText(message.text, { names: await desk.names(message.text) })
    return desk.occasions.openFrom(text, desk.personOf(user.id))
  })
  const late = lateWindow(desk, trigger, origin)
  await desk.answer(work, desk.spots.onMessage(origin, trigger), late)
}

/** Absent where Slack gave no address to answer to. */
function respondOf(respond: unknown): Respond {
  return typeof respond === "function" ? (message) => respond(message) : undefined
}

/** bolt's type knows each answer apart. */
function ackOf(ack: unknown): Ack {
  return ack as Ack
}
