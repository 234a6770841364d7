// What one copy of the bot opens on PostgreSQL at most. Counted, so that the doctor can tell a server that has too few.

export const STORE_CONNECTIONS = 12
export const QUEUE_CONNECTIONS = 5
/** Each copy has one: it is how copies are counted. */
export const CONSOLE_LISTENER = "telemaque: console"
/** Of the queues, and of the console. */
const LISTENERS = 2

/** A lease for each mailbox, held or waited for; and what keeps the embedded server awake. */
export function connectionsOfACopy(mailboxes: number, isEmbedded: boolean): number {
  return STORE_CONNECTIONS + QUEUE_CONNECTIONS + LISTENERS + mailboxes + (isEmbedded ? 1 : 0)
}
