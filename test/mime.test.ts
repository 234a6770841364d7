import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { parseMail } from "../adapters/mail/mime/parse.ts"

function mailFile(trouble: string) {
  return parseMail(readFileSync(new URL(`./mails/${trouble}.eml`, import.meta.url)))
}

function mail(...lines: string[]) {
  return parseMail(Buffer.from(lines.join("\r\n")))
}

describe("charsets", () => {
  test("raw accents in the header are read in the charset of the mail", async () => {
    const read = await mailFile("raw-accents-in-latin1")

    expect(read.from).toEqual({
      name: "Aurélie Lefèvre",
      address: "aurelie.lefevre@prefecture.example",
    })
    expect(read.subject).toBe("Accès refusé à la formation « Sécurité »")
    expect(read.text).toContain("plus accès à la plate-forme")
  })

  test("latin1 that says it is UTF-8 keeps its accents", async () => {
    const read = await mailFile("utf-8-stated-but-latin1-sent")

    expect(read.from?.name).toBe("Aurélie Lefèvre")
    expect(read.subject).toBe("Compte bloqué")
    expect(read.text).toBe("Mon compte est bloqué, c'est gênant.\n")
  })

  test("UTF-8 that says it is latin1 does not become « Ã© »", async () => {
    const read = await mailFile("latin1-stated-but-utf-8-sent")

    expect(read.from?.name).toBe("Léa Durand")
    expect(read.subject).toBe("Réinitialisation")
    expect(read.text).toBe("La réinitialisation échoue.\n")
  })

  test("UTF-8 with one damaged byte keeps its other accents", async () => {
    const source = Buffer.concat([Buffer.from("\r\né à è "), Buffer.of(0xff), Buffer.from(" ç")])

    const read = await parseMail(source)

    expect(read.text).toBe("é à è \ufffd ç")
  })

  test("UTF-7 is read in words and in text", async () => {
    const read = await mailFile("utf-7")

    expect(read.subject).toBe("Accès perdu")
    expect(read.text).toBe("J'ai oublié mon identifiant.\n")
  })

  test("a charset that the platform does not know is read all the same", async () => {
    const source = Buffer.from(
      "Content-Type: text/plain; charset=cp850\r\n\r\nd\x82j\x85 vu",
      "latin1",
    )

    const read = await parseMail(source)

    expect(read.text).toBe("déjà vu")
  })

  test("a charset that nobody knows is guessed", async () => {
    const read = await mail("Subject: =?NONE?Q?d=C3=A9j=C3=A0?=", "", "")

    expect(read.subject).toBe("déjà")
  })

  test("HTML says its charset itself when the mail does not", async () => {
    const html = '<meta charset="koi8-r"><p>\xf0\xd2\xc9\xd7\xc5\xd4</p>'

    const read = await parseMail(Buffer.from(`Content-Type: text/html\r\n\r\n${html}`, "latin1"))

    expect(read.text).toBe("Привет")
  })
})

