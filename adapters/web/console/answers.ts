import { createHash, randomUUID } from "node:crypto"
import type { Context } from "hono"
import { html } from "hono/html"
import { z } from "zod"
import { type ActionName, actionString, parseAction } from "../../../src/actions.ts"
import type { Answer, Button, Card, Form } from "../../../src/card.ts"
import { UserError } from "../../../src/errors.ts"
import type { OutgoingAttachment } from "../../../src/mail/outgoing.ts"
import type { Person } from "../../../src/ports.ts"
import { safeFileName } from "../../mail/mime/file-name.ts"
import { actionForm, cardView } from "./card-view.ts"
import type { ConsoleApp, ConsoleEnv, Desk } from "./desk.ts"
import { type FormState, formView } from "./form-view.ts"
import { keepFlash } from "./identity.ts"
import { type Html, render } from "./layout.ts"
import { safePath } from "./paths.ts"
import { messageView } from "./thread-view.ts"

/** What was being written, when the last click was refused. */
const AGAIN: Record<string, { label: string; name: ActionName } | undefined> = {
  "reply.send": { label: "Modifier ma réponse", name: "reply.edit" },
  "entry.save": { label: "Reprendre mon texte", name: "entry.rework" },
  "entry.publish": { label: "Reprendre mon texte", name: "entry.rework" },
}

/** Clicks and forms: what comes in from the console as from any chat. */
export function answerRoutes(app: ConsoleApp, desk: Desk): void {
  app.post("/actions", async (c) => {
    const posted = await fieldsOf(c)
    const { action = "", _retour = "/", _question, _confirme } = posted
    const back = safePath(_retour)
    // Without a script nobody has asked yet: the question is a page.
    if (_question && !_confirme) return confirmation(c, desk, posted, back)
    try {
      const answer = await desk.occasions.act(action, personOf(c))
      return await answered(c, desk, answer, back)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      return refused(c, desk, error, action, back)
    }
  })

  app.post("/commandes", async (c) => {
    const { texte = "", _cle, _retour = "/" } = await fieldsOf(c)
    const back = safePath(_retour)
    try {
      const asked = { key: keyOf(_cle, { texte }), channel: null }
      const answer = await desk.occasions.command(texte.trim(), personOf(c), asked)
      return await answered(c, desk, answer, back)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      return refused(c, desk, error, "", back)
    }
  })

  /** What is written under a card, as in the thread of any chat: an internal note. */
  app.post("/cartes/:post{[0-9]{1,9}}/fil", async (c) => {
    const post = c.req.param("post")
    const { texte = "", _cle, _retour = "/" } = await fieldsOf(c)
    const back = safePath(_retour)
    try {
      const key = keyOf(_cle, { texte })
      await desk.occasions.reply(post, texte.trim(), key, personOf(c))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      return refused(c, desk, error, "", back)
    }
    await keepFlash(c, desk, { text: "Votre note est ajoutée. Elle ne part pas." })
    return c.redirect(back, 303)
  })

  app.post("/formulaires", async (c) => {
    const { submission = "", _retour, _formulaire, _cle, ...typed } = await fieldsOf(c)
    const files = await filesOf(c)
    const values = { ...typed, key: keyOf(_cle, typed) }
    const back = safePath(_retour ?? "/")
    const form = formFrom(_formulaire, submission, typed)
    const errors = form ? missingIn(form) : {}
    if (form && Object.keys(errors).length > 0) {
      return render(c, desk, {
        title: `Erreur : ${form.title}`,
        main: await formBeside(desk, { form, back, errors }),
        status: 400,
      })
    }
    try {
      const answer = await desk.occasions.submit(submission, values, personOf(c), files)
      return await answered(c, desk, answer, back)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      if (!form) return refused(c, desk, error, submission, back)
      return render(c, desk, {
        title: `Erreur : ${form.title}`,
        main: await formBeside(desk, { form, back, refusal: error.message }),
        status: 400,
      })
    }
  })

  // what a reload or a bookmark of an answer asks for
  app.get("/actions", (c) => c.redirect("/", 303))
  app.get("/commandes", (c) => c.redirect("/", 303))
  app.get("/formulaires", (c) => c.redirect("/", 303))
}

async function answered(c: Context<ConsoleEnv>, desk: Desk, answer: Answer, back: string) {
  switch (answer.kind) {
    case "done":
      // What leaves in a moment is counted down on every page: no second sentence says it.
      if (answer.text && !answer.undo?.action.startsWith("reply.undo:")) {
        await keepFlash(c, desk, { text: answer.text, undo: answer.undo })
      }
      return c.redirect(back, 303)
    case "form":
      return render(c, desk, {
        title: answer.form.title,
        main: await formBeside(desk, { form: answer.form, back }),
      })
    case "whisper":
    case "said":
      return render(c, desk, {
        title: answer.card.title,
        main: html`<div class="tm-narrow tm-whisper">
          <p class="tm-only-you"><span class="fr-icon-eye-line fr-icon--sm" aria-hidden="true"></span> Personne d’autre ne voit cette page.${isPreview(answer.card) && " Rien n’est encore parti."}</p>
          ${cardView(answer.card, { back, heading: 1, isWhole: true, isExact: true })}
          <p class="fr-mt-3w"><a class="fr-link fr-icon-arrow-left-line fr-link--icon-left" href="${back}">${isPreview(answer.card) ? "Revenir sans rien envoyer" : "Revenir"}</a></p>
        </div>`,
      })
  }
}

