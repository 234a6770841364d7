import { actionString } from "../actions.ts"
import type { Badge, Button, Card } from "../card.ts"
import { bodyOf, isToReview } from "./entry.ts"
import type { KnownEntry } from "./found.ts"
import { doNotKnow } from "./french.ts"
import { readButton } from "./french-entries.ts"
import { french, inFull, SOMEBODY } from "./french-questions.ts"
import { aboutCard } from "./question.ts"

const ADDRESS = /https:\/\/[^\s<>|«»()[\]{}"'`]+/g
const [MAX_LINKS, MAX_LINK] = [5, 180]

const BARE = { ticket: null, badges: [], fields: [], sections: [], buttons: [] }

/** One card of the team, and whether it answers. */
export function answerCard(id: number, entry: KnownEntry, today: string): Card {
  const about = aboutCard(id, entry.id)
  const badges = badgesOf(entry, today)
  const warning = badges.length > 0 ? [french.forTeamOnly] : []
  return {
    ...BARE,
    fallback: entry.title,
    title: entry.title,
    tone: badges.length > 0 ? "warning" : "info",
    badges,
    fields: [
      { label: french.source, text: french.sourced(entry.source, inFull(entry.verifiedOn)) },
    ],
    sections: [
      {
        heading: french.answer,
        text: [bodyOf(entry).trim(), ...warning, french.didItHelp].join("\n\n"),
      },
    ],
    links: linksIn(bodyOf(entry)),
    buttons: [
      { label: french.yes, action: actionString("answer.yes", about), style: "primary" },
      { label: french.no, action: actionString("answer.no", about), style: "secondary" },
      SOMEBODY(id, "secondary"),
      ...(entry.isValidated ? [] : [readButton(entry.id)]),
    ],
  }
}

/** Titles to choose from; none: somebody answers. */
export function choiceCard(id: number, entries: KnownEntry[], isNext: boolean): Card {
  if (entries.length === 0) return somebodyCard(id, french.nothingElse)
  const title = isNext ? french.nextTitle : french.choiceTitle
  return {
    ...BARE,
    ...{ fallback: title, title, tone: "info" },
    buttons: [
      ...entries.map(
        (entry): Button => ({
          label: entry.title,
          action: actionString("answer.card", aboutCard(id, entry.id)),
          style: "secondary",
        }),
      ),
      { ...SOMEBODY(id, "secondary"), label: french.noneFits },
    ],
  }
}

export function unknownCard(id: number, unknownWords: string[]): Card {
  const text = `${doNotKnow(unknownWords)}\n\n${french.whatNext}`
  return {
    ...BARE,
    ...{ fallback: french.unknownTitle, title: french.unknownTitle, tone: "neutral" },
    sections: [{ heading: french.answer, text }],
    buttons: [SOMEBODY(id, "primary")],
  }
}

export function somebodyCard(id: number, why: string): Card {
  return {
    ...BARE,
    ...{ fallback: french.somebodyTitle, title: french.somebodyTitle, tone: "info" },
    sections: [{ heading: french.answer, text: why }],
    buttons: [SOMEBODY(id, "primary")],
  }
}

/** Those of the card, without the full stop of their sentence. */
function linksIn(body: string): string[] {
  const found = body.match(ADDRESS) ?? []
  const links = found.map((link) => link.replace(/[.,;:!?]+$/, ""))
  return [...new Set(links)].filter(({ length }) => length <= MAX_LINK).slice(0, MAX_LINKS)
}

function badgesOf(entry: KnownEntry, today: string): Badge[] {
  if (!entry.isValidated) return [{ text: french.toValidate, tone: "warning" }]
  return isToReview(entry, today) ? [{ text: french.toReview, tone: "warning" }] : []
}
