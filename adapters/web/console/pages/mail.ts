import { html } from "hono/html"
import type { Attachment, IncomingMail } from "../../../../src/mail/incoming.ts"
import { maskSecretsInHtml } from "../../../../src/privacy/masking-html.ts"
import type { ConsoleApp, Desk } from "../desk.ts"
import { size, when } from "../french.ts"
import { type Html, render } from "../layout.ts"
import { readable } from "../readable.ts"
import { attachmentsView, peopleView } from "../thread-view.ts"
import { pictureType } from "./attachments.ts"

/** The mail's own page is in a sandbox: no script, no form, nothing fetched, no link but apart. */
const SANDBOX =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'"

const LARGEST_PICTURE = 5_000_000
const CSP = "Content-Security-Policy"

/** A mail as it came: for who doubts what the bot made of it. */
export function mailRoutes(app: ConsoleApp, desk: Desk): void {
  const { reads } = desk

  app.get("/messages/:id{[0-9]{1,9}}", async (c) => {
    const mail = await reads.mailPage(Number(c.req.param("id")))
    if (!mail) return c.notFound()
    const read = await originalOf(desk, mail.id)
    const back = mail.ticketId ? `/demandes/${mail.ticketId}` : "/messages-en-attente"
    return render(c, desk, {
      title: `Message d’origine — ${mail.subject}`,
      main: html`
        <p><a class="fr-link fr-icon-arrow-left-line fr-link--icon-left" href="${back}">${mail.ticketId ? `Demande ${mail.ticketId}` : "Messages mis de côté"}</a></p>
        <h1 class="fr-h3">Message d’origine</h1>
        <dl class="tm-list tm-envelope">
          <div><dt>De</dt><dd><bdi>${readable(mail.fromName)}</bdi> &lt;${mail.fromAddress}&gt;</dd></div>
          ${mail.replyTo && html`<div><dt>Réponse à</dt><dd>${mail.replyTo}</dd></div>`}
          <div><dt>À</dt><dd>${peopleView(mail.to)}</dd></div>
          ${mail.cc.length > 0 && html`<div><dt>Copie</dt><dd>${peopleView(mail.cc)}</dd></div>`}
          <div><dt>Objet</dt><dd dir="auto">${readable(mail.subject)}</dd></div>
          <div><dt>Reçu</dt><dd>${when(mail.receivedAt, desk.now())}, boîte « ${mail.mailbox} »</dd></div>
          ${mail.sentAt && html`<div><dt>Daté du</dt><dd>${when(mail.sentAt, desk.now())} (horloge de l’expéditeur)</dd></div>`}
          <div><dt>Taille</dt><dd>${size(mail.size)}</dd></div>
        </dl>
        ${body(mail.id, read)}
        ${attachmentsView(mail.id, mail.attachments)}
        <section class="fr-mt-4w" aria-labelledby="source">
          <h2 class="fr-h6" id="source">Source du message</h2>
          <p>La source contient tout, y compris les mots de passe et les liens que Télémaque masque ailleurs.
          Son téléchargement est noté à votre nom dans l’historique.</p>
          <form method="post" action="/messages/${mail.id}/source"><button class="fr-btn fr-btn--secondary fr-btn--sm">Télécharger la source</button></form>
        </section>`,
    })
  })

  app.get("/messages/:id{[0-9]{1,9}}/html", async (c) => {
    const read = await originalOf(desk, Number(c.req.param("id")))
    if (!read || read === "unreadable" || !read.html) return c.notFound()
    // 25 MB of memory that only this page needs
    const { safeHtml } = await import("../../../mail/mime/html.ts")
    c.header(CSP, SANDBOX)
    return c.html(`<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Message</title></head>
<body style="font-family:sans-serif;color:#161616;background:#fff;overflow-wrap:anywhere">${withPictures(maskSecretsInHtml(safeHtml(read.html)), read.attachments)}</body></html>`)
  })

  // Posted, not fetched: only a click opens it, and no other site can have it opened in somebody's name.
  app.post("/messages/:id{[0-9]{1,9}}/source", async (c) => {
    const id = Number(c.req.param("id"))
    const raw = await reads.rawMail(id)
    if (!raw) return c.notFound()
    await desk.journal(c.get("member").id, "source read", { mail: id })
    c.header(CSP, "sandbox; default-src 'none'")
    c.header("Content-Type", "text/plain; charset=utf-8")
    c.header("Content-Disposition", `attachment; filename="message-${id}.txt"`)
    return c.body(new Uint8Array(raw))
  })
}

/** In its sandbox a page may fetch nothing, not even from us: its pictures come inside. */
function withPictures(safe: string, attachments: Attachment[]): string {
  return safe.replace(/src="cid:([^"]+)"/g, (_, contentId: string) => {
    const file = attachments.find((attachment) => attachment.contentId === contentId)
    const type = file && file.size <= LARGEST_PICTURE ? pictureType(file.content) : null
    return file && type
      ? `src="data:${type};base64,${Buffer.from(file.content).toString("base64")}"`
      : ""
  })
}

type Original = IncomingMail | "unreadable" | null

/** Null when retention removed the bytes. */
async function originalOf({ reads, mailReader }: Desk, id: number): Promise<Original> {
  const raw = await reads.rawMail(id)
  if (!raw) return null
  const read = await mailReader.read(raw)
  return "unreadable" in read ? "unreadable" : read.mail
}

function body(id: number, mail: Original): Html {
  if (mail === null)
    return html`<p>Le contenu de ce message a été effacé à la fin de sa durée de conservation.</p>`
  if (mail === "unreadable")
    return html`<p>Ce message est illisible par Télémaque : sa source est à télécharger ci-dessous.</p>`
  return mail.html
    ? html`<iframe class="tm-frame" src="/messages/${id}/html" title="Contenu du message" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`
    : html`<div class="tm-card"><div class="tm-text" dir="auto">${readable(mail.text)}</div></div>`
}
