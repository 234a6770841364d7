// What Slack sends, parsed at the door: no more than what is read.
import { z } from "zod"
import { SentView } from "./form-values.ts"

const User = z.object({ id: z.string() })
const Channel = z.object({ id: z.string() })

export const Click = z.object({
  user: User,
  trigger_id: z.string(),
  channel: Channel.nullish(),
  container: z.object({
    message_ts: z.string().nullish(),
    channel_id: z.string().nullish(),
    thread_ts: z.string().nullish(),
    is_ephemeral: z.boolean().nullish(),
  }),
  view: z
    .object({ id: z.string(), type: z.string(), private_metadata: z.string().default("") })
    .nullish(),
  actions: z
    .array(
      z.object({
        action_ts: z.string(),
        value: z.string().nullish(),
        selected_option: z.object({ value: z.string() }).nullish(),
      }),
    )
    .min(1),
})
export type Click = z.infer<typeof Click>

export const Submission = z.object({ user: User, view: SentView })

export const Closing = z.object({
  user: User,
  view: z.object({ id: z.string(), private_metadata: z.string().default("") }),
})

export const Command = z.object({
  user_id: z.string(),
  channel_id: z.string(),
  text: z.string().default(""),
  trigger_id: z.string(),
})

export const Shortcut = z.object({
  user: User,
  channel: Channel.nullish(),
  trigger_id: z.string(),
  message: z.object({ text: z.string().default("") }),
})

const Told = z.object({ event_id: z.string() })

export const MessageEvent = Told.extend({
  event: z.object({
    channel: z.string(),
    channel_type: z.string().optional(),
    ts: z.string(),
    thread_ts: z.string().optional(),
    text: z.string().nullish(),
    user: z.string().optional(),
    bot_id: z.string().nullish(),
    subtype: z.string().optional(),
    files: z.array(z.object({ name: z.string().nullish() })).nullish(),
  }),
})
export type MessageEvent = z.infer<typeof MessageEvent>

export const MentionEvent = Told.extend({
  event: z.object({
    channel: z.string(),
    ts: z.string(),
    thread_ts: z.string().optional(),
    text: z.string().default(""),
    user: z.string().optional(),
    bot_id: z.string().nullish(),
  }),
})

export const ReactionEvent = Told.extend({
  event: z.object({
    user: z.string(),
    reaction: z.string(),
    item: z.object({ type: z.string(), channel: z.string().optional(), ts: z.string().optional() }),
  }),
})

export const HomeEvent = Told.extend({ event: z.object({ user: z.string(), tab: z.string() }) })
