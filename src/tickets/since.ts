import type { Message } from "./ticket.ts"

/** What the agent would have to be told of, since a message: not a note, not a machine's mail, not what was taken back. */
export function newsSince(messages: Message[], lastMessageId: number): Message[] {
  return messages.filter(
    ({ id, kind, outgoing }) =>
      id > lastMessageId &&
      kind !== "note" &&
      !outgoing?.isAutomatic &&
      outgoing?.delivery !== "cancelled",
  )
}
