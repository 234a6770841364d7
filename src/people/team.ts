// What administrators do to the team: who is in it, with which role, and which accounts are theirs.

import type { Answer } from "../card.ts"
import { UserError } from "../errors.ts"
import type { App } from "../lists.ts"
import type { Needs } from "../needs.ts"
import type { Transaction } from "../store.ts"
import type { JournalLine } from "../tickets/store.ts"
import { pairOf, refuseOthers } from "./administrator.ts"
import { french } from "./french-team.ts"
import { type Member, ROLES } from "./member.ts"
import { isAddress } from "./requester.ts"

const MAX_NAME = 100

type Uses = Pick<Needs, "store" | "settings" | "clock">

type Actions = Pick<App["actions"], "member.add" | "member.role" | "member.leave" | "member.unlink">

export function teamActions(needs: Uses): Actions {
  return {
    "member.add": (_, member) => askMember(needs, member),
    "member.role": (id, member) => askRole(needs, id, member),
    "member.leave": (id, member) => removeMember(needs, id, member),
    "member.unlink": (_, member, name) => unlinkAccount(needs, name, member),
  }
}

export function teamForms(needs: Uses): App["submissions"] {
  return {
    "member.add": (_, values, member) => addMember(needs, values, member),
    "member.role": ({ id }, values, member) => changeRole(needs, id, values, member),
  }
}

async function askMember(needs: Uses, member: Member): Promise<Answer> {
  await refuseOthers(needs, member, "member.add")
  return { kind: "form", form: french.memberForm(needs.settings.service) }
}

/** Also how somebody who left comes back. */
async function addMember(
  needs: Uses,
  values: Record<string, string>,
  member: Member,
): Promise<Answer> {
  await refuseOthers(needs, member, "member.add")
  const [name = "", service = ""] = [values.name, values.service].map((text) => text?.trim())
  const address = (values.address ?? "").trim().toLowerCase()
  const role = roleIn(values)
  if (!name || name.length > MAX_NAME || service.length > MAX_NAME) {
    throw new UserError(french.nameMissing)
  }
  if (!isAddress(address)) throw new UserError(french.notAnAddress(address))
  await change(needs, member, async (tx) => {
    const added = await tx.addMember({ name, service, address, role }, needs.clock())
    if (!added) throw new UserError(french.alreadyIn(address))
    return { what: "member added", detail: { member: name, role } }
  })
  return { kind: "done", text: french.added(name) }
}

async function askRole(needs: Uses, id: number, member: Member): Promise<Answer> {
  await refuseOthers(needs, member, "member.role")
  return { kind: "form", form: french.roleForm(await find(needs.store, id)) }
}

async function changeRole(
  needs: Uses,
  id: number,
  values: Record<string, string>,
  member: Member,
): Promise<Answer> {
  await refuseOthers(needs, member, "member.role")
  const role = roleIn(values)
  const changed = await find(needs.store, id)
  await change(needs, member, async (tx) => {
    const before = await find(tx, id)
    if (before.role === role) return null
    await keepAnAdministrator(tx, before)
    await tx.changeRole(id, role, needs.clock())
    return { what: "role changed", detail: { member: before.name, from: before.role, to: role } }
  })
  return { kind: "done", text: french.roleChanged(changed.name, role) }
}

/** Their requests are taken back, their accounts unlinked, their consoles closed; their name stays in the history. */
export async function removeMember(needs: Uses, id: number, member: Member): Promise<Answer> {
  await refuseOthers(needs, member, "member.leave")
  const leaving = await find(needs.store, id)
  await change(needs, member, async (tx) => {
    await keepAnAdministrator(tx, await find(tx, id))
    await tx.removeMember(id, needs.clock())
    await tx.unlinkIdentitiesOf(id)
    await tx.endSessionsOf(id, needs.clock())
    await tx.enqueue("tickets.release", { byId: member.id })
    return { what: "member left", detail: { member: leaving.name } }
  })
  return { kind: "done", text: french.left(leaving.name) }
}

async function unlinkAccount(needs: Uses, name: string, member: Member): Promise<Answer> {
  await refuseOthers(needs, member, "member.unlink")
  const [chat, account] = pairOf(name) ?? ["", ""]
  await change(needs, member, async (tx) => {
    const owner = await tx.memberByIdentity(chat, account)
    if (!(await tx.unlinkIdentity(chat, account))) return null
    return { what: "account unlinked", detail: { member: owner?.name ?? "", chat, account } }
  })
  return { kind: "done", text: french.unlinked }
}

type Written = Pick<JournalLine, "what" | "detail"> | null

/** One administrator at a time: two who remove each other are not both removed. Null: it was so already. */
async function change(
  { store, clock }: Uses,
  member: Member,
  work: (tx: Transaction) => Promise<Written>,
): Promise<void> {
  await store.transaction(async (tx) => {
    await tx.lockTeam()
    const done = await work(tx)
    if (done) await tx.record({ ticketId: null, memberId: member.id, at: clock(), ...done })
  })
}

async function keepAnAdministrator(tx: Transaction, leaving: Member): Promise<void> {
  if (leaving.role !== "administrator" || (await tx.administrators()) > 1) return
  throw new UserError(french.lastAdministrator)
}

async function find(store: Pick<Uses["store"], "member">, id: number): Promise<Member> {
  const member = await store.member(id)
  if (!member) throw new UserError(french.noSuchMember)
  return member
}

function roleIn({ role: asked }: Record<string, string>) {
  const role = ROLES.find((known) => known === asked)
  if (!role) throw new UserError(french.roleMissing)
  return role
}
