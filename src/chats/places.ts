// What administrators do to places: where cards and announcements go, beyond what the environment seeded.

import type { Answer } from "../card.ts"
import { UserError } from "../errors.ts"
import type { App } from "../lists.ts"
import type { Needs } from "../needs.ts"
import { pairId, pairOf, refuseOthers } from "../people/administrator.ts"
import type { Member } from "../people/member.ts"
import { french } from "./french-places.ts"
import type { KnownPlace } from "./store.ts"

const MAX_NAME = 80
/** Beside the name of its chat and of the action, it must fit in a button. */
const MAX_CHANNEL = 60

type Uses = Pick<Needs, "store" | "clock" | "chats">

type Actions = Pick<App["actions"], "place.add" | "place.rename" | "place.open" | "place.close">

export function placeActions(needs: Uses): Actions {
  return {
    "place.add": (_, member) => askPlace(needs, member),
    "place.rename": (_, member, name) => askPlaceName(needs, name, member),
    "place.open": (_, member, name) => setPlaceOpen(needs, name, true, member),
    "place.close": (_, member, name) => setPlaceOpen(needs, name, false, member),
  }
}

export function placeForms(needs: Uses): App["submissions"] {
  return {
    "place.add": (_, values, member) => addPlace(needs, values, member),
    "place.rename": ({ name }, values, member) => renamePlace(needs, name, values, member),
  }
}

async function askPlace(needs: Uses, member: Member): Promise<Answer> {
  await refuseOthers(needs, member, "place.add")
  const chats = chatsOf(needs)
  if (chats.length === 0) throw new UserError(french.noChat)
  return { kind: "form", form: french.placeForm(chats) }
}

async function addPlace(
  needs: Uses,
  values: Record<string, string>,
  member: Member,
): Promise<Answer> {
  await refuseOthers(needs, member, "place.add")
  const chat = chatsOf(needs).find((known) => known === values.chat)
  const channel = (values.channel ?? "").trim()
  const kind = values.kind === "community" ? "community" : "team"
  if (!chat) throw new UserError(french.noChat)
  if (!channel || channel.length > MAX_CHANNEL || /\s/.test(channel)) {
    throw new UserError(french.notAChannel)
  }
  const name = nameIn(values)
  const detail = { chat, channel, kind, name }
  await needs.store.transaction(async (tx) => {
    if (!(await tx.addPlace({ chat, channel, kind, name }))) throw new UserError(french.placeKnown)
    await tx.record({ ...line(needs, member), what: "place added", detail })
  })
  return { kind: "done", text: french.placeAdded(name, kind) }
}

async function askPlaceName(needs: Uses, id: string, member: Member): Promise<Answer> {
  await refuseOthers(needs, member, "place.rename")
  const place = await find(needs, id)
  return { kind: "form", form: french.nameForm(pairId(place.chat, place.channel), place.name) }
}

async function renamePlace(
  needs: Uses,
  id: string,
  values: Record<string, string>,
  member: Member,
): Promise<Answer> {
  await refuseOthers(needs, member, "place.rename")
  const place = await find(needs, id)
  const name = nameIn(values)
  if (name !== place.name) await save(needs, { ...place, name }, member, "place renamed")
  return { kind: "done", text: french.placeRenamed(name) }
}

/** A closed place receives nothing; the console's always does, or nobody would see the requests. */
export async function setPlaceOpen(
  needs: Uses,
  id: string,
  isActive: boolean,
  member: Member,
): Promise<Answer> {
  await refuseOthers(needs, member, isActive ? "place.open" : "place.close")
  const place = await find(needs, id)
  if (!isActive && place.chat === "console") throw new UserError(french.consoleStays)
  const what = isActive ? "place opened" : "place closed"
  if (place.isActive !== isActive) await save(needs, { ...place, isActive }, member, what)
  return { kind: "done", text: french.placeOpen(place.name, isActive) }
}

async function save(needs: Uses, place: KnownPlace, member: Member, what: string): Promise<void> {
  const { chat, channel, name } = place
  await needs.store.transaction(async (tx) => {
    await tx.savePlace(place)
    await tx.record({ ...line(needs, member), what, detail: { chat, channel, name } })
  })
}

async function find({ store }: Uses, id: string): Promise<KnownPlace> {
  const [chat, channel] = pairOf(id) ?? ["", ""]
  const place = await store.place(chat, channel)
  if (!place) throw new UserError(french.noSuchPlace)
  return place
}

/** The console has its own, and needs no other. */
function chatsOf({ chats }: Uses): string[] {
  return chats.map(({ name }) => name).filter((name) => name !== "console")
}

function nameIn({ name: typed = "" }: Record<string, string>): string {
  const name = typed.trim()
  if (!name || name.length > MAX_NAME) throw new UserError(french.nameMissing(MAX_NAME))
  return name
}

function line({ clock }: Uses, member: Member) {
  return { ticketId: null, memberId: member.id, at: clock() }
}
