// The contract's stage on Slack: bolt, over one transport or the other, in front of the peer.
import { expect } from "vitest"
import { openSlack } from "../../adapters/slack/slack.ts"
import type { ChatOccasions } from "../../src/ports.ts"
import type { Outcome, Seen, SeenForm, Stage, Who } from "../contracts/chat.ts"
import { eventually } from "./eventually.ts"
import { BOT_TOKEN } from "./slack-emulator.ts"
import {
  APP_TOKEN,
  type Json,
  openSlackPeer,
  SIGNING_SECRET,
  type SlackPeer,
} from "./slack-peer.ts"
import {
  inputsOf,
  nameOf,
  type Pressable,
  pressablesOf,
  stateOf,
  textOf,
  valueIn,
  wordsOf,
} from "./slack-reading.ts"

export type Transport = "socket" | "http"
export type Line = { level: string; details: Record<string, unknown>; message: string }
export type SlackStage = Stage & {
  peer: SlackPeer
  log: Line[]
  /** Where it listens to Slack's requests. */
  httpUrl: string
  /** Waits for what the bot makes of what was just told to it. */
  after(telling: () => Promise<unknown>): Promise<void>
  clicksHome(who: Who, label: string): Promise<Outcome>
  /** The form that is open, with files; where they are kept, if at all, is Slack's affair. */
  sendsFiles(who: Who, values: Record<string, string>, files: Joined[]): Promise<Outcome>
  /** What changed before their eyes meanwhile. */
  outcomeOf(who: Who, telling: () => Promise<unknown>): Promise<Outcome>
}

export type Joined = {
  name: string
  type: string
  content: Uint8Array
  /** Told without its address, as from another workspace. */
  isElsewhere?: boolean
  isLost?: boolean
  url?: string
}

export type StageOptions = {
  transport: Transport
  ticketUrl?: (id: number) => string | null
  consoleUrl?: string | null
  seen?: (id: string) => Promise<boolean>
  teamChannel?: (peer: SlackPeer) => string
  /** Of signed HTTP; any free one by default. */
  port?: number
  acknowledgeWithin?: number
  /** Slack does not answer when the bot starts. */
  isAway?: boolean
}

