// The console opened to the network: a one-time link, mailed to the professional address, opens a session.
import { UserError } from "../errors.ts"
import type { Needs } from "../needs.ts"
import type { Access } from "../ports.ts"
import { readLink } from "../signed-link.ts"
import { tryCode } from "./code.ts"
import { french } from "./french.ts"
import { askCode, memberFor } from "./link.ts"
import { LOG_IN } from "./mail-code.ts"

const SESSION = 7 * 24 * 3_600_000

type Uses = Pick<Needs, "store" | "settings" | "clock">

export function openAccess(needs: Uses): Access {
  const { store, clock } = needs
  return {
    async ask(address, key) {
      await askCode(needs, { address, key }, { chat: "console", id: "" })
    },
    guest: (link) => guestOf(needs, link),
    enter: (link) => enter(needs, link),
    member: (session) => store.memberOfSession(session, clock()),
    leave: (session) => store.endSession(session, clock()),
  }
}

async function guestOf(needs: Uses, link: string): Promise<string> {
  const code = await needs.store.code(idIn(needs, link))
  if (!code || code.usedAt) throw new UserError(french.linkUsed)
  return code.address
}

/** A second time it opens nothing, were it a double click: the first one has its session. */
export async function enter(
  needs: Uses,
  link: string,
): Promise<{ session: string; seconds: number }> {
  const { store, settings, clock } = needs
  const id = idIn(needs, link)
  const now = clock()
  const session = await store.transaction(async (tx) => {
    const code = await tx.lockCode(id)
    if (code?.chat !== "console") return null
    const [tried, outcome] = tryCode(settings.secret, code, link, now)
    await tx.saveTry(tried)
    const member = outcome === "right" ? await memberFor(needs, tx, code.address) : null
    if (!member) return null
    await tx.record({ ticketId: null, memberId: member.id, at: now, what: "logged in", detail: {} })
    return tx.startSession(member.id, now, new Date(now.getTime() + SESSION))
  })
  if (!session) throw new UserError(french.linkUsed)
  return { session, seconds: SESSION / 1_000 }
}

function idIn({ settings, clock }: Uses, link: string): number {
  const read = readLink(settings.secret, LOG_IN, link, clock())
  if (read.kind === "expired") throw new UserError(french.linkExpired)
  if (read.kind === "forged") throw new UserError(french.linkWrong)
  return Number(read.subject)
}
