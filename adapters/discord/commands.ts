// `/mentor`, as Discord is told of it: made from the list of words, so that its help is the bot's.

import type { Option } from "../../src/card.ts"
import { COMMANDS } from "../../src/commands.ts"
import { french } from "./french.ts"
import { CHOICE, CHOICES, COMMAND_DESCRIPTION } from "./limits.ts"
import type { CommandData } from "./payloads.ts"
import { label } from "./text.ts"

const NAME = "mentor"
/** In a server, and in private with the bot. */
const CONTEXTS = [0, 1]
const TYPES = { slash: 1, message: 3, subcommand: 1, text: 3 } as const

export function commandsToRegister(): object[] {
  const slash = {
    name: NAME,
    type: TYPES.slash,
    description: label(french.command, COMMAND_DESCRIPTION),
    contexts: CONTEXTS,
    options: Object.entries(COMMANDS).map(([name, { help, argument }]) => ({
      type: TYPES.subcommand,
      name,
      description: label(help, COMMAND_DESCRIPTION),
      options: argument === null ? [] : [optionOf(argument, help)],
    })),
  }
  return [slash, { name: french.openTicket, type: TYPES.message, contexts: CONTEXTS }]
}

/** Whether something differs from what Discord has; what it adds by itself does not count. */
export function isRegistered(registered: unknown): boolean {
  if (!Array.isArray(registered)) return false
  const wanted = commandsToRegister()
  const inOrder = wanted.map(({ name }: { name?: string }) =>
    registered.find((command: { name?: string }) => command.name === name),
  )
  return (
    registered.length === wanted.length &&
    JSON.stringify(wanted.map(bare)) === JSON.stringify(inOrder.map(bare))
  )
}

/** « demande 12 », as if it had been typed; « demande  » when what follows is still to come. */
export function commandText({ options: [sub] }: CommandData): string {
  const values = sub?.options.map(({ value }) => String(value ?? "")) ?? []
  return [sub?.name ?? "", ...values].join(" ")
}

/** Of what could follow, the argument alone: Discord completes one option at a time. */
export function choicesOf(options: Option[], typed: string): { name: string; value: string }[] {
  const [word = ""] = typed.split(" ")
  return options
    .filter(({ value }) => value.startsWith(`${word} `))
    .map(({ label: name, value }) => ({
      name: label(name, CHOICE),
      value: value.slice(word.length + 1),
    }))
    .filter(({ value }) => value.length > 0 && value.length <= CHOICE)
    .slice(0, CHOICES)
}

function optionOf(name: string, help: string) {
  return {
    type: TYPES.text,
    name,
    description: label(help, COMMAND_DESCRIPTION),
    autocomplete: true,
  }
}

type Described = Record<string, unknown> & { options?: unknown[] }

function bare(command: unknown): unknown {
  const { name, type, description, contexts, autocomplete, options } = (command ?? {}) as Described
  return {
    name,
    type,
    description: description || undefined,
    contexts: contexts ?? undefined,
    autocomplete: autocomplete || undefined,
    options: options?.length ? options.map(bare) : undefined,
  }
}
