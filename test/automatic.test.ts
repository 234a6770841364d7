import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { automaticReason } from "../src/mail/automatic.ts"
import type { IncomingMail } from "../src/mail/incoming.ts"

// A busy machine makes a test wait: only the work of its own thread is counted.
const MICROSECONDS = 1_000

function aMail(mail: Partial<IncomingMail> = {}): IncomingMail {
  return {
    messageId: "1@ministere.example",
    inReplyTo: [],
    references: [],
    from: { name: "Nadia Perrin", address: "nadia.perrin@ministere.example" },
    sender: null,
    replyTo: [],
    to: [{ name: "", address: "assistance@mentor.example" }],
    cc: [],
    subject: "Accès à Mentor",
    date: null,
    headers: new Map(),
    contentType: "text/plain",
    partTypes: ["text/plain"],
    text: "Bonjour,\n\nJe n'arrive pas à me connecter.\n\nNadia Perrin",
    html: null,
    attachments: [],
    ...mail,
  }
}

function withHeader(name: string, value: string): IncomingMail {
  return aMail({ headers: new Map([[name, [value]]]) })
}

const from = (name: string, address: string) => ({ from: { name, address } })

function aFile(type: string, name: string, content: string) {
  const bytes = new TextEncoder().encode(content)
  return { name, type, size: bytes.length, isInline: false, contentId: null, content: bytes }
}

describe("a header tells a machine", () => {
  test.each([
    ["auto-submitted", "auto-generated", "automatic"],
    ["auto-submitted", "auto-replied (vacation)", "absence"],
    ["auto-submitted", "Auto-Notified; owner-email=a@b.example", "absence"],
    ["precedence", "bulk", "list or bulk"],
    ["precedence", "Junk", "list or bulk"],
    ["precedence", "list", "list or bulk"],
    ["precedence", "auto_reply", "absence"],
    ["x-autoreply", "yes", "absence"],
    ["x-autorespond", "Demande", "absence"],
    ["x-auto-response", "1", "absence"],
    ["x-apple-action", "VACATION", "absence"],
    ["return-path", "<>", "automatic"],
    ["return-path", " < > ", "automatic"],
    ["x-failed-recipients", "personne@ministere.example", "bounce"],
    ["list-id", "Actualités <actus.ministere.example>", "list or bulk"],
    ["list-post", "<mailto:actus@ministere.example>", "list or bulk"],
    ["feedback-id", "12:campagne:envoi", "list or bulk"],
    ["x-delivery-agent", "TMDA/1.1.12", "challenge"],
  ])("%s: %s", (name, value, reason) => {
    expect(automaticReason(withHeader(name, value))).toBe(reason)
  })
})

describe("a header that people's mail carries too tells nothing", () => {
  test.each([
    ["auto-submitted", "no"],
    ["auto-submitted", "No (a person)"],
    ["precedence", "normal"],
    ["precedence", "first-class"],
    ["x-auto-response-suppress", "All"],
    ["x-auto-response-suppress", "DR, RN, NRN, OOF, AutoReply"],
    ["list-unsubscribe", "<mailto:desabonnement@passerelle.example>"],
    ["return-path", "<nadia.perrin@ministere.example>"],
    ["x-autoreply", "no"],
    ["disposition-notification-to", "nadia.perrin@ministere.example"],
    ["x-mailer", "Zimbra 8.8.15"],
  ])("%s: %s", (name, value) => {
    expect(automaticReason(withHeader(name, value))).toBeNull()
  })
})

