// Where an answer is shown: each occasion of Slack has its own way to a window, or to a whisper.
import { z } from "zod"
import type { Button, Card, Form } from "../../src/card.ts"
import { buttonBlocks } from "./buttons.ts"
import { cardMessage, type Message, sentence } from "./card.ts"
import { formView } from "./form.ts"
import { firstInput, type SentView } from "./form-values.ts"
import { french } from "./french.ts"
import type { Meta } from "./meta.ts"
import { waitingModal } from "./modal.ts"
import type { SlackOptions } from "./options.ts"
import type { Posts } from "./posts.ts"
import { isLate } from "./troubles.ts"
import type { Web } from "./web.ts"
import type { Origin, Whisper } from "./whisper.ts"
import { orWhispered, type Pages, type Spot, type View, windowSpot } from "./windows.ts"

export type Ack = (answer?: Record<string, unknown>) => Promise<void>
type Uses = { web: Web; whisper: Whisper; answer: Posts["answer"] } & Pick<
  SlackOptions,
  "ticketUrl" | "consoleUrl" | "log"
>

const Opened = z.object({ view: z.object({ id: z.string() }) })
const Posted = z.object({ ts: z.string() })
/** Nothing that is quoted is fetched nor shown. */
const QUIET = { mrkdwn: false, unfurl_links: false, unfurl_media: false }

export type Spots = ReturnType<typeof openSpots>

export function openSpots({ web, whisper, answer, ticketUrl, consoleUrl, log }: Uses) {
  const pages: Pages = {
    ofCard: ({ ticket }: Card) => (ticket === null ? null : ticketUrl(ticket)),
    ofForm({ submission }: Form) {
      const [, ticket] = /^ticket\.\w+:(\d+)/.exec(submission) ?? []
      return (ticket ? ticketUrl(Number(ticket)) : null) ?? consoleUrl
    },
  }

  /** A message, a command, a sign: the answer is whispered; a form needs the click's `trigger`. */
  function onMessage(origin: Origin, trigger: string | null): Spot {
    const say = (message: Message) => whisper(origin, message)
    return {
      async form(form) {
        const view = formView(form, metaOf(origin))
        if (typeof view === "string") {
          return say(sentence(french.formInConsole(view), pages.ofForm(form)))
        }
        if (!trigger) return say(sentence(french.needsClick))
        try {
          await web.call("views.open", { trigger_id: trigger, view })
        } catch (error) {
          if (!isLate(error)) throw error
          log.warn({ error }, "Slack did not wait for a form")
          await say(sentence(french.tooLate))
        }
      },
      card: (card) => say(cardMessage(card, pages.ofCard(card))),
      text: (text, undo) => say(withButton(sentence(text), undo)),
      // a whisper whose buttons have served does not stay
      settle: async () => (origin.isWhisper ? say(sentence(french.done)) : undefined),
      refuse: (text) => say(sentence(text)),
    }
  }

  /** A mention: what is said to all goes to its thread. */
  function onMention(origin: Origin & { channel: string }, ts: string): Spot {
    const { channel, thread = ts } = origin
    return {
      ...onMessage(origin, null),
      said: (card) => answer({ channel, thread }, card, `answer ${channel} ${ts}`),
    }
  }

  /** Said while the cards are searched. In private, the answer takes its place. */
  async function searching(spot: Spot, origin: Origin): Promise<Spot> {
    const waiting = sentence(french.searching)
    const { channel, thread, respond } = origin
    if (respond || !channel?.startsWith("D")) {
      await whisper(origin, waiting)
      return spot
    }
    const place = { channel, ...(thread ? { thread_ts: thread } : {}) }
    const posted = Posted.parse(
      await web.call("chat.postMessage", { ...place, ...waiting, ...QUIET }),
    )
    const redraw = async (message: Message) => {
      await web.call("chat.update", { channel, ts: posted.ts, ...message })
    }
    return {
      ...spot,
      card: (card) => redraw(cardMessage(card, pages.ofCard(card))),
      text: (text, undo) => redraw(withButton(sentence(text), undo)),
      refuse: (text) => redraw(sentence(text)),
    }
  }

  /** A window that is open: whatever is answered takes its place. */
  function inView(id: string, origin: Origin, meta: Meta, sent?: SentView): Spot {
    const show = async (view: View) => {
      await web.call("views.update", { view_id: id, view })
    }
    return orWhispered(windowSpot(show, meta, pages, sent), onMessage(origin, null), log, sent)
  }

  /** A form that was sent: Slack waits for the answer to know what becomes of the window. */
  function onSubmission(ack: Ack, sent: SentView, origin: Origin, meta: Meta): Spot {
    const window = windowSpot((view) => ack({ response_action: "update", view }), meta, pages)
    return {
      ...window,
      async text(text, undo) {
        if (!meta.channel) return window.text(text, undo)
        await ack({ response_action: "clear" })
        await whisper(origin, withButton(sentence(text), undo))
      },
      settle: () => ack({ response_action: "clear" }),
      async refuse(text) {
        const field = firstInput(sent)
        if (!field) return window.refuse(text)
        await ack({ response_action: "errors", errors: { [field]: text } })
      },
    }
  }

  /** The person's own page has no messages: every answer is a window. */
  function onHome(trigger: string, origin: Origin): Spot {
    const show = async (view: View) => {
      await web.call("views.open", { trigger_id: trigger, view })
    }
    const window = windowSpot(show, { isHome: true }, pages)
    return { ...orWhispered(window, onMessage(origin, null), log), settle: async () => {} }
  }

  /** A window opened before the answer is known: a click is worth three seconds, a window stays. */
  async function waitingWindow(trigger: string, origin: Origin, meta: Meta): Promise<Spot> {
    const view = waitingModal(meta)
    const opened = await web.call("views.open", { trigger_id: trigger, view })
    return inView(Opened.parse(opened).view.id, origin, meta)
  }

  /** The same for a form that was sent: its window waits. */
  async function waitingForm(ack: Ack, sent: SentView, origin: Origin, meta: Meta): Promise<Spot> {
    await ack({ response_action: "update", view: waitingModal(meta) })
    return inView(sent.id, origin, meta, sent)
  }

  return {
    onMessage,
    onMention,
    searching,
    inView,
    onSubmission,
    onHome,
    waitingWindow,
    waitingForm,
  }
}

export function metaOf({ channel, thread }: Origin): Meta {
  return { ...(channel ? { channel } : {}), ...(thread ? { thread } : {}) }
}

function withButton({ text, blocks }: Message, undo?: Button): Message {
  return { text, blocks: [...blocks, ...(undo ? buttonBlocks([undo], 1) : [])] }
}
