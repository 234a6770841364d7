import { parseAction } from "../actions.ts"
import type { App } from "../app.ts"
import { isPublic, parseCommand } from "../commands.ts"
import { UserError } from "../errors.ts"
import type { Needs } from "../needs.ts"
import type { Member } from "../people/member.ts"
import type { ChatOccasions, Person } from "../ports.ts"
import { french } from "./french.ts"

type Happens = Pick<App, "actions" | "submissions" | "commands" | "publicCommands" | "inChat">
type Uses = Pick<Needs, "store" | "clock">

/** What comes in from one chat: who acts must be a member, and what they ask must exist. */
export function chatOccasions(app: Happens, { store, clock }: Uses, chat: string): ChatOccasions {
  const known = (person: Person): Promise<Member | null> =>
    person.chat === "console"
      ? store.member(Number(person.id))
      : store.memberByIdentity(person.chat, person.id)

  async function memberOf(person: Person): Promise<Member> {
    const member = await known(person)
    if (!member) throw new UserError(french.notAMember)
    return member
  }

  return {
    async act(text, person) {
      const { name, id } = parseAction(text)
      return app.actions[name](Number(id), await memberOf(person), id)
    },
    async submit(text, values, person, files = []) {
      const { name, id, version } = parseAction(text)
      const submission = app.submissions[name]
      if (!submission) throw new UserError(french.unknownForm)
      const about = { id: Number(id), name: id, version }
      return submission(about, values, await memberOf(person), files)
    },
    async command(text, person) {
      const command = parseCommand(text)
      if (!command) throw new UserError(french.unknownCommand(text))
      const { name, argument } = command
      if (isPublic(name)) {
        return app.publicCommands[name](argument, person, await known(person))
      }
      return app.commands[name](argument, await memberOf(person))
    },
    async complete(text, person) {
      return (await known(person)) ? app.inChat.complete(text) : []
    },
    async reply(post, text, key, person) {
      const [ticketId, member] = await Promise.all([store.ticketOfPost(chat, post), known(person)])
      if (ticketId && member) await app.inChat.note(ticketId, { text, key }, member)
    },
    async react(post, reaction, person) {
      const [ticketId, member] = await Promise.all([store.ticketOfPost(chat, post), known(person)])
      // Anybody may show that they have seen it: only a member's sign means something.
      return ticketId && member ? app.inChat.reaction(reaction, ticketId, member) : null
    },
    openFrom: async (text, person) => app.inChat.openFrom(text, await memberOf(person)),
    home: async (person) => app.inChat.home(await known(person)),
    async working() {
      await store.noteChat(chat, clock(), null)
      await app.inChat.isBack(chat)
    },
    failing: (reason) => store.noteChat(chat, clock(), reason),
  }
}
