// The machine that the bot runs on: its Node, its clock, its time zones, its ports, its texts.
import { once } from "node:events"
import { get } from "node:http"
import { createServer } from "node:net"
import { ZONE, zoned } from "../../src/calendar/working-days.ts"
import { readExamples } from "../prompts/examples.ts"
import { readFaq, told } from "../prompts/faq.ts"
import { readInstructions } from "../prompts/instructions.ts"
import { readLexicon } from "../prompts/lexicon.ts"
import { readRedirections } from "../prompts/redirections.ts"
import { readTemplates } from "../prompts/templates.ts"
import type { Report } from "../prompts/yaml-file.ts"
import { type Finding, fault, ok, warning } from "./doctor-finding.ts"

const NODE = 24
const FIRST_YEAR = 2026
const CLOCKS_APART = 5_000
const ANSWER_WITHIN = 3_000
/** Noon of a summer day and of a winter day, with what Paris is ahead of UTC then. */
const OFFSETS = [
  { day: "2026-07-01T12:00:00Z", offset: "+02:00" },
  { day: "2026-12-01T12:00:00Z", offset: "+01:00" },
]

export function nodeFinding(version: string): Finding {
  if (Number.parseInt(version, 10) === NODE) return ok("Node", version)
  const cure = `use the one that npm installed: node_modules/.bin/node src/cli.ts doctor`
  return warning("Node", `${version}, while the bot is tested with ${NODE}`, cure)
}

/** `there`: what the database says; null when it could not be asked. */
export function clockFinding(here: Date, there: Date | null): Finding {
  const cure = "set the clock, and keep it by NTP (timedatectl set-ntp true)"
  if (here.getUTCFullYear() < FIRST_YEAR) return fault("clock", `says ${here.toISOString()}`, cure)
  if (!there) return ok("clock", here.toISOString())
  const apart = here.getTime() - there.getTime()
  if (Math.abs(apart) <= CLOCKS_APART)
    return ok("clock", `${here.toISOString()}, as the database's`)
  const seconds = Math.round(Math.abs(apart) / 1000)
  const where = apart > 0 ? "ahead of" : "behind"
  return warning("clock", `${seconds} s ${where} the database's`, cure)
}

export function zoneFinding(offsetOf = offsetInParis): Finding {
  const cure = "use the Node that npm installed, which brings its own time zones"
  try {
    const wrong = OFFSETS.find(({ day, offset }) => offsetOf(new Date(day)) !== offset)
    if (!wrong) return ok("time zones", `${ZONE} has its summer and its winter`)
    const seen = offsetOf(new Date(wrong.day))
    return fault("time zones", `${ZONE} is at ${seen} on ${wrong.day.slice(0, 10)}`, cure)
  } catch (error) {
    return fault("time zones", `${ZONE} is unknown (${messageOf(error)})`, cure)
  }
}

function offsetInParis(at: Date): string {
  return zoned(at).offset
}

/** `prompts`: the folder of the answer cards. */
export function promptsFindings(lexicon?: URL, prompts?: URL): Finding[] {
  return [
    ...readFindings("prompts/lexicon.yaml", (report) => {
      const { categories, sentences } = readLexicon(lexicon, report)
      return `${categories.length} categories, ${sentences.length} sentences of Mentor`
    }),
    ...readFindings("prompts/examples.yaml", (report) => {
      return `${readExamples(undefined, report).length} examples`
    }),
    ...readFindings("prompts/faq", (report) => {
      const { entries, faults } = readFaq(prompts)
      for (const fault of faults) report(told(fault))
      return `${entries.length} answer cards`
    }),
    ...readFindings("prompts/redirections", (report) => {
      return `${readRedirections(report).length} texts`
    }),
    ...readFindings(
      "prompts/model",
      () => `${Object.keys(readInstructions()).length} instructions`,
    ),
    ...readFindings("prompts/mail", () => `${Object.keys(readTemplates()).length} templates`),
  ]
}

/** Each fault names the file, the line, and what to write; the bot starts with the rest. */
function readFindings(what: string, read: (report: Report) => string): Finding[] {
  const mistakes: string[] = []
  const cure = "correct it there, or take it back from the release"
  try {
    const summary = read((mistake) => void mistakes.push(mistake))
    if (mistakes.length === 0) return [ok(what, summary)]
  } catch (error) {
    mistakes.push(messageOf(error))
  }
  return mistakes.map((mistake) => fault(what, mistake, cure))
}

/** Free, or held by the bot itself: it answers /readyz as nobody else does. */
export async function consolePortFinding(
  port: number,
): Promise<{ finding: Finding; isBotRunning: boolean }> {
  const what = `console port ${port}`
  const readiness = port === 0 ? "" : await readinessAt(port)
  if (readiness === "ready\n") {
    return { finding: ok(what, "the bot is running there"), isBotRunning: true }
  }
  if (readiness === "not ready\n") {
    const detail = "the bot is running there, and is not ready"
    return { finding: warning(what, detail, "read its log"), isBotRunning: true }
  }
  return { finding: await freeFinding(what, port, "PORT"), isBotRunning: false }
}

/** The demo's SMTP: a bot that is running holds it. */
export async function demoPortFinding(port: number, isBotRunning: boolean): Promise<Finding> {
  const what = `demo SMTP port ${port}`
  if (isBotRunning) return ok(what, "held by the bot that is running")
  return freeFinding(what, port, "DEMO_SMTP_PORT")
}

/** A listener beside the console's, which a bot that is running holds. */
export async function publicPortFinding(port: number, isBotRunning: boolean): Promise<Finding> {
  const what = `public port ${port}`
  if (isBotRunning) return ok(what, "held by the bot that is running")
  return freeFinding(what, port, "PUBLIC_PORT")
}

async function freeFinding(what: string, port: number, variable: string): Promise<Finding> {
  if (port === 0) return ok(what, "any free one")
  const code = await whyNotFree(port)
  if (code === "") return ok(what, "free")
  const reasons: Record<string, string> = {
    EADDRINUSE: "taken by another program",
    EACCES: "not allowed to this user",
  }
  return fault(what, reasons[code] ?? code, `set ${variable} to another one, above 1024`)
}

/** "" when one may listen there. */
async function whyNotFree(port: number): Promise<string> {
  const server = createServer()
  try {
    server.listen(port, "127.0.0.1")
    await once(server, "listening")
    return ""
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : messageOf(error)
  } finally {
    server.close()
  }
}

/** By node:http, for fetch refuses some ports that a console may have. */
function readinessAt(port: number): Promise<string> {
  return new Promise((resolve) => {
    const options = { host: "127.0.0.1", port, path: "/readyz", agent: false }
    const request = get({ ...options, timeout: ANSWER_WITHIN }, (response) => {
      let text = ""
      response.setEncoding("utf8")
      response.on("data", (chunk: string) => {
        text += chunk
        if (text.length > 100) request.destroy()
      })
      response.on("close", () => resolve(text))
    })
    request.on("timeout", () => request.destroy())
    request.on("error", () => resolve(""))
  })
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
