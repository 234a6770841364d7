import type { Answer, Card, Option } from "../../src/card.ts"
import type { OutgoingAttachment } from "../../src/mail/outgoing.ts"
import type { Asked, ChatOccasions, Person } from "../../src/ports.ts"

export type Came = {
  what: string
  by: Person
  values?: Record<string, string>
  files?: OutgoingAttachment[]
  asked?: Asked
}

/** What comes in from a chat, noted; what it answers is decided by each test. */
export function someOccasions(over: Partial<ChatOccasions> = {}) {
  const came: Came[] = []
  const states: (string | null)[] = []
  const world = {
    answer: (_came: Came): Answer | Promise<Answer> => ({ kind: "done" }),
    options: [] as Option[],
  }
  const answerTo = async (one: Came): Promise<Answer> => {
    came.push(one)
    return world.answer(one)
  }
  const occasions: ChatOccasions = {
    act: (what, by) => answerTo({ what, by }),
    submit: (what, values, by, files = []) => answerTo({ what, by, values, files }),
    command: (text, by, asked) => answerTo({ what: `/mentor ${text}`, by, asked }),
    openFrom: (text, by) => answerTo({ what: `from: ${text}`, by }),
    complete: async () => world.options,
    async reply(post, text, key, by) {
      await answerTo({ what: `${post}: ${text}`, by, values: { key } })
    },
    react: (post, reaction, by) => answerTo({ what: `${post} ${reaction}`, by }),
    home: async (): Promise<Card> => ({
      ...{ fallback: "Vos demandes", title: "Vos demandes", ticket: null, tone: "neutral" },
      ...{ badges: [], fields: [], sections: [], buttons: [] },
    }),
    async working() {
      states.push(null)
    },
    async failing(reason) {
      states.push(reason)
    },
    ...over,
  }
  return Object.assign(world, occasions, { came, states })
}