describe("a report is known by its parts (RFC 6522)", () => {
  test.each([
    ["message/delivery-status", "bounce"],
    ["message/global-delivery-status", "bounce"],
    ["message/disposition-notification", "read receipt"],
    ["message/feedback-report", "feedback report"],
  ])("%s is a %s", (part, reason) => {
    const partTypes = ["multipart/report", "text/plain", part, "message/rfc822"]

    expect(automaticReason(aMail({ contentType: "multipart/report", partTypes }))).toBe(reason)
  })

  test("a report whose parts are lost is still a report", () => {
    const report = { contentType: "multipart/report", partTypes: ["multipart/report"] }
    const declared = "multipart/report; report-type=disposition-notification; boundary=x"
    const headers = new Map([["content-type", [declared]]])

    expect(automaticReason(aMail(report))).toBe("bounce")
    expect(automaticReason(aMail({ ...report, headers }))).toBe("read receipt")
  })

  test("a delivery status in a mixed mail is a bounce, unless somebody passes it on", () => {
    const mixed = {
      contentType: "multipart/mixed",
      partTypes: ["multipart/mixed", "text/plain", "message/delivery-status"],
    }

    expect(automaticReason(aMail({ ...mixed, subject: "Mail status" }))).toBe("bounce")
    expect(automaticReason(aMail({ ...mixed, subject: "TR: Mail status" }))).toBeNull()
  })

  test("a report attached whole to a person's mail is the person's", () => {
    const partTypes = [
      ...["multipart/mixed", "text/plain", "message/rfc822"],
      ...["multipart/report", "message/delivery-status"],
    ]

    expect(automaticReason(aMail({ contentType: "multipart/mixed", partTypes }))).toBeNull()
  })
})

describe("servers that follow no standard are known by two clues", () => {
  test.each([
    ["the daemon's own name", from("MAILER-DAEMON", ""), "Nyaan", "Bonjour"],
    ["the daemon's address", from("", "mailer-daemon@relais.example"), "X", ""],
    ["Exim", from("Mail Delivery System", "system@relais.example"), "Warning", "delayed"],
    [
      "Exchange 2003",
      from("System Administrator", "postmaster@ministere.example"),
      "Undeliverable: Demande",
      "Your message\n\n  To: personne\n\ndid not reach the following recipient(s)",
    ],
    [
      "Exchange in French",
      from("Microsoft Outlook", "postmaster@ministere.example"),
      "Non remis : Demande",
      "Échec de la remise de votre message à ces destinataires ou groupes :",
    ],
    [
      "Notes",
      from("", "postmaster@notes.example"),
      "Undeliverable message",
      "------- Failure Reasons  --------\n\nUser not listed in public Name & Address Book",
    ],
    ["nobody at all", { from: null }, "Delivery failure", "550 5.1.1 user unknown"],
    [
      "a mobile operator",
      from("", "postmaster@mobile.example"),
      "メールエラー通知",
      "宛先不明のため送信できませんでした。",
    ],
    [
      "an answer from a server",
      from("", "postmaster@sms.example"),
      "Re:Demande",
      "Error: Invalid user address\n\nError message below:\n550 - no such user here",
    ],
    [
      "an unknown server that speaks as servers do",
      from("Passerelle", "passerelle@relais.example"),
      "Undelivered Mail Returned to Sender",
      "This is the mail system at host relais.example.\n\nI'm sorry to have to inform you",
    ],
    [
      "X.400",
      from("", "postmaster@x400.example"),
      "Delivery Report (failure) for personne@x400.example",
      "This report relates to your message: Subject: Demande",
    ],
  ])("%s", (_, sender, subject, text) => {
    expect(automaticReason(aMail({ ...sender, subject, text }))).toBe("bounce")
  })
})

