import { readFileSync } from "node:fs"
import { parseEnv } from "node:util"
import { expect, test } from "vitest"
import { MAILBOX_VARIABLES } from "../src/config/mailbox.ts"
import type { Environment } from "../src/config/parse.ts"
import { ConfigError, readConfig, VARIABLES } from "../src/config.ts"

const REAL = {
  MAILBOXES: "mentor",
  MENTOR_IMAP_URL: "imaps://aide%40ministere.example:p%23ss@imap.ministere.example",
  MENTOR_SMTP_URL: "smtp+starttls://aide:secret@smtp.ministere.example",
  MENTOR_ADDRESS: "Aide@ministere.example",
  TEAM_MEMBERS: "Claire Durand <claire@ministere.example> administrator",
}

function mistakesOf(environment: Environment): string[] {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.mistakes.map(({ variable, problem }) => `${variable} ${problem}`)
  }
}

test("an empty environment is the demo: its own database, its own mailbox, no canary", () => {
  const config = readConfig({ DATABASE_URL: "", MAILBOXES: " " })

  expect(config).toMatchObject({
    databaseUrl: null,
    dataDirectory: "data",
    port: 3000,
    mailboxes: [],
    demo: { smtpPort: 2525 },
    members: [],
    automaticMailsPerHour: 20,
    hasCanary: false,
  })
  expect(config.publicServiceDomains).toContain("*.gouv.fr")
})

test("a mailbox is described by the variables that begin by its name", () => {
  const config = readConfig({ ...REAL, MENTOR_READ_SINCE: "2026-11-01", MENTOR_APPEND_SENT: "no" })

  expect(config.demo).toBeNull()
  expect(config.hasCanary).toBe(true)
  expect(config.mailboxes).toEqual([
    {
      name: "mentor",
      label: "Mentor",
      address: "aide@ministere.example",
      imap: {
        host: "imap.ministere.example",
        port: 993,
        security: "tls",
        login: { user: "aide@ministere.example", password: "p#ss" },
      },
      smtp: {
        host: "smtp.ministere.example",
        port: 587,
        security: "starttls",
        login: { user: "aide", password: "secret" },
      },
      readSince: "2026-11-01",
      moveTo: null,
      sentFolder: null,
      appendsSent: false,
      hasSubaddresses: false,
    },
  ])
})

test("OAuth stands in for the password, all of it or none", () => {
  const oauth = {
    MENTOR_IMAP_URL: "imaps://aide@imap.ministere.example",
    MENTOR_OAUTH_TOKEN_URL: "https://login.ministere.example/token",
    MENTOR_OAUTH_CLIENT_ID: "telemaque",
  }

  const [mailbox] = readConfig({ ...REAL, ...oauth, MENTOR_OAUTH_CLIENT_SECRET: "s" }).mailboxes

  expect(mailbox?.imap.login).toMatchObject({ user: "aide", oauth: { clientSecret: "s" } })
  expect(mistakesOf({ ...REAL, ...oauth })).toEqual([
    "MENTOR_OAUTH_CLIENT_SECRET is missing, while other OAUTH variables are set",
  ])
  expect(mistakesOf({ ...REAL, MENTOR_IMAP_URL: oauth.MENTOR_IMAP_URL })).toEqual([
    "MENTOR_IMAP_URL lacks a user and a password",
  ])
})

test("a team is written on one line or several, each member with a role or none", () => {
  const { members } = readConfig({
    TEAM_MEMBERS:
      "Claire Durand <Claire@x.example> administrator;\nJean-Noël Le Goff <jn@x.example>\n",
    TEAM_SERVICE: "Bureau des usages",
  })

  expect(members).toEqual([
    {
      name: "Claire Durand",
      address: "claire@x.example",
      role: "administrator",
      service: "Bureau des usages",
    },
    {
      name: "Jean-Noël Le Goff",
      address: "jn@x.example",
      role: "responder",
      service: "Bureau des usages",
    },
  ])
})

test("every mistake is told at once, each with its variable and its cure", () => {
  const environment = {
    ...REAL,
    PORT: "http",
    LOG_LEVEL: "loud",
    DATABASE_URL: "mysql://localhost",
    MENTOR_READ_SINCE: "2026-02-30",
    MENTOR_ADDRESS: undefined,
    MENTOR_IMPA_URL: "imaps://imap.ministere.example",
    ADMIN_EMAIL: "claire@ministere.example",
  }

  expect(mistakesOf(environment)).toEqual([
    "DATABASE_URL is not the URL of a PostgreSQL database",
    "PORT is not a whole number that fits",
    "LOG_LEVEL is not a word expected here",
    "MENTOR_ADDRESS is missing",
    "MENTOR_READ_SINCE is not a day of the calendar",
    "MENTOR_IMPA_URL is unknown",
    "ADMIN_EMAIL is unknown",
  ])
  expect(() => readConfig(environment)).toThrow("Did you mean MENTOR_IMAP_URL?")
  expect(() => readConfig(environment)).toThrow("Write one from 0 to 65535.")
})

