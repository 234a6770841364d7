import type { Needs } from "../needs.ts"

const AT_ONCE = 500

/** A chat is back: what it could not show is drawn from state, not replayed. A chat that fails again is owed it again. */
export async function catchUp(
  { store }: Pick<Needs, "store">,
  chat: string,
  most = AT_ONCE,
): Promise<void> {
  await store.transaction(async (tx) => {
    for (const ticketId of await tx.takeOwedCards(chat, most)) {
      await tx.enqueue("ticket.announce", { ticketId, backIn: chat })
    }
  })
}

/** Every minute: whoever is owed cards is given them; while it fails, one, to see whether it takes it. */
export async function catchUpChats(needs: Pick<Needs, "store" | "chats">): Promise<void> {
  const states = await needs.store.chatStates()
  for (const { name } of needs.chats) {
    const isFailing = states.some((state) => state.name === name && state.failingSince)
    await catchUp(needs, name, isFailing ? 1 : AT_ONCE)
  }
}
