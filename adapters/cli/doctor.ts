import { type Config, ConfigError } from "../../src/config.ts"
import { databaseFindings } from "./doctor-database.ts"
import { discordFindings } from "./doctor-discord.ts"
import { type Finding, fault, lineOf, ok } from "./doctor-finding.ts"
import { llmFindings } from "./doctor-llm.ts"
import {
  clockFinding,
  consolePortFinding,
  demoPortFinding,
  nodeFinding,
  promptsFindings,
  publicPortFinding,
  zoneFinding,
} from "./doctor-machine.ts"
import { mailboxFindings } from "./doctor-mailboxes.ts"
import { slackFindings } from "./doctor-slack.ts"

type Visit = {
  /** Reads the configuration, or throws `ConfigError`. */
  configure: () => Config
  print: (line: string) => void
  /** Another lexicon than the bot's. */
  lexicon?: URL
}

/**
 * Looks at all that the bot needs, one line each, with the cure. Changes nothing and leaves nothing running; the bot may
 * be running or not. Says whether there is no fault.
 */
export async function doctor({ configure, print, lexicon }: Visit): Promise<boolean> {
  let faults = 0
  const tell = (...findings: Finding[]) => {
    for (const finding of findings) {
      if (finding.level === "fault") faults += 1
      print(lineOf(finding))
    }
  }
  const config = readConfiguration(configure, tell)
  tell(nodeFinding(process.versions.node), zoneFinding(), ...promptsFindings(lexicon))
  if (config) await examine(config, tell)
  else tell(clockFinding(new Date(), null))
  return faults === 0
}

function readConfiguration(
  configure: () => Config,
  tell: (...findings: Finding[]) => void,
): Config | null {
  try {
    const config = configure()
    const names = config.mailboxes.map(({ name }) => name).join(", ")
    tell(ok("configuration", names ? `mailboxes ${names}` : "demo mailbox: nothing leaves"))
    return config
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    tell(...error.mistakes.map(({ variable, problem, cure }) => fault(variable, problem, cure)))
    return null
  }
}

async function examine(config: Config, tell: (...findings: Finding[]) => void): Promise<void> {
  const [{ findings, now }, mailboxes, { finding, isBotRunning }, slack, discord, llm] =
    await Promise.all([
      databaseFindings(config),
      mailboxFindings(config),
      consolePortFinding(config.port),
      slackFindings(config.slack),
      discordFindings(config.discord),
      llmFindings(config.llm),
    ])
  const clock = now ? clockFinding(now.here, now.there) : clockFinding(new Date(), null)
  tell(...findings, clock, finding)
  if (config.demo) tell(await demoPortFinding(config.demo.smtpPort, isBotRunning))
  const { publicPages } = config.web
  if (publicPages) tell(await publicPortFinding(publicPages.port, isBotRunning))
  tell(...mailboxes, ...slack, ...discord, ...llm)
}