describe("people are not machines because of one word", () => {
  test.each([
    [
      "Réponse automatique",
      "Bonjour,\n\nComment mettre en place une réponse automatique ?\n\nJean",
    ],
    ["Réponse automatique : comment la supprimer", "Je n'arrive pas à la supprimer dans Mentor."],
    ["RE: Réponse automatique : Accès", "Merci pour votre retour, mon accès fonctionne."],
    ["RE: Absence du bureau", "Bonjour, j'ai bien lu votre absence. Bonne journée."],
    ["Réponse automatique ?", "J'ai reçu une réponse automatique, puis plus rien."],
    ["Réponse automatique jamais arrivée", "Je n'ai pas eu la réponse automatique habituelle."],
    ["Congés d'hiver", "Je serai en congés du 20 au 31. Le module reste-t-il ouvert après ?"],
    ["Absence", "Je suis en arrêt jusqu'à mardi, merci de bien vouloir libérer mon siège."],
    ["On leave", "I am on leave until Friday, so don't close my ticket before."],
    ["Départ", "M. Noir a quitté le service. Merci d'adresser les convocations à Mme Roux."],
    ["TR: Réponse automatique : Accès", "Voyez la réponse reçue.\n\nDe : A\nEnvoyé : lundi"],
    ["Absent", "Bonjour, je suis absente depuis 2 mois et mon compte est bloqué."],
    ["Absence", "Bonjour, je serai absente le 12 mars et ne pourrai suivre le webinaire."],
    ["Absence formation", "Je suis absent du 3 au 10 mars, merci de reporter ma formation."],
    ["Absence", "Je suis en arrêt maladie et ne pourrai assister au webinaire de jeudi."],
    ["Message automatique : erreur", "Bonjour, la page affiche ce message depuis hier."],
    ["RE: [Mentor #12] Accès", "Je suis actuellement en congé, je testerai à mon retour. Merci."],
    ["RE: Accès", "Je suis en congé jusqu'à lundi, je reviendrai vers vous à mon retour."],
    [
      "RE: Accès",
      "Je suis en déplacement. Vous trouverez ci-joint la capture. En cas d'urgence : 06.",
    ],
    ["Télétravail", "Je suis actuellement en télétravail et la page reste blanche. Cordialement"],
    ["Congé maternité", "Je suis en congé maternité, pouvez-vous suspendre mon inscription ?"],
    ["Retour de congés", "De retour de congés, je ne retrouve plus mon parcours."],
    ["Login failure", "Hello, I get a failure when I log in."],
    [
      "Delivery failure",
      "Hello, my mail could not be delivered: 550 5.1.1. How do I write to you?",
    ],
    [
      "Échec de la remise",
      "Bonjour, votre réponse ne m'est pas parvenue, échec de la remise je crois.",
    ],
    ["Abuse report", "Someone insults me on the forum."],
    ["Lu : votre guide", "J'ai lu votre message, merci."],
    ["Mailinblack", "Bonjour, je n'arrive pas à m'authentifier, est-ce l'antispam ?"],
    ["Failure", "The page says: failure. What should I do?"],
    ["Delivery failure", "Hello, I wrote to you yesterday and I am not sure you got it."],
    ["RE: Undeliverable: Accès", "It came back to me:\n\nYour message could not be delivered"],
    ["Fwd: Undelivered Mail Returned to Sender", "See below.\n\nThis is the mail system at host x"],
    ["Automatic enrolment", "Is enrolment in the course automatic?"],
    ["Mail automatique de Mentor", "J'ai reçu un message automatique de Mentor, est-ce normal ?"],
    ["Non remis", "Mon diplôme ne m'a pas été remis. Pouvez-vous me le renvoyer ?"],
    ["Lu : le guide", "Bonjour, j'ai lu le guide mais il manque une page."],
    ["Accepté : ma candidature", "Bonjour, ma candidature est acceptée, que dois-je faire ?"],
    ["Auto : permis", "Bonjour, la formation au permis auto est-elle dans Mentor ?"],
    ["Accusé de réception", "Bonjour, je n'ai pas eu d'accusé de réception de ma demande."],
    ["Rappel : ma demande", "Bonjour, je me permets de vous relancer."],
  ])("%s", (subject, text) => {
    expect(automaticReason(aMail({ subject, text }))).toBeNull()
  })

  test("a postmaster may ask for help", () => {
    const mail = aMail({
      ...from("Paul Noir", "postmaster@ministere.example"),
      subject: "Liste blanche",
      text: "Bonjour, quelles adresses autoriser pour Mentor ?",
    })

    expect(automaticReason(mail)).toBeNull()
  })

  test("a postmaster may even report what a server said", () => {
    const mail = aMail({
      ...from("Paul Noir", "postmaster@ministere.example"),
      subject: "Refus de nos messages",
      text: "Bonjour, vous répondez 550 5.7.1 à nos agents. Pouvez-vous lever ce blocage ?",
    })

    expect(automaticReason(mail)).toBeNull()
  })

  test("the name of a domain says nothing of who writes", () => {
    expect(automaticReason(aMail(from("Anne Roux", "anne@mdaemon.example")))).toBeNull()
  })

  test("a site may lend its address to a person", () => {
    expect(automaticReason(aMail(from("Anne Roux", "noreply@forum.example")))).toBeNull()
  })

  test("whoever answers a machine quotes its words", () => {
    const text =
      "Bonjour, je reviens vers vous.\n\nDe : Absent <a@b.example>\nEnvoyé : lundi 3 mars\n" +
      "À : moi\nObjet : Réponse automatique\n\nJe suis absent du bureau jusqu'au 12. En cas " +
      "d'urgence, merci de contacter mon service."

    expect(automaticReason(aMail({ subject: "RE: Accès", text }))).toBeNull()
  })
})

