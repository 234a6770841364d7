import type { Answer, Card, Option } from "./card.ts"
import type { OutgoingAttachment } from "./mail/outgoing.ts"
import type { Member } from "./people/member.ts"
import type { Reaction } from "./ports.ts"

/** What people do in a chat, beside clicking and typing commands. */
export type InChat = {
  /** Written in the thread of a ticket's card. */
  note(
    ticketId: number,
    said: { text: string; key: string; there: { chat: string; place: string } | null },
    member: Member,
  ): Promise<void>
  reaction(reaction: Reaction, ticketId: number, member: Member): Promise<Answer>
  complete(text: string): Promise<Option[]>
  openFrom(text: string, member: Member): Promise<Answer>
  home(member: Member | null): Promise<Card> | Card
  isBack(chat: string): Promise<void>
}

export type Submission = (
  about: { id: number; name: string; version: number },
  values: Record<string, string>,
  member: Member,
  files: OutgoingAttachment[],
) => Promise<Answer>