describe("headers", () => {
  test("lines may end by a bare CR", async () => {
    const read = await mailFile("header-lines-ended-by-cr")

    expect(read.from?.address).toBe("nora.petit@mairie.example")
    expect(read.subject).toBe("Vieux Macintosh")
    expect(read.text).toBe("Bonjour,\nje ne peux plus me connecter.\n")
  })

  test("« From : » on the first line is no line of a mailbox file", async () => {
    const read = await mail("From : Nora <nora.petit@mairie.example>", "Subject : Accès", "", "ok")

    expect(read).toMatchObject({ from: { address: "nora.petit@mairie.example" }, text: "ok" })
  })

  test("encoded words may hold raw bytes and blanks", async () => {
    const read = await mailFile("raw-bytes-in-encoded-words")

    expect(read.from?.name).toBe("Jérôme Roux")
    expect(read.subject).toBe("Connexion impossible – erreur 403")
  })

  test("a character cut between two encoded words is put together again", async () => {
    const read = await mailFile("word-cut-between-two-bytes")

    expect(read.subject).toBe("Vérification du compte expérimenté et suite")
  })

  test("an encoded word that never ends is read to the end", async () => {
    const read = await mailFile("encoded-word-never-closed")

    expect(read.subject).toBe("Demande d'accès")
  })

  test("line breaks hidden in encoded words do not come out", async () => {
    const read = await mailFile("line-breaks-hidden-in-words")

    expect(read.subject).toBe("Bonjour Bcc: voleur@pirate.example")
    expect(read.from).toEqual({
      name: "Léa Bcc: voleur@pirate.example",
      address: "lea@rectorat.example",
    })
    expect([...read.headers.values()].flat().join()).not.toMatch(/[\r\n\0]/)
  })

  test("what is no header is skipped, and what follows is read", async () => {
    const read = await mail("From nobody Mon Feb 2", "quite wrong: x", "Subject : Bonjour", "", "x")

    expect(read.subject).toBe("Bonjour")
  })

  test("a text without any header is all body", async () => {
    const read = await mail("Bonjour", "", "je ne peux plus me connecter")

    expect(read.text).toBe("Bonjour\n\nje ne peux plus me connecter")
  })

  test("a mail without From and Date is read", async () => {
    const read = await mailFile("neither-from-nor-date")

    expect(read).toMatchObject({ from: null, date: null, subject: "Sans nom", messageId: null })
    expect(read.text).toBe("Qui suis-je ?\n")
  })

  test("identifiers are kept without brackets, once each", async () => {
    const read = await mail(
      "Message-ID: < a@x.example >",
      "In-Reply-To: Your message of Monday <b@x.example>",
      "References: <c@x.example><b@x.example>",
      " <c@x.example>",
      "",
      "",
    )

    expect(read.messageId).toBe("a@x.example")
    expect(read.inReplyTo).toEqual(["b@x.example"])
    expect(read.references).toEqual(["c@x.example", "b@x.example"])
  })

  test.each([
    ["Thu, 1 Jan 1970 00:00:00 +0000", "1970-01-01T00:00:00.000Z"],
    ["Thu, 31 Dec 2099 23:59:59 +0100", "2099-12-31T22:59:59.000Z"],
    ["Tue, 3 Feb 26 9:05 (matin) -0500", "2026-02-03T14:05:00.000Z"],
    ["3 Feb 2026 09:05:00 EST", "2026-02-03T14:05:00.000Z"],
    ["2026-02-03T09:05:00+01:00", "2026-02-03T08:05:00.000Z"],
    ["Thu Apr 29 23:34:45 2010", "2010-04-29T23:34:45.000Z"],
    ["Thursday, April 09, 2003 9:00 AM", "2003-04-09T09:00:00.000Z"],
    ["Mon, 31 Feb 2026 09:05:00 +0100", undefined],
    ["Mon, 1 Jan 0000 09:05:00 +0100", undefined],
    ["hier 12", undefined],
  ])("the date %s is %s", async (stated, expected) => {
    const read = await mail(`Date: ${stated}`, "", "")

    expect(read.date?.toISOString()).toBe(expected)
  })
})

describe("addresses", () => {
  test("the first From that names somebody is the sender", async () => {
    const read = await mailFile("two-from-headers")

    expect(read.from).toEqual({ name: "Samir Benali", address: "samir.benali@dgfip.example" })
  })

  test("routes, comments, blanks and groups of another time are understood", async () => {
    const read = await mailFile("obsolete-addresses")

    expect(read.from).toEqual({ name: "Pete", address: "pete.martin@prefecture.example" })
    expect(read.to.map(({ address }) => address)).toEqual([
      "lea@rectorat.example",
      "paul@dreal.example",
    ])
    expect(read.cc).toEqual([
      { name: "Noël, Paul", address: "paul@dreal.example" },
      { name: "", address: "nora@mairie.example" },
      { name: "", address: "samir@dgfip.example" },
    ])
  })

  test.each([
    ["lea@x.example", "lea@x.example"],
    ["Léa <lea@x.example", "lea@x.example"],
    ['"Léa <lea@x.example>', "lea@x.example"],
    ["Durand, Léa <lea@x.example>", "lea@x.example"],
    ["lea@x.example paul@x.example", "lea@x.example"],
    ["<<lea@x.example>>", "lea@x.example"],
    ["lea@x.example (Léa)", "lea@x.example"],
    ['"lea@x.example" <paul@x.example>', "paul@x.example"],
    ["=?utf-8?Q?L=C3=A9a_=3Clea@x.example=3E?=", "lea@x.example"],
    ["Mail Delivery <MAILER-DAEMON>", "MAILER-DAEMON"],
    ["MAILER-DAEMON <>", undefined],
    ["personne", "personne"],
  ])("the sender of %s is %s", async (stated, address) => {
    const read = await mail(`From: ${stated}`, "", "")

    expect(read.from?.address).toBe(address)
  })

  test("marks that turn text round stay neither in a name nor in an address", async () => {
    const read = await mail("From: \u202etroppus\u202c <pi\u200brate@x.\u202eexample>", "", "")

    expect(read.from).toEqual({ name: "troppus", address: "pirate@x.example" })
  })
})

