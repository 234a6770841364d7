import { parseAction } from "../actions.ts"
import type { App } from "../app.ts"
import { UserError } from "../errors.ts"
import type { Needs } from "../needs.ts"
import type { Member } from "../people/member.ts"
import type { ChatOccasions, Person } from "../ports.ts"
import { french } from "./french.ts"

/** What comes in from a chat: who acts must be a member, and what they ask must exist. */
export function chatOccasions(
  app: Pick<App, "actions" | "submissions">,
  { store }: Pick<Needs, "store">,
): ChatOccasions {
  async function memberOf(person: Person): Promise<Member> {
    const member = await store.member(Number(person.id))
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
      return submission(
        { id: Number(id), name: id, version },
        values,
        await memberOf(person),
        files,
      )
    },
  }
}
