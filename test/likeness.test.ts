import { expect, test } from "vitest"
import { automaticReason } from "../src/mail/automatic.ts"
import type { IncomingMail } from "../src/mail/incoming.ts"
import { machineLikeness } from "../src/mail/likeness.ts"

/** A mail of which no header says anything. */
function aBareMail(subject: string, text: string): IncomingMail {
  return {
    messageId: "1@ville.example",
    inReplyTo: [],
    references: [],
    from: { name: "Solène Abadie", address: "solene.abadie@ville.example" },
    sender: null,
    replyTo: [],
    to: [{ name: "", address: "assistance@mentor.example" }],
    cc: [],
    subject,
    date: null,
    headers: new Map(),
    contentType: "text/plain",
    partTypes: ["text/plain"],
    text,
    html: null,
    attachments: [],
  }
}

test.each([
  [
    "Re: Votre inscription",
    "Bonjour,\n\nPartie quelques jours avec ma tribu, je relèverai ma messagerie lundi 6 juillet. En cas de nécessité, mon adjoint Basile Ney (basile.ney@ville.example) prend le relais.\n\nSolène Abadie",
  ],
  [
    "Re: Votre inscription",
    "Votre message sera lu jeudi : mes congés se terminent mercredi soir. Le secrétariat du pôle répond au 05 00 00 00 03.",
  ],
  [
    "RE: Module 2",
    "Bonjour, le service des archives est clos pour travaux et fermé jusqu'au 3 mars. Vos courriels seront traités à la réouverture.",
  ],
  [
    "Re: Your registration",
    "Hello, I am on leave for two weeks and not reading messages. Please write to desk@ville.example if you cannot wait.",
  ],
  [
    "AW: Modul 2",
    "Guten Tag, bis Freitag habe ich Urlaub und lese keine Nachrichten. Frau Ney vertritt mich.",
  ],
])("an absence in words of its own is one, header or not: %s | %s", (subject, text) => {
  const mail = aBareMail(subject, text)

  const reason = automaticReason(mail)

  expect(reason).toBe("absence")
})

test.each([
  [
    "Re: Votre inscription",
    "Bonjour,\n\nPartie quelques jours avec ma tribu, je ferai le quiz lundi 6 juillet. Le délai peut-il attendre jusque-là ?\n\nSolène Abadie",
  ],
  [
    "Congés",
    "Mes congés se terminent mercredi soir et le module ferme mardi, un jour de plus suffirait.",
  ],
  [
    "Absence de M. Ney",
    "Bonjour, mon adjoint Basile Ney est en arrêt jusqu'en mars : je reprends ses inscriptions, merci de m'ouvrir ses droits.",
  ],
  [
    "Départ",
    "Bonjour, Mme Ney a quitté le service des archives. Son compte est à supprimer et ses agents à me rattacher.",
  ],
  ["Assenza", "Buongiorno, sarò assente il 9 e vorrei cambiare sessione."],
  ["Re: Module 2", "Je suis en déplacement, je vous donne le code d'erreur demain."],
  ["Re: Your registration", "I'm on leave next week, so please move my seat to the June session."],
  ["AW: Modul 2", "Ich habe bis Freitag Urlaub und möchte den Kurs danach beginnen."],
  ["Mail revenu", "Mon message à votre animatrice est revenu : boîte pleine. Que faire ?"],
])("whoever tells an absence and wants something is a person: %s | %s", (subject, text) => {
  const mail = aBareMail(subject, text)

  const reason = automaticReason(mail)

  expect(reason).toBeNull()
})

test("another desk's notice is no absence, and is not answered either", () => {
  const mail = aBareMail(
    "Votre ticket 30417 est enregistré",
    "Votre demande a été enregistrée sous la référence 30417. Un technicien la traitera dans les meilleurs délais.",
  )

  const reason = automaticReason(mail)

  expect(reason).toBe("automatic")
})

test("an absence message that somebody forwards is theirs", () => {
  const text = "Je suis en congés jusqu'au 6 juillet, je lirai vos messages à mon retour."

  const sent = machineLikeness(aBareMail("Re: Module 2", text))
  const forwarded = machineLikeness(aBareMail("TR: Module 2", text))

  expect(sent?.score).toBeGreaterThan(0)
  expect(forwarded).toBeNull()
})

test("the more a mail wants, the less it reads like a program's", () => {
  const absence = "Je suis en congés jusqu'au 6 juillet."
  const score = (text: string) => machineLikeness(aBareMail("Re: Module 2", text))?.score

  const alone = score(`${absence} Je lirai vos messages à mon retour.`)
  const withWish = score(`${absence} Je souhaite garder ma place au webinaire.`)

  expect(alone).toBeGreaterThan(withWish ?? Number.POSITIVE_INFINITY)
})

test("a mail that tells nothing of the kind is not even weighed", () => {
  const mail = aBareMail("Vidéo", "Bonjour, la vidéo du module 2 reste noire.")

  expect(machineLikeness(mail)).toBeNull()
})
