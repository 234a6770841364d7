import { actionString } from "../actions.ts"
import type { Badge, Button, Card } from "../card.ts"
import type { EntryDraft } from "./draft-store.ts"
import { bodyOf, isToReview } from "./entry.ts"
import { entryWords } from "./french-entries.ts"
import { pastCasesText } from "./french-past-cases.ts"
import { inFull } from "./french-questions.ts"
import type { EntryContent, EntryPart } from "./history.ts"
import type { Checked } from "./past-case.ts"
import type { StoredEntry } from "./store.ts"

const { preview: words } = entryWords
const MOST_QUESTIONS = 30

/** What a member is about to save: nothing is saved yet. */
export type Preview = {
  draft: EntryDraft
  categoryLabel: string
  changes: EntryPart[]
  /** It is validated now, and would be no longer. */
  losesValidation: boolean
  /** Why nobody can answer for it yet; null: it can be validated. */
  why: string | null
  /** What a colleague changed meanwhile: it must be read before anything is saved. */
  news: string | null
  /** Of the answers sent before, those that it would change; null: nothing to check. */
  checked: Checked | "too slow" | null
}

export function previewOf(about: Preview): Card {
  const { draft, changes, losesValidation, why, news, checked } = about
  const { content, id } = draft
  const title = draft.entryId ? words.title : words.newTitle
  const button = (label: string, name: "save" | "publish" | "rework", style: Button["style"]) => ({
    ...{ label, style },
    action: actionString(`entry.${name}`, id),
  })
  const field = (label: string, text: string | null) => (text ? [{ label, text }] : [])
  return {
    ...{ fallback: title, title: `${title} : ${content.title}`, ticket: null },
    tone: news ? "warning" : "info",
    badges: [],
    fields: [
      ...field(words.changes, draft.entryId && (entryWords.parts(changes) || words.nothing)),
      ...field(words.status, losesValidation ? words.again : null),
      ...field(words.marks, why),
      ...field(words.pastCases, checked && pastCasesText(checked)),
      ...contentFields(content, about.categoryLabel),
    ],
    sections: [...(news ? [{ heading: words.news, text: news }] : []), ...contentSections(content)],
    buttons: news
      ? [button(words.edit, "rework", "primary")]
      : [
          ...(why ? [] : [button(words.publish, "publish", "primary")]),
          button(words.save, "save", why ? "primary" : "secondary"),
          button(words.edit, "rework", "secondary"),
        ],
  }
}

/** A card as it is, with what may be done to it from a chat. */
export function entryCard(
  entry: StoredEntry,
  about: { categoryLabel: string; why: string | null; today: string },
): Card {
  const { id, version, title, validated, isValidated } = entry
  const { categoryLabel, why, today } = about
  return {
    ...{ fallback: title, title, ticket: null, tone: isValidated ? "info" : "warning" },
    badges: statusBadges(entry, today),
    fields: [
      ...(validated
        ? [{ label: words.status, text: entryWords.validatedBy(validated.by, validated.at) }]
        : []),
      ...(why && !isValidated ? [{ label: words.marks, text: why }] : []),
      ...contentFields(entry, categoryLabel),
    ],
    sections: contentSections(entry),
    buttons:
      isValidated || why || entry.isRetired
        ? []
        : [
            {
              ...{ label: words.validate, style: "primary" },
              action: actionString("entry.validate", `${version}-${id}`),
            },
          ],
  }
}

const MOST_LISTED = 30
const MOST_BUTTONS = 5

/** What the team is told on the day. */
export function reviewCard(entries: StoredEntry[], consoleUrl: string | null): Card {
  const { review } = entryWords
  const listed = entries.slice(0, MOST_LISTED).map(({ title }) => `- ${title}`)
  const left = entries.length - listed.length
  const title = review.title(entries.length)
  return {
    ...{ fallback: title, title, ticket: null, tone: "warning", badges: [], fields: [] },
    sections: [
      {
        heading: review.heading,
        text: [
          ...listed,
          ...(left > 0 ? [review.more(left)] : []),
          "",
          review.why,
          review.where(consoleUrl),
        ].join("\n"),
      },
    ],
    buttons: entries.slice(0, MOST_BUTTONS).map(({ id, title }) => ({
      ...{ label: title, style: "secondary" },
      action: actionString("entry.show", id),
    })),
  }
}

export function statusBadges(
  entry: Pick<StoredEntry, "isValidated" | "isRetired" | "reviewOn">,
  today: string,
): Badge[] {
  if (entry.isRetired) return [{ text: words.retired, tone: "neutral" }]
  return [
    entry.isValidated
      ? { text: words.validated, tone: "success" }
      : { text: words.toValidate, tone: "warning" },
    ...(isToReview(entry, today) ? [{ text: words.toReview, tone: "error" } as const] : []),
  ]
}

function contentFields(content: EntryContent, categoryLabel: string) {
  return [
    { label: words.category, text: categoryLabel },
    { label: words.source, text: content.source },
    { label: words.days, text: inFull(content.verifiedOn) },
    { label: words.reviewOn, text: inFull(content.reviewOn) },
    ...(content.toFindOut.length > 0
      ? [{ label: words.toFindOut, text: content.toFindOut.join("\n") }]
      : []),
  ]
}

function contentSections({ body, questions }: EntryContent) {
  return [
    { heading: words.text, text: bodyOf({ body, isValidated: false }) },
    { heading: words.questions, text: questions.slice(0, MOST_QUESTIONS).join("\n") },
  ]
}
