// What administrators do to the other services: their names, their addresses, and what they are proposed for.

import type { Answer } from "../card.ts"
import { UserError } from "../errors.ts"
import type { App } from "../lists.ts"
import type { Needs } from "../needs.ts"
import { refuseOthers } from "../people/administrator.ts"
import type { Member } from "../people/member.ts"
import { isAddress } from "../people/requester.ts"
import { CATEGORIES, isCategory, labelIn } from "../triage/categories.ts"
import { french } from "./french.ts"
import type { KnownOffice } from "./store.ts"

const MAX_NAME = 80
const NEVER = "indesirable"

type Uses = Pick<Needs, "store" | "clock" | "lexicon" | "settings">

type Actions = Pick<App["actions"], "office.add" | "office.edit" | "office.open" | "office.close">

export function officeActions(needs: Uses): Actions {
  return {
    "office.add": (_, member) => askOffice(needs, null, member),
    "office.edit": (id, member) => askOffice(needs, id, member),
    "office.open": (id, member) => setOfficeOpen(needs, id, true, member),
    "office.close": (id, member) => setOfficeOpen(needs, id, false, member),
  }
}

export function officeForms(needs: Uses): App["submissions"] {
  return {
    "office.add": (_, values, member) => addOffice(needs, values, member),
    "office.edit": ({ id }, values, member) => editOffice(needs, id, values, member),
  }
}

async function askOffice(needs: Uses, id: number | null, member: Member): Promise<Answer> {
  await refuseOthers(needs, member, id === null ? "office.add" : "office.edit")
  const office = id === null ? null : await find(needs, id)
  const options = CATEGORIES.filter((category) => category !== NEVER).map((value) => ({
    ...{ value, label: labelIn(needs.lexicon, value) },
  }))
  return { kind: "form", form: french.form(office, id ?? 0, options) }
}

async function addOffice(
  needs: Uses,
  values: Record<string, string>,
  member: Member,
): Promise<Answer> {
  await refuseOthers(needs, member, "office.add")
  const office = { ...typed(needs, values), textId: null, isActive: true }
  await needs.store.transaction(async (tx) => {
    await tx.addOffice(office)
    await tx.record({ ...line(needs, member), what: "service added", detail: told(office) })
  })
  return { kind: "done", text: french.saved(office.name) }
}

async function editOffice(
  needs: Uses,
  id: number,
  values: Record<string, string>,
  member: Member,
): Promise<Answer> {
  await refuseOthers(needs, member, "office.edit")
  const office = { ...(await find(needs, id)), ...typed(needs, values) }
  await save(needs, office, member, "service changed")
  return { kind: "done", text: french.saved(office.name) }
}

async function setOfficeOpen(
  needs: Uses,
  id: number,
  isActive: boolean,
  member: Member,
): Promise<Answer> {
  await refuseOthers(needs, member, isActive ? "office.open" : "office.close")
  const office = await find(needs, id)
  const what = isActive ? "service opened" : "service closed"
  if (office.isActive !== isActive) await save(needs, { ...office, isActive }, member, what)
  return { kind: "done", text: french.opened(office.name, isActive) }
}

async function save(needs: Uses, office: KnownOffice, member: Member, what: string): Promise<void> {
  await needs.store.transaction(async (tx) => {
    await tx.saveOffice(office)
    await tx.record({ ...line(needs, member), what, detail: told(office) })
  })
}

async function find({ store }: Uses, id: number): Promise<KnownOffice> {
  const office = await store.office(id)
  if (!office) throw new UserError(french.noSuchOffice)
  return office
}

function typed({ settings }: Uses, values: Record<string, string>) {
  const [name = "", address = ""] = [values.name, values.address].map((text) => text?.trim())
  if (!name || name.length > MAX_NAME) throw new UserError(french.nameMissing(MAX_NAME))
  const wanted = address.toLowerCase()
  if (wanted && !isAddress(wanted)) throw new UserError(french.notAnAddress(wanted))
  if (settings.mailboxes.some((mailbox) => mailbox.address.toLowerCase() === wanted)) {
    throw new UserError(french.ourOwn)
  }
  const categories = (values.categories ?? "").split("\n").filter(isCategory)
  return { name, address: wanted, categories }
}

function told({ name, address }: Pick<KnownOffice, "name" | "address">) {
  return { service: name, address }
}

function line({ clock }: Uses, member: Member) {
  return { ticketId: null, memberId: member.id, at: clock() }
}
