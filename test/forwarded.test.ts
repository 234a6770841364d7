import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { forwardedMail } from "../src/mail/forwarded.ts"
import type { Attachment } from "../src/mail/incoming.ts"

// A busy machine makes a test wait: only the work of its own thread is counted.
const MICROSECONDS = 1_000

function aMail(subject: string, text: string, attachments: Attachment[] = []) {
  return { subject, text, contentType: "text/plain", attachments }
}

function anAttachedMail(content: string): Attachment {
  const bytes = Uint8Array.from(content.replaceAll("\n", "\r\n"), (c) => c.charCodeAt(0))
  return {
    name: "demande.eml",
    type: "message/rfc822",
    size: bytes.length,
    isInline: false,
    contentId: null,
    content: bytes,
  }
}

const JEAN = { name: "Jean Petit", address: "jean.petit@mairie.example" }
const ORIGINAL = { from: JEAN, subject: "Compte bloqué", text: "Mon compte est bloqué.\n\nJean" }
const BODY = "Mon compte est bloqué.\n\nJean"

const OUTLOOK = `De : Jean Petit <jean.petit@mairie.example>
Envoyé : lundi 3 mars 2025 09:12
À : Accueil <accueil@mairie.example>
Objet : Compte bloqué

${BODY}`

const GMAIL = `---------- Forwarded message ---------
De : Jean Petit <jean.petit@mairie.example>
Date: lun. 3 mars 2025 à 09:12
Subject: Compte bloqué
To: <accueil@mairie.example>


${BODY}`

