/** What mail programs write before the subject of an answer or of a forward. One language a line. */

export const REPLY_PREFIXES = [
  ...["Re", "Reply", "Réf", "Rép", "Réponse"], // international, French
  ...["Aw", "Antwort", "Antw", "Betr"], // German, Dutch
  ...["Sv", "Svar", "Ang"], // Danish, Norwegian, Swedish
  ...["Rif", "R", "Ris"], // Italian
  ...["Res", "Resp", "Respuesta"], // Portuguese, Spanish
  ...["Odp", "Vá", "Válasz", "Hal", "Atb"], // Polish, Hungarian, Czech, Welsh
  ...["Ynt", "Bls", "Tl", "Trả lời"], // Turkish, Indonesian, Vietnamese
  ...["Отв", "На", "Ответ", "Відп"], // Russian, Ukrainian
  ...["Απ", "Σχετ"], // Greek
  ...["回复", "答复", "回覆", "答覆", "返信", "회신", "답장"], // Chinese, Japanese, Korean
  ...["השב", "תשובה", "رد"], // Hebrew, Arabic
]

export const FORWARD_PREFIXES = [
  ...["Fw", "Fwd", "Forward", "Forwarded"], // international
  ...["Tr", "Trans", "Transf", "Transfert", "Transféré"], // French
  ...["Wg", "Weitergeleitet", "Weiterleitung"], // German
  ...["Doorst", "Doorgestuurd"], // Dutch
  ...["Vs", "Videresend", "Videresendt", "Vb", "Vidarebefordrat"], // Danish, Norwegian, Swedish
  ...["Vl", "Välitetty", "Fs", "Edasi"], // Finnish, Icelandic, Estonian
  ...["I", "Inoltra", "Rv", "Reenv", "Reenviado"], // Italian, Spanish
  ...["Enc", "Encaminhada", "Reenc"], // Portuguese
  ...["Pd", "Podaj dalej", "Továbbítás", "Továbbítva"], // Polish, Hungarian
  ...["Přeposláno", "Preposlané", "Proslijeđeno", "Prosledeno", "Redirecționat"], // Czech to Romanian
  ...["İlt", "İletildi", "Trs", "Tt", "Chuyển tiếp"], // Turkish, Indonesian, Vietnamese
  ...["Пересл", "Пер", "Переслано", "Fwd на"], // Russian, Ukrainian
  ...["Πρθ", "Προωθ", "Persiųsta", "Pārsūtīts", "Yml"], // Greek, Lithuanian, Latvian, Welsh
  ...["转发", "轉寄", "轉發", "転送", "전달"], // Chinese, Japanese, Korean
  ...["הועבר", "إعادة توجيه"], // Hebrew, Arabic
]