describe("body", () => {
  test("a boundary that was not stated is found", async () => {
    const read = await mailFile("boundary-not-stated")

    expect(read.partTypes).toEqual(["multipart/alternative", "text/plain", "text/html"])
    expect(read.text).toBe("Le texte est là.")
  })

  test("a mail cut off gives what came", async () => {
    const read = await mailFile("boundary-never-closed")

    expect(read.text).toBe("Voici la capture.")
    expect(read.attachments).toMatchObject([{ name: "capture.pdf", size: 12 }])
  })

  test("HTML takes the place of a text that only says « HTML »", async () => {
    const read = await mailFile("stub-in-place-of-text")

    expect(read.text).toBe("Je n’ai pas reçu le lien.")
  })

  test("HTML alone becomes lines, with quotes marked and links shown", async () => {
    const read = await mailFile("html-only-from-outlook")

    expect(read.text.split("\n")).toEqual([
      "Bonjour,",
      "",
      "Le lien d’activation (https://mentor.example/activer) a expiré. Voir mentor.example.",
      "De : Assistance <assistance@mentor.example>",
      "Envoyé : lundi 2 février 2026 10:00",
      "> Bonjour,",
      ">",
      "> Avez-vous essayé ?",
      "",
      "Nom Moreau",
      "Service DDT",
    ])
  })

  test("flowed lines are joined, quotes and signatures are not", async () => {
    const read = await mailFile("format-flowed")

    expect(read.text.split("\n")).toEqual([
      "Bonjour, je vous écris car depuis hier la page reste blanche.",
      "",
      "> Avez-vous vidé le cache ?",
      "Oui.",
      "-- ",
      "Nora",
      "",
    ])
  })

  test("neither NUL nor CR stays in the text", async () => {
    const read = await mail("Subject: a\0b", "", "un\0\r\ndeux\rtrois")

    expect(read.subject).toBe("ab")
    expect(read.text).toBe("un\ndeux\ntrois")
  })

  test("parameters without their semicolons are read", async () => {
    const read = await parseMail(
      Buffer.from('Content-Type: text/plain\r\n charset="koi8-r" x=y\r\n\r\n\xf0\xd2', "latin1"),
    )

    expect(read.contentType).toBe("text/plain")
    expect(read.text).toBe("Пр")
  })

  test("base64 pieces put end to end are all read", async () => {
    const read = await mail("Content-Transfer-Encoding: base64", "", "Qm9uam91cg==", "LCBMw6lh")

    expect(read.text).toBe("Bonjour, Léa")
  })

  test("uuencoded files are decoded", async () => {
    const read = await mail(
      "Content-Type: application/octet-stream; name=a.txt",
      "Content-Transfer-Encoding: x-uuencode",
      "",
      "begin 644 a.txt",
      "'0F]N:F]U<@``",
      "`",
      "end",
    )

    expect(Buffer.from(read.attachments[0]?.content ?? []).toString()).toBe("Bonjour")
  })
})

describe("attachments", () => {
  test("logos of a signature are inline, a mail that is attached is a file", async () => {
    const read = await mailFile("logo-in-signature")

    expect(read.attachments).toMatchObject([
      { name: "logo.png", isInline: true, contentId: "logo@ddt.example" },
      { name: "marianne.png", isInline: true },
      { name: "capture d’écran.png", isInline: false, type: "image/png", size: 9 },
      { name: "message.eml", isInline: false, type: "message/rfc822" },
    ])
    expect(read.text).toBe("Voir la capture jointe.")
  })

  test("file names cannot lead elsewhere nor hide what they are", async () => {
    const read = await mailFile("file-names-that-lie")

    expect(read.attachments.map(({ name }) => name)).toEqual([
      "facture.pdf",
      "rapportfdp.exe",
      "attestation élevée.pdf",
      "un nom tres long en deux morceaux.pdf",
      "piece-jointe.png",
    ])
  })

  test("a file name too long keeps its extension", async () => {
    const read = await mail(
      `Content-Disposition: attachment; filename="${"a".repeat(500)}.pdf"`,
      "",
      "x",
    )

    expect(read.attachments[0]?.name).toBe(`${"a".repeat(146)}.pdf`)
  })
})
