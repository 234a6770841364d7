// Slack slows down, goes away, closes a channel, takes a token back: it is said, with the cure, and nothing is lost.
import { once } from "node:events"
import { type AddressInfo, createServer } from "node:net"
import { expect, onTestFinished, test } from "vitest"
import { aCard } from "./contracts/chat.ts"
import { eventually } from "./setup/eventually.ts"
import { signed } from "./setup/slack-delivery.ts"
import { BOT_TOKEN } from "./setup/slack-emulator.ts"
import { SIGNING_SECRET } from "./setup/slack-peer.ts"
import { aSlackStage, TRANSPORTS } from "./setup/slack-recording.ts"

type Stage = Awaited<ReturnType<typeof aSlackStage>>

/** The last that the bot was told of how Slack is; null: it works. */
function state({ calls }: Stage): string | null | undefined {
  const last = calls.findLast(([name]) => name === "working" || name === "failing")
  return last && (last[0] === "working" ? null : String(last[1]))
}

test.for(TRANSPORTS)("once open, it is told that Slack works (%s)", async (transport) => {
  const opened = await aSlackStage({}, { transport })

  expect(state(opened)).toBeNull()
})

test("a card that Slack asks to wait for is posted after the time it asked, once", async () => {
  const { stage } = await aSlackStage()
  stage.peer.slowDown("chat.postMessage", 1)
  const asked = Date.now()

  await stage.chat.post(stage.place, aCard(), "ticket 12")

  expect(Date.now() - asked).toBeGreaterThanOrEqual(950)
  expect(await stage.posts()).toHaveLength(1)
})

test("while one method has to wait, the others do not", async () => {
  const { stage } = await aSlackStage()
  const post = await stage.chat.post(stage.place, aCard(), "ticket 12")
  stage.peer.slowDown("chat.postMessage", 1)
  const asked = Date.now()

  const late = stage.chat.post(stage.place, aCard(), "ticket 13")
  await stage.chat.update(post, aCard({ title: "Redessinée" }))
  const redrawnIn = Date.now() - asked
  await late

  expect(redrawnIn).toBeLessThan(900)
})

test("a wait that is too long is told rather than kept: the card is owed", async () => {
  const { stage } = await aSlackStage()
  stage.peer.slowDown("chat.postMessage", 600)

  await expect(stage.chat.post(stage.place, aCard(), "ticket 12")).rejects.toThrow(/rate/i)
})

test("a post whose answer was lost is found again by its key, and redrawn", async () => {
  const opened = await aSlackStage()
  const { stage } = opened
  stage.cutsNextAnswer()

  await expect(stage.chat.post(stage.place, aCard(), "ticket 12")).rejects.toThrow("not answer")
  const post = await stage.chat.post(stage.place, aCard({ title: "Redessinée" }), "ticket 12", true)

  expect((await stage.posts()).map(({ text }) => text)).toEqual([
    expect.stringContaining("Redessinée"),
  ])
  expect((await stage.seen(post))?.text).toContain("Redessinée")
})

test("a line whose answer was lost is not said twice in the thread", async () => {
  const { stage } = await aSlackStage()
  const post = await stage.chat.post(stage.place, aCard(), "ticket 12")
  stage.cutsNextAnswer()

  await expect(stage.chat.say(post, "Nadia l’a prise.", "taken 1")).rejects.toThrow("not answer")
  await stage.chat.say(post, "Nadia l’a prise.", "taken 1", true)

  expect(await stage.thread(post)).toEqual(["Nadia l’a prise."])
})

test("an archived channel is told with its cure, and comes back by itself", async () => {
  const opened = await aSlackStage()
  const { stage } = opened
  const { workspace } = stage.peer
  await workspace.callAs("xoxp-nadia", "conversations.archive", { channel: stage.place })

  const posting = stage.chat.post(stage.place, aCard(), "ticket 12")

  await expect(posting).rejects.toThrow("unarchive it")
  expect(state(opened)).toContain("the channel is archived")
  expect(stage.log).toContainEqual({
    level: "error",
    message: "Slack does not work",
    details: { about: `channel ${stage.place}`, reason: expect.stringContaining("is_archived") },
  })

  await workspace.callAs("xoxp-nadia", "conversations.unarchive", { channel: stage.place })
  await eventually("Slack to work again", () => state(opened) === null)
  await stage.chat.post(stage.place, aCard(), "ticket 12", true)
  expect(await stage.posts()).toHaveLength(1)
})

