import type { Place } from "../ports.ts"

/** One place of the team, and how a thing is posted there. */
export type TeamPost = {
  chat: string
  place: string
  /** Null or empty: not posted, or nobody knows. */
  ref: string | null
  /** The chat did not answer last time. */
  isFailing: boolean
  /** The chat could not show that ticket while it was down. */
  isOwed: boolean
}

/** Where things were posted: what makes an update possible, and a second post unnecessary. */
export type PostingStore = {
  /** Every team place of these chats. */
  teamPosts(chats: string[], key: string, ticketId: number | null): Promise<TeamPost[]>
  /** Before posting, where the platform does not keep keys: one at a time, whatever copies of the bot there are. */
  claimPosting(posting: Unposted, now: Date): Promise<Claim>
  /** It is not there: removed, or not posted (`ref` is empty then), or who knows. What was posted since stays. */
  releasePosting(posting: Posting): Promise<void>
  savePosting(posting: Posting): Promise<void>
  /** Which ticket's card that is, and where. */
  ticketOfPost(chat: string, ref: string): Promise<{ ticketId: number; place: string } | null>
  /** Notes since that instant that a place of that chat has not been told, the oldest first. */
  unsaidNotes(
    chat: string,
    which: { ticketId: number; since: Date; most: number },
  ): Promise<number[]>
  /** The chat was down: it shows that ticket, as it is then, when it is back. */
  oweCard(chat: string, ticketId: number): Promise<void>
  settleCard(chat: string, ticketId: number): Promise<void>
  /** The oldest first; whoever takes them sees to it that they are drawn. */
  takeOwedCards(chat: string, most: number): Promise<number[]>
}

/** again: somebody was cut while posting it · busy: somebody is posting it, or just has. */
export type Claim = "first" | "again" | "busy"

export type Unposted = Omit<Posting, "ref">

export type Posting = {
  chat: string
  place: string
  key: string
  ref: string
  ticketId: number | null
}

export type OccasionStore = {
  /** False when this occasion was met already; `key` names its chat too. */
  meetOccasion(key: string, at: Date): Promise<boolean>
  forgetOccasions(before: Date): Promise<void>
}

export type PlaceStore = {
  /** Known by chat and channel: what the team edited since stays. */
  seedPlace(place: Place): Promise<void>
  place(chat: string, channel: string): Promise<KnownPlace | null>
  /** False: it is there already. */
  addPlace(place: Place): Promise<boolean>
  savePlace(place: KnownPlace): Promise<void>
}

/** `isActive`: something is posted there. */
export type KnownPlace = Place & { isActive: boolean }