describe("a forward shows who wrote first, about what, and what they wrote", () => {
  test.each([
    ["Outlook", OUTLOOK],
    ["Outlook, under a word of introduction", `Pour vous.\n\nAnne\n\n${OUTLOOK}`],
    ["Outlook on the web", `________________________________\n${OUTLOOK}`],
    ["Outlook in bold", OUTLOOK.replace(/^(De|Envoyé|À|Objet) :/gm, "*$1 :*")],
    ["Outlook in bold, colon apart", OUTLOOK.replace(/^(De|Envoyé|À|Objet) :/gm, "**$1** :")],
    ["Outlook, in paragraphs", OUTLOOK.replace(/\n(?=(?:Envoyé|À|Objet) :)/g, "\n\n")],
    ["Outlook, unbreakable blanks", OUTLOOK.replace(/ :/g, "\u00a0:")],
    ["Outlook, text right below", OUTLOOK.replace("Compte bloqué\n\n", "Compte bloqué\n")],
    [
      "Outlook, many readers",
      OUTLOOK.replace("Objet", "Cc : A <a@b.example>;\nB <b@b.example>\nObjet"),
    ],
    ["Outlook, an address that folds", OUTLOOK.replace(" <jean", "\n<jean")],
    ["Outlook, mailto in brackets", OUTLOOK.replace(/<(jean.*?)>/, "[mailto:$1]")],
    ["Outlook, linked twice", OUTLOOK.replace(/<(jean.*?)>/, "<$1<mailto:$1>>")],
    ["in quotes", OUTLOOK.replace("Jean Petit", '"Jean Petit"')],
    ["in brackets", OUTLOOK.replace(/<(jean.*?)>/, "($1)")],
    ["in capitals", OUTLOOK.replace("jean.petit@mairie", "Jean.PETIT@Mairie")],
    ["Gmail", GMAIL],
    ["Gmail, ten dashes", GMAIL.replace("message ---------", "message ----------")],
    ["Gmail, then quoted whole", GMAIL.replace(/^/gm, "> ")],
    ["Thunderbird", thunderbird("-------- Message transféré --------")],
    ["Zimbra", OUTLOOK.replace(/^/, "----- Mail transféré -----\n")],
    ["Apple Mail", `Début du message transféré :\n\n${OUTLOOK.replace(/^/gm, "> ")}`],
    ["Apple Mail, an older one", `Début du message réexpédié :\n\n${OUTLOOK}`],
    ["a telephone", `-------- Message d'origine --------\n${OUTLOOK}`],
    ["ProtonMail", GMAIL.replace(/^.*\n/, "------- Forwarded Message -------\n")],
    ["Mutt", GMAIL.replace(/^.*\n/, "----- Forwarded message from J <j@b.example> -----\n\n")],
    ["MailMate", `Forwarded message:\n\n${GMAIL.replace(/^.*\n/, "").replace(/^/gm, "> ")}`],
    ["The Bat", GMAIL.replace(/^.*\n/, "This is a forwarded message\n")],
    [
      "Lotus Notes",
      GMAIL.replace(/^.*\n/, "----- Réacheminé par A/X/fr le 04/03/2025 10:00 -----\n\n"),
    ],
    ["a program nobody knows", GMAIL.replace(/^.*\n/, "------ Berichtje van een ander ------\n")],
  ])("%s", (_, text) => {
    expect(forwardedMail(aMail("TR: Compte bloqué", text))).toEqual(ORIGINAL)
  })

  test("Yahoo writes everything on one line", () => {
    const text =
      "----- Mail transféré ----- De : Jean Petit <jean.petit@mairie.example>À : " +
      '"accueil@mairie.example" <accueil@mairie.example>Envoyé : lundi 3 mars 2025 à 09:12:00 ' +
      `UTC+1Objet : Compte bloqué\n${BODY}`

    expect(forwardedMail(aMail("Tr : Compte bloqué", text))).toEqual(ORIGINAL)
  })

  test("Lotus Notes names the sender above the other fields", () => {
    const text =
      "---- Forwarded by Anne Roux/Mairie on 04/03/2025 10:00 ----\n\nJean Petit " +
      "<jean.petit@mairie.example>\n03/03/2025 09:12\n\nTo: Accueil\ncc:\nSubject: Compte bloqué\n\n" +
      BODY

    const forwarded = forwardedMail(aMail("Fw: Compte bloqué", text))

    expect(forwarded).toMatchObject({ from: { address: JEAN.address }, text: BODY })
  })

  test.each([
    ["Le lun. 3 mars 2025 à 09:12, Jean Petit <jean.petit@mairie.example> a écrit :"],
    ["On 03/03/2025 09:12, Jean Petit <jean.petit@mairie.example>\nwrote:"],
    ['Am 03.03.25, 09:12 schrieb "Jean Petit" <jean.petit@mairie.example>:'],
    ["2025/03/03 9:12、Jean Petit <jean.petit@mairie.example>のメール:"],
  ])("or the sentence « %s »", (sentence) => {
    const text = `Pour information.\n\n${sentence}\n\n> Mon compte est bloqué.\n>\n> Jean`

    expect(forwardedMail(aMail("Fwd: Compte bloqué", text))).toEqual(ORIGINAL)
  })

  test("a sentence of the person's own is not taken for it", () => {
    const own = "Suite à l'appel de 14:30 avec luc@mairie.example, voici sa demande :"

    expect(forwardedMail(aMail("TR: Compte bloqué", `${own}\n\n${OUTLOOK}`))).toEqual(ORIGINAL)
  })

  test("of two forwards, the last one tells who wrote to whoever writes to us", () => {
    const older = OUTLOOK.replaceAll("Jean", "Luc").replaceAll("jean", "luc")
    const text = `${OUTLOOK}\n\n${older}`

    expect(forwardedMail(aMail("TR: TR: Compte bloqué", text))?.from).toEqual(JEAN)
  })

  test("the subject is the older mail's own, even after others were put before it", () => {
    const forwarded = forwardedMail(aMail("[EXTERNE] TR: RE: Compte", OUTLOOK))

    expect(forwarded?.subject).toBe("Compte bloqué")
  })

  test.each(["[Fwd: Compte bloqué]", "[EXTERNE] [Fwd: Compte bloqué]"])(
    "« %s » says that a mail was passed on, too",
    (subject) => {
      expect(forwardedMail(aMail(subject, `Pour vous.\n\n${OUTLOOK}`))).toEqual(ORIGINAL)
    },
  )

  test("a long subject that was folded is told whole, and is no part of the text", () => {
    const text = OUTLOOK.replace("Compte bloqué\n", "Compte bloqué depuis\nla rentrée\n")

    const forwarded = forwardedMail(aMail("TR: Compte bloqué depuis la rentrée", text))

    expect(forwarded).toEqual({ ...ORIGINAL, subject: "Compte bloqué depuis la rentrée" })
  })

  test("without a shown subject, it is that of the mail", () => {
    const text = "Le 3/03/2025 à 9:12, Jean Petit <jean.petit@mairie.example> a écrit :\n> Bonjour"

    expect(forwardedMail(aMail("TR: RE: Compte", text))?.subject).toBe("RE: Compte")
  })

  test("without a shown address, nobody is invented", () => {
    const text = OUTLOOK.replace(" <jean.petit@mairie.example>", "")

    expect(forwardedMail(aMail("TR: Compte bloqué", text))).toEqual({ ...ORIGINAL, from: null })
  })

  test("a forward in a form nobody knows is a forward all the same", () => {
    expect(forwardedMail(aMail("TR: Compte", "Bonjour, voir avec Jean."))).toEqual({
      from: null,
      subject: "Compte",
      text: "Bonjour, voir avec Jean.",
    })
  })
})