describe("absences in French, without any header", () => {
  test.each([
    ["Absence du bureau : Accès à Mentor", "Bonjour, je suis absente jusqu'au 12 mars inclus."],
    ["Absence du bureau", "Je suis absent du bureau du 3 au 10 août. Bien à vous."],
    ["Absent(e) du bureau : RE: votre demande", "De retour lundi."],
    ["Réponse automatique : [Mentor #12] Accès", "Je suis en congés, de retour le 2 septembre."],
    ["Réponse automatique : Accès", "Bonjour, votre message sera traité dès que possible."],
    ["Réponse automatique: Accès", ""],
    ["[EXTERNE] Réponse automatique : Accès", "En formation jusqu'à vendredi."],
    ["***SPAM*** Absence du bureau : Accès", "Absente ce jour."],
    [
      "Message d'absence",
      "Je suis en arrêt maladie. En cas d'urgence, contactez le 01 00 00 00 00.",
    ],
    ["Réponse automatique", "Le service est fermé, nous répondrons à notre retour."],
    [
      "Absence",
      "Bonjour, je suis actuellement en congés. Je répondrai à votre message à mon retour.",
    ],
    ["Absent jusqu'au 22 août", "Je suis absent jusqu'au 22 août inclus."],
    ["En congés", "Je suis en congés annuels du 1er au 15 août."],
    ["Congé maternité", "Actuellement en congé maternité, je vous invite à contacter Julie Blanc."],
    ["RE: Accès", "Je suis absente jusqu’au 12. Pour toute urgence, merci de contacter l’accueil."],
    [
      "Accès à Mentor",
      "Bonjour,\n\nActuellement en congé, je prendrai connaissance de votre message à mon retour.",
    ],
    [
      "Re: Accès",
      "Je suis en déplacement cette semaine avec un accès limité à ma messagerie. En cas " +
        "d'urgence, vous pouvez joindre mon secrétariat.",
    ],
    [
      "Re: votre dossier",
      "J'ai quitté mes fonctions au 1er mars. Veuillez adresser vos demandes à Paul Noir.",
    ],
    [
      "Indisponible",
      "Je serai absente du 4 au 8 avril. Durant cette période, merci de vous adresser à Anne Roux.",
    ],
    ["Répondeur : Accès", "Absent pour la journée."],
    ["Réponse automatique : Avez-vous mon dossier ?", "Je suis absente ce jour."],
    ["Absence jusqu'au 4", "Je serai de retour le 4."],
    ["Message automatique d'absence", "Retour le 4."],
    ["Re: Accès", "Je suis en congé jusqu'au 4. Adressez-vous à l'accueil."],
    [
      "Re: Accès",
      "Indisponible jusqu'au 4. Pour toute demande, veuillez contacter le secrétariat.",
    ],
    ["Réponse d'absence : Re: Accès", "De retour le 4."],
    ["[Absence] Re: Accès", "Je suis absent jusqu'au 4."],
    ["Réponse automatique : Re: [Mentor #7] Où en est-on ?", "Pouvez-vous patienter ?"],
    ["Congés", "Je suis en congés jusqu'au 4. Une question urgente ? Voyez avec l'accueil."],
    ["Auto : Accès", "Je suis absent ce jour."],
    [
      "Fermeture du service",
      "Nos bureaux sont fermés du 24 décembre au 2 janvier. En cas d'urgence : 01 00 00 00 00.",
    ],
    ["Avis d'absence : Accès", "Mission à l'étranger, retour le 30."],
  ])("%s", (subject, text) => {
    expect(automaticReason(aMail({ subject, text }))).toBe("absence")
  })
})

