// What people do in Discord, each with what they then have before them.

import { post } from "./messages.ts"
import {
  aChannel,
  aMember,
  anAttachment,
  aThread,
  BOT,
  CHANNEL,
  GUILD,
  type Json,
  snowflake,
} from "./objects.ts"
import type { State, Waiting } from "./state.ts"

/** Beyond, Discord shows « l’interaction a échoué ». */
const WITHIN = 3_000

/** What a person waits for: the acknowledgement came after `took` ms; `token` names what follows. */
export type Asked = { response: Json; token: string; took: number }

export function peopleOf(state: State, api: () => string) {
  let last: (() => void) | null = null
  return {
    write,
    react,
    click: (person: Json, message: Json, custom_id: string, values?: string[]) =>
      ask(person, 3, data(custom_id, values), channelOf(message), message),
    slash: (person: Json, name: string, options: Json[] = []) =>
      ask(person, 2, command("mentor", [{ type: 1, name, options }]), channel(CHANNEL)),
    complete: (person: Json, name: string, option: string, value: string) => {
      const options = [{ type: 3, name: option, value, focused: true }]
      return ask(person, 4, command("mentor", [{ type: 1, name, options }]), channel(CHANNEL))
    },
    shortcut: (person: Json, name: string, target: Json) => {
      const resolved = { messages: { [target.id]: target } }
      const asked = { ...command(name, []), type: 3, target_id: target.id, resolved }
      return ask(person, 2, asked, channelOf(target))
    },
    submit,
    /** Discord delivers its last event once more. */
    again: () => last?.(),
    threadOf,
  }

  function ask(
    person: Json,
    type: number,
    about: Json,
    where: Json,
    message: Json | null = null,
  ): Promise<Asked> {
    const id = snowflake()
    const token = `token-${id}`
    const since = Date.now()
    const { promise, resolve, reject } = Promise.withResolvers<Asked>()
    const timer = setTimeout(() => reject(new Error(`no answer within ${WITHIN} ms`)), WITHIN)
    const acknowledged = (response: Json) => {
      clearTimeout(timer)
      resolve({ response, token, took: Date.now() - since })
    }
    const waiting: Waiting = {
      ...{ person, channel: where, message, response: null, original: null, acknowledged },
    }
    state.interactions.set(token, waiting)
    const who = where.guild_id
      ? { guild_id: GUILD, member: { ...aMember(person), permissions: "8" } }
      : { user: person }
    tell("INTERACTION_CREATE", {
      ...{ id, application_id: BOT.id, type, token, version: 1, data: about, ...who },
      ...{ channel_id: where.id, channel: where, locale: "fr", guild_locale: "fr" },
      ...{ app_permissions: "8", entitlements: [], context: where.guild_id ? 0 : 1 },
      ...{ authorizing_integration_owners: { 0: GUILD }, attachment_size_limit: 10_000_000 },
      ...(message ? { message } : {}),
    })
    return promise
  }

  /** A modal, sent back with these values by custom id: what is left out stays as it was. */
  function submit(
    person: Json,
    modal: Json,
    values: Record<string, string | string[]>,
    from: Json | null,
    files: { name: string; content: string }[] = [],
  ): Promise<Asked> {
    const attachments = files.map(({ name, content }) => {
      const attachment = anAttachment(name, content, api())
      state.files.set(attachment.id, content)
      return attachment
    })
    const components = modal.components.map((one: Json, i: number) =>
      one.type === 10
        ? { type: 10, id: i + 1 }
        : { type: 18, id: i + 1, component: answered(one.component) },
    )
    const resolved = { attachments: Object.fromEntries(attachments.map((file) => [file.id, file])) }
    const about = { custom_id: modal.custom_id, components, resolved }
    return ask(person, 5, about, from ? channelOf(from) : channel(CHANNEL), from)

    function answered({ type, custom_id, value = "", options = [] }: Json): Json {
      const given = values[custom_id]
      if (type === 4) return { type, custom_id, value: given ?? value }
      if (type === 19) return { type, custom_id, values: attachments.map(({ id }) => id) }
      const chosen = options.filter((option: Json) => option.default)
      return { type, custom_id, values: given ?? chosen.map((option: Json) => option.value) }
    }
  }

  function write(person: Json, channelId: string, content: string, more: Json = {}): Json {
    const message = post(state, channelId, person, { content, ...more })
    const where = state.channels.get(channelId)
    const place = where?.guild_id ? { guild_id: GUILD, member: aMember(person) } : {}
    last = () => state.emit("MESSAGE_CREATE", { ...message, ...place })
    return message
  }

  function react(person: Json, message: Json, name: string): void {
    tell("MESSAGE_REACTION_ADD", {
      ...{ user_id: person.id, member: aMember(person), guild_id: GUILD, burst: false, type: 0 },
      ...{ channel_id: message.channel_id, message_id: message.id, emoji: { id: null, name } },
    })
  }

  /** Anybody may open the thread of a message. */
  function threadOf(message: Json): string {
    if (!state.channels.has(message.id)) {
      state.channels.set(message.id, aThread(message.id, message.channel_id, { name: "fil" }))
    }
    return message.id
  }

  function tell(type: string, about: Json): void {
    last = () => state.emit(type, about)
    last()
  }

  function channel(id: string): Json {
    return state.channels.get(id) ?? aChannel(id, 0)
  }

  function channelOf({ channel_id }: Json): Json {
    return channel(channel_id)
  }
}

function data(custom_id: string, values?: string[]): Json {
  return { custom_id, component_type: values ? 3 : 2, ...(values ? { values } : {}) }
}

function command(name: string, options: Json[]): Json {
  return { id: snowflake(), name, type: 1, options }
}
