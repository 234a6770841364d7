import type { SlackConfig } from "../../src/config/slack.ts"
import { type Finding, fault, ok } from "./doctor-finding.ts"

/** The two tokens, the permissions, the team's channel. Posts nothing, changes nothing there. */
export async function slackFindings(config: SlackConfig | null): Promise<Finding[]> {
  if (!config) return []
  const { checkSlack } = await import("../slack/check.ts")
  const checks = await checkSlack(config)
  return checks.map(({ name, detail, cure }) => {
    const what = `Slack: ${name}`
    return cure === null ? ok(what, detail) : fault(what, detail, cure)
  })
}
