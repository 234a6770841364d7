import { expect, test } from "vitest"
import { isThanksAlone } from "../src/mail/courtesy.ts"
import { htmlOf } from "../src/mail/html.ts"
import type { ReadMail } from "../src/mail/incoming.ts"
import { bareSubject, textForTeam } from "../src/mail/words.ts"

test("the team reads what the person wrote, without what was quoted", () => {
  expect(textForTeam(aReadMail({ written: "Ça ne marche pas.", quoted: "Bonjour à vous" }))).toBe(
    "Ça ne marche pas.",
  )
})

test("in a transfer, what was passed on follows, with its author", () => {
  const mail = aReadMail({ written: "Pour vous." }, { name: "Luc", text: "Mon lien a expiré." })

  expect(textForTeam(mail)).toBe(
    "Pour vous.\n\n— Message transféré, écrit par Luc —\n\nMon lien a expiré.",
  )
})

test("a mail with nothing but a quote shows the quote", () => {
  const quoted = "Le lien de mon compte a expiré"

  expect(textForTeam(aReadMail({ written: "", quoted }))).toBe(quoted)
})

test("what the team reads holds no password", () => {
  expect(textForTeam(aReadMail({ written: "Mot de passe : Xy12!ab" }))).toBe(
    "Mot de passe : [masqué]",
  )
})

test.each([
  ["RE: TR : Re[2]: lien", "lien"],
  ["Fwd: lien", "lien"],
  ["Demande : lien", "Demande : lien"],
  ["  ", "(sans objet)"],
  ["RE:", "(sans objet)"],
  ["mdp : Xy12!ab", "mdp : [masqué]"],
  ["lien\r\n  expiré", "lien expiré"],
])("the subject « %s » is « %s »", (subject, bare) => {
  expect(bareSubject(subject)).toBe(bare)
})

test.each(["Merci !", "Merci beaucoup, ça marche.", "Bonjour,\nMerci pour votre aide.\nClaire"])(
  "« %s » is thanks alone",
  (text) => {
    expect(isThanksAlone(text)).toBe(true)
  },
)

test.each([
  "Merci de me renvoyer le lien.",
  "Merci, mais cela ne marche pas.",
  "Merci d’avance pour le lien",
  "Merci, et pour l’attestation ?",
  "Cela marche.",
  "",
])("« %s » is more, or less, than thanks", (text) => {
  expect(isThanksAlone(text)).toBe(false)
})

test("what we send as HTML is the same text: nothing of it is markup", () => {
  const html = htmlOf('Bonjour <b>Luc</b> & "vous",\n\nDeux\nlignes.')

  expect(html).toContain(
    '<p style="margin:0 0 1em">Bonjour &lt;b&gt;Luc&lt;/b&gt; &amp; &quot;vous&quot;,</p>',
  )
  expect(html).toContain("Deux<br>\nlignes.")
  expect(html).toContain('<html lang="fr">')
})

test("a link is a link, without the full stop that follows, and cannot leave its attribute", () => {
  const html = htmlOf('Voir https://mentor.example/a?b=1&c=2. Et https://x.example/"onclick="x')

  expect(html).toContain(
    '<a href="https://mentor.example/a?b=1&amp;c=2">https://mentor.example/a?b=1&amp;c=2</a>.',
  )
  expect(html).toContain('<a href="https://x.example/">https://x.example/</a>&quot;onclick=&quot;x')
})

function aReadMail(
  reply: { written: string; quoted?: string },
  passedOn?: { name: string; text: string },
): ReadMail {
  return {
    mail: {
      ...{ messageId: null, inReplyTo: [], references: [], from: null, sender: null, replyTo: [] },
      ...{ to: [], cc: [], subject: "", date: null, headers: new Map(), contentType: "" },
      ...{ partTypes: [], text: reply.written, html: null, attachments: [] },
    },
    understanding: {
      reply: { signature: "", quoted: "", ...reply },
      automatic: null,
      list: null,
      forwarded: passedOn
        ? {
            ...{ from: { name: passedOn.name, address: "luc@x.example" }, subject: "" },
            ...{ date: null, text: passedOn.text },
          }
        : null,
    },
  }
}