describe("in other languages", () => {
  test.each([
    ["WG", "Von", "Gesendet", "An", "Betreff"],
    ["FW", "From", "Sent", "To", "Subject"],
    ["RV", "De", "Enviado el", "Para", "Asunto"],
    ["I", "Da", "Inviato", "A", "Oggetto"],
    ["ENC", "De", "Enviada em", "Para", "Assunto"],
    ["Doorst", "Van", "Verzonden", "Aan", "Onderwerp"],
    ["VS", "Fra", "Sendt", "Til", "Emne"],
    ["VB", "Från", "Skickat", "Till", "Ämne"],
    ["VL", "Lähettäjä", "Lähetetty", "Vastaanottaja", "Aihe"],
    ["PD", "Od", "Wysłano", "Do", "Temat"],
    ["FW", "Od", "Odesláno", "Komu", "Předmět"],
    ["FW", "Od", "Odoslané", "Komu", "Predmet"],
    ["Proslijeđeno", "Šalje", "Poslano", "Prima", "Naslov"],
    ["Továbbítás", "Feladó", "Elküldve", "Címzett", "Tárgy"],
    ["FW", "De la", "Trimis", "Către", "Subiect"],
    ["İLT", "Kimden", "Gönderildi", "Kime", "Konu"],
    ["ΠΡΘ", "Από", "Στάλθηκε", "Προς", "Θέμα"],
    ["FW", "От", "Отправлено", "Кому", "Тема"],
    ["FW", "Від", "Надіслано", "Кому", "Тема"],
    ["FW", "Saatja", "Saadetud", "Adressaat", "Teema"],
    ["转发", "发件人", "发送时间", "收件人", "主题"],
    ["転送", "差出人", "送信日時", "宛先", "件名"],
    ["전달", "보낸 사람", "보낸 날짜", "받는 사람", "제목"],
    ["הועבר", "מאת", "נשלח", "אל", "נושא"],
  ])("%s: %s, %s, %s, %s", (prefix, from, sent, to, subject) => {
    const text =
      `${from}: Jean Petit <jean.petit@mairie.example>\n${sent}: 2025-03-03 09:12\n` +
      `${to}: accueil@mairie.example\n${subject}: Compte bloqué\n\n${BODY}`

    expect(forwardedMail(aMail(`${prefix}: Compte bloqué`, text))).toEqual(ORIGINAL)
  })
})

describe("an answer is no forward", () => {
  const answer = `Bonjour, voici ma réponse.\n\nAnne\n\n${OUTLOOK}`

  test.each([
    ["RE: Compte bloqué", answer],
    ["Re : Compte bloqué", answer],
    ["RE: TR: Compte bloqué", answer],
    ["[EXTERNE] RE: Compte bloqué", answer],
    ["AW: Compte bloqué", answer],
    ["Re[2]: Compte bloqué", answer],
    ["Réf. : Compte bloqué", answer],
    ["Compte bloqué", answer],
    ["Compte bloqué", `Merci.\n\nLe 3/03/2025 à 9:12, Jean <j@b.example> a écrit :\n> Bonjour`],
    ["Re: Compte bloqué", `Merci.\n\n${GMAIL.replace(/^/gm, "> ")}`],
    ["Compte bloqué", `Merci.\n\n-----Message d'origine-----\n${OUTLOOK}`],
  ])("%s", (subject, text) => {
    expect(forwardedMail(aMail(subject, text))).toBeNull()
  })

  test.each([
    ["Accès à Mentor", "Bonjour,\n\nJe n'arrive pas à me connecter.\n\nJean"],
    ["Travaux : accès", "De : la mairie\nBonjour"],
    ["I : accès", "Bonjour, première question."],
    ["Message transféré par Julie", "Message transféré par Julie hier, avez-vous reçu ?"],
    ["", ""],
  ])("nor is an ordinary mail: %s", (subject, text) => {
    expect(forwardedMail(aMail(subject, text))).toBeNull()
  })
})

