import type { Option } from "./card.ts"
import { isThanksAlone } from "./mail/courtesy.ts"
import { editDistance } from "./spelling.ts"

/**
 * What is typed after `/mentor`, the same words on every chat. The help lives with the word, so that it is never stale:
 * `aide`, the platforms' own menus and docs/chats.md are made from this list.
 */
export const COMMANDS = {
  aide: { help: "Ce que je sais faire.", argument: null, isPublic: true },
  lier: {
    help: "Relier ce compte à votre adresse professionnelle.",
    argument: null,
    isPublic: true,
  },
  question: {
    help: "Poser une question : une fiche de l’équipe y répond, ou quelqu’un.",
    argument: "texte",
    isPublic: true,
  },
  demande: { help: "Voir une demande.", argument: "numéro", isPublic: false },
  "mes-demandes": {
    help: "Voir mes demandes, puis celles que personne n’a prises.",
    argument: null,
    isPublic: false,
  },
  cherche: {
    help: "Chercher une demande par son numéro, un nom, une adresse ou des mots.",
    argument: "mots",
    isPublic: false,
  },
  ouvrir: {
    help: "Ouvrir une demande pour une personne qui a appelé ou écrit ailleurs.",
    argument: null,
    isPublic: false,
  },
  absent: {
    help: "Dire jusqu’à quel jour je ne suis pas là ; sans jour, que je suis de retour.",
    argument: "jour",
    isPublic: false,
  },
  état: {
    help: "Voir si tout fonctionne et si rien n’est perdu.",
    argument: null,
    isPublic: false,
  },
  automatismes: {
    help: "Voir ce que le bot aurait répondu comme vous, catégorie par catégorie.",
    argument: null,
    isPublic: false,
  },
} as const satisfies Record<string, CommandHelp>

export type CommandHelp = {
  help: string
  /** What follows the word, in one word of French. */
  argument: string | null
  /** Anybody may: the others are for members. */
  isPublic: boolean
}

export type CommandName = keyof typeof COMMANDS
export type PublicCommand = {
  [Name in CommandName]: (typeof COMMANDS)[Name]["isPublic"] extends true ? Name : never
}[CommandName]
export type MemberCommand = Exclude<CommandName, PublicCommand>

const LONG_WORD = 5
/** « jusqu’à vendredi prochain inclus » */
const LONGEST_DAY = 4
const COURTESY =
  "bonjour bonsoir salut coucou hello merci beaucoup bien a tous toutes toi moi vous svp stp le la bot d accord ok super".split(
    " ",
  )

export type Command = { name: CommandName; argument: string }

export const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[]

/** « état », « Etat » and « ETAT » are one word. Null: no such word. Nothing at all asks for help. */
export function parseCommand(text: string): Command | null {
  const [word = "", ...rest] = text.trim().split(/\s+/u)
  const name = word ? COMMAND_NAMES.find((known) => folded(known) === folded(word)) : "aide"
  return name ? { name, argument: rest.join(" ") } : null
}

/**
 * What is said to the bot: a word of the list with what follows it, or else a question. Null: a word of the list typed
 * wrong, or nothing that could be asked. Thanks are answered as a question is.
 */
export function readSaid(text: string, isMember = true): Command | null {
  const command = parseCommand(text)
  if (command && !isSentence(command, isMember)) return command
  if (!command && !isThanksAlone(text) && (isMistyped(text) || isCourtesy(text))) return null
  return { name: "question", argument: text.trim() }
}

/** « Aide pour me connecter », « Demande de formation refusée »: it begins by a word of the list by chance. */
function isSentence({ name, argument }: Command, isMember: boolean): boolean {
  const count = argument.split(" ").filter(Boolean).length
  if (count === 0 || name === "question") return false
  if (COMMANDS[name].argument === null) return !isCourtesy(argument)
  if (name === "demande") return !/\d/.test(argument)
  if (name === "absent" && count > LONGEST_DAY && !/\d/.test(argument)) return true
  return !isMember && !COMMANDS[name].isPublic && count > 1
}

/** « demnde 12 » */
function isMistyped(text: string): boolean {
  const [word = "", ...rest] = folded(text.trim()).split(/\s+/u)
  return rest.length <= 1 && COMMAND_NAMES.some((name) => isNearly(word, folded(name)))
}

function isNearly(word: string, name: string): boolean {
  return editDistance(word, name) <= (name.length > LONG_WORD ? 2 : 1)
}

function isCourtesy(text: string): boolean {
  const words = folded(text)
    .split(/[^a-z]+/)
    .filter(Boolean)
  return words.every((word) => COURTESY.includes(word))
}

export function isPublic(name: CommandName): name is PublicCommand {
  return COMMANDS[name].isPublic
}

/** « de » → « demande » */
export function commandsThatBegin(text: string): Option[] {
  const begun = folded(text.trim())
  const names = COMMAND_NAMES.filter((name) => folded(name).startsWith(begun))
  return names.map((name) => ({ label: `${name} — ${COMMANDS[name].help}`, value: name }))
}

function folded(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
}
