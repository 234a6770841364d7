// What somebody wrote in Slack, as a person reads it: Slack keeps mentions and links between angle brackets.
import { french } from "./french.ts"

export type Beside = {
  /** Of people who are mentioned, by id. */
  names?: Map<string, string>
  /** Names of what was joined, which stays in Slack. */
  files?: string[]
}

export function noteText(text: string, { names = new Map(), files = [] }: Beside = {}): string {
  const words = text
    .replaceAll(/<([@#!])([^>|]*)(?:\|([^>]*))?>/g, (_, sign: string, id: string, name?: string) =>
      mention(sign, id, name ?? names.get(id)),
    )
    .replaceAll(/<mailto:[^>|]*\|([^>]*)>/g, "$1")
    .replaceAll(/<([^>|]+)\|([^>]*)>/g, (_, url: string, label: string) =>
      url.endsWith(label) ? url : `${label} (${url})`,
    )
    .replaceAll(/<([^>]+)>/g, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .trim()
  return [words, ...(files.length > 0 ? [french.files.inThread(files)] : [])]
    .filter(Boolean)
    .join("\n")
}

/** Ids of the people that a message mentions without their names. */
export function mentioned(text: string): string[] {
  return [...text.matchAll(/<@([A-Z0-9]+)>/g)].map(([, id = ""]) => id)
}

/** « <@U0BOT> demande 12 » -> « demande 12 » */
export function withoutMention(text: string): string {
  return noteText(text.replace(/^\s*<@[^>]*>[\s:,]*/, ""))
}

function mention(sign: string, id: string, name?: string): string {
  if (sign === "!") return `@${name ?? id.replace(/^subteam\^.*/, french.someone)}`
  const known = name ?? (sign === "@" ? french.someone : id)
  return `${sign}${known}`
}
