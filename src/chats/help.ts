import type { Answer, Card } from "../card.ts"
import { COMMAND_NAMES, COMMANDS } from "../commands.ts"
import type { Member } from "../people/member.ts"
import { french } from "./french.ts"

/** Made from the list of commands: what somebody may not do is not told to them. */
export function helpCard(member: Member | null): Card {
  const names = COMMAND_NAMES.filter((name) => member || COMMANDS[name].isPublic)
  return {
    fallback: french.helpTitle,
    title: french.helpTitle,
    ticket: null,
    tone: "neutral",
    badges: [],
    fields: names.map((name) => {
      const { argument, help } = COMMANDS[name]
      return { label: argument ? `${name} ${argument}` : name, text: help }
    }),
    sections: member ? [] : [{ heading: french.commands, text: french.notLinked }],
    buttons: member ? [] : [{ label: french.link, action: "member.link:0:0", style: "primary" }],
  }
}

export function help(member: Member | null): Answer {
  return { kind: "whisper", card: helpCard(member) }
}
