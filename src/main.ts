import { existsSync } from "node:fs"
import { join } from "node:path"
import closeWithGrace from "close-with-grace"
import { openPlatforms } from "../adapters/chats.ts"
import { openLog } from "../adapters/log.ts"
import { openMailReader } from "../adapters/mail/mime/reader.ts"
import { openAlert, openMailboxes } from "../adapters/mailboxes.ts"
import { openAnswerer } from "../adapters/prompts/answerer.ts"
import { hashed, readFaq } from "../adapters/prompts/faq.ts"
import { readInstructions } from "../adapters/prompts/instructions.ts"
import { readLexicon } from "../adapters/prompts/lexicon.ts"
import { openRedirections } from "../adapters/prompts/redirections.ts"
import { lessons } from "../adapters/prompts/sorter.ts"
import { readTemplates } from "../adapters/prompts/templates.ts"
import { openTrainer } from "../adapters/prompts/trainer.ts"
import { startPulse } from "../adapters/pulse.ts"
import { openDatabase } from "../adapters/store/database.ts"
import { secretOf } from "../adapters/store/settings.ts"
import { openConsole } from "../adapters/web/console/console.ts"
import { healthRoutes } from "../adapters/web/health.ts"
import { createApp } from "./app.ts"
import { chatOccasions } from "./chats/occasions.ts"
import { openTeam } from "./chats/team.ts"
import { type Config, ConfigError, readConfig } from "./config.ts"
import { DEMO_DOMAINS, DEMO_MAILBOX, DEMO_MEMBERS } from "./demo.ts"
import { openHelp } from "./faq/help.ts"
import { importEntries } from "./faq/import.ts"
import { entriesInUse, keepUp } from "./faq/keep-up.ts"
import { openLlm } from "./llm/open-llm.ts"
import { announcedDelay } from "./mail/acknowledge.ts"
import { french } from "./mail/french.ts"
import { mailboxOccasions } from "./mail/occasions.ts"
import { type Needs, type Settings, ticketUrl } from "./needs.ts"
import { openAccess } from "./people/log-in.ts"
import { openClosings } from "./tickets/say-solved.ts"
import { followModel } from "./triage/learn-again.ts"

const TEAM = "equipe"
const TEAM_NAME = "Équipe"

if (existsSync(".env")) process.loadEnvFile(".env")
const config = configOrExit()
const log = openLog(config.logLevel)
const warn = (error: unknown, what: string) => log.warn({ error }, what)
const clock = () => new Date()
let isReady = false
// What is open, the last one first: each is closed in turn.
const opened: (() => Promise<unknown>)[] = []
closeWithGrace({ delay: 20_000, logger: log }, closeAll)

const database = await openDatabase(config.databaseUrl, join(config.dataDirectory, "db"), warn)
opened.unshift(database.close)
const { store, prisma } = database
const reader = openMailReader()
opened.unshift(reader.close)

const members = config.members.length > 0 ? config.members : DEMO_MEMBERS
for (const member of members) await store.keepMember(member)
const { mailboxes, demo } = await openMailboxes(config, { store, leases: database.leases, log })
opened.unshift(() => Promise.all(mailboxes.map((mailbox) => mailbox.close())))
const secret = await secretOf(prisma)

const settings: Settings = {
  secret,
  mailboxes: config.demo ? [DEMO_MAILBOX] : config.mailboxes,
  service: config.service,
  publicServiceDomains: config.demo
    ? [...config.publicServiceDomains, ...DEMO_DOMAINS]
    : config.publicServiceDomains,
  administrators: config.adminEmails,
  automaticMailsPerHour: config.automaticMailsPerHour,
  hasCanary: config.hasCanary,
  cardDetail: {
    ...(config.slack ? { slack: config.slack.detail } : {}),
    ...(config.discord ? { discord: config.discord.detail } : {}),
  },
  consoleUrl: config.web.console.url,
  publicUrl: config.web.publicPages?.url ?? null,
}
const told = (mistake: string) => log.warn({}, mistake)
const [lexicon, cards] = [readLexicon(undefined, told), readFaq()]
const trainer = openTrainer({ lexicon, examples: lessons(told, cards) })
const access = openAccess({ store, settings, clock })
const { url: consoleUrl, host } = config.web.console
const webConsole = openConsole({
  ...{
    prisma,
    databaseUrl: database.url,
    port: config.port,
    mailReader: reader,
    demo,
    log,
    trainer,
  },
  cookieKey: secret,
  hasLlm: config.llm !== null,
  journal: (memberId, what, detail) =>
    store.record({ ticketId: null, memberId, at: clock(), what, detail }),
  network: consoleUrl ? { url: consoleUrl, access, host, proxies: config.web.proxies } : null,
  routes: healthRoutes({ store, isReady: () => isReady }),
})

