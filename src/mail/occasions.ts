import type { App } from "../lists.ts"
import type { Needs } from "../needs.ts"
import type { MailboxOccasions } from "../ports.ts"

/** What a mailbox tells the bot, and what it asks. */
export function mailboxOccasions(
  app: Pick<App, "mail">,
  { store, clock }: Pick<Needs, "store" | "clock">,
  name: string,
): MailboxOccasions {
  return {
    arrived: (mail) => app.mail.arrived(mail),
    polled: () => store.notePolled(name, clock()),
    failed: (reason) => store.noteFailed(name, clock(), reason),
    readSince: () => store.readSince(name),
    position: (folder) => store.position(name, folder),
    advance: (folder, position) => store.advance(name, folder, position),
  }
}
