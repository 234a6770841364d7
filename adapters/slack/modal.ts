import type { types } from "@slack/bolt"
import type { Button, Card } from "../../src/card.ts"
import { buttonBlocks } from "./buttons.ts"
import { type Block, cardBlocks, linkBlocks, textBlocks, VIEW } from "./card.ts"
import { french } from "./french.ts"
import { MAX_VIEW_LABEL, MAX_VIEW_TITLE } from "./limits.ts"
import { type Meta, metadata } from "./meta.ts"
import { cut, plain } from "./text.ts"

/** Slack tells when its window is closed: nothing has left, and the draft is kept. */
export const PREVIEW = "preview"
const MAX_REOPENS = 500
const MAX_SENTENCE = 20_000

/** A card to read in a window: a preview, a request. Its buttons answer in the same window. */
export function cardModal(card: Card, url: string | null, meta: Meta): types.ModalView {
  const edit = card.buttons.find(({ action }) => action.startsWith("reply.edit:"))
  const reopens = edit && { label: edit.label, action: edit.action }
  const isKept = reopens !== undefined && metadata({ reopens }).length < MAX_REOPENS
  return {
    ...modal(card.title, cardBlocks(card, url, VIEW), isKept ? { ...meta, reopens } : meta),
    ...(isKept ? { callback_id: PREVIEW, notify_on_close: true } : {}),
  }
}

export function textModal(
  title: string,
  text: string,
  meta: Meta,
  { undo, url = null }: { undo?: Button | undefined; url?: string | null } = {},
): types.ModalView {
  const said = [...textBlocks(cut(text, MAX_SENTENCE)), ...linkBlocks(url)]
  return modal(title, [...said, ...(undo ? buttonBlocks([undo], 1) : [])], meta)
}

export function waitingModal(meta: Meta): types.ModalView {
  return textModal(french.waitingTitle, french.waiting, meta)
}

export function homeView(card: Card): types.HomeView {
  return { type: "home", blocks: cardBlocks(card, null, VIEW) }
}

function modal(title: string, blocks: Block[], meta: Meta): types.ModalView {
  return {
    type: "modal",
    title: plain(title, MAX_VIEW_TITLE),
    close: plain(french.close, MAX_VIEW_LABEL),
    private_metadata: metadata(meta),
    blocks,
  }
}
