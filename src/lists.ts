import type { MemberAction, PublicAction } from "./actions.ts"
import type { Answer } from "./card.ts"
import type { MemberCommand, PublicCommand } from "./commands.ts"
import type { InChat, Submission } from "./in-chat.ts"
import type { Job, JobName } from "./jobs.ts"
import type { Member } from "./people/member.ts"
import type { Asked, Person, RawMail } from "./ports.ts"

/** What happens when: the lists that app.ts fills, one line per occasion. */
export type App = {
  /** In the mailbox, or in *Sent*. */
  mail: { arrived(mail: RawMail): Promise<void> }
  jobs: { [Name in JobName]: (job: Job<Name>) => Promise<void> }
  /** A click. `id` is what the button is about. */
  actions: Record<
    MemberAction,
    (id: number, member: Member, name: string) => Promise<Answer> | Answer
  >
  /** Of anybody, members or not. */
  publicActions: Record<
    PublicAction,
    (id: number, person: Person, member: Member | null, name: string) => Promise<Answer> | Answer
  >
  /** A form sent back. `version` is what the person had seen. */
  submissions: Partial<Record<MemberAction, Submission>>
  publicSubmissions: Partial<
    Record<
      PublicAction,
      (
        id: number,
        values: Record<string, string>,
        person: Person,
        member: Member | null,
      ) => Promise<Answer>
    >
  >
  /** What a member types after `/mentor`. */
  commands: Record<MemberCommand, (argument: string, member: Member) => Promise<Answer>>
  publicCommands: Record<
    PublicCommand,
    (
      argument: string,
      person: Person,
      member: Member | null,
      asked: Asked,
    ) => Promise<Answer> | Answer
  >
  /** What else people do in a chat. */
  inChat: InChat
  everyMinute: Record<string, () => Promise<void>>
}