test("a bot that was removed from the channel says how to invite it", async () => {
  const opened = await aSlackStage()
  const { stage } = opened
  const { workspace } = stage.peer
  const who = { channel: stage.place, user: workspace.botUser }
  await workspace.callAs("xoxp-nadia", "conversations.kick", who)

  await expect(stage.chat.post(stage.place, aCard(), "ticket 12")).rejects.toThrow("/invite")

  expect(state(opened)).toContain("not_in_channel")
  const again = { channel: stage.place, users: workspace.botUser }
  await workspace.callAs("xoxp-nadia", "conversations.invite", again)
  await eventually("Slack to work again", () => state(opened) === null)
})

test("a channel where the bot is not is told from the start", async () => {
  const opened = await aSlackStage({}, { teamChannel: (peer) => peer.workspace.otherChannel })

  expect(state(opened)).toContain("/invite")
})

test("a token that was revoked is told within the next look, without a post", async () => {
  const opened = await aSlackStage()
  const { stage } = opened

  stage.peer.state.tokenError = "token_revoked"
  await eventually("Slack to fail", () => state(opened) !== null)
  const reason = state(opened)
  stage.peer.state.tokenError = ""
  await eventually("Slack to work again", () => state(opened) === null)

  expect(reason).toContain("install the app again, and copy its new token")
})

test("a permission that lacks is named", async () => {
  const opened = await aSlackStage()
  const { stage } = opened
  stage.peer.state.missingScope = "chat:write"

  await expect(stage.chat.post(stage.place, aCard(), "ticket 12")).rejects.toThrow(
    "the app lacks a permission (chat:write): update it from manifest.yaml",
  )
})

test.for(TRANSPORTS)(
  "Slack goes away and comes back, and clicks are heard again (%s)",
  async (transport) => {
    const opened = await aSlackStage({}, { transport })
    const { stage, told } = opened
    const post = await stage.chat.post(stage.place, aCard(), "ticket 12")

    await stage.goesAway()
    await expect(stage.chat.update(post, aCard())).rejects.toThrow("Slack does not answer")
    expect(state(opened)).not.toBeNull()
    await stage.comesBack()
    await eventually("Slack to work again", () => state(opened) === null)
    await stage.clicks("nadia", post, "Je prends")

    expect(told("act")).toHaveLength(1)
  },
)

test("a socket that Slack renews is open again, and no trouble is told", async () => {
  const opened = await aSlackStage()
  const { stage, told, calls } = opened
  const post = await stage.chat.post(stage.place, aCard(), "ticket 12")
  const [old] = stage.peer.delivery.sockets

  const next = stage.peer.delivery.nextSocket()
  stage.peer.delivery.renewSockets()
  await next
  await eventually("the old socket to close", () => !old || !stage.peer.delivery.sockets.has(old))
  await stage.clicks("nadia", post, "Je prends")

  expect(told("act")).toHaveLength(1)
  expect(calls.filter(([name]) => name === "failing")).toEqual([])
})

test("an app token that is wrong is told, and tried again", async () => {
  const opened = await aSlackStage()
  const { stage } = opened
  stage.peer.state.appToken = "xapp-other"

  stage.peer.delivery.cutSockets()
  await eventually("Slack to fail", () => state(opened)?.includes("SLACK_APP_TOKEN"))
  const next = stage.peer.delivery.nextSocket()
  stage.peer.state.appToken = "xapp-test"
  await next

  await eventually("Slack to work again", () => state(opened) === null)
})

test("Slack is away when the bot starts: it starts, says so, and joins when it is back", async () => {
  const opened = await aSlackStage({}, { isAway: true })
  const { stage } = opened

  const before = state(opened)
  await stage.comesBack()
  await eventually("Slack to work", () => state(opened) === null)

  expect(before).not.toBeNull()
  await stage.chat.post(stage.place, aCard(), "ticket 12")
})

const body = JSON.stringify({ type: "event_callback", event: { type: "app_home_opened" } })
const hour = 3_600

