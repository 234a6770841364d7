// One post for each key, whatever copies post at once, and whatever becomes of the answers.
import fc from "fast-check"
import { afterAll, expect, test } from "vitest"
import { openStore } from "../adapters/store/store.ts"
import type { Card } from "../src/card.ts"
import { openTeam } from "../src/chats/team.ts"
import { PostGone } from "../src/errors.ts"
import type { Chat } from "../src/ports.ts"
import { aCard } from "./contracts/chat.ts"
import { testDatabase } from "./setup/database.ts"
import { eventually } from "./setup/eventually.ts"

type Fate = "works" | "refused" | "cut"

const database = await testDatabase()
const open = await openStore(database.url, () => {})
const other = await openStore(database.url, () => {})
await open.store.seedPlace({ chat: "platform", channel: "C1", kind: "team", name: "Équipe" })
afterAll(async () => {
  for (const one of [open, other]) {
    await one.stopWork()
    await one.close()
  }
  await database.close()
})

/** A platform that keeps no key by itself: posts are found again by looking for them. */
function aPlatform() {
  const posts = new Map<string, { key: string; card: Card }>()
  const lines: string[] = []
  const fates: Fate[] = []
  /** What the platform waits for before it does something of a card with that title. */
  const waits = new Map<string, Promise<void>>()
  let made = 0
  const find = (key: string) => [...posts].find(([, post]) => post.key === key)?.[0]
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve))
  async function fated<T>(work: () => T | Promise<T>): Promise<T> {
    const fate = fates.shift() ?? "works"
    await turn()
    if (fate === "refused") throw new Error("the platform does not answer")
    const done = await work()
    await turn()
    if (fate === "cut") throw new Error("the answer was cut")
    return done
  }
  const chat: Chat = {
    ...{ name: "platform", keepsKeys: false, open: async () => {}, close: async () => {} },
    direct: async () => true,
    post: (_place, card, key, again = false) =>
      fated(async () => {
        await waits.get(`post ${card.title}`)
        const known = again ? find(key) : undefined
        made += 1
        const ref = known ?? `post ${made}`
        posts.set(ref, { key, card })
        return ref
      }),
    async update(ref, card) {
      await waits.get(`update ${card.title}`)
      const post = posts.get(ref)
      if (!post) throw new PostGone(ref)
      await fated(() => posts.set(ref, { ...post, card }))
    },
    say: (_ref, text, key, again = false) =>
      fated(() => {
        if (!again || !lines.includes(key)) lines.push(key)
        return void text
      }),
  }
  return {
    chat,
    posts,
    lines,
    fates,
    waits,
    of: (key: string) => [...posts.values()].filter((post) => post.key === key),
  }
}

let keys = 0
const NOW = new Date("2026-11-25T09:00:00Z")
const log = { info: () => {}, warn: () => {} }

function twoCopies() {
  const platform = aPlatform()
  const copy = ({ store }: typeof open) =>
    openTeam({ store, chats: [platform.chat], clock: () => NOW, log })
  keys += 1
  return { platform, copies: [copy(open), copy(other)] as const, key: `card ${keys}` }
}

const fate = fc.constantFrom<Fate>("works", "works", "works", "refused", "cut")
const shows = fc.array(fc.record({ by: fc.constantFrom(0, 1), fate }), {
  minLength: 2,
  maxLength: 8,
})

test("two copies that post the same key at the same moment make one post, whatever fails or is cut", async () => {
  await fc.assert(
    fc.asyncProperty(shows, async (list) => {
      const { platform, copies, key } = twoCopies()
      platform.fates.push(...list.map((one) => one.fate))

      const shown = (version: string) => ({
        key,
        ticketId: null,
        draw: () => aCard({ title: version }),
      })
      await Promise.all(list.map(({ by }, i) => copies[by === 0 ? 0 : 1].show(shown(`turn ${i}`))))
      platform.fates.length = 0
      const last = await copies[0].show(shown("last"))

      expect(last).toMatchObject({ failed: [], busy: [] })
      expect(platform.of(key).map(({ card }) => card.title)).toEqual(["last"])
    }),
    { numRuns: 40 },
  )
})

test("a post that somebody removed is made again once, by whichever of the copies sees it", async () => {
  await fc.assert(
    fc.asyncProperty(shows, async (list) => {
      const { platform, copies, key } = twoCopies()
      const shown = (title: string) => ({ key, ticketId: null, draw: () => aCard({ title }) })
      await copies[0].show(shown("first"))
      platform.posts.clear()
      platform.fates.push(...list.map((one) => one.fate))

      await Promise.all(list.map(({ by }) => copies[by === 0 ? 0 : 1].show(shown("again"))))
      platform.fates.length = 0
      await copies[1].show(shown("last"))

      expect(platform.of(key)).toHaveLength(1)
    }),
    { numRuns: 40 },
  )
})

test("a copy that learns late that a post was removed leaves alone what the other one is posting", async () => {
  const { platform, copies, key } = twoCopies()
  const show = (by: 0 | 1, title: string) =>
    copies[by].show({ key, ticketId: null, draw: () => aCard({ title }) })
  await show(0, "first")
  platform.posts.clear()
  const [learns, isPosted] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  platform.waits.set("update late", learns.promise)
  platform.waits.set("post quick", isPosted.promise)

  const late = show(1, "late")
  const quick = show(0, "quick")
  await eventually("the claim", () => isClaimed(key))
  learns.resolve()

  expect(await late).toMatchObject({ busy: ["platform"] })
  isPosted.resolve()
  expect(await quick).toMatchObject({ heard: ["platform"] })
  expect(platform.of(key)).toHaveLength(1)
})

async function isClaimed(key: string): Promise<boolean> {
  const where = { key, ref: "", claimedAt: NOW }
  return (await open.prisma.posting.count({ where })) > 0
}

test("a line is said once, whatever copies say it", async () => {
  await fc.assert(
    fc.asyncProperty(shows, async (list) => {
      const { platform, copies, key } = twoCopies()
      await copies[0].show({ key, ticketId: null, draw: () => aCard() })
      platform.fates.push(...list.map((one) => one.fate))

      const say = (by: number) => copies[by === 0 ? 0 : 1].say(key, "Rappel", `line of ${key}`)
      await Promise.all(list.map(({ by }) => say(by)))
      platform.fates.length = 0
      await say(1)

      expect(platform.lines).toEqual([`line of ${key}`])
    }),
    { numRuns: 40 },
  )
})

test("who died while posting is taken over after half a minute, and what it had posted is found again", async () => {
  const { platform, key } = twoCopies()
  const posting = { chat: "platform", place: "C1", key, ticketId: null }
  await open.store.claimPosting(posting, NOW)
  platform.posts.set("orphan", { key, card: aCard({ title: "orphan" }) })
  const at = (seconds: number) =>
    openTeam({
      ...{ store: other.store, chats: [platform.chat], log },
      clock: () => new Date(NOW.getTime() + seconds * 1_000),
    }).show({ key, ticketId: null, draw: () => aCard({ title: "alive" }) })

  expect(await at(29)).toMatchObject({ busy: ["platform"] })
  expect(await at(31)).toMatchObject({ heard: ["platform"] })

  expect(platform.of(key).map(({ card }) => card.title)).toEqual(["alive"])
})
