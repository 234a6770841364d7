// What our own pages hold, as a browser without a script reads it.

/** Name and value of each field that a browser would send; `boxes` are the names that may be sent several times. */
export type Fields = [string, string][] & { boxes: Set<string> }
export type PageForm = { action: string; button: string; fields: Fields }

/** The element of that id, up to the end of its section or of its `div`. */
export function article(page: string, id: string): string | null {
  const start = page.indexOf(`<div id="${id}" data-live`)
  if (start < 0) return null
  let depth = 0
  for (const tag of page.slice(start).matchAll(/<(\/?)div\b/g)) {
    depth += tag[1] ? -1 : 1
    if (depth === 0) return page.slice(start, start + tag.index)
  }
  return null
}

export function formsIn(html: string): PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(
    ([, head = "", body = ""]) => ({
      action: attribute(head, "action"),
      button: textOf(/<button[^>]*>([\s\S]*?)<\/button>/.exec(body)?.[1] ?? ""),
      fields: fieldsIn(body),
    }),
  )
}

export function buttonsIn(html: string): string[] {
  return formsIn(html).map(({ button }) => button)
}

/** Without what only programs read, nor the buttons. */
export function hiddenIn(html: string): string {
  return html
    .replaceAll(/<form\b[\s\S]*?<\/form>/g, "")
    .replaceAll(/<summary[\s\S]*?<\/summary>/g, "")
}

export function textOf(html: string): string {
  const text = html
    .replaceAll(/<(script|style|datalist)\b[\s\S]*?<\/\1>/g, "")
    .replaceAll(/>\s*\n\s*</g, ">\n<") // between elements, new lines are ours
    .replaceAll(/<[^>]+>/g, "")
  return unescaped(text).trim()
}

function fieldsIn(body: string): Fields {
  const boxes = new Set<string>()
  const fields: [string, string][] = []
  const controls =
    /<input\b([^>]*)>|<textarea\b([^>]*)>([\s\S]*?)<\/textarea>|<select\b([^>]*)>([\s\S]*?)<\/select>/g
  for (const [, input, area, text = "", select, options = ""] of body.matchAll(controls)) {
    const head = input ?? area ?? select ?? ""
    const [name, type] = [attribute(head, "name"), attribute(head, "type")]
    if (!name || type === "file") continue
    if (type === "checkbox") {
      boxes.add(name)
      if (/\schecked\b/.test(head)) fields.push([name, attribute(head, "value")])
    } else if (area !== undefined) {
      // the first new line is not content; browsers send the others as CRLF
      fields.push([name, unescaped(text).replace(/^\n/, "").replaceAll("\n", "\r\n")])
    } else if (select !== undefined) {
      const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, option = ""]) => option)
      const chosen = all.find((option) => /\sselected\b/.test(option)) ?? all[0] ?? ""
      fields.push([name, attribute(chosen, "value")])
    } else {
      fields.push([name, attribute(head, "value")])
    }
  }
  return Object.assign(fields, { boxes })
}

function attribute(head: string, name: string): string {
  return unescaped(new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(head)?.[1] ?? "")
}

function unescaped(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
}
