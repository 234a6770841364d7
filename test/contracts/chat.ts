import type { Card } from "../../src/card.ts"
import type { Chat, ChatOccasions, Reaction } from "../../src/ports.ts"

/** What a person reads in one message of the chat: all its text, and what can be clicked. */
export type Seen = { text: string; buttons: string[] }
/** A form as it opened. `values` is what it holds already. */
export type SeenForm = { title: string; labels: string[]; values: Record<string, string> }
/** What the person who acted sees, and nobody else. */
export type Outcome = { whispers: Seen[]; form: SeenForm | null }

/**
 * One platform, real or played by a peer, with the bot's chat open on it. Each adapter gives one to the contract; people
 * are "nadia" and "karim", both in the team place.
 */
export type Stage = {
  chat: Chat
  /** Where the team's cards go, as `post` wants it. */
  place: string
  /** As the platform knows them. */
  idOf(who: Who): string

  posts(): Promise<Seen[]>
  seen(post: string): Promise<Seen | null>
  thread(post: string): Promise<string[]>
  privates(who: Who): Promise<Seen[]>

  clicks(who: Who, post: string, label: string): Promise<Outcome>
  /** A button of what was whispered to them last. */
  clicksWhisper(who: Who, label: string): Promise<Outcome>
  /** The form that is open before them, sent back with these values by input name. */
  fills(who: Who, values: Record<string, string>): Promise<Outcome>
  commands(who: Who, text: string): Promise<Outcome>
  writesInThread(who: Who, post: string, text: string): Promise<void>
  reacts(who: Who, post: string, reaction: Reaction): Promise<void>

  /** The platform delivers its last occasion once more, as platforms do. */
  repeatsLast(): Promise<void>
  /** The next post arrives, but its answer does not reach the bot. */
  cutsNextAnswer(): void
  goesAway(): Promise<void>
  comesBack(): Promise<void>
  /** Somebody removes the post. */
  removes(post: string): Promise<void>
  close(): Promise<void>
}

export type Who = "nadia" | "karim"
export type OpenStage = (occasions: ChatOccasions) => Promise<Stage>

/** Kept here so that every platform is given the same. */
export function aCard(over: Partial<Card> = {}): Card {
  return {
    fallback: "Mentor #12 — Lien expiré (nouvelle)",
    title: "Mentor #12 — Lien expiré",
    ticket: 12,
    tone: "info",
    badges: [{ text: "Nouvelle", tone: "info" }],
    fields: [{ label: "Demande de", text: "Claire D. · vallonie.gouv.example" }],
    sections: [{ heading: "Ce qui est écrit", text: "Bonjour, mon lien a expiré." }],
    buttons: [
      { label: "Je prends", action: "ticket.take:12:1", style: "primary" },
      { label: "Répondre", action: "ticket.reply:12:1", style: "secondary" },
    ],
    ...over,
  }
}
