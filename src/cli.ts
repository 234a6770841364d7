import { existsSync } from "node:fs"

/** The administrator's commands. Each loads what it needs, and nothing else, when it is called. */
type Command = { help: string; run: (args: string[]) => Promise<void> }

const COMMANDS: Record<string, Command> = {
  doctor: {
    help: "checks all that the bot needs, one line each, with the cure",
    run: visit,
  },
  ask: {
    help: 'reads lines {"id","question"} and answers each with a card, or with none',
    run: async () => (await import("../adapters/cli/ask.ts")).ask(process.stdin, process.stdout),
  },
  triage: {
    help: 'reads lines {"id","de","objet","corps"} and says how it sorts each mail, and why',
    run: async () =>
      (await import("../adapters/cli/triage.ts")).triageLines(
        process.stdin,
        process.stdout,
        console.error,
      ),
  },
  "inspect-mail": {
    help: 'reads lines {"id","file"} and says what it understands of each mail',
    run: async () =>
      (await import("../adapters/cli/inspect-mail.ts")).inspectMail(process.stdin, process.stdout),
  },
}

const [name = "", ...args] = process.argv.slice(2)
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
if (command) await command.run(args)
else {
  console.error(usage())
  process.exitCode = 1
}

async function visit(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env")
  const [{ doctor }, { readConfig }] = await Promise.all([
    import("../adapters/cli/doctor.ts"),
    import("./config.ts"),
  ])
  const configure = () => readConfig(process.env)
  if (!(await doctor({ configure, print: console.log }))) process.exitCode = 1
}

function usage(): string {
  const lines = Object.entries(COMMANDS).map(([name, { help }]) => `  ${name.padEnd(16)}${help}`)
  return ["Usage: telemaque <command>", "", ...lines].join("\n")
}
