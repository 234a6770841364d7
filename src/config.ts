// The environment, understood once: a Config, or every mistake at once, each with its cure.
import * as z from "zod"
import { DISCORD_VARIABLES, type DiscordConfig, readDiscord } from "./config/discord.ts"
import { domains, PUBLIC_SERVICE_DOMAINS } from "./config/domains.ts"
import { LLM_VARIABLES, type LlmConfig, readLlm } from "./config/llm.ts"
import { isLoopback, type MailServer, serverOf, smtpUrl } from "./config/mail-server.ts"
import { MAILBOX_VARIABLES, type MailboxConfig, prefixOf, readMailbox } from "./config/mailbox.ts"
import {
  addresses,
  type Environment,
  list,
  type Mistake,
  mistakesOf,
  oneOf,
  postgresUrl,
  refuse,
  wholeNumber,
  withoutBlanks,
  words,
  yesOrNo,
} from "./config/parse.ts"
import { readSlack, SLACK_VARIABLES, type SlackConfig } from "./config/slack.ts"
import { teamMembers } from "./config/team.ts"
import { unknownVariables } from "./config/unknown.ts"
import { readWeb, WEB_VARIABLES, type WebConfig } from "./config/web.ts"
import type { Member } from "./people/member.ts"

export type Config = {
  /** null: the embedded PostgreSQL, in the data directory. */
  databaseUrl: string | null
  dataDirectory: string
  /** The console's, on 127.0.0.1; 0: any free one. */
  port: number
  /** Empty: the demo mailbox. */
  mailboxes: MailboxConfig[]
  /** null as soon as there is a real mailbox. */
  demo: { smtpPort: number } | null
  slack: SlackConfig | null
  discord: DiscordConfig | null
  llm: LlmConfig | null
  web: WebConfig
  /** Who hears of alarms when no chat works. */
  adminEmails: string[]
  /** What stands under the members' names. */
  service: string
  /** Rows to begin with; empty: the demo's three invented members. */
  members: Omit<Member, "id">[]
  /** "*." at the beginning stands for one label or more, "*" elsewhere for anything but a dot. */
  publicServiceDomains: string[]
  /** For mail to the administrators when the mailbox's own SMTP is dead. */
  alertSmtp: MailServer | null
  logLevel: LogLevel
  automaticMailsPerHour: number
  /** Whether a canary mail goes the whole way every day. */
  hasCanary: boolean
}

export type LogLevel = (typeof LOG_LEVELS)[number]

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const
const MAILBOX_NAME = /^[a-z][a-z0-9-]*$/

const SHAPE = {
  DATABASE_URL: postgresUrl().optional(),
  DATA_DIR: words().default("data"),
  PORT: wholeNumber(0, 65_535).default(3000),
  MAILBOXES: mailboxNames().default([]),
  DEMO_SMTP_PORT: wholeNumber(0, 65_535).default(2525),
  ADMIN_EMAILS: addresses().default([]),
  TEAM_MEMBERS: teamMembers().default([]),
  TEAM_SERVICE: words().default("Assistance Mentor"),
  PUBLIC_SERVICE_DOMAINS: domains().default(PUBLIC_SERVICE_DOMAINS),
  ALERT_SMTP_URL: smtpUrl().optional(),
  LOG_LEVEL: oneOf(LOG_LEVELS).default("info"),
  AUTOMATIC_MAILS_PER_HOUR: wholeNumber(0, 100_000).default(20),
  CANARY: yesOrNo().optional(),
}
const Variables = z.object(SHAPE)
type Variables = z.infer<typeof Variables>

/** Every variable that is not a mailbox's. */
export const VARIABLES = [
  ...Object.keys(SHAPE),
  ...DISCORD_VARIABLES,
  ...LLM_VARIABLES,
  ...SLACK_VARIABLES,
  ...WEB_VARIABLES,
]

export class ConfigError extends Error {
  override name = "ConfigError"
  readonly mistakes: Mistake[]

  constructor(mistakes: Mistake[]) {
    const lines = mistakes.map(({ variable, problem, cure }) => `  ${variable} ${problem}. ${cure}`)
    super(`The configuration has ${mistakes.length} mistake(s):\n${lines.join("\n")}`)
    this.mistakes = mistakes
  }
}

