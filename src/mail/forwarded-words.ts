/**
 * The lines that mail programs write above a mail. A forward says so; "original message" says
 * nothing, since the same line stands above quoted answers. One language a line.
 */
export const FORWARD_MARKERS = [
  ...["Forwarded message", "Begin forwarded message", "This is a forwarded message"],
  ...["Message transféré", "Mail transféré", "Courriel transféré", "E-mail transféré"],
  ...["Début du message transféré", "Début du message réexpédié", "Message réexpédié"],
  ...["Réacheminé par", "Transféré par", "Forwarded by", "Weitergeleitet von", "Inoltrato da"],
  ...["Weitergeleitete Nachricht", "Anfang der weitergeleiteten", "Weitergeleitete E-Mail"],
  ...["Doorgestuurd bericht", "Begin doorgestuurd bericht"],
  ...["Messaggio inoltrato", "Inizio messaggio inoltrato", "Messaggio rinviato"],
  ...["Mensaje reenviado", "Inicio del mensaje reenviado"],
  ...["Mensagem encaminhada", "Mensagem reencaminhada", "Início da mensagem"],
  ...["Missatge reenviat", "Mesaj redirecționat", "Mesajul redirecționat", "Începe mesajul"],
  ...[
    "Videresendt meddelelse",
    "Videresendt melding",
    "Videresendt besked",
    "Start på videresendt",
  ],
  ...["Vidarebefordrat meddelande", "Vidarebefordrat mejl", "Början på vidarebefordrat"],
  ...["Vidarebefordrat brev", "Välitetty viesti", "Edelleenlähetetty viesti", "Edastatud kiri"],
  ...["Przekazana wiadomość", "Początek przekazywanej", "Wiadomość przekazana dalej"],
  ...["Přeposlaná zpráva", "Začátek přeposílané", "Předaná zpráva"],
  ...["Preposlaná správa", "Začiatok preposlanej", "Proslijeđena poruka", "Započni proslijeđenu"],
  ...["Prosleđena poruka", "Posredovano sporočilo", "Továbbított üzenet", "Továbbított levél"],
  ...["İletilmiş Mesaj", "İletilen ileti", "İleti başlangıcı", "Yönlendirilen ileti"],
  ...["Пересылаемое сообщение", "Перенаправленное сообщение", "Начало переадресованного"],
  ...["Пересланное сообщение", "Пересылаемое письмо", "Переслане повідомлення"],
  ...["Перенаправлене повідомлення", "Початок листа", "Препратено съобщение"],
  ...["Προωθημένο μήνυμα", "Persiųstas laiškas", "Pārsūtītā ziņa", "Pesan terusan"],
  ...["转发的邮件", "轉寄的郵件", "被转发邮件", "转发邮件", "メッセージを転送", "転送メッセージ"],
  ...["転送されたメッセージ", "전달된 메시지", "הודעה שהועברה", "رسالة معاد توجيهها"],
  ...["Thư đã chuyển tiếp", "Tin nhắn được chuyển tiếp", "ข้อความที่ส่งต่อ"],
]

export const ORIGINAL_MARKERS = [
  ...["Original message", "Message d'origine", "Message original", "Message initial"],
  ...["Ursprüngliche Nachricht", "Originalnachricht", "Oorspronkelijk bericht"],
  ...["Messaggio originale", "Mensaje original", "Mensagem original", "Mesaj original"],
  ...[
    "Oprindelig meddelelse",
    "Oprindelig besked",
    "Opprinnelig melding",
    "Originalmeddelande",
    "Ursprungligt",
  ],
  ...["Alkuperäinen viesti", "Oryginalna wiadomość", "Wiadomość oryginalna", "Původní zpráva"],
  ...["Pôvodná správa", "Izvorna poruka", "Eredeti üzenet", "Orijinal ileti", "Özgün ileti"],
  ...["Исходное сообщение", "Оригинальное сообщение", "Оригінальне повідомлення"],
  ...["Αρχικό μήνυμα", "原始邮件", "原始郵件", "元のメッセージ", "원본 메시지", "הודעה מקורית"],
]