test.for([
  ["MENTOR_IMAP_URL", "imap://aide:hush@imap.ministere.example", "in clear"],
  ["MENTOR_SMTP_URL", "smtp://aide:hush@10.0.0.8", "in clear"],
  ["MENTOR_IMAP_URL", "https://aide:hush@imap.ministere.example", "does not begin by imaps://"],
  ["MENTOR_IMAP_URL", "imaps://aide:hu%sh@imap.ministere.example", "a lone %"],
  ["MENTOR_IMAP_URL", "imaps://aide:hush/@imap.ministere.example", "not the URL of a server"],
  ["MENTOR_SMTP_URL", "hush", "not the URL of a server"],
  ["DATABASE_URL", "http://aide:hush@db.ministere.example", "not the URL of a PostgreSQL"],
  ["MENTOR_OAUTH_TOKEN_URL", "http://hush.ministere.example", "not an https URL"],
  ["TEAM_MEMBERS", "Claire <claire@x.example> boss", "not a role"],
  ["TEAM_MEMBERS", "Claire <claire@x.example>", "no administrator"],
  ["TEAM_MEMBERS", "A <a@x.example> administrator; B <A@x.example>", "a@x.example twice"],
  ["TEAM_MEMBERS", "", "is missing, while there is a real mailbox"],
  ["MAILBOXES", "mentor,Été", "not a name"],
  ["MAILBOXES", "mentor,team", "begins the name of another variable"],
  ["PUBLIC_SERVICE_DOMAINS", "gouv.fr,@ac-paris.fr", "not a domain"],
  ["ADMIN_EMAILS", "claire@x.example,paul", "« paul »"],
  ["CANARY", "oui", "neither yes nor no"],
] as const)("%s=%s is refused, and no secret is repeated", ([variable, value, problem]) => {
  const environment = { ...REAL, [variable]: value }

  expect(mistakesOf(environment).join("\n")).toContain(problem)
  expect(() => readConfig(environment)).not.toThrow(/hush|hu%sh/)
})

test("a server in clear is accepted on this machine", () => {
  const [mailbox] = readConfig({
    ...REAL,
    MENTOR_IMAP_URL: "imap://a:b@127.0.0.1:14300",
    MENTOR_SMTP_URL: "smtp://[::1]:2500",
  }).mailboxes

  expect(mailbox?.imap).toMatchObject({ host: "127.0.0.1", port: 14300, security: "none" })
  expect(mailbox?.smtp).toEqual({ host: "::1", port: 2500, security: "none", login: null })
})

test("the demo mailbox refuses the company of a real mail server", () => {
  expect(mistakesOf({ ...REAL, MAILBOXES: "" })).toEqual([
    "MENTOR_IMAP_URL is a real server, while MAILBOXES is empty (demo mailbox)",
    "MENTOR_SMTP_URL is a real server, while MAILBOXES is empty (demo mailbox)",
  ])
  expect(mistakesOf({ ALERT_SMTP_URL: "smtps://a:b@relay.example" })).toHaveLength(1)
  expect(mistakesOf({ ALERT_SMTP_URL: "smtp://127.0.0.1:2500" })).toEqual([])
})

test("without its URL the console is on loopback, and there are no public pages", () => {
  expect(readConfig({}).web).toEqual({
    ...{ console: { host: "127.0.0.1", url: null }, publicPages: null, proxies: 1 },
  })
})

test("the console and the public pages have a name each, with one slash at its end", () => {
  const { web } = readConfig({
    ...{ ...REAL, CONSOLE_URL: "https://Console.example", CONSOLE_HOST: "0.0.0.0" },
    ...{ PUBLIC_URL: "https://aide.example:8443/", PROXIES: "2" },
  })

  expect(web).toEqual({
    console: { host: "0.0.0.0", url: "https://console.example/" },
    publicPages: { host: "127.0.0.1", port: 3002, url: "https://aide.example:8443/" },
    proxies: 2,
  })
})

test.for([
  [{ CONSOLE_URL: "console.example" }, "CONSOLE_URL is not the URL of a site"],
  [{ CONSOLE_URL: "http://console.example" }, "CONSOLE_URL would send what people type in clear"],
  [{ PUBLIC_URL: "https://a.example/aide" }, "PUBLIC_URL has something more"],
  [{ PUBLIC_URL: "https://a:b@a.example" }, "PUBLIC_URL has something more"],
  [{ PUBLIC_PORT: "3002" }, "PUBLIC_PORT is set, while PUBLIC_URL is not"],
  [{ PUBLIC_HOST: "0.0.0.0" }, "PUBLIC_HOST is set, while PUBLIC_URL is not"],
  [{ CONSOLE_HOST: "0.0.0.0" }, "CONSOLE_HOST is set, while CONSOLE_URL is not"],
  [{ PROXIES: "0" }, "PROXIES is set, while CONSOLE_URL and PUBLIC_URL are not"],
  [{ PUBLIC_URL: "https://a.example", PUBLIC_PORT: "3000" }, "PUBLIC_PORT is the console's port"],
  [
    { PUBLIC_URL: "https://a.example", CONSOLE_URL: "https://a.example" },
    "PUBLIC_URL is the console's name",
  ],
  [
    { MAILBOXES: "", CONSOLE_URL: "https://a.example" },
    "CONSOLE_URL opens the console to the network, while MAILBOXES is empty",
  ],
] as const)("of the web, %o is refused", ([given, problem]) => {
  expect(mistakesOf({ ...REAL, ...given }).join("\n")).toContain(problem)
})

test(".env.example works as it stands, and with every line of it uncommented", () => {
  const text = readFileSync(".env.example", "utf8")

  expect(readConfig(parseEnv(text)).demo).not.toBeNull()
  expect(readConfig(parseEnv(uncommented(text))).mailboxes).toHaveLength(1)
})

test(".env.example documents every variable, and nothing else", () => {
  const documented = Object.keys(parseEnv(uncommented(readFileSync(".env.example", "utf8"))))

  const read = [...VARIABLES, ...MAILBOX_VARIABLES.map((variable) => `MENTOR_${variable}`)]
  expect(documented.sort()).toEqual(read.sort())
})

function uncommented(text: string): string {
  return text.replaceAll(/^# (?=[A-Z_]+=)/gm, "")
}
