// `/mentor lier`: an account of a chat becomes a member's, by a code mailed to their professional address.
import type { Answer } from "../card.ts"
import { UserError } from "../errors.ts"
import type { Needs } from "../needs.ts"
import type { Person } from "../ports.ts"
import type { Transaction } from "../store.ts"
import { newCode, tryCode } from "./code.ts"
import { french } from "./french.ts"
import type { Member } from "./member.ts"
import { nameFrom } from "./names.ts"
import { isAddress } from "./requester.ts"

const HOUR = 3_600_000
const MOST_AN_HOUR = 5
const MAX_ADDRESS = 254 // RFC 5321
const MAX_KEY = 200

type Uses = Pick<Needs, "store" | "settings" | "clock">

/** Asks for the address. */
export function askAddress({ chat }: Person, member: Member | null): Answer {
  if (chat === "console") return { kind: "done", text: french.consoleIsLinked }
  return { kind: "form", form: french.addressForm(member) }
}

/** Says the same, in the same time, whether or not the address is a member's: the job finds out. */
export async function sendCode(
  needs: Uses,
  values: Record<string, string>,
  person: Person,
): Promise<Answer> {
  const id = await askCode(needs, values, person)
  return { kind: "whisper", card: french.codeCard(id) }
}

/** Also how the console mails its links: `chat` is then "console", the account nobody's. Throws `UserError` when too many are asked for. */
export async function askCode(
  { store, clock }: Uses,
  { address: typed = "", key }: Record<string, string>,
  { chat, id: externalId }: Person,
): Promise<number> {
  const address = typed.trim().toLowerCase()
  if (address.length > MAX_ADDRESS || !isAddress(address)) throw new UserError(french.notAnAddress)
  const now = clock()
  const code = newCode({ chat, externalId, address }, now)
  return store.transaction(async (tx) => {
    const own = `${chat} ${externalId} ${key ?? now.getTime()}`.slice(0, MAX_KEY)
    const asked = await tx.addCode(code, own)
    if (!asked.isNew) return asked.id
    const { byAccount, forAddress } = await tx.codesSince(new Date(now.getTime() - HOUR), code)
    const isTooMany = forAddress > MOST_AN_HOUR || (externalId !== "" && byAccount > MOST_AN_HOUR)
    if (isTooMany) throw new UserError(french.tooManyCodes)
    await tx.enqueue("code.mail", { codeId: asked.id })
    return asked.id
  })
}

/** *Saisir le code* */
export function askForCode(id: number): Answer {
  return { kind: "form", form: french.codeForm(id) }
}

/** The right code makes the account theirs; the same form twice is told the same. */
export async function linkAccount(
  needs: Uses,
  id: number,
  { code: typed = "" }: Record<string, string>,
  { chat, id: externalId }: Person,
): Promise<Answer> {
  const { store, settings, clock } = needs
  // A refusal is thrown after the transaction, or the try that it cost would be given back.
  const told = await store.transaction(async (tx) => {
    const code = await tx.lockCode(id)
    if (code?.chat !== chat || code.externalId !== externalId) return french.codeExpired
    const [tried, outcome] = tryCode(settings.secret, code, typed, clock())
    await tx.saveTry(tried)
    if (outcome === "wrong") return french.wrongCodeCard(id, tried.triesLeft)
    if (outcome === "expired") return french.codeExpired
    if (outcome === "no tries left") return french.noTriesLeft
    const member = await memberFor(needs, tx, code.address)
    if (!member) return french.codeExpired
    if (outcome === "right") {
      await tx.linkIdentity(chat, externalId, member.id)
      const line = { ticketId: null, memberId: member.id, at: clock(), what: "account linked" }
      await tx.record({ ...line, detail: { chat, account: externalId } })
    }
    return member
  })
  if (typeof told === "string") throw new UserError(told)
  // Not a refusal but an answer, which has the button to try again: a form that was sent is closed.
  if ("buttons" in told) return { kind: "whisper", card: told }
  return { kind: "done", text: french.linked(told.name) }
}

/** Whose address that is. Those of ADMIN_EMAILS become members when they first come, unless they were made to leave. */
export async function memberFor(
  { settings, clock }: Uses,
  tx: Transaction,
  address: string,
): Promise<Member | null> {
  const member = await tx.memberByAddress(address)
  if (member) return member
  if (!settings.administrators.includes(address) || (await tx.hasLeft(address))) return null
  const name = nameFrom(address) || address
  const administrator = { name, address, service: settings.service, role: "administrator" } as const
  const added = await tx.keepMember(administrator)
  const line = { ticketId: null, memberId: added.id, at: clock(), what: "member added" }
  await tx.record({ ...line, detail: { member: name, role: "administrator" } })
  return added
}
