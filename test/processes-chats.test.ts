// Two copies of the bot on one PostgreSQL, with Slack and Discord: one is killed, the team notices nothing.
import { mkdtemp, rm } from "node:fs/promises"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, onTestFailed, onTestFinished, test } from "vitest"
import { type BotProcess, startReadyBot } from "./setup/bot-process.ts"
import { aMail, source } from "./setup/builders.ts"
import { type TestDatabase, testDatabase } from "./setup/database.ts"
import { type FakeDiscord, startFakeDiscord } from "./setup/discord/fake.ts"
import type { Json } from "./setup/discord/objects.ts"
import { type Dovecot, hasDovecot, startDovecot } from "./setup/dovecot.ts"
import { eventually } from "./setup/eventually.ts"
import { lmtpTo } from "./setup/kill-mails.ts"
import { scratchFolder } from "./setup/scratch.ts"
import { BOT_TOKEN } from "./setup/slack-emulator.ts"
import { APP_TOKEN, openSlackPeer, type SlackPeer } from "./setup/slack-peer.ts"
import { pressablesOf } from "./setup/slack-reading.ts"
import { startSmtpSink } from "./setup/smtp-sink.ts"

const USER = "assistance"
const TAKEN_OVER_WITHIN = 10_000
/** A copy that is killed between a post and its note is waited for half a minute. */
const NOTED_WITHIN = 45_000

describe.skipIf(!(await hasDovecot()))(
  "two copies and three chats, with a real Dovecot (dovecot-imapd, dovecot-lmtpd)",
  () => {
    let dovecot: Dovecot
    let database: TestDatabase
    let slack: SlackPeer
    let discord: FakeDiscord
    let data: string

    beforeAll(async () => {
      dovecot = await startDovecot({ hasLmtp: true })
      database = await testDatabase()
      slack = await openSlackPeer()
      discord = await startFakeDiscord()
      data = await mkdtemp(join(scratchFolder(), "telemaque-chats-"))
    })

    afterAll(async () => {
      await slack.close()
      await discord.close()
      await database.close()
      await dovecot.remove()
      await rm(data, { recursive: true, force: true })
    })

    test("the copy that holds Discord's gateway and reads the mailbox is killed: cards and clicks go on within 10 s, nothing twice", async () => {
      const sink = await startSmtpSink()
      onTestFinished(() => sink.close())
      const first = await start(sink.port)
      await eventually("the gateway", () => discord.gateway.connected() === 1)
      await start(sink.port)
      const lmtp = lmtpTo(dovecot, USER)
      onTestFinished(() => lmtp.close())
      await lmtp.deliver(source(aMail({ subject: "Avant" })))
      await everywhere(1)
      await link()

      await first.kill()
      const died = performance.now()
      await lmtp.deliver(
        source(aMail({ subject: "Après", from: "Paul Petit <paul@vallonie.gouv.example>" })),
      )
      await everywhere(2)
      await eventually("a click on Slack, taken", () => isTaken("Après", takeOnSlack))
      await eventually("a click on Discord, taken", () => isTaken("Avant", takeOnDiscord))
      const tookOverIn = performance.now() - died

      expect(tookOverIn).toBeLessThan(TAKEN_OVER_WITHIN)
      await eventually(
        "who has both, on both",
        async () =>
          [...onDiscord(), ...(await onSlack())]
            .map((message) => JSON.stringify(message))
            .every((text) => text.includes("Nadia Ferrand")),
        NOTED_WITHIN,
      )
      expect(onDiscord()).toHaveLength(2)
      expect(await onSlack()).toHaveLength(2)
      expect(discord.state.problems).toEqual([])
      expect(slack.faults).toEqual([])
      console.log(`taken over in ${Math.round(tookOverIn)} ms`)
    }, 90_000)

    async function start(smtpPort: number): Promise<BotProcess> {
      const bot = await startReadyBot({
        DATA_DIR: data,
        DATABASE_URL: database.url,
        MAILBOXES: "mentor",
        MENTOR_IMAP_URL: `imap://${USER}:${encodeURIComponent(dovecot.password)}@127.0.0.1:${dovecot.port}`,
        MENTOR_SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
        MENTOR_ADDRESS: "assistance@mentor.example",
        MENTOR_READ_SINCE: "2020-01-01",
        TEAM_MEMBERS: "Nadia Ferrand <nadia@equipe.example> administrator",
        CANARY: "no",
        SLACK_BOT_TOKEN: BOT_TOKEN,
        SLACK_APP_TOKEN: APP_TOKEN,
        SLACK_TEAM_CHANNEL: slack.workspace.channel,
        SLACK_API_URL: slack.apiUrl,
        DISCORD_TOKEN: discord.token,
        DISCORD_TEAM_CHANNEL: discord.channel,
        DISCORD_API_URL: discord.api,
      })
      onTestFinished(async () => void (await bot.kill()))
      onTestFailed(() => console.log(bot.log()))
      return bot
    }

    function everywhere(requests: number): Promise<unknown> {
      return eventually(
        "every card, on every chat",
        async () => onDiscord().length >= requests && (await onSlack()).length >= requests,
        20_000,
      )
    }

    function onDiscord(): Json[] {
      return [...discord.state.messages.values()].filter(
        ({ channel_id, flags }) => channel_id === discord.channel && flags === 0,
      )
    }

    async function onSlack() {
      const messages = await slack.history(slack.workspace.channel)
      return messages.filter(({ metadata }) => metadata)
    }

    async function link(): Promise<void> {
      await database.pool.query(
        `INSERT INTO "Identity" (chat, "externalId", "memberId")
         SELECT chat, account, id FROM "Member", (VALUES ('slack', $1), ('discord', $2)) one (chat, account)`,
        [slack.workspace.people.nadia, discord.nadia.id],
      )
    }

    /** Clicks until somebody is there to hear it. */
    async function isTaken(
      subject: string,
      take: (subject: string) => Promise<unknown>,
    ): Promise<boolean> {
      await take(subject).catch(() => {})
      const { rows } = await database.pool.query(
        `SELECT 1 FROM "Ticket" WHERE subject = $1 AND "assigneeId" IS NOT NULL`,
        [subject],
      )
      return rows.length > 0
    }

    async function takeOnSlack(subject: string): Promise<void> {
      const message = (await onSlack()).find((one) => JSON.stringify(one).includes(subject))
      const button = pressablesOf(message?.blocks).find(({ label }) => label === "Je prends")
      if (!message || !button) throw new Error("nobody can take it")
      const { channel, people } = slack.workspace
      await slack.click(people.nadia, { channel, message }, button)
    }

    function takeOnDiscord(subject: string): Promise<unknown> {
      const message = onDiscord().find((one) => JSON.stringify(one).includes(subject))
      const parts = (message?.components ?? []).flatMap((row: Json) => row.components) as Json[]
      const button = parts.find(({ label }) => label === "Je prends")
      if (!message || !button) throw new Error("nobody can take it")
      return discord.people.click(discord.nadia, message, button.custom_id)
    }
  },
)
