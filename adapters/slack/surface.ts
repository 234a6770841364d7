// All that the bot asks of Slack; manifest.yaml says the same, and a test compares them.

/** The methods that are called, and what each needs (of public and private channels alike). */
export const METHODS = {
  "auth.test": [],
  "chat.postMessage": ["chat:write"],
  "chat.update": ["chat:write"],
  "chat.postEphemeral": ["chat:write"],
  "conversations.history": ["channels:history", "groups:history", "im:history"],
  "conversations.replies": ["channels:history", "groups:history"],
  "conversations.info": ["channels:read", "groups:read"],
  "conversations.open": ["im:write"],
  "views.open": [],
  "views.update": [],
  "views.publish": [],
  "files.info": ["files:read"],
  "users.info": ["users:read"],
} as const satisfies Record<string, readonly string[]>
export type Method = keyof typeof METHODS

/** What Slack tells, under the names of the manifest. */
export const EVENTS = {
  "message.channels": ["channels:history"],
  "message.groups": ["groups:history"],
  "message.im": ["im:history"],
  app_mention: ["app_mentions:read"],
  reaction_added: ["reactions:read"],
  app_home_opened: [],
} as const satisfies Record<string, readonly string[]>

export const COMMAND = "/mentor"
const COMMAND_SCOPE = "commands"
/** The message shortcut « Ouvrir une demande ». */
export const SHORTCUT = "ouvrir_une_demande"
/** Where Slack sends its signed requests. */
export const HTTP_PATH = "/slack/events"

export const SCOPES: readonly string[] = [
  ...new Set<string>([
    COMMAND_SCOPE,
    ...Object.values(METHODS).flat(),
    ...Object.values(EVENTS).flat(),
  ]),
].sort()
