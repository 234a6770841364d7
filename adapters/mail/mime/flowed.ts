/** RFC 3676: lines that end in a space go on in the next line of the same quote depth. */
export function unflow(text: string, deletesSpace: boolean): string {
  const lines: string[] = []
  let flowsAt: number | null = null
  for (const line of text.split("\n")) {
    const [quotes = ""] = /^>*/.exec(line) ?? []
    const content = line.slice(quotes.length).replace(/^ /, "")
    const isSignature = content === "-- "
    if (flowsAt === quotes.length && !isSignature) lines[lines.length - 1] += content
    else lines.push(quotes === "" ? content : `${quotes} ${content}`)
    flowsAt = content.endsWith(" ") && !isSignature ? quotes.length : null
    if (flowsAt !== null && deletesSpace) lines[lines.length - 1] = lines.at(-1)?.slice(0, -1) ?? ""
  }
  return lines.join("\n")
}