await seedTeamPlace(webConsole.name, TEAM)
const platforms = await openPlatforms(config, {
  ticketUrl: (id) => ticketUrl(settings, id),
  consoleUrl,
  leases: database.leases,
  seen: async (occasion) => !(await store.meetOccasion(occasion, clock())),
  log,
})
for (const { chat, teamChannel } of platforms) await seedTeamPlace(chat.name, teamChannel)
const otherChats = platforms.map(({ chat }) => chat)
const chats = [webConsole, ...otherChats]
await importEntries({ store, clock }, hashed(cards), { isDemo: config.demo !== null })
const faq = openAnswerer(() => entriesInUse(store))
opened.unshift(faq.close)
await keepUp({ store, faq })
const needs: Needs = {
  ...{ store, mailboxes, reader, clock, log, chats },
  team: openTeam({ store, chats, clock, log }),
  ...{ lexicon, faq, trainer, sorter: trainer.sorter },
  templates: readTemplates(),
  redirections: await openRedirections(store, told),
  llm: await llmOf(config.llm),
  alert: await openAlert(config, mailboxes),
  settings,
}
await followModel(needs)
const app = createApp(needs)

await webConsole.open(chatOccasions(app, needs, webConsole.name))
opened.unshift(webConsole.close)
// A platform that does not answer must not keep the others waiting: its cards are owed.
for (const chat of otherChats) {
  const opening = chat.open(chatOccasions(app, needs, chat.name)).catch(async (error) => {
    warn(error, `${chat.name} could not be opened`)
    await store.noteChat(chat.name, clock(), String(error))
  })
  opened.unshift(() => opening.then(chat.close))
}
const { publicPages, proxies } = config.web
if (publicPages) {
  const { openPublicPages } = await import("../adapters/web/public/pages.ts")
  const delay = async () => french.delay(await announcedDelay(needs))
  const { mailboxes, service } = settings
  const seen = { closings: openClosings(needs), help: openHelp(needs) }
  const opening = { ...publicPages, proxies, mailboxes, service, delay, ...seen, log }
  const { close, port } = await openPublicPages(opening)
  opened.unshift(close)
  log.info({ url: publicPages.url, port }, "the public pages are open")
}
await database.work(app.jobs)
opened.unshift(database.stopWork)
const pulse = startPulse(app.everyMinute, warn)
opened.unshift(pulse.stop)
for (const mailbox of mailboxes) mailbox.open(mailboxOccasions(app, needs, mailbox.name))
opened.unshift(() => Promise.all(mailboxes.map((mailbox) => mailbox.stopReading())))
isReady = true
log.info({ url: webConsole.url, mailboxes: mailboxes.map(({ name }) => name).join(", ") }, "ready")

function configOrExit(): Config {
  try {
    return readConfig(process.env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    console.error(error.message)
    process.exit(1)
  }
}

/** Its library is loaded only where there is one. */
async function llmOf(llm: Config["llm"]): Promise<Needs["llm"]> {
  if (!llm) return null
  const { openLanguageModel } = await import("../adapters/llm/language-model.ts")
  const { ceilings, billions } = llm
  const [language, instructions] = [openLanguageModel(llm), readInstructions()]
  return openLlm({ store, clock, log, language, instructions, ceilings, billions })
}

function seedTeamPlace(chat: string, channel: string): Promise<void> {
  return store.seedPlace({ chat, channel, kind: "team", name: TEAM_NAME })
}

async function closeAll({ err, signal }: { err?: unknown; signal?: string }): Promise<void> {
  if (err) log.error({ error: err }, "the bot stops on an error")
  else log.info({ signal: signal ?? "" }, "the bot stops")
  isReady = false
  for (const close of opened) await close()
}
