/**
 * The names that mail programs give to the lines above a quoted or forwarded mail.
 * A language, or a word, is added by a line. Case and accents do not matter.
 */
export const HEADER_LABELS = {
  from: [
    ...["From", "De", "Expéditeur", "Von", "Absender", "Van", "Afzender"],
    ...["Da", "Mittente", "Remitente", "Remetente", "De la", "Expeditor"],
    ...["Fra", "Från", "Avsändare", "Lähettäjä", "Frá", "Saatja", "Kellelt"],
    ...["Od", "Nadawca", "Odesílatel", "Odosielateľ", "Šalje", "Pošiljatelj", "Pošiljalac"],
    ...["Feladó", "Kimden", "Gönderen", "Από", "Αποστολέας", "Nuo", "Siuntėjas", "No", "Sūtītājs"],
    ...["От", "Отправитель", "Від", "Від кого", "Відправник", "От кого", "Подател"],
    ...["发件人", "寄件者", "寄件人", "送信元", "差出人", "送信者", "보낸 사람", "보낸사람"],
    ...["מאת", "من", "Dari", "Pengirim", "Từ", "Người gửi", "จาก", "Oddaný", "Remitent"],
  ],
  to: [
    ...["To", "À", "A", "Pour", "Destinataire", "Destinataires", "An", "Empfänger", "Aan"],
    ...["Para", "Destinatario", "Destinatário", "Către", "Catre", "Per"],
    ...["Til", "Till", "Mottagare", "Vastaanottaja", "Saaja", "Kellele"],
    ...["Komu", "Do", "Adresat", "Pre", "Prima", "Za", "Primatelj", "Címzett", "Címzettek"],
    ...["Kime", "Alıcı", "Προς", "Kam", "Kam skirta", "Gavėjas", "Saņēmējs"],
    ...["Кому", "Получатель", "Одержувач", "До"],
    ...["收件人", "收件者", "送信先", "宛先", "받는 사람", "받는사람"],
    ...["אל", "إلى", "الى", "Kepada", "Tới", "Đến", "ถึง", "Newsgroups"],
  ],
  cc: [
    ...["Cc", "Bcc", "Cci", "Copie", "Copie à", "Copia", "Copia a", "Kopie", "Kopie an", "Kopi"],
    ...["Kopia", "Kopio", "Kópia", "Dw", "Udw", "Másolat", "Másolatot kap", "Másolatban"],
    ...["Bilgi", "Κοιν", "Κοινοποίηση", "Копия", "Копія", "Копие", "Kopija"],
    ...["抄送", "副本", "CC", "참조", "עותק", "נסכה", "نسخة", "Tembusan", "Đồng gửi", "สำเนา"],
    ...["Reply-To", "Répondre à", "Antwort an", "Antworten an", "Responder a", "Rispondi a"],
    ...["Organization", "Organisation", "Importance", "Priority", "Priorité", "Wichtigkeit"],
    ...["Attachments", "Pièces jointes", "Anlagen", "Anhang", "Resent-From", "Message-ID"],
  ],
  date: [
    ...["Date", "Sent", "Sent at", "Envoyé", "Envoyé le", "Datum", "Gesendet", "Verzonden"],
    ...["Data", "Inviato", "Inviata", "Fecha", "Enviado", "Enviado el", "Enviada", "Enviada em"],
    ...["Enviado em", "Trimis", "Dato", "Sendt", "Skickat", "Päivämäärä", "Päiväys", "Lähetetty"],
    ...["Dagsetning", "Kuupäev", "Saadetud", "Wysłano", "Odesláno", "Odoslané", "Dátum"],
    ...["Poslano", "Poslato", "Elküldve", "Küldve", "Tarih", "Gönderilme", "Gönderme Tarihi"],
    ...["Gönderildi", "Ημερομηνία", "Στάλθηκε", "Εστάλη", "Išsiųsta", "Datums", "Nosūtīts"],
    ...["Дата", "Отправлено", "Надіслано", "Відправлено", "Изпратено"],
    ...["日期", "发送时间", "发送日期", "寄件日期", "日付", "送信日時", "날짜", "보낸 날짜"],
    ...["תאריך", "נשלח", "التاريخ", "تاريخ", "Tanggal", "Dikirim", "Ngày", "Đã gửi", "วันที่"],
  ],
  subject: [
    ...["Subject", "Objet", "Sujet", "Betreff", "Onderwerp", "Oggetto", "Asunto", "Assunto"],
    ...["Subiect", "Emne", "Ämne", "Aihe", "Efni", "Teema", "Temat", "Předmět", "Predmet"],
    ...["Naslov", "Zadeva", "Tárgy", "Konu", "Θέμα", "Tema", "Temats", "Assumpte", "Gaia"],
    ...["Тема", "Тема письма", "Относно", "主题", "主旨", "主題", "件名", "제목"],
    ...["נושא", "الموضوع", "Perihal", "Subjek", "Chủ đề", "Tiêu đề", "เรื่อง", "หัวเรื่อง"],
  ],
} as const

export type HeaderName = keyof typeof HEADER_LABELS
