// What the gateway tells, of which only what is used is looked at. Anything else is refused here.
import * as z from "zod"

const Id = z.string().regex(/^\d+$/)
const User = z.object({ id: Id, bot: z.boolean().optional(), username: z.string().default("") })

const Attachment = z.object({
  id: Id,
  filename: z.string(),
  size: z.number(),
  url: z.string(),
  content_type: z.string().nullish(),
})
export type Attachment = z.infer<typeof Attachment>

const Button = z.object({ custom_id: z.string().optional(), label: z.string().optional() })

/** Of the message that an interaction comes from. */
const Shown = z.object({
  id: Id,
  channel_id: Id.optional(),
  flags: z.number().default(0),
  components: z.array(z.object({ components: z.array(Button).default([]) })).default([]),
})

const CommandOption = z.object({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
})
export type CommandOption = z.infer<typeof CommandOption>

const Field = z.object({
  custom_id: z.string(),
  value: z.string().optional(),
  values: z.array(z.string()).optional(),
})
export type Submitted = z.infer<typeof Field>

const About = z.object({
  id: Id,
  application_id: Id,
  token: z.string(),
  channel_id: Id.optional(),
  member: z.object({ user: User }).optional(),
  user: User.optional(),
  message: Shown.optional(),
})

const CommandData = z.object({
  type: z.number().default(1),
  name: z.string(),
  target_id: Id.optional(),
  options: z
    .array(CommandOption.extend({ options: z.array(CommandOption).default([]) }))
    .default([]),
  resolved: z
    .object({ messages: z.record(Id, z.object({ content: z.string() })).optional() })
    .optional(),
})
export type CommandData = z.infer<typeof CommandData>

/** 2 a command, 3 a click, 4 a completion, 5 a form sent back. */
export const Interaction = z.discriminatedUnion("type", [
  About.extend({ type: z.literal(2), data: CommandData }),
  About.extend({
    type: z.literal(3),
    data: z.object({ custom_id: z.string(), values: z.array(z.string()).default([]) }),
  }),
  About.extend({ type: z.literal(4), data: CommandData }),
  About.extend({
    type: z.literal(5),
    data: z.object({
      custom_id: z.string(),
      components: z.array(z.object({ component: Field.optional() })),
      resolved: z.object({ attachments: z.record(Id, Attachment).optional() }).optional(),
    }),
  }),
])
export type Interaction = z.infer<typeof Interaction>
export type Click = Extract<Interaction, { type: 3 }>
export type Submission = Extract<Interaction, { type: 5 }>

export const ChatMessage = z.object({
  id: Id,
  channel_id: Id,
  guild_id: Id.optional(),
  type: z.number().default(0),
  author: User,
  webhook_id: z.string().optional(),
  content: z.string(),
  mentions: z.array(User).default([]),
  attachments: z.array(z.object({ filename: z.string() })).default([]),
})
export type ChatMessage = z.infer<typeof ChatMessage>

export const ReactionAdded = z.object({
  user_id: Id,
  channel_id: Id,
  message_id: Id,
  emoji: z.object({ name: z.string().nullable() }),
  member: z.object({ user: User }).optional(),
})

export const Ready = z.object({ user: User, application: z.object({ id: Id }) })

// ---- what REST answers

export const Made = z.object({ id: Id })
export const Channel = z.object({
  id: Id,
  type: z.number(),
  guild_id: Id.optional(),
  parent_id: Id.nullish(),
  name: z.string().nullish(),
})
export const Posts = z.array(
  z.object({
    id: Id,
    author: User,
    content: z.string(),
    components: z.array(z.object({ id: z.number().optional() })).default([]),
  }),
)
export const ChatMessages = z.array(ChatMessage)
export const ActiveThreads = z.object({
  threads: z.array(z.object({ id: Id, parent_id: Id.nullish(), last_message_id: Id.nullish() })),
})
/** The role that Discord makes for a bot when it is invited: people mention it as readily as the bot. */
export const Roles = z.object({
  roles: z.array(z.object({ id: Id, tags: z.object({ bot_id: Id.optional() }).optional() })),
})
