// Answers that are shown in a window; and what is done when Slack has no window any more to show them in.
import type { types } from "@slack/bolt"
import type { Button, Card, Form } from "../../src/card.ts"
import { formView } from "./form.ts"
import { type SentView, sentAgain, typedIn } from "./form-values.ts"
import { french } from "./french.ts"
import type { Meta } from "./meta.ts"
import { cardModal, textModal } from "./modal.ts"
import type { Log } from "./options.ts"
import { isClosed, isLate } from "./troubles.ts"

export type Spot = {
  form(form: Form): Promise<void>
  card(card: Card): Promise<void>
  /** Before all who read the question; absent where one person alone reads it. */
  said?(card: Card): Promise<void>
  /** A sentence, and what can be taken back. */
  text(text: string, undo?: Button): Promise<void>
  /** It is done, and nothing is to be said. */
  settle(): Promise<void>
  /** Told to them alone, in French. */
  refuse(text: string): Promise<void>
}

export type View = types.ModalView | ReturnType<typeof sentAgain>
/** Where things have a page; null where they have none. */
export type Pages = { ofCard(card: Card): string | null; ofForm(form: Form): string | null }

/** `sent`: the form that is being answered, which a refusal shows again. */
export function windowSpot(
  show: (view: View) => Promise<void>,
  meta: Meta,
  pages: Pages,
  sent?: SentView,
): Spot {
  return {
    form: (form) => show(formWindow(form, meta, pages)),
    card: (card) => show(cardModal(card, pages.ofCard(card), meta)),
    text: (text, undo) => show(textModal(french.doneTitle, text, meta, { undo })),
    settle: () => show(textModal(french.doneTitle, french.done, meta)),
    refuse: (text) =>
      show(sent ? sentAgain(sent, text) : textModal(french.refusedTitle, text, meta)),
  }
}

/** The form, or a sentence that says where it continues. */
function formWindow(form: Form, meta: Meta, pages: Pages): types.ModalView {
  const view = formView(form, meta)
  if (typeof view !== "string") return view
  return textModal(form.title, french.formInConsole(view), meta, { url: pages.ofForm(form) })
}

/** People close windows, and Slack forgets clicks: the answer is then whispered, with what they had typed. */
export function orWhispered(window: Spot, beside: Spot, log: Log, sent?: SentView): Spot {
  const either = async (shown: Promise<void>, otherwise: () => Promise<void>) => {
    try {
      await shown
    } catch (error) {
      if (isLate(error)) {
        log.warn({ error }, "Slack did not wait for a window")
        return beside.refuse(french.tooLate)
      }
      if (!isClosed(error)) throw error
      log.warn({ error }, "a window was closed before its answer")
      await otherwise()
    }
  }
  return {
    form: (form) => either(window.form(form), () => beside.form(form)),
    card: (card) => either(window.card(card), () => beside.card(card)),
    text: (text, undo) => either(window.text(text, undo), () => beside.text(text, undo)),
    settle: () => either(window.settle(), () => beside.settle()),
    refuse: (text) => either(window.refuse(text), () => beside.refuse(text + typedText(sent))),
  }
}

function typedText(sent: SentView | undefined): string {
  const typed = Object.values(sent ? typedIn(sent).values : {}).filter(Boolean)
  return typed.length > 0 ? `\n\n${french.typed}\n${typed.join("\n")}` : ""
}
