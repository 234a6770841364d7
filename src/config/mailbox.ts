// The variables of one mailbox: MENTOR_IMAP_URL, MENTOR_SMTP_URL…, for each name of MAILBOXES.
import * as z from "zod"
import {
  imapUrl,
  type MailServer,
  type OAuth,
  type ServerUrl,
  serverOf,
  smtpUrl,
  tokenUrl,
} from "./mail-server.ts"
import { address, day, type Mistake, mistakesOf, words, yesOrNo } from "./parse.ts"

export type MailboxConfig = {
  /** As in MAILBOXES. */
  name: string
  /** What tickets are called: « Mentor #12 ». */
  label: string
  /** The From of what it sends. */
  address: string
  imap: MailServer
  smtp: MailServer
  /** YYYY-MM-DD; null: the team is asked. */
  readSince: string | null
  /** Where handled mails go; null: they stay. */
  moveTo: string | null
  /** null: the one the server calls \Sent. */
  sentFolder: string | null
  /** Whether we put the copy in Sent ourselves. */
  appendsSent: boolean
  /** Whether name+anything@domain reaches the mailbox. */
  hasSubaddresses: boolean
}

const SHAPE = {
  IMAP_URL: imapUrl(),
  SMTP_URL: smtpUrl(),
  ADDRESS: address(),
  LABEL: words().optional(),
  READ_SINCE: day().optional(),
  MOVE_TO: words().optional(),
  SENT_FOLDER: words().optional(),
  APPEND_SENT: yesOrNo().default(true),
  SUBADDRESSING: yesOrNo().default(false),
  OAUTH_TOKEN_URL: tokenUrl().optional(),
  OAUTH_CLIENT_ID: words().optional(),
  OAUTH_CLIENT_SECRET: words().optional(),
  OAUTH_SCOPE: words().optional(),
}
const OAUTH = ["OAUTH_TOKEN_URL", "OAUTH_CLIENT_ID", "OAUTH_CLIENT_SECRET"] as const
const Variables = z.object(SHAPE)
type Variables = z.infer<typeof Variables>

/** What follows the mailbox's prefix. */
export const MAILBOX_VARIABLES = Object.keys(SHAPE)

/** "ma-boite" -> "MA_BOITE_" */
export function prefixOf(name: string): string {
  return `${name.toUpperCase().replaceAll("-", "_")}_`
}

/** `environment` has no blank value. Adds to `mistakes`, or returns the mailbox. */
export function readMailbox(
  name: string,
  environment: Record<string, string>,
  mistakes: Mistake[],
): MailboxConfig | null {
  const prefix = prefixOf(name)
  const pairs = MAILBOX_VARIABLES.map((variable) => [variable, environment[prefix + variable]])
  const own: Record<string, string | undefined> = Object.fromEntries(pairs)
  const parsed = Variables.safeParse(own)
  const found = [
    ...(parsed.success ? [] : mistakesOf(parsed.error, prefix)),
    ...oauthMistakes(own, prefix),
    ...loginMistakes(own, prefix),
  ]
  mistakes.push(...found)
  return parsed.success && found.length === 0 ? mailbox(name, parsed.data) : null
}

function mailbox(name: string, variables: Variables): MailboxConfig {
  const oauth = oauthOf(variables)
  return {
    name,
    label: variables.LABEL ?? name.charAt(0).toUpperCase() + name.slice(1),
    address: variables.ADDRESS,
    imap: serverOf(variables.IMAP_URL, oauth),
    smtp: serverOf(variables.SMTP_URL, oauth),
    readSince: variables.READ_SINCE ?? null,
    moveTo: variables.MOVE_TO ?? null,
    sentFolder: variables.SENT_FOLDER ?? null,
    appendsSent: variables.APPEND_SENT,
    hasSubaddresses: variables.SUBADDRESSING,
  }
}

function oauthOf(variables: Variables): OAuth | null {
  const { OAUTH_TOKEN_URL: tokenUrl, OAUTH_CLIENT_ID: clientId } = variables
  const clientSecret = variables.OAUTH_CLIENT_SECRET
  if (!tokenUrl || !clientId || !clientSecret) return null
  return { tokenUrl, clientId, clientSecret, scope: variables.OAUTH_SCOPE ?? null }
}

function oauthMistakes(own: Record<string, string | undefined>, prefix: string): Mistake[] {
  const missing = OAUTH.filter((variable) => !own[variable])
  if (missing.length === OAUTH.length) return []
  return missing.map((variable) => ({
    variable: prefix + variable,
    problem: "is missing, while other OAUTH variables are set",
    cure: `Set all of ${OAUTH.map((other) => prefix + other).join(", ")}, or none.`,
  }))
}

function loginMistakes(own: Record<string, string | undefined>, prefix: string): Mistake[] {
  const hasOAuth = OAUTH.some((variable) => own[variable])
  const problem = hasOAuth ? "lacks a user" : "lacks a user and a password"
  const cure = `Write it before the host: user${hasOAuth ? "" : ":password"}@host.`
  const isLogin = ({ user, password }: ServerUrl) => user && (hasOAuth || password)

  const imap = SHAPE.IMAP_URL.safeParse(own.IMAP_URL).data
  const smtp = SHAPE.SMTP_URL.safeParse(own.SMTP_URL).data
  // A relay inside the house may ask nobody's name.
  const asksNobody = smtp && !smtp.user && !smtp.password
  return [
    ...(imap && !isLogin(imap) ? [{ variable: `${prefix}IMAP_URL`, problem, cure }] : []),
    ...(smtp && !asksNobody && !isLogin(smtp)
      ? [{ variable: `${prefix}SMTP_URL`, problem, cure }]
      : []),
  ]
}
