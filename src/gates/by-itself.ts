import { dayOf } from "../calendar/working-days.ts"
import { delicateReason } from "../faq/delicate.ts"
import { isToReview } from "../faq/entry.ts"
import type { Needs } from "../needs.ts"
import { domainVerdict } from "../people/domain.ts"
import type { Drawing } from "../tickets/store.ts"
import { fold } from "../triage/lexicon.ts"
import { gateWords } from "./french.ts"
import { isOfSuspendedAccount, whyNever } from "./never.ts"
import type { OwnAnswer } from "./outcome.ts"

const { person } = gateWords
const DAY = 86_400_000
/** Who wrote less than so many days before writes a second message, whatever the subject. */
const RECENT = 30 * DAY

/**
 * Why a person has to answer, in French: nothing, and the answer would leave by itself, were the gate of its category
 * open. `before`: the id of the message that answered, whatever came later.
 */
export function whyAPerson(
  { settings, lexicon }: Pick<Needs, "settings" | "lexicon">,
  { ticket, messages, mails, earlier, passings, incident }: Drawing,
  own: OwnAnswer | null,
  at: Date,
  before = Number.POSITIVE_INFINITY,
): string[] {
  const { triage, requester, openedAt } = ticket
  const turns = messages.filter(({ id, outgoing }) => id < before && !outgoing?.isAutomatic)
  const people = mails.filter(({ automatic, folder }) => !automatic && folder === "inbox")
  const [first] = people
  const text = `${ticket.subject}\n${turns.map((turn) => turn.text).join("\n")}`
  const folded = fold(text)
  const { entry } = own ?? {}
  const reasons: [boolean, string][] = [
    [!triage || !entry, person.noCard],
    [!entry?.isValidated, person.notValidated],
    [entry !== undefined && isToReview(entry, dayOf(at).toString()), person.toReview],
    [(triage?.missing.length ?? 0) > 0, person.missing],
    [whyNever(triage?.category ?? "") !== null, person.category],
    [entry !== undefined && entry.category !== triage?.category, person.category],
    [isOfSuspendedAccount(folded, entry?.id ?? ""), person.suspended],
    [triage?.answer?.isDelicate === true, triage?.answer?.because ?? ""],
    [delicateReason(lexicon, folded) !== null, delicateReason(lexicon, folded) ?? ""],
    [triage?.priority === "high" || ticket.priority === "high", person.urgent],
    [people.some(({ attachments }) => attachments.length > 0), person.attachment],
    [turns.length > 1, person.secondMessage],
    [ticket.mayContinue !== null, person.mayContinue],
    [earlier.some((one) => openedAt.getTime() - one.openedAt.getTime() < RECENT), person.recent],
    [triage?.language !== "fr", person.language],
    [triage?.answer?.isForAnother === true, person.forAnother],
    [verdictOf(requester.address, settings) !== "public service", person.address],
    [!first || first.from.address !== requester.address, person.opened],
    [Boolean(first?.forwarded), person.forwarded],
    [Boolean(first?.replyTo && first.replyTo !== first.from.address), person.replyTo],
    [mails.some(({ automatic }) => automatic !== null), person.machine],
    [incident !== null, person.incident],
    [passings.length > 0, person.passed],
    [ticket.mergedInto !== null, person.merged],
  ]
  return [...new Set(reasons.flatMap(([isSo, reason]) => (isSo ? [reason] : [])))]
}

function verdictOf(address: string, { publicServiceDomains }: Needs["settings"]) {
  return domainVerdict(address, publicServiceDomains)
}