/** Nobody should answer from memory: what was written last is beside the form. */
async function formBeside(desk: Desk, state: FormState): Promise<Html> {
  const { back, form } = state
  const [, id] = /^ticket\.\w+:(\d+)/.exec(form.submission) ?? []
  const last = id ? await desk.reads.lastIncoming(Number(id)) : null
  if (!last) return formView(state)
  return html`<div class="tm-columns tm-columns--even tm-beside">
    ${formView(state)}
    <aside aria-label="À quoi vous répondez"><h2 class="fr-h6">Dernier message reçu</h2>${messageView(last, { now: desk.now(), back })}</aside>
  </div>`
}

function isPreview({ buttons }: Card): boolean {
  return buttons.some(({ action }) => /^(?:reply\.(?:send|edit)|incident\.send):/.test(action))
}

/** Nothing typed is lost: a refused preview can still be edited. */
function refused(
  c: Context<ConsoleEnv>,
  desk: Desk,
  error: UserError,
  action: string,
  back: string,
) {
  return render(c, desk, {
    title: "Action refusée",
    main: html`<div class="tm-narrow">
      <h1 class="fr-h3">Rien n’a été fait</h1>
      <div class="fr-alert fr-alert--error" role="alert"><p class="tm-text">${error.message}</p></div>
      <div class="tm-buttons fr-mt-3w">
        ${editAgain(action).map((button) => actionForm(button, back))}
        <a class="fr-btn fr-btn--secondary fr-btn--sm" href="${back}">Revenir</a>
      </div>
    </div>`,
    status: 400,
  })
}

function editAgain(action: string): Button[] {
  const [name = ""] = action.split(":")
  const again = AGAIN[name]
  if (!again) return []
  const { id, version } = parseAction(action)
  return [{ label: again.label, action: actionString(again.name, id, version), style: "primary" }]
}

function confirmation(
  c: Context<ConsoleEnv>,
  desk: Desk,
  posted: Record<string, string>,
  back: string,
) {
  const { action = "", _question = "", _bouton = "Confirmer" } = posted
  return render(c, desk, {
    title: "Confirmation",
    main: html`<div class="tm-narrow">
      <h1 class="fr-h3">${_question}</h1>
      <form method="post" action="/actions" class="tm-buttons">
        <input type="hidden" name="action" value="${action}">
        <input type="hidden" name="_retour" value="${back}">
        <input type="hidden" name="_confirme" value="oui">
        <button class="fr-btn">${_bouton}</button>
        <a class="fr-btn fr-btn--secondary" href="${back}">Annuler</a>
      </form>
    </div>`,
  })
}

/** The same text sent twice from the same page is one occasion; another text, after « Précédent », is another. */
function keyOf(page: string | undefined, typed: Record<string, string>): string {
  const hash = createHash("sha256").update(JSON.stringify([page ?? randomUUID(), typed]))
  return `console ${hash.digest("hex").slice(0, 32)}`
}

function personOf(c: Context<ConsoleEnv>): Person {
  return { chat: "console", id: String(c.get("member").id) }
}

/** Several values of one name, as checkboxes send, become lines. */
export async function fieldsOf(c: Context): Promise<Record<string, string>> {
  const fields: Record<string, string> = {}
  for (const [name, value] of await c.req.formData()) {
    if (typeof value !== "string") continue
    const text = value.replaceAll("\r\n", "\n") // browsers send text areas with CRLF
    fields[name] = name in fields ? `${fields[name]}\n${text}` : text
  }
  return fields
}

/** The files that were chosen; a name from outside is made safe to show and to save. */
async function filesOf(c: Context): Promise<OutgoingAttachment[]> {
  const chosen = [...(await c.req.formData()).values()].filter((value) => typeof value !== "string")
  const files = chosen.filter(({ size }) => size > 0)
  return Promise.all(
    files.map(async (file) => {
      const type = file.type.toLowerCase() || "application/octet-stream"
      return { name: safeFileName(file.name, type), type, content: await file.bytes() }
    }),
  )
}

const Described = z.object({
  name: z.string(),
  label: z.string(),
  hint: z.string().optional(),
  isRequired: z.boolean(),
  value: z.string(),
})
const Options = z.array(z.object({ label: z.string(), value: z.string() }))
const Posted = z.object({
  submission: z.string(),
  title: z.string(),
  intro: z.string().optional(),
  submitLabel: z.string(),
  inputs: z.array(
    z.discriminatedUnion("kind", [
      Described.extend({ kind: z.enum(["line", "text", "date", "files"]) }),
      Described.extend({ kind: z.enum(["select", "checkboxes"]), options: Options }),
    ]),
  ),
})

/** The form as it was shown, holding what was typed; null when it was posted from elsewhere (the note box). */
function formFrom(
  described: string | undefined,
  submission: string,
  values: Record<string, string>,
): Form | null {
  if (!described) return null
  const form = Posted.parse(JSON.parse(described))
  const inputs = form.inputs.map((input) => ({ ...input, value: values[input.name] ?? "" }))
  return { ...form, submission, inputs } as Form
}

function missingIn({ inputs }: Form): Record<string, string> {
  const missing = inputs.filter(({ isRequired, value }) => isRequired && value.trim() === "")
  return Object.fromEntries(
    missing.map(({ name, kind }) => [
      name,
      kind === "checkboxes" ? "Cochez au moins une case." : "Remplissez ce champ.",
    ]),
  )
}
