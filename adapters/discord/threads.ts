// Which post a thread is about. Discord tells the channel of a message, not what it hangs from: asked once for each.
import { type REST, Routes } from "discord.js"
import { Channel } from "./payloads.ts"

const MOST = 2_000
/** Of an announcement channel, public, private. */
const THREADS = [10, 11, 12]

export type Threads = ReturnType<typeof openThreads>

export function openThreads(rest: REST) {
  const known = new Map<string, string | null>()
  return { postOf, learn }

  /** A thread that hangs from a message has its id. Null: not a thread. */
  async function postOf(channel: string): Promise<string | null> {
    const post = known.get(channel)
    if (post !== undefined) return post
    const { type, parent_id } = Channel.parse(await rest.get(Routes.channel(channel)))
    return learn(channel, THREADS.includes(type) ? (parent_id ?? null) : null)
  }

  function learn(channel: string, parent: string | null): string | null {
    const post = parent && `${parent}/${channel}`
    known.set(channel, post)
    const [oldest] = known.keys()
    if (known.size > MOST && oldest) known.delete(oldest)
    return post
  }
}
