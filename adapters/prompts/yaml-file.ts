// A file of `prompts/` that people edit: what is well written is read, each fault is told with its line.
import { readFileSync } from "node:fs"
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml"
import type { z } from "zod"

/** Told what is wrong and what to do: « prompts/lexicon.yaml, line 12: … ». */
export type Report = (mistake: string) => void

export type YamlFile = {
  /** What is under a key of the file, item by item. */
  list<T>(key: string, shape: z.ZodType<T>): T[]
  /** The same inside an item already read. */
  items<T>(list: unknown, shape: z.ZodType<T>): T[]
  keys(): string[]
  mistake(key: string, what: string): void
}

export function readYaml(file: URL, name: string, report: Report): YamlFile {
  const lines = new LineCounter()
  const document = parseDocument(readFileSync(file, "utf8"), { lineCounter: lines })
  const tell = (offset: number, what: string) =>
    report(`${name}, line ${lines.linePos(offset).line}: ${what}`)
  for (const { pos, message } of document.errors) tell(pos[0], firstLine(message))

  const items = <T>(list: unknown, shape: z.ZodType<T>): T[] => {
    if (!isSeq<Node>(list)) return []
    return list.items.flatMap((item) => {
      const parsed = shape.safeParse(plain(item))
      if (parsed.success) return [parsed.data]
      const [issue] = parsed.error.issues
      const [key] = issue?.path ?? []
      const place = isMap(item) && key !== undefined ? item.get(key, true) : item
      const start = (place as Node | undefined)?.range?.[0] ?? item.range?.[0] ?? 0
      tell(start, `${key === undefined ? "" : `${String(key)}: `}${issue?.message ?? ""}`)
      return []
    })
  }
  const root = isMap(document.contents) ? document.contents : null
  const mistake = (key: string, what: string) =>
    tell((root?.get(key, true) as Node | undefined)?.range?.[0] ?? 0, what)
  return {
    items,
    mistake,
    list(key, shape) {
      const list = root?.get(key, true)
      if (isSeq(list)) return items(list, shape)
      mistake(key, `« ${key}: » must be followed by lines that begin with « - »`)
      return []
    },
    keys: () =>
      (root?.items ?? []).flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : [])),
  }

  /** Lists stay nodes: each of their items has its own line. */
  function plain(node: Node): unknown {
    if (!isMap<Node, Node>(node)) return node.toJS(document)
    return Object.fromEntries(
      node.items.map(({ key, value }) => [
        String(key.toJS(document)),
        isSeq(value) ? value : value?.toJS(document),
      ]),
    )
  }
}

function firstLine(message: string): string {
  return message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "") ?? message
}
