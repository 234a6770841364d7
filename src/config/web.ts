// Where the console and the public pages are reached. Without their URL the console is on loopback, and there are no public pages.
import * as z from "zod"
import { isLoopback } from "./mail-server.ts"
import { type Mistake, mistakesOf, refuse, wholeNumber, words } from "./parse.ts"

export type WebConfig = {
  console: { host: string; url: string | null }
  publicPages: { host: string; port: number; url: string } | null
  /** How many reverse proxies stand before us: what they say of an address is believed. */
  proxies: number
}

const SHAPE = {
  CONSOLE_URL: webUrl().optional(),
  CONSOLE_HOST: words().default("127.0.0.1"),
  PUBLIC_URL: webUrl().optional(),
  PUBLIC_HOST: words().default("127.0.0.1"),
  PUBLIC_PORT: wholeNumber(0, 65_535).default(3002),
  PROXIES: wholeNumber(0, 5).default(1),
}
const Variables = z.object(SHAPE)
type Variables = z.infer<typeof Variables>

export const WEB_VARIABLES = Object.keys(SHAPE)

/** Null when there are mistakes, which are added to `mistakes`. */
export function readWeb(present: Record<string, string>, mistakes: Mistake[]): WebConfig | null {
  const parsed = Variables.safeParse(present)
  if (!parsed.success) {
    mistakes.push(...mistakesOf(parsed.error))
    return null
  }
  const found = [...lonely(present), ...together(parsed.data, present)]
  mistakes.push(...found)
  return found.length > 0 ? null : webOf(parsed.data)
}

function webOf(variables: Variables): WebConfig {
  const { CONSOLE_URL: url = null, PUBLIC_URL: publicUrl } = variables
  return {
    console: { host: variables.CONSOLE_HOST, url },
    publicPages: publicUrl
      ? { host: variables.PUBLIC_HOST, port: variables.PUBLIC_PORT, url: publicUrl }
      : null,
    proxies: variables.PROXIES,
  }
}

/** What makes no sense alone. */
function lonely(present: Record<string, string>): Mistake[] {
  const needs: [variable: string, others: string[]][] = [
    ["CONSOLE_HOST", ["CONSOLE_URL"]],
    ["PUBLIC_HOST", ["PUBLIC_URL"]],
    ["PUBLIC_PORT", ["PUBLIC_URL"]],
    ["PROXIES", ["CONSOLE_URL", "PUBLIC_URL"]],
  ]
  return needs.flatMap(([variable, others]) => {
    if (!present[variable] || others.some((other) => present[other])) return []
    const problem = `is set, while ${others.join(" and ")} ${others.length > 1 ? "are" : "is"} not`
    return [{ variable, problem, cure: `Set ${others.join(" or ")}, or remove it.` }]
  })
}

function together(variables: Variables, present: Record<string, string>): Mistake[] {
  const { CONSOLE_URL: console, PUBLIC_URL: publicUrl, PUBLIC_PORT: port } = variables
  const mistakes: Mistake[] = []
  if (console && !present.MAILBOXES) {
    const cure =
      "Name a real mailbox in MAILBOXES: members log in by a link that is mailed to them."
    const problem = "opens the console to the network, while MAILBOXES is empty (demo mailbox)"
    mistakes.push({ variable: "CONSOLE_URL", problem, cure })
  }
  if (console && publicUrl && new URL(console).host === new URL(publicUrl).host) {
    const cure = "Give it a name of its own: the two share nothing."
    mistakes.push({ variable: "PUBLIC_URL", problem: "is the console's name", cure })
  }
  if (publicUrl && port > 0 && String(port) === (present.PORT ?? "3000")) {
    const cure = "Choose another: each listens on its own."
    mistakes.push({ variable: "PUBLIC_PORT", problem: "is the console's port", cure })
  }
  return mistakes
}

/** With a slash at its end. */
function webUrl() {
  return z.string().transform((text, context) => {
    const url = URL.parse(text)
    const cure = "Write it as https://name.example, and nothing after."
    if (!url?.hostname || !/^https?:$/.test(url.protocol)) {
      return refuse(context, "is not the URL of a site", cure)
    }
    if (url.pathname !== "/" || url.search || url.hash || url.username || url.password) {
      return refuse(context, "has something more than a name and a port", cure)
    }
    const isClear = url.protocol === "http:" && !isLoopback(url.hostname.replace(/^\[|\]$/g, ""))
    if (isClear) return refuse(context, "would send what people type in clear", cure)
    return url.href
  })
}