/** Throws `ConfigError`. */
export function readConfig(environment: Environment): Config {
  const present = withoutBlanks(environment)
  const parsed = Variables.safeParse(present)
  const mistakes = parsed.success ? [] : mistakesOf(parsed.error)

  // Read apart, so that a mistake elsewhere does not hide those of the mailboxes.
  const names = SHAPE.MAILBOXES.safeParse(present.MAILBOXES).data ?? []
  const read = names.map((name) => readMailbox(name, present, mistakes))
  const mailboxes = read.filter((mailbox) => mailbox !== null)
  const own = names.flatMap((name) =>
    MAILBOX_VARIABLES.map((variable) => prefixOf(name) + variable),
  )
  const chats = { slack: readSlack(present, mistakes), discord: readDiscord(present, mistakes) }
  const llm = readLlm(present, mistakes)
  const web = readWeb(present, mistakes)
  const prefixes = [...names.map(prefixOf), "SLACK_", "DISCORD_", "LLM_"]
  mistakes.push(...unknownVariables(present, [...VARIABLES, ...own], prefixes))
  mistakes.push(...(present.MAILBOXES ? teamMistakes(present) : demoMistakes(present)))

  if (!parsed.success || !web || mistakes.length > 0) throw new ConfigError(mistakes)
  return { ...configOf(parsed.data, mailboxes), ...chats, llm, web }
}

function configOf(
  variables: Variables,
  mailboxes: MailboxConfig[],
): Omit<Config, "slack" | "discord" | "llm" | "web"> {
  const isDemo = mailboxes.length === 0
  const { TEAM_SERVICE: service, ALERT_SMTP_URL: alertUrl } = variables
  return {
    databaseUrl: variables.DATABASE_URL ?? null,
    dataDirectory: variables.DATA_DIR,
    port: variables.PORT,
    mailboxes,
    demo: isDemo ? { smtpPort: variables.DEMO_SMTP_PORT } : null,
    adminEmails: variables.ADMIN_EMAILS,
    service,
    members: variables.TEAM_MEMBERS.map((member) => ({ ...member, service })),
    publicServiceDomains: variables.PUBLIC_SERVICE_DOMAINS,
    alertSmtp: alertUrl ? serverOf(alertUrl, null) : null,
    logLevel: variables.LOG_LEVEL,
    automaticMailsPerHour: variables.AUTOMATIC_MAILS_PER_HOUR,
    hasCanary: variables.CANARY ?? !isDemo,
  }
}

function teamMistakes(present: Record<string, string>): Mistake[] {
  if (present.TEAM_MEMBERS) return []
  const cure = "Name the people who answer, as .env.example shows."
  return [{ variable: "TEAM_MEMBERS", problem: "is missing, while there is a real mailbox", cure }]
}

/** In demo mode nothing leaves the machine. */
function demoMistakes(present: Record<string, string>): Mistake[] {
  return Object.keys(present).flatMap((variable) => {
    if (!/_(IMAP|SMTP)_URL$/.test(variable)) return []
    const host = smtpUrl().safeParse(present[variable]).data?.host
    if (variable === "ALERT_SMTP_URL" && (!host || isLoopback(host))) return []
    const name = variable
      .replace(/_(IMAP|SMTP)_URL$/, "")
      .toLowerCase()
      .replaceAll("_", "-")
    const cure =
      variable === "ALERT_SMTP_URL"
        ? "Remove it, or name a real mailbox in MAILBOXES."
        : `Write MAILBOXES=${name}, or remove it.`
    return [
      { variable, problem: "is a real server, while MAILBOXES is empty (demo mailbox)", cure },
    ]
  })
}

function mailboxNames(): z.ZodType<string[]> {
  return list().transform((names, context) => {
    const wrong = names.find((name) => !MAILBOX_NAME.test(name))
    if (wrong)
      return refuse(
        context,
        `has « ${wrong} », which is not a name`,
        "Write letters, digits and hyphens, as mentor,autre.",
      )
    const taken = names.find((name) =>
      VARIABLES.some((variable) => variable.startsWith(prefixOf(name))),
    )
    if (taken)
      return refuse(
        context,
        `has « ${taken} », which begins the name of another variable`,
        "Choose another name.",
      )
    return names
  })
}
