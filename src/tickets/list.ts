import type { Answer, Card, Option } from "../card.ts"
import { commandsThatBegin } from "../commands.ts"
import { UserError } from "../errors.ts"
import { mailboxSettings, type Needs } from "../needs.ts"
import type { Member } from "../people/member.ts"
import { french } from "./french.ts"
import { listCard } from "./list-card.ts"
import { MAX_LISTED } from "./list-size.ts"
import { showTicket } from "./show.ts"

const MAX_COMPLETIONS = 20
const MIN_WORDS = 2

type Uses = Pick<Needs, "store" | "settings" | "clock">

/** « mes-demandes », and a platform's own page for that person: theirs, then those that nobody has. */
export async function mine(needs: Uses, member: Member): Promise<Card> {
  const [own, free] = await Promise.all([
    needs.store.ticketsOf(member.id, MAX_LISTED + 1),
    needs.store.unclaimedTickets(MAX_LISTED + 1),
  ])
  const card = listCard(needs, french.lists.mine, [
    { heading: french.lists.yours, empty: french.lists.noneYours, tickets: own },
    { heading: french.lists.nobodys, empty: french.lists.noneNobodys, tickets: free },
  ])
  return { ...card, buttons: [...card.buttons, french.open.button] }
}

export async function showMine(needs: Uses, member: Member): Promise<Answer> {
  return { kind: "whisper", card: await mine(needs, member) }
}

/** « cherche lien expiré », « cherche 123 » */
export async function findTickets(
  needs: Uses & Pick<Needs, "lexicon" | "faq" | "redirections" | "llm">,
  argument: string,
): Promise<Answer> {
  const words = argument.trim().slice(0, 200)
  const [, number] = /^#?\s*(\d{1,9})$/.exec(words) ?? []
  if (number && (await needs.store.ticket(Number(number)))) return showTicket(needs, Number(number))
  if (words.length < MIN_WORDS) throw new UserError(french.lists.sayWords)
  const found = await needs.store.findTickets(words, MAX_LISTED + 1)
  const heading = french.lists.found(found.length, MAX_LISTED)
  const card = listCard(needs, french.lists.search(words), [
    { heading, empty: french.lists.nothingFound(words), tickets: found },
  ])
  return { kind: "whisper", card }
}

/** The words that begin so; after « demande », the numbers and subjects of the open ones. */
export async function complete({ store, settings }: Uses, text: string): Promise<Option[]> {
  const [, digits] = /^\s*demande\s+#?\s*(\d{0,9})$/i.exec(text) ?? []
  if (digits === undefined) return commandsThatBegin(text)
  const tickets = await store.ticketsNumbered(digits, MAX_COMPLETIONS)
  return tickets.map(({ id, mailbox, subject }) => ({
    label: `${mailboxSettings(settings, mailbox).label} #${id} — ${subject}`,
    value: `demande ${id}`,
  }))
}
