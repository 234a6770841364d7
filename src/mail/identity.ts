import { createHash } from "node:crypto"

const IDENTIFYING = /^(?:from|date|subject|message-id):/i
const MAX_HEADER = 1_000_000

/**
 * The same for two deliveries of one mail, whatever the servers added on the way; different for another mail
 * that reuses a Message-ID. Hexadecimal SHA-256 of the identifying headers and the body as received.
 */
export function contentHash(source: Uint8Array): string {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength)
  const end = endOfHeader(bytes)
  const hash = createHash("sha256")
  for (const line of unfolded(bytes.toString("latin1", 0, Math.min(end, MAX_HEADER)))) {
    if (IDENTIFYING.test(line)) hash.update(`${line.trim()}\n`)
  }
  return hash.update(bytes.subarray(end)).digest("hex")
}

function endOfHeader(bytes: Buffer): number {
  const ends = ["\r\n\r\n", "\n\n"].map((mark) => bytes.indexOf(mark)).filter((at) => at >= 0)
  return ends.length > 0 ? Math.min(...ends) : bytes.length
}

function unfolded(header: string): string[] {
  return header.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)
}
