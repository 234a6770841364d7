import { plain } from "./phrases.ts"

/**
 * The words that mail programs write above the mail they quote. To teach one more language, add its
 * line: columns are separated by "|", ways of saying the same by ";". Case and accents do not matter.
 * In languages where the name may follow the verb (« schrieb Jane: »), the last column says so.
 */
const ATTRIBUTIONS = `
  language   | opens with            | verb                                           | name after the verb
  French     | le                    | a écrit; a écrit ceci; écrivait; a envoyé |
  English    | on; at; in            | wrote; writes; has written; wrote the following; sent |
  German     | am                    | schrieb; hat geschrieben; geschrieben; schreibt; schrieb folgendes | yes
  Spanish    | el; en                | escribió; ha escrito; envió | yes
  Italian    | il; in data; in       | ha scritto; scrisse; scrive; ha inviato |
  Portuguese | em; a; no dia         | escreveu; ha escrito; enviou | yes
  Dutch      | op                    | schreef; geschreven; schreef het volgende; verzond; stuurde | yes
  Danish     | den                   | skrev; skrev følgende; har skrevet; sendte | yes
  Norwegian  | på; den               | skrev; skrev følgende; har skrevet             | yes
  Swedish    | den                   | skrev; har skrivit; skickade | yes
  Icelandic  | á; þann               | skrifaði                                       | yes
  Finnish    |                       | kirjoitti                                      | yes
  Estonian   |                       | kirjutas                                       | yes
  Polish     | w dniu; dnia          | napisał; napisała; napisał(a); napisano; pisze | yes
  Czech      | dne                   | napsal; napsala; napsal(a)                     | yes
  Slovak     | dňa                   | napísal; napísala; napísal(a)                  | yes
  Hungarian  |                       | írta; ezt írta                                 | yes
  Romanian   | la; pe; în            | a scris                                        |
  Croatian   | dana; u               | napisao je; je napisao; napisala je; je napisala; napisao/la je; je napisao/la; napisao(la) je; je napisao(la) |
  Slovenian  | dne; v                | je napisal; je napisala; je oseba              | yes
  Catalan    | el                    | va escriure; ha escrit                         |
  Turkish    |                       | yazdı; şunu yazdı; şunları yazdı               |
  Greek      | στις; την             | έγραψε; έγραψες                                |
  Russian    |                       | написал; написала; написал(а); пишет; писал    |
  Ukrainian  |                       | написав; написала; написав(ла); пише           |
  Bulgarian  | на                    | написа                                         |
  Vietnamese | vào                   | đã viết                                        |
  Indonesian | pada                  | menulis                                        |
  Chinese    | 在; 于                | 写道; 寫道; 编写; 撰寫                         |
  Japanese   |                       | 書きました; のメール                           |
  Korean     |                       | 작성; 님이 작성; 썼습니다                      |
  Hebrew     | בתאריך                | כתב; כתבה; כתב/ה                               | yes
  Arabic     | في                    | كتب                                            | yes
  Latvian    |                       | rakstīja                                       | yes
  Lithuanian |                       | rašė                                           | yes
`

/** Horde and others: « Quoting Jane Doe <jane@…>: ». */
export const QUOTING = [
  ...["quoting", "selon", "zitat von", "citando", "citerar", "citeren", "wiadomość napisana przez"],
]

/** Titles of a quoted mail that are not already those of a forwarded one. One language a line. */
export const TITLES = [
  ...["Mail original", "Courriel original", "E-mail d'origine", "Mail d'origine", "Message de"],
  ...["Message précédent", "Message du", "Message cité", "Réponse au message", "De la part de"],
  ...["Original mail", "Original email", "Original e-mail", "Original appointment"],
  ...["Previous message", "Reply message", "Message from", "Quoted message", "Replied message"],
  ...["Original-Nachricht", "Ursprüngliche Mail", "Ursprüngliche E-Mail", "Nachricht von"],
  ...["Correo original", "Mensaje de", "E-mail originale", "Mensagem de"],
  ...["Origineel bericht", "Oorspronkelijke bericht", "Originele bericht"],
  ...["Oprindelig besked", "Oprindelig mail", "Original besked", "Original meddelelse"],
  ...["Original melding", "Opprinnelig e-post", "Ursprungligt meddelande"],
  ...["Pierwotna wiadomość", "Treść oryginalnej wiadomości", "Původní e-mail"],
  ...["Eredeti levél", "Mesajul original", "Originalna poruka", "Orijinal mesaj", "Orjinal mesaj"],
  ...[
    "Исходное письмо",
    "Вихідне повідомлення",
    "邮件原件",
    "原邮件",
    "回复的原邮件",
    "回复的邮件",
    "元のメール",
    "원본 메일",
  ],
]

/** Ticket systems ask to answer above such a line. */
export const ANSWER_ABOVE = [
  ...["please type your reply above this line", "reply above this line", "write above this line"],
  ...["répondez au-dessus de cette ligne", "répondre au-dessus de cette ligne"],
  ...["votre réponse au-dessus de cette ligne", "antworten Sie oberhalb dieser Linie"],
]

export const OPENERS = column(1)
export const VERBS = column(2)
export const VERBS_BEFORE_NAME = new Set(column(2, (row) => row[3] === "yes").map(plain))

function column(index: number, isWanted: (row: string[]) => boolean = () => true): string[] {
  const rows = ATTRIBUTIONS.trim().split("\n").slice(1)
  return rows
    .map((row) => row.split("|").map((cell) => cell.trim()))
    .filter(isWanted)
    .flatMap((row) => (row[index] ?? "").split(";"))
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "")
}
