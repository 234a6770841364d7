// Where an answer is shown: each occasion of Slack has its own way to a window, or to a whisper.
import type { types } from "@slack/bolt"
import { z } from "zod"
import type { Button, Card, Form } from "../../src/card.ts"
import { buttonBlocks } from "./buttons.ts"
import { cardMessage, type Message, sentence } from "./card.ts"
import { formView } from "./form.ts"
import { firstInput, type SentView, sentAgain } from "./form-values.ts"
import { french } from "./french.ts"
import type { Meta } from "./meta.ts"
import { cardModal, textModal, waitingModal } from "./modal.ts"
import type { SlackOptions } from "./options.ts"
import { isLate } from "./troubles.ts"
import type { Web } from "./web.ts"
import type { Origin, Whisper } from "./whisper.ts"

export type Spot = {
  form(form: Form): Promise<void>
  card(card: Card): Promise<void>
  /** A sentence, and what can be taken back. */
  text(text: string, undo?: Button): Promise<void>
  /** It is done, and nothing is to be said. */
  settle(): Promise<void>
  /** Told to them alone, in French. */
  refuse(text: string): Promise<void>
}

export type Ack = (answer?: Record<string, unknown>) => Promise<void>
type Uses = { web: Web; whisper: Whisper } & Pick<SlackOptions, "ticketUrl" | "consoleUrl">
type View = types.ModalView | ReturnType<typeof sentAgain>

const Opened = z.object({ view: z.object({ id: z.string() }) })

export type Spots = ReturnType<typeof openSpots>

export function openSpots({ web, whisper, ticketUrl, consoleUrl }: Uses) {
  const pageOf = (card: Card) => (card.ticket === null ? null : ticketUrl(card.ticket))

  function pageOfForm({ submission }: Form): string | null {
    const [, ticket] = /^ticket\.\w+:(\d+)/.exec(submission) ?? []
    return (ticket ? ticketUrl(Number(ticket)) : null) ?? consoleUrl
  }

  /** The form as a window, or a sentence that says where it continues. */
  function windowOf(form: Form, meta: Meta): types.ModalView {
    const view = formView(form, meta)
    if (typeof view !== "string") return view
    return textModal(form.title, french.formInConsole(view), meta, { url: pageOfForm(form) })
  }

  /** A message, a command, a sign: the answer is whispered; a form needs the click's `trigger`. */
  function onMessage(origin: Origin, trigger: string | null): Spot {
    const meta = metaOf(origin)
    const say = (message: Message) => whisper(origin, message)
    return {
      async form(form) {
        const view = formView(form, meta)
        if (typeof view === "string") {
          return say(sentence(french.formInConsole(view), pageOfForm(form)))
        }
        if (!trigger) return say(sentence(french.needsClick))
        try {
          await web.call("views.open", { trigger_id: trigger, view })
        } catch (error) {
          if (!isLate(error)) throw error
          await say(sentence(french.tooLate))
        }
      },
      card: (card) => say(cardMessage(card, pageOf(card))),
      text: (text, undo) => say(withButton(sentence(text), undo)),
      // a whisper whose buttons have served does not stay
      settle: async () => (origin.isWhisper ? say(sentence(french.done)) : undefined),
      refuse: (text) => say(sentence(text)),
    }
  }

  /** A window that is open: whatever is answered takes its place. */
  function inView(id: string, meta: Meta, sent?: SentView): Spot {
    const show = async (view: View) => {
      await web.call("views.update", { view_id: id, view })
    }
    return {
      form: (form) => show(windowOf(form, meta)),
      card: (card) => show(cardModal(card, pageOf(card), meta)),
      text: (text, undo) => show(textModal(french.doneTitle, text, meta, { undo })),
      settle: () => show(textModal(french.doneTitle, french.done, meta)),
      refuse: (text) =>
        show(sent ? sentAgain(sent, text) : textModal(french.refusedTitle, text, meta)),
    }
  }

  /** A form that was sent: Slack waits for the answer to know what becomes of the window. */
  function onSubmission(ack: Ack, sent: SentView, origin: Origin, meta: Meta): Spot {
    const show = (view: View) => ack({ response_action: "update", view })
    return {
      form: (form) => show(windowOf(form, meta)),
      card: (card) => show(cardModal(card, pageOf(card), meta)),
      async text(text, undo) {
        if (!meta.channel) return show(textModal(french.doneTitle, text, meta, { undo }))
        await ack({ response_action: "clear" })
        await whisper(origin, withButton(sentence(text), undo))
      },
      settle: () => ack({ response_action: "clear" }),
      async refuse(text) {
        const field = firstInput(sent)
        if (!field) return show(textModal(french.refusedTitle, text, meta))
        await ack({ response_action: "errors", errors: { [field]: text } })
      },
    }
  }

  /** The person's own page has no messages: every answer is a window. */
  function onHome(trigger: string): Spot {
    const meta = { isHome: true }
    const show = async (view: View) => {
      await web.call("views.open", { trigger_id: trigger, view })
    }
    return {
      form: (form) => show(windowOf(form, meta)),
      card: (card) => show(cardModal(card, pageOf(card), meta)),
      text: (text, undo) => show(textModal(french.doneTitle, text, meta, { undo })),
      settle: async () => {},
      refuse: (text) => show(textModal(french.refusedTitle, text, meta)),
    }
  }

  /** A window opened before the answer is known: a click is worth three seconds, a window stays. */
  async function waitingWindow(trigger: string, meta: Meta): Promise<Spot> {
    const view = waitingModal(meta)
    const opened = await web.call("views.open", { trigger_id: trigger, view })
    return inView(Opened.parse(opened).view.id, meta)
  }

  /** The same for a form that was sent: its window waits. */
  async function waitingForm(ack: Ack, sent: SentView, meta: Meta): Promise<Spot> {
    await ack({ response_action: "update", view: waitingModal(meta) })
    return inView(sent.id, meta, sent)
  }

  return { onMessage, inView, onSubmission, onHome, waitingWindow, waitingForm }
}

export function metaOf({ channel, thread }: Origin): Meta {
  return { ...(channel ? { channel } : {}), ...(thread ? { thread } : {}) }
}

function withButton({ text, blocks }: Message, undo?: Button): Message {
  return { text, blocks: [...blocks, ...(undo ? buttonBlocks([undo], 1) : [])] }
}
