// Every call that the bot makes: what it takes, what it gives, what it does.
import { callback, editOriginal, followUp } from "./interactions.ts"
import { type Schema, schema } from "./judge.ts"
import { create, edit, history, openThread, remove } from "./messages.ts"
import { aCommand, aMember, aPrivateChannel, BOT, type Json, myself, USERS } from "./objects.ts"
import { aGuild, anApplication } from "./server-objects.ts"
import { type Outcome, refused, type State } from "./state.ts"

export type Route = {
  takes?: Schema[]
  gives?: Schema[]
  /** The body, or the answer, is a list of such things. */
  many?: boolean
  run(state: State, ids: string[], body: Json, query: URLSearchParams): Outcome
}

const MESSAGE = [schema("MessageResponse")]

export const ROUTES: Record<string, Route> = {
  "GET /users/@me": { gives: [schema("UserPIIResponse")], run: () => ({ body: myself() }) },
  "GET /applications/@me": {
    gives: [schema("PrivateApplicationResponse")],
    run: ({ hasMessageContent }) => ({ body: anApplication(hasMessageContent) }),
  },
  "GET /guilds/:id": {
    gives: [schema("GuildWithCountsResponse")],
    run: ({ permissions }) => ({ body: aGuild(permissions) }),
  },
  "GET /guilds/:id/members/:user": {
    gives: [schema("GuildMemberResponse")],
    run: () => ({ body: aMember(BOT) }),
  },
  "GET /guilds/:id/threads/active": {
    gives: [schema("ThreadsResponse")],
    run: ({ channels }) => {
      const threads = [...channels.values()].filter(({ type }) => type === 11)
      return { body: { threads, members: [], has_more: false } }
    },
  },
  "GET /channels/:id": {
    gives: [
      ...[schema("GuildChannelResponse"), schema("ThreadResponse")],
      schema("PrivateChannelResponse"),
    ],
    run: ({ channels }, [id = ""]) => {
      const channel = channels.get(id)
      return channel ? { body: channel } : refused(404, 10003, "Unknown Channel")
    },
  },
  "GET /channels/:id/messages": {
    gives: MESSAGE,
    many: true,
    run: (state, [id = ""], _, query) => history(state, id, query),
  },
  "POST /channels/:id/messages": {
    takes: [schema("MessageCreateRequest")],
    gives: MESSAGE,
    run: (state, [id = ""], sent) => create(state, id, sent),
  },
  "GET /channels/:id/messages/:message": {
    gives: MESSAGE,
    run: ({ messages }, [, id = ""]) => {
      const message = messages.get(id)
      return message ? { body: message } : refused(404, 10008, "Unknown Message")
    },
  },
  "PATCH /channels/:id/messages/:message": {
    takes: [schema("MessageEditRequestPartial")],
    gives: MESSAGE,
    run: (state, [channel = "", id], sent) =>
      state.channels.has(channel) ? edit(state, id, sent) : refused(404, 10003, "Unknown Channel"),
  },
  "DELETE /channels/:id/messages/:message": {
    run: (state, [channel = "", id = ""]) => {
      remove(state, channel, id)
      return { body: null }
    },
  },
  "POST /channels/:id/messages/:message/threads": {
    takes: [schema("CreateTextThreadWithMessageRequest")],
    gives: [schema("ThreadResponse")],
    run: (state, [channel = "", id = ""], sent) => openThread(state, channel, id, sent),
  },
  "POST /channels/:id/typing": {
    run: ({ channels }, [id = ""]) =>
      channels.has(id) ? { body: null } : refused(404, 10003, "Unknown Channel"),
  },
  "POST /users/@me/channels": {
    takes: [schema("CreatePrivateChannelRequest")],
    gives: [schema("PrivateChannelResponse")],
    run: ({ channels }, _, { recipient_id }) => {
      const user = USERS.find(({ id }) => id === recipient_id)
      if (!user) return refused(400, 50278, "No mutual guilds")
      const id = `4${recipient_id.slice(1)}`
      const channel = channels.get(id) ?? aPrivateChannel(id, user)
      channels.set(id, channel)
      return { body: channel }
    },
  },
  "GET /applications/:app/commands": {
    gives: [schema("ApplicationCommandResponse")],
    many: true,
    run: ({ commands }) => ({ body: commands }),
  },
  "PUT /applications/:app/commands": {
    takes: [schema("ApplicationCommandUpdateRequest")],
    gives: [schema("ApplicationCommandResponse")],
    many: true,
    run: (state, _, sent) => {
      state.commands = Object.values(sent).map(aCommand)
      return { body: state.commands }
    },
  },
  "POST /interactions/:id/:token/callback": {
    takes: [
      schema("CreateMessageInteractionCallbackRequest"),
      schema("UpdateMessageInteractionCallbackRequest"),
      schema("ModalInteractionCallbackRequest"),
      schema("ApplicationCommandAutocompleteCallbackRequest"),
      schema("PongInteractionCallbackRequest"),
    ],
    run: (state, [, token = ""], sent) => callback(state, token, sent),
  },
  "POST /webhooks/:app/:token": {
    takes: [schema("IncomingWebhookInteractionRequest")],
    gives: MESSAGE,
    run: (state, [, token = ""], sent) => followUp(state, token, sent),
  },
  "PATCH /webhooks/:app/:token/messages/@original": {
    takes: [schema("IncomingWebhookUpdateForInteractionCallbackRequestPartial")],
    gives: MESSAGE,
    run: (state, [, token = ""], sent) => editOriginal(state, token, sent),
  },
}

export function routeOf(method: string, path: string): { name: string; ids: string[] } | null {
  for (const name of Object.keys(ROUTES)) {
    const [verb, pattern = ""] = name.split(" ")
    const match = new RegExp(`^${pattern.replace(/:[a-z]+/g, "([^/]+)")}$`).exec(path)
    if (match && verb === method) return { name, ids: match.slice(1) }
  }
  return null
}
