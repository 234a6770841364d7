import type { Needs } from "../needs.ts"

const AT_ONCE = 500

type Uses = Pick<Needs, "store" | "chats">

/** A chat is back: what it could not show is drawn from state, not replayed. */
export async function catchUp({ store }: Pick<Needs, "store">, chat: string): Promise<void> {
  for (const ticketId of await store.owedCards(chat, AT_ONCE)) {
    await store.transaction((tx) => tx.enqueue("ticket.announce", { ticketId }))
  }
}

/** Every minute: whoever is owed cards is asked for one, and given the others when it took that one. */
export async function catchUpChats({ store, chats }: Uses): Promise<void> {
  const states = await store.chatStates()
  for (const { name } of chats) {
    const isFailing = states.some((state) => state.name === name && state.failingSince)
    for (const ticketId of await store.owedCards(name, isFailing ? 1 : AT_ONCE)) {
      await store.transaction((tx) => tx.enqueue("ticket.announce", { ticketId }))
    }
  }
}
