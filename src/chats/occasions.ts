import { isPublicAction, parseAction } from "../actions.ts"
import { dayOf } from "../calendar/working-days.ts"
import { isPublic, readSaid } from "../commands.ts"
import { UserError } from "../errors.ts"
import type { App } from "../lists.ts"
import type { Needs } from "../needs.ts"
import type { Member } from "../people/member.ts"
import type { ChatOccasions, Person } from "../ports.ts"
import { french } from "./french.ts"

type Happens = Omit<App, "mail" | "jobs" | "everyMinute">
type Uses = Pick<Needs, "store" | "clock">

const MAX_ASKED = 100
const MAX_KEY = 200

/** What comes in from one chat: who acts must be a member, and what they ask must exist. */
export function chatOccasions(app: Happens, { store, clock }: Uses, chat: string): ChatOccasions {
  const known = (person: Person): Promise<Member | null> =>
    person.chat === "console"
      ? store.member(Number(person.id))
      : store.memberByIdentity(person.chat, person.id)

  /** `asked`: what is written down when they are nobody, who are told alone how to become somebody. */
  async function memberOf(person: Person, asked: string): Promise<Member> {
    const member = await known(person)
    if (member) return member
    const [, id] = /^ticket\.\w+:(\d{1,9})/.exec(asked) ?? []
    const ticket = id ? await store.ticket(Number(id)) : null
    const now = clock()
    const [what] = asked.split(":")
    // Whoever is nobody may click all day: the journal is for those who read it.
    const once = `refused ${dayOf(now)} ${person.chat} ${person.id} ${what}`.slice(0, MAX_KEY)
    await store.transaction(async (tx) => {
      if (!(await tx.meetOccasion(once, now))) return
      await tx.record({
        ...{ ticketId: ticket?.id ?? null, memberId: null, at: now, what: "refused" },
        detail: { chat: person.chat, account: person.id, asked: asked.slice(0, MAX_ASKED) },
      })
    })
    throw new UserError(person.chat === "console" ? french.notAMember : french.notLinkedYet)
  }

  return {
    async act(text, person) {
      const { name, id } = parseAction(text)
      if (isPublicAction(name)) {
        return app.publicActions[name](Number(id), person, await known(person), id)
      }
      return app.actions[name](Number(id), await memberOf(person, text), id)
    },
    async submit(text, values, person, files = []) {
      const { name, id, version } = parseAction(text)
      if (isPublicAction(name)) {
        const submission = app.publicSubmissions[name]
        if (!submission) throw new UserError(french.unknownForm)
        return submission(Number(id), values, person, await known(person))
      }
      const submission = app.submissions[name]
      if (!submission) throw new UserError(french.unknownForm)
      const about = { id: Number(id), name: id, version }
      return submission(about, values, await memberOf(person, text), files)
    },
    async command(text, person, asked) {
      const member = await known(person)
      const command = readSaid(text, member !== null)
      if (!command) throw new UserError(french.unknownCommand(text))
      const { name, argument } = command
      if (isPublic(name)) {
        return app.publicCommands[name](argument, person, member, asked)
      }
      return app.commands[name](argument, await memberOf(person, name))
    },
    async complete(text, person) {
      return (await known(person)) ? app.inChat.complete(text) : []
    },
    async reply(post, text, key, person) {
      const [card, member] = await Promise.all([store.ticketOfPost(chat, post), known(person)])
      if (!card || !member) return
      // It stands in that thread already; the console has no other thread than what it is told.
      const there = chat === "console" ? null : { chat, place: card.place }
      await app.inChat.note(card.ticketId, { text, key: `${chat} ${key}`, there }, member)
    },
    async react(post, reaction, person) {
      const [card, member] = await Promise.all([store.ticketOfPost(chat, post), known(person)])
      // Anybody may show that they have seen it: only a member's sign means something.
      return card && member ? app.inChat.reaction(reaction, card.ticketId, member) : null
    },
    openFrom: async (text, person) => app.inChat.openFrom(text, await memberOf(person, "openFrom")),
    home: async (person) => app.inChat.home(await known(person)),
    async working() {
      await store.noteChat(chat, clock(), null)
      await app.inChat.isBack(chat)
    },
    failing: (reason) => store.noteChat(chat, clock(), reason),
  }
}
