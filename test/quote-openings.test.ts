import { expect, test } from "vitest"
import { splitReply } from "../src/mail/quote.ts"

const WRITTEN = "Bonjour,\n\nMon compte est toujours bloqué.\nQue dois-je faire ?"
const QUOTED = ["Bonjour Madame,", "Merci de nous envoyer une capture.", "", "L'assistance"]

/** What mail programs write between an answer and the mail it answers. */
const OPENINGS: Record<string, string> = {
  "Lotus Notes, a line for each label and each value":
    "Aude Roy <aude@mentor.example>\n03/03/2025 14:21\n\nA\nJeanne PETIT/SG/FR\ncc\n\nObjet\naccès",
  Gmail: "Le lun. 3 mars 2025 à 14:21, Aude Roy <aude@mentor.example> a écrit :",
  "Gmail, in two lines": "Le lun. 3 mars 2025 à 14:21, Aude Roy <\naude@mentor.example> a écrit :",
  "Gmail, in three lines":
    "Le lun. 3 mars 2025 à\n14:21, Aude Roy <aude@mentor.example>\na écrit :",
  "Gmail, with narrow spaces":
    "Le lun. 3 mars 2025 à 14:21, Aude\u00a0Roy <a@b.example> a écrit\u202f:",
  iPhone: "Le 3 mars 2025 à 14:21, Aude Roy <aude@mentor.example> a écrit :",
  Thunderbird: "Le 03/03/2025 à 14:21, Aude Roy a écrit :",
  Roundcube: "Le 2025-03-03 14:21, Aude Roy a écrit :",
  SOGo: "Le Lundi, Mars 03, 2025 14:21 CET, Aude Roy <aude@mentor.example> a écrit:",
  Yahoo: "Le lundi 3 mars 2025 à 14:21:10 UTC+1, Aude Roy <a@b.example> a écrit :",
  Proton:
    "------- Message original -------\nLe lundi 3 mars 2025 à 14:21, Aude <a@b.example> a écrit :",
  Zoho: "---- Le lun., 03 mars 2025 14:21:10 +0100 aude@mentor.example a écrit ----",
  Outlook: "De : Aude Roy\nEnvoyé : lundi 3 mars 2025 14:21\nÀ : PETIT Jeanne\nObjet : RE: accès",
  "Outlook, with addresses in lines of their own":
    "De : Aude Roy\n<aude@mentor.example>\nEnvoyé : lundi 3 mars 2025\nÀ : Jeanne\nObjet : RE: accès",
  "Outlook, in bold": "*De :* Aude Roy\n*Envoyé :* lundi 3 mars\n*À :* Jeanne\n*Objet :* accès",
  "Outlook, in one line": "De : Aude Roy Envoyé : lundi 3 mars 2025 À : Jeanne Objet : RE: accès",
  "Outlook for the Web": `${"_".repeat(32)}\nDe : Aude <a@b.example>\nEnvoyé : lundi\nÀ : J\nObjet : R`,
  "old Outlook": "-----Message d’origine-----\nDe : Aude Roy [mailto:a@b.example]\nObjet : accès",
  "Outlook for Mac": "De : Aude <a@b.example>\nDate : lundi, 3 mars 2025 à 14:21\nÀ : J\nObjet : R",
  Zimbra:
    '----- Mail original -----\nDe: "Aude" <a@b.example>\nÀ: "J"\nEnvoyé: Lundi 3 Mars 2025\nObjet: R',
  Samsung:
    "-------- Message d'origine --------\nDe : Aude <a@b.example>\nDate : 03/03/2025 14:21\nÀ : J",
  "K-9":
    "-------- Message d'origine --------\nDe : Aude <a@b.example>\nEnvoyé : 3 mars 2025 14:21 GMT+01:00",
  Orange:
    '========================================\n\nMessage du : 03/03/2025 14:21\nDe : "Aude" <a@b.example>\nA : J',
  "Lotus Notes": "De :        Aude Roy/DSI\nA :        Jeanne/DSI\nDate :        03/03/2025 14:21",
  "Lotus Notes, with a verb": "Aude Roy/DSI a écrit sur 03/03/2025 14:21:10 :",
  Horde: "Aude Roy <aude@mentor.example> a écrit :",
  "Apple Mail, forwarding": "Début du message réexpédié :\n\nDe: Aude <a@b.example>\nObjet: accès",
  "a ticket system": "##- Veuillez répondre au-dessus de cette ligne -##",
  GroupWise: ">>> Aude Roy <aude@mentor.example> 03/03/2025 14:21 >>>",
  English: "On Mon, Mar 3, 2025 at 2:21 PM Aude Roy <aude@mentor.example> wrote:",
  "English, without a year": "On Monday, Mar 3, at 2:21 PM, Aude Roy wrote:",
  "English, after the name": "Aude Roy on Mon, Mar 3, 2025 at 2:21 PM wrote:",
  "English, framed": "---- Aude Roy wrote ----",
  "English, with headers": "From: Aude Roy\nSent: Monday, March 3, 2025 2:21 PM\nTo: J\nSubject: R",
  "English, a date before the sender":
    "Date: Mon, 03 Mar 2025 14:21:10 +0100\nTo: jeanne@agence.example",
  "English, an original": "-----Original Message-----",
  "a date and an address": "2025-03-03 14:21 GMT+01:00 Aude Roy <aude@mentor.example>:",
  German: "Am Mo., 3. März 2025 um 14:21 Uhr schrieb Aude Roy <\naude@mentor.example>:",
  "German, after the name": "Aude Roy schrieb am 03.03.2025 um 14:21:",
  "German, with headers": "Von: Aude Roy\nGesendet: Montag, 3. März 2025\nAn: J\nBetreff: Zugang",
  Spanish: "El lun, 3 mar 2025 a las 14:21, Aude Roy (<aude@mentor.example>) escribió:",
  Italian: "Il giorno lun 3 mar 2025 alle ore 14:21 Aude Roy <a@b.example>\nha scritto:",
  Portuguese: "Em seg., 3 de mar. de 2025 às 14:21, Aude Roy <a@b.example> escreveu:",
  Dutch: "Op 3 mrt. 2025 om 14:21 heeft Aude Roy <a@b.example> het volgende geschreven:",
  Danish: "Den man. 3. mar. 2025 kl. 14.21 skrev Aude Roy <aude@mentor.example\n>:",
  Norwegian: "man. 3. mars 2025 kl. 14:21 skrev Aude Roy <a@b.example>:",
  Swedish: "Den mån 3 mars 2025 kl 14:21 skrev Aude Roy <a@b.example>:",
  Icelandic: "Á mán., 3. mar. 2025 kl. 14:21 skrifaði Aude Roy <a@b.example>:",
  Finnish: "ma 3. maalisk. 2025 klo 14.21 Aude Roy (a@b.example) kirjoitti:",
  Polish: "pon., 3 mar 2025 o 14:21 Aude Roy <a@b.example> napisał(a):",
  Czech: "po 3. 3. 2025 v 14:21 odesílatel Aude Roy <a@b.example> napsal:",
  Slovak: "po 3. 3. 2025 o 14:21 Aude Roy <a@b.example> napísal(a):",
  Hungarian: "Aude Roy <a@b.example> ezt írta (időpont: 2025. márc. 3., H, 14:21):",
  Croatian: "pon, 3. ožu 2025. u 14:21 Aude Roy <a@b.example> je napisao/la:",
  Romanian: "Pe lun., 3 mar. 2025 la 14:21, Aude Roy <a@b.example> a scris:",
  Turkish: "Aude Roy <a@b.example>, 3 Mar 2025 Pzt, 14:21 tarihinde şunu yazdı:",
  Greek: "Στις Δευ 3 Μαρ 2025 στις 2:21 μ.μ., ο χρήστης Aude Roy <a@b.example> έγραψε:",
  Russian: "пн, 3 мар. 2025 г. в 14:21, Aude Roy <a@b.example>:",
  "Russian, with a verb": "03.03.2025 14:21, Aude Roy пишет:",
  Ukrainian: "пн, 3 бер. 2025 р. о 14:21 Aude Roy <a@b.example> пише:",
  Vietnamese: "Vào Th 2, 3 thg 3, 2025 vào lúc 14:21 Aude Roy <a@b.example> đã viết:",
  Chinese: "Aude Roy <a@b.example> 于2025年3月3日周一 14:21写道：",
  "Chinese, with headers":
    "发件人: Aude Roy <a@b.example>\n发送时间: 2025年3月3日 14:21\n主题: 访问",
  Japanese: "2025年3月3日(月) 14:21 Aude Roy <a@b.example>:",
  Korean: "2025년 3월 3일 (월) 오후 2:21, Aude Roy <a@b.example>님이 작성:",
  Hebrew: "‫בתאריך יום ב׳, 3 במרץ 2025 ב-14:21 מאת ‪Aude Roy‬‏ <‪a@b.example‬‏>:‬",
}

