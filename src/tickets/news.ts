import type { Store } from "../store.ts"
import { excerpt } from "./card-sections.ts"
import { french } from "./french.ts"
import type { Message } from "./ticket.ts"

/** « un nouveau message est arrivé… », « Karim Lenoir a répondu… » */
export async function tellNews(
  store: Pick<Store, "member">,
  news: Message[],
  withText: boolean,
): Promise<string[]> {
  return Promise.all(
    news.map(async (message) => {
      const author = message.memberId ? await store.member(message.memberId) : null
      const told = french.since(message, author?.name ?? null)
      return withText ? french.quoted(told, excerpt(message.text)) : told
    }),
  )
}
