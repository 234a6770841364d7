import type { Card } from "../card.ts"
import { PostGone } from "../errors.ts"
import type { Needs } from "../needs.ts"
import type { Chat } from "../ports.ts"
import { SAID } from "./line.ts"
import type { Posting, TeamPost, Unposted } from "./store.ts"

/** All the places where the team works, as one. */
export type Team = {
  /**
   * The same thing in every place, posted once for each key, then redrawn. A chat that fails does not keep the others
   * from showing it.
   */
  show(shown: Shown): Promise<Told>
  /** A line in the thread of what was shown under `key`, wherever it is; once for each `line`. */
  say(key: string, text: string, line: string): Promise<Told>
}

export type Shown = {
  key: string
  /** Each chat may show more or less of it. */
  draw(chat: string): Card
  ticketId: number | null
}

/** The names of chats. `busy`: another copy posts it at this moment, perhaps as it was before. */
export type Told = { heard: string[]; failed: string[]; busy: string[] }

type Uses = Pick<Needs, "store" | "chats" | "clock" | "log">
type Outcome = "heard" | "failed" | "busy"

export function openTeam(needs: Uses): Team {
  const { store, chats } = needs
  const names = () => chats.map(({ name }) => name)
  return {
    async show(shown) {
      const { key, draw, ticketId } = shown
      const posts = await store.teamPosts(names(), key, ticketId)
      const told = await everywhere(needs, posts, async (chat, post) => {
        const card = draw(chat.name)
        const posting = { chat: chat.name, place: post.place, key, ticketId }
        const isShown =
          (await redraw(needs, chat, { ...posting, ref: post.ref ?? "" }, card)) ||
          (await once(needs, chat, posting, (again) => chat.post(post.place, card, key, again)))
        if (isShown && ticketId && post.isOwed) await store.settleCard(chat.name, ticketId)
        return isShown
      })
      if (ticketId) for (const chat of told.failed) await store.oweCard(chat, ticketId)
      return told
    },

    async say(key, text, line) {
      const [posts, lines] = await Promise.all([
        store.teamPosts(names(), key, null),
        store.teamPosts(names(), line, null),
      ])
      return everywhere(needs, posts, async (chat, { place, ref }) => {
        const said = lines.find((known) => known.chat === chat.name && known.place === place)
        if (!ref || said?.ref) return true
        return once(
          needs,
          chat,
          { chat: chat.name, place, key: line, ticketId: null },
          async (again) => {
            await chat.say(ref, text, line, again)
            return SAID
          },
        )
      })
    },
  }
}

/** False: it is not there (any more), and has to be posted. */
async function redraw({ store }: Uses, chat: Chat, posted: Posting, card: Card): Promise<boolean> {
  if (!posted.ref) return false
  try {
    await chat.update(posted.ref, card)
    return true
  } catch (error) {
    if (!(error instanceof PostGone)) throw error
    await store.releasePosting(posted)
    return false
  }
}

/** False when another copy is at it. The platform is told after the database: who comes after a crash looks first. */
async function once(
  { store, clock }: Uses,
  chat: Chat,
  posting: Unposted,
  post: (again: boolean) => Promise<string>,
): Promise<boolean> {
  if (chat.keepsKeys) {
    await store.savePosting({ ...posting, ref: await post(false) })
    return true
  }
  const claim = await store.claimPosting(posting, clock())
  if (claim === "busy") return false
  try {
    await store.savePosting({ ...posting, ref: await post(claim === "again") })
  } catch (error) {
    await store.releasePosting({ ...posting, ref: "" })
    throw error
  }
  return true
}

async function everywhere(
  { store, chats, clock, log }: Uses,
  posts: TeamPost[],
  tell: (chat: Chat, post: TeamPost) => Promise<boolean>,
): Promise<Told> {
  const told: Told = { heard: [], failed: [], busy: [] }
  const outcome = async (chat: Chat, post: TeamPost): Promise<Outcome> => {
    try {
      const isHeard = await tell(chat, post)
      if (post.isFailing) await store.noteChat(chat.name, clock(), null)
      return isHeard ? "heard" : "busy"
    } catch (error) {
      log.warn({ chat: chat.name, error }, "a chat could not be told")
      await store.noteChat(chat.name, clock(), String(error))
      return "failed"
    }
  }
  await Promise.all(
    posts.map(async (post) => {
      const chat = chats.find(({ name }) => name === post.chat)
      if (chat) told[await outcome(chat, post)].push(chat.name)
    }),
  )
  return told
}