test.each(Object.entries(OPENINGS))("%s says where the quoted mail begins", (_, opening) => {
  const text = [WRITTEN, "", opening, "", ...QUOTED].join("\n")

  const reply = splitReply({ text })

  expect(reply.written).toBe(WRITTEN)
  expect(reply.quoted).toBe([opening, "", ...QUOTED].join("\n"))
})

test.each(Object.entries(OPENINGS))("%s needs no blank line around it", (_, opening) => {
  const text = [WRITTEN, opening, ...QUOTED].join("\n")

  expect(splitReply({ text }).written).toBe(WRITTEN)
})

test.each(Object.entries(OPENINGS))(
  "%s above marked lines leaves what is below them",
  (_, opening) => {
    const marked = QUOTED.map((line) => `> ${line}`)
    const text = [opening, ...marked, "", WRITTEN].join("\n")

    expect(splitReply({ text }).written).toBe(WRITTEN)
  },
)

test("a title that ends with a colon needs marked lines below it", () => {
  const title = "Message du 3 mars 2025 de Aude Roy :"

  expect(splitReply({ text: `${WRITTEN}\n\n${title}\n> Bonjour` }).written).toBe(WRITTEN)
  expect(splitReply({ text: `${title}\nil est illisible` }).written).toMatch(/^Message du/)
})