describe("absences in other languages, without any header", () => {
  test.each([
    ["Automatic reply: Access", "Thank you for your message."],
    ["Out of Office: Access", "I am back on Monday."],
    ["Out of Office AutoReply: Access", "I am on annual leave until 5 May."],
    ["Auto-reply: Access", "I'm only sleeping."],
    ["Away until May 5", "I am away until May 5. For urgent matters, please contact Ann."],
    ["Re: Access", "I am currently out of the office. In my absence, please contact Ann Black."],
    ["Abwesenheitsnotiz: Zugang", "Ich bin bis zum 5. Mai nicht im Büro."],
    ["Automatische Antwort: Zugang", "Vielen Dank für Ihre Nachricht."],
    [
      "AW: Zugang",
      "Ich bin derzeit nicht im Büro. In dringenden Fällen wenden Sie sich an meine Vertretung.",
    ],
    ["Respuesta automática: Acceso", "Estoy de vacaciones."],
    ["Risposta automatica: Accesso", "Sono in ferie."],
    ["Resposta automática: Acesso", "Estou de férias."],
    ["Automatisch antwoord: Toegang", "Ik ben met vakantie."],
    ["Autosvar: Adgang", "Jeg er på ferie."],
    ["Automatiskt svar: Åtkomst", "Jag är på semester."],
    ["Odpowiedź automatyczna: Dostęp", "Jestem na urlopie."],
    ["Автоматический ответ: Доступ", "Я в отпуске."],
    ["自动回复: 访问", "我正在休假。"],
    ["자동 회신: 접근", "부재중입니다."],
  ])("%s", (subject, text) => {
    expect(automaticReason(aMail({ subject, text }))).toBe("absence")
  })
})

