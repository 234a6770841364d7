import { openDiscord } from "../../adapters/discord/discord.ts"
import type { ChatOccasions } from "../../src/ports.ts"
import type { Outcome, Seen, SeenForm, Stage, Who } from "../contracts/chat.ts"
import { type FakeDiscord, startFakeDiscord } from "./discord/fake.ts"
import { BOT, type Json } from "./discord/objects.ts"
import type { Asked } from "./discord/people.ts"
import { eventually } from "./eventually.ts"
import { openTestLeases } from "./test-leases.ts"

const EPHEMERAL = 64
const THINKING = 128
const REACTIONS = { eyes: "👀", check: "✅" }

export type DiscordStage = Stage & { discord: FakeDiscord }
type Options = Partial<Parameters<typeof openDiscord>[0]>

export async function aDiscordStage(
  occasions: ChatOccasions,
  options: Options = {},
): Promise<DiscordStage> {
  const discord = await startFakeDiscord()
  const { state, people } = discord
  const met = new Set<string>()
  const chat = openDiscord({
    ...{ token: discord.token, api: discord.api, teamChannel: discord.channel },
    leases: openTestLeases(),
    ...{ ticketUrl: () => null, consoleUrl: null, log: SILENT },
    seen: async (id) => met.has(id) || !met.add(id),
    ...options,
  })
  const watched = watch(occasions)
  const hasRoom = roomFor(CALLS_A_SECOND)
  await chat.open(watched.occasions)
  await eventually("the gateway", () => discord.gateway.connected() > 0)

  const before: Record<Who, { form: Json | null; from: Json | null; whisper: string | null }> = {
    nadia: { form: null, from: null, whisper: null },
    karim: { form: null, from: null, whisper: null },
  }
  const idOf = (who: Who): string => discord[who].id
  const messageOf = (post: string): Json => {
    const message = state.messages.get(post.split("/")[1] ?? "")
    if (!message) throw new Error(`no such post: ${post}`)
    return message
  }
  const isPublic = ({ flags }: Json) => (flags & EPHEMERAL) === 0

  return {
    ...{ discord, chat, place: discord.channel, idOf },

    posts: async () => shown(discord.channel).map(seenIn),
    async seen(post) {
      const message = state.messages.get(post.split("/")[1] ?? "")
      return message ? seenIn(message) : null
    },
    thread: async (post) => shown(post.split("/")[1] ?? "").map(({ content }) => plain(content)),
    async privates(who) {
      return shown(privateChannel(who)).map(seenIn)
    },

    clicks: (who, post, label) => click(who, messageOf(post), label),
    clicksWhisper(who, label) {
      const message = state.messages.get(before[who].whisper ?? "")
      if (!message) throw new Error(`nothing was whispered to ${who}`)
      return click(who, message, label)
    },
    async fills(who, values) {
      const { form, from } = before[who]
      if (!form) throw new Error(`no form is open before ${who}`)
      return outcome(who, from, () =>
        people.submit(discord[who], form, byCustomId(form, values), from),
      )
    },
    commands(who, text) {
      const [word = "", ...rest] = text.trim().split(" ")
      const value = rest.join(" ")
      const options = value ? [{ type: 3, name: "argument", value }] : []
      return outcome(who, null, () => people.slash(discord[who], word || "aide", options))
    },
    async mentions(who, text) {
      const privately = privateChannel(who)
      const told = new Set(shown(privately))
      const came = watched.came()
      const { id } = people.write(discord[who], discord.channel, `<@${BOT.id}> ${text}`)
      await settled(came)
      const whispers = shown(privately).filter((message) => !told.has(message))
      return { whispers: whispers.map(seenIn), form: null, thread: shown(id).map(seenIn) }
    },
    async writesPrivately(who, text) {
      const came = watched.came()
      people.write(discord[who], privateChannel(who), text)
      await settled(came)
    },
    async botsMention(text) {
      const named = `<@${BOT.id}> ${text}`
      people.write({ ...discord.karim, bot: true }, discord.channel, named)
      people.write(BOT, discord.channel, named)
      await settled(watched.came())
    },
    async writesInThread(who, post, text) {
      people.write(discord[who], people.threadOf(messageOf(post)), text)
    },
    async reacts(who, post, reaction) {
      people.react(discord[who], messageOf(post), REACTIONS[reaction])
    },

    async repeatsLast() {
      people.again()
    },
    cutsNextAnswer() {
      state.cutNext = true
    },
    async goesAway() {
      discord.goAway()
    },
    async comesBack() {
      discord.comeBack()
    },
    async removes(post) {
      state.messages.delete(messageOf(post).id)
    },
    async close() {
      await chat.close()
      await discord.close()
    },
  }

  function privateChannel(who: Who): string {
    return `4${idOf(who).slice(1)}`
  }

  function shown(channel: string): Json[] {
    return [...state.messages.values()].filter(
      (message) => message.channel_id === channel && isPublic(message),
    )
  }

  async function click(who: Who, message: Json, label: string): Promise<Outcome> {
    const parts = message.components.flatMap((row: Json) => row.components) as Json[]
    const button = parts.find((part) => part.label === label)
    const menu = parts.find((part) => optionOf(part, label))
    if (!button && !menu) throw new Error(`no button « ${label} »`)
    const values = button ? undefined : [optionOf(menu ?? {}, label)?.value as string]
    const id = (button ?? menu)?.custom_id as string
    return outcome(who, message, () => people.click(discord[who], message, id, values))
  }

  /** What then shows to that person: a form, or whispers. Discord lets a while pass before the last of them. */
  async function outcome(who: Who, from: Json | null, ask: () => Promise<Asked>): Promise<Outcome> {
    const known = new Map([...state.messages].map(([id, one]) => [id, JSON.stringify(one)]))
    await eventually("room for calls", () => hasRoom(state.calls.length))
    const came = watched.came()
    const { response } = await ask()
    if (response.type === 9) {
      Object.assign(before[who], { form: response.data, from })
      return { whispers: [], form: formIn(response.data) }
    }
    await settled(came)
    const changed = [...state.messages.values()].filter(
      (one) => !isPublic(one) && known.get(one.id) !== JSON.stringify(one),
    )
    const whisper = changed.at(-1)
    if (whisper) before[who].whisper = whisper.id
    return { whispers: changed.map(seenIn), form: null }
  }

  /**
   * Nothing was asked of Discord for several looks, and nobody sees « réfléchit… ». Looks, not milliseconds: on a busy
   * machine the bot waits for its turn as we do.
   */
  async function settled(came: number): Promise<void> {
    let calls = -1
    let quietLooks = 0
    let looks = 0
    await eventually("an answer", () => {
      const isThinking = [...state.messages.values()].some(({ flags }) => flags & THINKING)
      looks += 1
      // What was met before goes no further than the adapter.
      const hasCome = watched.came() > came || looks > LOOKS_FOR_NOTHING
      const isQuiet =
        hasCome && watched.underWay() === 0 && !isThinking && calls === state.calls.length
      quietLooks = isQuiet ? quietLooks + 1 : 0
      calls = state.calls.length
      return quietLooks >= QUIET_LOOKS
    })
  }
}

