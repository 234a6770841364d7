// The head of a card: a small part of YAML, read line by line so that « question : … », a « # » or a lone quote break nothing.

export type FrontMatter = {
  values: Map<string, Line>
  lists: Map<string, { line: number; items: Line[] }>
  body: string
  bodyLine: number
  faults: { line: number; cure: string }[]
}

type Line = { text: string; line: number }

const FENCE = /^---\s*$/

export function readFrontMatter(source: string): FrontMatter {
  const lines = source.split("\n")
  const read: FrontMatter = {
    ...{ values: new Map(), lists: new Map(), body: "", bodyLine: lines.length, faults: [] },
  }
  const end = lines.findIndex((line, n) => n > 0 && FENCE.test(line))
  if (!FENCE.test(lines[0] ?? "") || end < 0) {
    read.faults.push({
      line: 1,
      cure: "begin with a line « --- », then id, titre and the rest, then another line « --- ».",
    })
    return read
  }
  readHead(lines.slice(1, end), read)
  const first = lines.findIndex((line, n) => n > end && line.trim() !== "")
  read.bodyLine = (first < 0 ? end : first) + 1
  read.body = first < 0 ? "" : lines.slice(first).join("\n").trimEnd()
  return read
}

function readHead(lines: string[], read: FrontMatter): void {
  let list: Line[] | null = null
  lines.forEach((text, n) => {
    const line = n + 2
    if (/^\s*(#.*)?$/.test(text)) return
    const [, item] = /^\s*-\s+(.*)$/.exec(text) ?? []
    if (item !== undefined && list) {
      list.push({ text: unquoted(item), line })
      return
    }
    const [, key, value = ""] = /^([\p{L}-]+)\s*:\s*(.*)$/u.exec(text) ?? []
    if (!key) {
      read.faults.push({
        line,
        cure: `« ${text.trim().slice(0, 40)} »: write « name: value », or « - question » under questions.`,
      })
      return
    }
    if (read.values.has(key) || read.lists.has(key)) {
      read.faults.push({ line, cure: `« ${key} » is there twice: keep one.` })
    }
    list = value === "" ? [] : null
    if (list) read.lists.set(key, { line, items: list })
    else read.values.set(key, { text: unquoted(value), line })
  })
}

function unquoted(text: string): string {
  const [, double, single] = /^(?:"(.*)"|'(.*)')$/.exec(text.trim()) ?? []
  return double?.replaceAll('\\"', '"') ?? single?.replaceAll("''", "'") ?? text.trim()
}