describe("other machines", () => {
  test("a text may say anywhere that it is automatic, unless somebody asks about it", () => {
    const notice = "Nous avons reçu votre courrier. Ceci est un message automatique."
    const question = "Ceci est un message automatique. Est-ce normal de le recevoir deux fois ?"

    expect(automaticReason(aMail({ subject: "Mairie", text: notice }))).toBe("automatic")
    expect(
      automaticReason(aMail({ subject: "Mairie", text: `On m'écrit : « ${question} »` })),
    ).toBeNull()
  })

  test("an answer to an invitation is a calendar's, an invitation is a person's", () => {
    const answer = aFile("text/calendar", "invite.ics", "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n")
    const invitation = aFile("text/calendar", "invite.ics", "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\n")

    expect(automaticReason(aMail({ attachments: [answer] }))).toBe("calendar answer")
    expect(automaticReason(aMail({ attachments: [invitation] }))).toBeNull()
  })

  test("a calendar's answer whose file was lost is known by its subject", () => {
    const partTypes = ["multipart/alternative", "text/plain", "text/calendar"]

    const answer = aMail({ partTypes, subject: "Accepté : Point Mentor", text: "" })

    expect(automaticReason(answer)).toBe("calendar answer")
  })

  test.each([
    ["Lu : Accès", "Votre message\n\n   À : Nadia\n   Objet : Accès\n\na été lu le lundi 3 mars."],
    ["Read: Access", "Your message\n\n  To: Nadia\n  Subject: Access\n\nwas read on Monday."],
    ["Gelesen: Zugang", "Ihre Nachricht\n\n An: Nadia\n\nwurde gelesen am Montag."],
  ])("%s is a read receipt", (subject, text) => {
    expect(automaticReason(aMail({ subject, text }))).toBe("read receipt")
  })

  test("a guard that wants proof of a person asks for nothing that we answer", () => {
    const subject = "Mailinblack : demande d'authentification"
    const text = "Cliquez ici pour confirmer que vous êtes bien une personne."

    expect(automaticReason(aMail({ subject, text }))).toBe("challenge")
  })

  test("an address that nobody reads is a machine's", () => {
    const mail = aMail({ ...from("Portail", "ne-pas-repondre@portail.example"), text: "Avis" })

    expect(automaticReason(mail)).toBe("automatic")
  })

  test("a form sent for somebody says where they are, and is theirs", () => {
    const replyTo = [{ name: "", address: "nadia@ministere.example" }]
    const form = aMail({ ...from("Formulaire", "noreply@portail.example"), replyTo })
    const notice = { ...form, text: "Ceci est un message automatique, merci de ne pas y répondre." }

    expect(automaticReason(form)).toBeNull()
    expect(automaticReason(notice)).toBe("automatic")
  })

  test("a text that opens as a program's is a program's", () => {
    const text = "Bonjour,\n\nCeci est un message automatique. Votre ticket 12 est enregistré."

    expect(automaticReason(aMail({ subject: "Ticket 12", text }))).toBe("automatic")
  })

  test("an abuse desk's complaint is a feedback report", () => {
    const subject = "complaint about message from 192.0.2.1"

    expect(automaticReason(aMail({ ...from("", "staff@fai.example"), subject }))).toBe(
      "feedback report",
    )
  })
})

describe("nothing that is received breaks it", () => {
  const anyText = fc.oneof(fc.string(), fc.string({ unit: "binary", maxLength: 400 }))

  test("whatever the fields hold, it answers", () => {
    const address = fc.option(fc.record({ name: anyText, address: anyText }), { nil: null })
    const fields = fc.record({
      from: address,
      replyTo: fc.array(fc.record({ name: anyText, address: anyText }), { maxLength: 2 }),
      subject: anyText,
      text: anyText,
      contentType: anyText,
      partTypes: fc.array(anyText, { maxLength: 4 }),
      headers: fc.dictionary(anyText, fc.array(anyText, { maxLength: 2 })),
    })

    fc.assert(
      fc.property(fields, ({ headers, ...mail }) => {
        automaticReason(aMail({ ...mail, headers: new Map(Object.entries(headers)) }))
      }),
    )
  })

  test.each([
    ["one line of a million blanks", " ".repeat(1_000_000)],
    ["one line of a million letters", "a".repeat(1_000_000)],
    ["dashes", "-".repeat(1_000_000)],
    ["headers without end", "De : a\n".repeat(40_000)],
    ["words that begin phrases", "je suis absent your message ".repeat(10_000)],
    ["accents to take apart", "é\u0301".repeat(500_000)],
    ["brackets", "[".repeat(500_000)],
    ["stars", "** ".repeat(300_000)],
  ])("%s takes no time", (_, text) => {
    const headers = new Map(["auto-submitted", "precedence", "return-path"].map((n) => [n, [text]]))
    const started = process.threadCpuUsage()

    automaticReason(aMail({ text, subject: text, from: { name: text, address: text } }))
    automaticReason(aMail({ headers, from: null }))

    expect(process.threadCpuUsage(started).user).toBeLessThan(500 * MICROSECONDS)
  })
})