/** Counts what came in and is not answered yet: a busy machine may take its time. */
function watch(occasions: ChatOccasions) {
  let underWay = 0
  let came = 0
  const counted =
    (call: (...given: unknown[]) => Promise<unknown>) =>
    async (...given: unknown[]) => {
      underWay += 1
      came += 1
      try {
        return await call(...given)
      } finally {
        underWay -= 1
      }
    }
  const calls = Object.entries(occasions).filter(([, call]) => typeof call === "function")
  return {
    underWay: () => underWay,
    came: () => came,
    occasions: Object.fromEntries(
      calls.map(([name, call]) => [name, counted(call as never)]),
    ) as unknown as ChatOccasions,
  }
}

/** discord.js holds its calls back beyond fifty a second, as Discord wants: an answer would come after we looked. */
function roomFor(calls: number): (made: number) => boolean {
  let second = { from: performance.now(), made: 0 }
  return (made) => {
    if (performance.now() - second.from > A_SECOND) second = { from: performance.now(), made }
    return made - second.made < calls
  }
}

const A_SECOND = 1_100
const CALLS_A_SECOND = 20
const QUIET_LOOKS = 12
const LOOKS_FOR_NOTHING = 40
const SILENT = { info: () => {}, warn: () => {}, error: () => {} }

export function seenIn({ content, embeds, components }: Json): Seen {
  const texts = embeds.flatMap((embed: Json) => [
    ...[embed.title, embed.description],
    ...(embed.fields ?? []).flatMap((field: Json) => [field.name, field.value]),
  ])
  const parts = components.flatMap((row: Json) => row.components) as Json[]
  return {
    text: plain([content, ...texts].filter(Boolean).join("\n")),
    buttons: parts.flatMap(({ label, options }) => label ?? options.map((one: Json) => one.label)),
  }
}

export function formIn({ title, components }: Json): SeenForm {
  const inputs = components.filter((one: Json) => one.type === 18) as Json[]
  const values = inputs.flatMap(({ component }) => valuesIn(component))
  return { title, labels: inputs.map(({ label }) => label), values: Object.fromEntries(values) }
}

function valuesIn({ type, custom_id, value = "", options = [] }: Json): [string, string][] {
  const [kind, name = ""] = custom_id.split(":")
  if (type !== 3) return [[name, kind === "day" ? value.split("/").reverse().join("-") : value]]
  const chosen = options.filter((one: Json) => one.default).map((one: Json) => one.value as string)
  if (kind !== "shared") return [[name, chosen.join("\n")]]
  return name.split(",").map((one: string) => [
    one,
    chosen
      .filter((option: string) => option.startsWith(`${one}=`))
      .map((option: string) => option.slice(one.length + 1))
      .join("\n"),
  ])
}

/** What Discord's own page would send for these values of our form. */
function byCustomId(
  modal: Json,
  values: Record<string, string>,
): Record<string, string | string[]> {
  const given: Record<string, string | string[]> = {}
  for (const { component } of modal.components.filter((one: Json) => one.type === 18)) {
    const [kind, name] = component.custom_id.split(":")
    if (kind === "shared") {
      const own = name.split(",") as string[]
      if (!own.some((one) => values[one] !== undefined)) continue
      given[component.custom_id] = own.flatMap((one) =>
        lines(values[one] ?? "").map((value) => `${one}=${value}`),
      )
    } else if (values[name] !== undefined) {
      given[component.custom_id] = component.type === 3 ? lines(values[name]) : values[name]
    }
  }
  return given
}

function lines(text: string): string[] {
  return text.split("\n").filter(Boolean)
}

function optionOf({ options = [] }: Json, label: string): Json | undefined {
  return options.find((option: Json) => option.label === label)
}

/** As people read it, without the signs that Discord does not show. */
function plain(text: string): string {
  return text.replace(/\\([^0-9A-Za-z\s])/g, "$1")
}
