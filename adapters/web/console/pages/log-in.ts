import { randomUUID } from "node:crypto"
import type { Context, Hono } from "hono"
import { bodyLimit } from "hono/body-limit"
import { html } from "hono/html"
import { UserError } from "../../../../src/errors.ts"
import { clientAddress } from "../../client-address.ts"
import { openRateLimit } from "../../rate-limit.ts"
import { fieldsOf } from "../answers.ts"
import type { Desk, Network } from "../desk.ts"
import { beginSession, endSession, keepReturn, takeReturn } from "../identity.ts"
import { type Html, renderBare } from "../layout.ts"
import { safePath } from "../paths.ts"

/** From one address of the network; a whole team may share one. */
const TIMES = { most: 30, seconds: 600 }
const MAX_POST = 16 * 1024 // an address

/** Opened to the network, the console asks for an address, and mails a link that opens it once. */
export function logInRoutes(app: Hono, desk: Desk, network: Network): void {
  const { access, proxies } = network
  const limit = openRateLimit({ ...TIMES, now: () => desk.now().getTime() })
  app.use("/connexion/*", async (c, next) => {
    const seconds = limit.wait(clientAddress(c, proxies))
    if (seconds === 0) return next()
    c.header("Retry-After", String(seconds))
    return page(
      c,
      "Trop d’essais",
      refusal("Trop d’essais depuis votre réseau. Attendez dix minutes, puis recommencez."),
      429,
    )
  })

  app.use("/connexion/*", bodyLimit({ maxSize: MAX_POST, onError: tooLarge }))

  app.get("/connexion", async (c) => {
    await keepReturn(c, desk, safePath(c.req.query("retour") ?? "/"))
    return page(c, "Ouvrir la console", askView())
  })

  app.post("/connexion", async (c) => {
    const { address = "", _cle } = await fieldsOf(c).catch((): Record<string, string> => ({}))
    try {
      await access.ask(address, _cle || randomUUID())
      return page(c, "Regardez votre messagerie", SENT)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      return page(c, "Erreur : ouvrir la console", askView(address, error.message), 400)
    }
  })

  app.get("/connexion/:lien", async (c) => {
    try {
      const address = await access.guest(c.req.param("lien"))
      return page(c, "Ouvrir la console", enterView(c.req.path, address))
    } catch (error) {
      return refused(c, error)
    }
  })

  app.post("/connexion/:lien", async (c) => {
    try {
      await beginSession(c, desk, await access.enter(c.req.param("lien")))
    } catch (error) {
      return refused(c, error)
    }
    return c.redirect(await takeReturn(c, desk), 303)
  })

  app.post("/deconnexion", async (c) => {
    await endSession(c, desk, access)
    return c.redirect("/connexion", 303)
  })
}

function page(c: Context, title: string, main: Html, status: 200 | 400 | 413 | 429 = 200) {
  return renderBare(c, { title, main: html`<div class="tm-narrow">${main}</div>`, status })
}

function tooLarge(c: Context) {
  return page(c, "Trop long", refusal("Ce formulaire est trop long."), 413)
}

function refused(c: Context, error: unknown) {
  if (!(error instanceof UserError)) throw error
  return page(c, "Lien refusé", refusal(error.message), 400)
}

function refusal(text: string): Html {
  return html`<h1>La console ne s’est pas ouverte</h1>
    <div class="fr-alert fr-alert--error fr-mb-3w" role="alert"><p>${text}</p></div>
    <p><a class="fr-btn" href="/connexion">Demander un lien</a></p>`
}

/** Who follows links in mails (a filter, an antivirus) does not click: the link is used by the button. */
function enterView(path: string, address: string): Html {
  return html`<h1>Ouvrir la console</h1>
    <p class="fr-text--lead">Ce lien a été envoyé à <strong>${address}</strong>. Il ouvre la console à ce nom, dans ce navigateur.</p>
    <form method="post" action="${path}"><button class="fr-btn">Ouvrir la console</button></form>
    <p class="fr-mt-3w">Ce n’est pas votre adresse ? N’ouvrez rien, et fermez cette page.</p>`
}

function askView(address = "", error = ""): Html {
  return html`<h1>Ouvrir la console</h1>
    <p class="fr-text--lead">La console est pour l’équipe. Un lien est envoyé à votre adresse professionnelle : il l’ouvre, une fois, pendant 10 minutes.</p>
    <form method="post" action="/connexion">
      <input type="hidden" name="_cle" value="${randomUUID()}">
      <div class="fr-input-group ${error ? "fr-input-group--error" : ""}">
        <label class="fr-label" for="adresse">Votre adresse professionnelle<span class="fr-hint-text">Par exemple : prenom.nom@ministere.example</span></label>
        <input class="fr-input" id="adresse" name="address" type="email" autocomplete="email" required value="${address}" ${error ? html`aria-invalid="true" aria-describedby="adresse-erreur"` : ""}>
        ${error && html`<p id="adresse-erreur" class="fr-error-text">${error}</p>`}
      </div>
      <button class="fr-btn">Recevoir le lien</button>
    </form>`
}

const SENT = html`<h1>Regardez votre messagerie</h1>
  <p class="fr-text--lead">Si cette adresse est celle d’un membre de l’équipe, un lien y arrive dans la minute. Il est valable 10 minutes et ne sert qu’une fois.</p>
  <p>Rien n’arrive ? Regardez dans les indésirables, vérifiez l’adresse, puis <a href="/connexion">demandez un autre lien</a>.</p>`