export async function openSlackStage(
  occasions: ChatOccasions,
  options: StageOptions,
): Promise<SlackStage> {
  const peer = await openSlackPeer()
  const { workspace, windows, whispers } = peer
  const log: Line[] = []
  const met = new Set<string>()
  let heard = 0
  const note = (level: string) => (details: object, message: string) => {
    log.push({ level, details: { ...details }, message })
  }
  const known = async (id: string) => {
    if (options.seen) return options.seen(id)
    const isKnown = met.has(id)
    met.add(id)
    return isKnown
  }
  if (options.isAway) peer.goAway()
  const chat = openSlack({
    botToken: BOT_TOKEN,
    transport:
      options.transport === "socket"
        ? { kind: "socket", appToken: APP_TOKEN }
        : {
            kind: "http",
            signingSecret: SIGNING_SECRET,
            host: "127.0.0.1",
            port: options.port ?? 0,
          },
    teamChannel: options.teamChannel?.(peer) ?? workspace.channel,
    apiUrl: peer.apiUrl,
    ticketUrl: options.ticketUrl ?? (() => null),
    consoleUrl: options.consoleUrl ?? null,
    seen(id) {
      heard += 1
      return known(id)
    },
    log: { info: note("info"), warn: note("warn"), error: note("error") },
    timing: {
      lookEvery: 100,
      openWithin: 500,
      submitWithin: 700,
      acknowledgeWithin: options.acknowledgeWithin ?? 2_500,
    },
  })
  const opening = chat.open({
    ...occasions,
    home(by) {
      heard += 1
      return occasions.home(by)
    },
  })
  await opening.catch(async (error: unknown) => {
    await peer.close()
    throw error
  })
  const port = log.find(({ details }) => details.port)?.details.port
  const httpUrl = port ? `http://127.0.0.1:${port}/slack/events` : ""
  if (httpUrl) peer.delivery.sendTo(httpUrl)

  /** `isAnswered`: the platform itself waited for the answer. */
  async function after(telling: () => Promise<unknown>, isAnswered = false): Promise<void> {
    const before = heard
    await telling()
    if (!isAnswered) await eventually("the bot to hear of it", () => heard > before)
    await chat.settled()
  }

  async function outcomeOf(
    who: Who,
    telling: () => Promise<unknown>,
    isAnswered = false,
  ): Promise<Outcome> {
    const person = workspace.people[who]
    const [before, window] = [new Set(whispers), windows.get(person)]
    await after(telling, isAnswered)
    const fresh = whispers.filter((one) => one.person === person && !before.has(one))
    const opened = windows.get(person)
    const isNew = opened !== undefined && opened !== window
    const hasForm = isNew && inputsOf(opened).length > 0
    return {
      whispers: [
        ...fresh.map(({ message }) => seenIn(message.blocks)),
        ...(isNew && !hasForm ? [seenIn(opened.blocks)] : []),
      ],
      form: hasForm ? formIn(opened) : null,
    }
  }

  function joined(file: Joined, index: number): Json {
    const id = `F${index}`
    if (!file.isLost) peer.files.set(id, file)
    const { name, type, content, isElsewhere } = file
    const told = { id, name, mimetype: type, size: content.length }
    return isElsewhere
      ? { id, name }
      : { ...told, url_private_download: file.url ?? peer.urlOfFile(id) }
  }

  async function submits(
    who: Who,
    values: Record<string, string>,
    files: Json[],
  ): Promise<Outcome> {
    const person = workspace.people[who]
    const inputs = inputsOf(windows.get(person) ?? { blocks: [] })
    const unknown = Object.keys(values).filter((name) => !inputs.some((i) => nameOf(i) === name))
    if (unknown.length > 0) throw new Error(`the form has no ${unknown.join(", ")}`)
    const state = Object.fromEntries(
      inputs.map((input) => [
        input.block_id,
        stateOf(input, values[nameOf(input)] ?? valueIn(input), files),
      ]),
    )
    const outcome = await outcomeOf(who, () => peer.submit(person, state), true)
    const { response_action: action, errors } = (peer.lastAnswer ?? {}) as Json
    if (action !== "errors") return outcome
    // Slack leaves the window as it is, and shows why under the fields
    const window = windows.get(person) ?? {}
    const typed = inputs.map((input) => [nameOf(input), values[nameOf(input)] ?? valueIn(input)])
    return {
      whispers: Object.values(errors as Json).map((text) => ({ text: String(text), buttons: [] })),
      form: { ...formIn(window), values: Object.fromEntries(typed) },
    }
  }

  const messageAt = async (post: string): Promise<Json | null> => {
    const [channel = "", ts] = post.split(":")
    return (await peer.history(channel)).find((message) => message.ts === ts) ?? null
  }

  async function privateMessages(who: Who): Promise<Json[]> {
    const channel = peer.privateChannel(workspace.people[who])
    if (!channel) return []
    const asked = { channel, limit: 200 }
    const answer = await workspace.callAs(BOT_TOKEN, "conversations.history", asked)
    return answer.messages as Json[]
  }

  return {
    ...{ chat, peer, log, after, outcomeOf, httpUrl, place: workspace.channel },
    idOf: (who) => workspace.people[who],
    async posts() {
      const messages = await peer.history(workspace.channel)
      return messages.filter(({ metadata }) => metadata).map(({ blocks }) => seenIn(blocks))
    },
    async seen(post) {
      const message = await messageAt(post)
      return message && seenIn(message.blocks)
    },
    async thread(post) {
      const [channel = "", ts = ""] = post.split(":")
      return (await peer.replies(channel, ts)).map(({ blocks }) => wordsOf(blocks))
    },
    async privates(who) {
      return (await privateMessages(who)).map(({ blocks }) => seenIn(blocks))
    },
    async clicks(who, post, label) {
      const message = await messageAt(post)
      const [channel] = post.split(":")
      const value = pressableNamed(message?.blocks, label)
      return outcomeOf(who, () => peer.click(workspace.people[who], { channel, message }, value))
    },
    async clicksWhisper(who, label) {
      const person = workspace.people[who]
      const view = windows.get(person)
      if (view && pressablesOf(view.blocks).some((one) => one.label === label)) {
        const value = pressableNamed(view.blocks, label)
        return outcomeOf(who, () => peer.click(person, { view }, value))
      }
      const whisper = whispers.findLast((one) => one.person === person) ?? null
      const value = pressableNamed(whisper?.message.blocks, label)
      const where = { channel: workspace.channel }
      return outcomeOf(who, () => peer.click(person, where, value, whisper))
    },
    async clicksHome(who, label) {
      const person = workspace.people[who]
      const view = { ...peer.homes.get(person), id: "V0HOME" }
      const pressed = pressableNamed(peer.homes.get(person)?.blocks, label)
      return outcomeOf(who, () => peer.click(person, { view }, pressed))
    },
    fills: (who, values) => submits(who, values, []),
    sendsFiles: (who, values, files) => submits(who, values, files.map(joined)),
    commands: (who, text) => outcomeOf(who, () => peer.command(workspace.people[who], text)),
    async mentions(who, text) {
      const person = workspace.people[who]
      const named = { channel: workspace.channel, text: `<@${workspace.botUser}> ${text}` }
      const posted = await workspace.callAs(`xoxp-${who}`, "chat.postMessage", named)
      const ts = String(posted.ts)
      const outcome = await outcomeOf(who, () =>
        peer.mentions(person, named.channel, named.text, { ts }),
      )
      const thread = await peer.replies(named.channel, ts)
      return { ...outcome, thread: thread.map(({ blocks }) => seenIn(blocks)) }
    },
    async writesPrivately(who, text) {
      const person = workspace.people[who]
      await after(() => peer.says(person, peer.privateChannel(person), text))
    },
    async botsMention(text) {
      const named = `<@${workspace.botUser}> ${text}`
      const { channel, botUser, people } = workspace
      await peer.mentions(people.karim, channel, named, { bot_id: "B0OTHER" })
      await peer.mentions(botUser, channel, named, { bot_id: "B0SELF" })
      await peer.mentions(botUser, channel, named)
      await after(() => peer.opensHome(people.karim))
    },
    async writesInThread(who, post, text) {
      const [channel = "", thread_ts] = post.split(":")
      await after(() => peer.says(workspace.people[who], channel, text, { thread_ts }))
    },
    async reacts(who, post, reaction) {
      const [channel = "", ts = ""] = post.split(":")
      const name = reaction === "eyes" ? "eyes" : "white_check_mark"
      await after(() => peer.reacts(workspace.people[who], channel, ts, name))
    },
    async repeatsLast() {
      const isForm = peer.lastKind() === "view_submission"
      await after(() => peer.repeatsLast(), isForm)
    },
    cutsNextAnswer() {
      peer.state.cutsNext = "chat.postMessage"
    },
    async goesAway() {
      peer.goAway()
    },
    async comesBack() {
      const isSocket = options.transport === "socket"
      const back = isSocket ? peer.delivery.nextSocket() : Promise.resolve()
      peer.state.isAway = false
      await back
    },
    async removes(post) {
      const [channel, ts] = post.split(":")
      await workspace.callAs(BOT_TOKEN, "chat.delete", { channel, ts })
    },
    async close() {
      await chat.close()
      await peer.close()
      // nothing that was sent may have been beyond what Slack takes
      expect(peer.faults).toEqual([])
    },
  }
}

function formIn(window: Json): SeenForm {
  const inputs = inputsOf({ blocks: [], ...window })
  return {
    title: textOf(window.title),
    labels: inputs.map(({ label }) => textOf(label)),
    values: Object.fromEntries(inputs.map((input) => [nameOf(input), valueIn(input)])),
  }
}

function seenIn(blocks: unknown): Seen {
  return { text: wordsOf(blocks), buttons: pressablesOf(blocks).map(({ label }) => label) }
}

function pressableNamed(blocks: unknown, label: string): Pressable {
  const found = pressablesOf(blocks).find((one) => one.label === label)
  if (!found) throw new Error(`no button « ${label} » in « ${wordsOf(blocks).slice(0, 200)} »`)
  return found
}
