import { spawn } from "node:child_process"
import { tmpdir } from "node:os"
import { text } from "node:stream/consumers"

const CLI = new URL("../../src/cli.ts", import.meta.url).pathname

/** What a command that reads JSON lines answers to these. It has no environment at all: neither database nor configuration. */
export async function answersOf(
  command: string,
  lines: string[],
  cwd = tmpdir(),
): Promise<unknown[]> {
  const child = spawn(process.execPath, [CLI, command], { cwd, env: {} })
  child.stdin.end(lines.map((line) => `${line}\n`).join(""))
  const output = await text(child.stdout)
  return output
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line))
}