test.for([
  ["of another secret", signed(body, "f".repeat(32))],
  ["of an hour ago", signed(body, SIGNING_SECRET, Math.floor(Date.now() / 1000) - hour)],
  ["of another body", signed("{}", SIGNING_SECRET)],
  ["that lacks", {}],
] as const)(
  "a request with a signature %s is refused, and nobody hears of it",
  async ([, headers]) => {
    const { stage, calls } = await aSlackStage({}, { transport: "http" })
    const before = calls.length

    const json = { "content-type": "application/json", ...headers }
    const reply = await fetch(stage.httpUrl, { method: "POST", body, headers: json })

    expect(reply.status).toBe(401)
    expect(calls.length).toBe(before)
  },
)

test("a request for another page is not found", async () => {
  const { stage } = await aSlackStage({}, { transport: "http" })

  expect((await fetch(new URL("/autre", stage.httpUrl))).status).toBe(404)
})

test("the log holds neither a token nor what people wrote", async () => {
  const { stage } = await aSlackStage({
    act: async () => {
      throw new Error("the database is down")
    },
  })
  const post = await stage.chat.post(stage.place, aCard(), "ticket 12")

  await stage.clicks("nadia", post, "Je prends")
  await stage.goesAway()
  await expect(stage.chat.update(post, aCard())).rejects.toThrow()

  const log = JSON.stringify(stage.log, (_, value) =>
    value instanceof Error ? String(value.stack) : value,
  )
  expect(log).not.toContain(BOT_TOKEN)
  expect(log).not.toContain("mon lien a expiré")
})

test("a bot that stops while Slack is slow to open leaves no socket open", async () => {
  const { stage } = await aSlackStage()
  const slow = Promise.withResolvers<void>()
  stage.peer.state.opening = slow.promise
  const openings = () =>
    stage.peer.calls.filter(({ method }) => method === "apps.connections.open").length
  stage.peer.delivery.cutSockets()
  await eventually("another opening", () => openings() > 1)

  await stage.chat.close()
  const next = stage.peer.delivery.nextSocket()
  slow.resolve()
  await next

  await eventually("the socket to close", () => stage.peer.delivery.sockets.size === 0)
})

test("a port that is taken is told at start, as a mistake to repair", async () => {
  const taken = createServer().listen(0, "127.0.0.1")
  await once(taken, "listening")
  onTestFinished(() => void taken.close())
  const { port } = taken.address() as AddressInfo

  await expect(aSlackStage({}, { transport: "http", port })).rejects.toThrow("SLACK_HTTP_PORT")
})

test("Slack asks to wait before the next socket: the bot waits that long", async () => {
  const { stage } = await aSlackStage()
  stage.peer.slowDown("apps.connections.open", 1)
  const next = stage.peer.delivery.nextSocket()
  const cut = Date.now()

  stage.peer.delivery.cutSockets()
  await next

  expect(Date.now() - cut).toBeGreaterThanOrEqual(950)
})

test("when two things are wrong, repairing one does not tell that Slack works", async () => {
  const opened = await aSlackStage()
  const { stage, calls } = opened
  const { workspace } = stage.peer
  await workspace.callAs("xoxp-nadia", "conversations.archive", { channel: stage.place })
  await expect(stage.chat.post(stage.place, aCard(), "ticket 12")).rejects.toThrow()
  stage.peer.state.tokenError = "token_revoked"
  await eventually("the token to fail", () => state(opened)?.includes("token_revoked"))
  const told = calls.length

  stage.peer.state.tokenError = ""
  await eventually("the token to work again", () =>
    stage.log.some(
      ({ message, details }) => message.includes("again") && details.about === "token",
    ),
  )

  expect(calls.slice(told).filter(([name]) => name === "working")).toEqual([])
})

test("Slack tries the address, and is answered", async () => {
  const { stage } = await aSlackStage({}, { transport: "http" })
  const trial = JSON.stringify({ type: "url_verification", challenge: "c0de", token: "x" })

  const json = { "content-type": "application/json", ...signed(trial, SIGNING_SECRET) }
  const reply = await fetch(stage.httpUrl, { method: "POST", body: trial, headers: json })

  expect(reply.status).toBe(200)
  expect(await reply.text()).toContain("c0de")
})
