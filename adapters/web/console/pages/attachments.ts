import type { Context } from "hono"
import type { ConsoleApp, ConsoleEnv, Desk } from "../desk.ts"

/** The bot never opens a file: a member downloads it, and pictures are shown. */
export function attachmentRoutes(app: ConsoleApp, desk: Desk): void {
  const { reads, mailReader } = desk

  app.get("/pieces/:mail{[0-9]{1,9}}/:position{[0-9]{1,5}}", async (c) => {
    const raw = await reads.rawMail(Number(c.req.param("mail")))
    const read = raw && (await mailReader.read(raw))
    if (!read || "unreadable" in read) return c.notFound()
    const file = read.mail.attachments[Number(c.req.param("position"))]
    if (!file) return c.notFound()
    return send(c, file, c.req.query("voir") !== undefined)
  })

  app.get("/pieces-envoyees/:id{[0-9]{1,9}}", async (c) => {
    const file = await reads.outgoingFile(Number(c.req.param("id")))
    return file ? send(c, file, false) : c.notFound()
  })
}

type File = { name: string; content: Uint8Array }

function send(c: Context<ConsoleEnv>, { name, content }: File, isShown: boolean): Response {
  const picture = isShown ? pictureType(content) : null
  const disposition = picture ? "inline" : "attachment"
  c.header("Content-Security-Policy", "sandbox; default-src 'none'")
  c.header("Content-Type", picture ?? "application/octet-stream")
  c.header("Content-Disposition", `${disposition}; ${fileName(name)}`)
  return c.body(new Uint8Array(content))
}

const PICTURES: [type: string, start: RegExp][] = [
  ["image/png", /^89504e470d0a1a0a/],
  ["image/jpeg", /^ffd8ff/],
  ["image/gif", /^47494638(?:37|39)61/],
  ["image/webp", /^52494646.{8}57454250/],
]

/** By its first bytes: what the sender declared is a claim. Never SVG, which is a program. */
export function pictureType(content: Uint8Array): string | null {
  const start = Buffer.from(content.subarray(0, 16)).toString("hex")
  return PICTURES.find(([, signature]) => signature.test(start))?.[0] ?? null
}

/** RFC 6266: an ASCII name for old programs, the true one for the others. */
function fileName(name: string): string {
  const safe = name.replace(/[\p{Cc}/\\\u202a-\u202e\u2066-\u2069]/gu, "_") || "piece-jointe"
  const ascii = safe.replace(/[^\x20-\x7e]|["%]/g, "_")
  const encoded = encodeURIComponent(safe.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  )
  return `filename="${ascii}"; filename*=UTF-8''${encoded}`
}
