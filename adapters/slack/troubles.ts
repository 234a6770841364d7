// What Slack refuses, in words that say the cure. English: the log, the console's page of state, the alarms.

/** Slack answered, and said no. */
export class SlackRefused extends Error {
  override name = "SlackRefused"
  readonly code: string

  constructor(method: string, code: string, needed?: string) {
    const cure = cureOf(code, needed)
    super(`Slack refused ${method}: ${code}${cure && ` — ${cure}`}`)
    this.code = code
  }
}

/** The whole of Slack is closed to us until somebody acts. */
const TOKEN_CODES: Record<string, string> = {
  invalid_auth: "the token is wrong: copy it again from https://api.slack.com/apps",
  not_authed: "the token is empty: set it",
  token_revoked: "the token was revoked: install the app again, and copy its new token",
  token_expired: "the token has expired: install the app again, and copy its new token",
  account_inactive: "the app was uninstalled: install it again, and copy its new token",
  org_login_required: "the workspace is moving to another organisation: wait",
  team_access_not_granted: "the app is not allowed in this workspace: ask its owner",
  not_allowed_token_type: "the token is of another kind: SLACK_BOT_TOKEN begins by xoxb-",
}

/** One channel is closed to us until somebody acts. */
const PLACE_CODES: Record<string, string> = {
  is_archived: "the channel is archived: unarchive it, or name another place",
  is_inactive: "the channel is archived: unarchive it, or name another place",
  not_in_channel: "the bot is not in the channel: type « /invite @Télémaque » there",
  channel_not_found:
    "the channel does not exist, or is private and the bot is not in it: invite it",
  restricted_action: "the workspace does not let apps post there: ask its owner",
  restricted_action_read_only_channel: "the channel is read-only: let the bot post there",
}

/** The message is gone, or not ours to change any more. */
const GONE_CODES = ["message_not_found", "cant_update_message", "edit_window_closed"]

/** A form came too late for Slack. */
const LATE_CODES = [
  "expired_trigger_id",
  "exchanged_trigger_id",
  "invalid_trigger_id",
  "trigger_expired",
  "trigger_exchanged",
]

/** The window is not open any more. */
const CLOSED_CODES = ["not_found", "view_not_found", "view_expired"]

/** They take no private message: a bot, a guest, somebody who left. */
const PERSON_CODES = [
  "cannot_dm_bot",
  "user_disabled",
  "user_not_found",
  "user_not_visible",
  "users_not_found",
  "invalid_user_combination",
  "messages_tab_disabled",
]

export const isTokenTrouble = (error: unknown) => codeOf(error) in TOKEN_CODES
export const isPlaceTrouble = (error: unknown) => codeOf(error) in PLACE_CODES
export const isGone = (error: unknown) => GONE_CODES.includes(codeOf(error))
export const isLate = (error: unknown) => LATE_CODES.includes(codeOf(error))
export const isClosed = (error: unknown) => CLOSED_CODES.includes(codeOf(error))
export const takesNoMessage = (error: unknown) => PERSON_CODES.includes(codeOf(error))

function codeOf(error: unknown): string {
  return error instanceof SlackRefused ? error.code : ""
}

/** What to do about it; empty when nobody knows. */
export function cureOf(code: string, needed?: string): string {
  if (code === "missing_scope") {
    const scope = needed ? ` (${needed})` : ""
    return `the app lacks a permission${scope}: update it from manifest.yaml, and install it again`
  }
  return TOKEN_CODES[code] ?? PLACE_CODES[code] ?? ""
}
