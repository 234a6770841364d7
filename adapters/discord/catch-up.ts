// What was written while no copy held the gateway: read again when one takes it. Notes have a key, so that twice is once.
import { type REST, Routes } from "discord.js"
import { ActiveThreads, type ChatMessage, ChatMessages } from "./payloads.ts"
import type { Threads } from "./threads.ts"

/** A restart, a copy that takes over: not a day of silence, which people have noticed. */
const LOOK_BACK = 15 * 60_000
const EPOCH = 1_420_070_400_000
const MOST = "100"
/** Of a server where everybody talks; whose thread it is, the occasion knows. */
const MOST_THREADS = 50

/** Messages of the server's threads, oldest first in each. */
export async function missedMessages(
  rest: REST,
  guild_id: string,
  threads: Threads,
  now: number,
): Promise<ChatMessage[]> {
  const active = ActiveThreads.parse(await rest.get(Routes.guildActiveThreads(guild_id)))
  const since = idAt(now - LOOK_BACK)
  const query = new URLSearchParams({ after: String(since), limit: MOST })
  const lively = active.threads
    .filter(({ last_message_id }) => BigInt(last_message_id ?? "0") >= since)
    .sort((a, b) => Number(BigInt(b.last_message_id ?? "0") - BigInt(a.last_message_id ?? "0")))
    .slice(0, MOST_THREADS)
  const missed: ChatMessage[] = []
  for (const { id, parent_id } of lively) {
    threads.learn(id, parent_id ?? null)
    const messages = ChatMessages.parse(await rest.get(Routes.channelMessages(id), { query }))
    missed.push(...messages.reverse().map((message) => ({ ...message, guild_id })))
  }
  return missed
}

/** Discord's ids are dates. */
function idAt(time: number): bigint {
  return BigInt(time - EPOCH) << 22n
}