describe("without a word in the subject", () => {
  test("a program that says it forwards is believed", () => {
    expect(forwardedMail(aMail("Compte bloqué", `Pour vous.\n\n${GMAIL}`))).toEqual(ORIGINAL)
  })

  test("a mail that holds nothing but an older mail is a forward", () => {
    expect(forwardedMail(aMail("Compte bloqué", `\n\n${OUTLOOK}`))).toEqual(ORIGINAL)
  })
})

describe("a mail attached to a mail", () => {
  test("is read: who wrote, about what, and their text", () => {
    const attached = anAttachedMail(
      `Received: from relais.example\nFrom: =?utf-8?q?Jean_Petit?=\n <jean.petit@mairie.example>
Subject: =?utf-8?b?Q29tcHRl?=\n =?utf-8?q?_bloqu=C3=A9?=
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Mon compte est =
bloqu=E9.

Jean
--b
Content-Type: text/html

<p>Mon compte</p>
--b--`,
    )

    expect(forwardedMail(aMail("Demande d'un agent", "Pour vous.", [attached]))).toEqual(ORIGINAL)
  })

  test("is not a forward in an answer, nor in a delivery report", () => {
    const attached = anAttachedMail("From: jean.petit@mairie.example\n\nBonjour")
    const report = { ...aMail("Échec", "", [attached]), contentType: "multipart/report" }

    expect(forwardedMail(aMail("RE: Demande", "Voici.", [attached]))).toBeNull()
    expect(forwardedMail(report)).toBeNull()
  })
})

describe("nothing that is received breaks it", () => {
  const anyText = fc.oneof(fc.string(), fc.string({ unit: "binary", maxLength: 400 }))
  const pieces = fc
    .array(
      fc.oneof(fc.constantFrom(OUTLOOK, GMAIL, "> ", "\n", "De :", "=?utf-8?b?", "--b"), anyText),
    )
    .map((parts) => parts.join(""))

  test("whatever the fields hold, it answers", () => {
    fc.assert(
      fc.property(pieces, pieces, pieces, (subject, text, attached) => {
        forwardedMail(aMail(subject, text, [anAttachedMail(attached)]))
        forwardedMail(aMail(`TR: ${subject}`, "", [anAttachedMail(attached)]))
        forwardedMail(aMail("TR: x", text))
      }),
    )
  })

  test.each([
    ["one line of a million letters", "a".repeat(1_000_000)],
    ["one line of a million blanks", " ".repeat(1_000_000)],
    ["dashes", `${"-".repeat(200)}\n`.repeat(2_000)],
    ["markers without end", "---- Forwarded message ----\n".repeat(20_000)],
    ["headers without end", "De : a\n".repeat(60_000)],
    ["headers in turn", "De : a\nÀ : b\n".repeat(30_000)],
    ["one field and its folds", `De : a\n${"b,\n".repeat(100_000)}`],
    ["sentences", "le 3/03/2025 à 9:12, a@b.example\n".repeat(10_000)],
    ["marks of quotation", ">".repeat(1_000_000)],
    ["addresses", "@".repeat(1_000_000)],
    ["stars", "*".repeat(1_000_000)],
  ])("%s takes no time", (_, text) => {
    const started = process.threadCpuUsage()

    forwardedMail(aMail("TR: x", text))
    forwardedMail(aMail(text, "", [anAttachedMail(`Subject: ${text}\n\n${text}`)]))

    expect(process.threadCpuUsage(started).user).toBeLessThan(1_000 * MICROSECONDS)
  })
})

function thunderbird(marker: string): string {
  return `${marker}
Sujet : \tCompte bloqué
Date : \tMon, 3 Mar 2025 09:12:00 +0100
De : \tJean Petit <jean.petit@mairie.example>
Pour : \taccueil@mairie.example



${BODY}`
}
