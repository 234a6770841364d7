// What telephones, companies, anti-viruses and lists add below a mail. Case, accents and
// apostrophes do not matter. One language a line.

/** What a phone, a tablet or a mail program adds below. */
export const SENT_FROM = [
  ...[
    "envoyé de",
    "envoyé depuis",
    "envoyé à partir de",
    "envoyé à partir d'outlook",
    "envoyé avec",
    "envoyé via",
    "envoyé par",
  ],
  ...["télécharger outlook", "obtenir outlook", "télécharger bluemail", "provenance :"],
  ...["sent from", "sent via", "sent with", "sent using", "sent by", "sent on", "sent wirelessly"],
  ...["get outlook for", "get bluemail", "composed on", "written on my", "typed on", "posted from"],
  ...[
    "von meinem",
    "gesendet von",
    "gesendet mit",
    "gesendet über",
    "outlook für",
    "holen sie sich",
  ],
  ...["diese nachricht wurde von meinem"],
  ...[
    "enviado desde",
    "enviado con",
    "enviado de",
    "enviado do",
    "enviado a partir de",
    "enviado a partir do",
    "enviado por",
  ],
  ...["enviado via", "obtener outlook", "obter o outlook", "enviada do"],
  ...["inviato da", "inviato dal", "inviato con", "scarica outlook", "ottieni outlook"],
  ...["verzonden vanaf", "verstuurd vanaf", "verzonden met", "verzonden via", "outlook voor"],
  ...["sendt fra", "sendt med", "hent outlook", "skickat från", "skickat med", "skaffa outlook"],
  ...["lähetetty", "hanki outlook", "wysłane z", "wysłano z", "pobierz outlook", "odesláno z"],
  ...[
    "odoslané z",
    "získat outlook",
    "küldve",
    "az én",
    "trimis de pe",
    "poslano s",
    "i̇phone'umdan",
  ],
  ...[
    "отправлено с",
    "отправлено из",
    "надіслано з",
    "从我的",
    "发自我的",
    "從我的",
    "iphoneから送信",
  ],
  ...["나의 iphone에서", "내 iphone에서", "נשלח מה", "iphone'umdan", "скачать outlook"],
]

/** Things such lines name: with one of them the line is no sentence of the person. */
export const DEVICES = [
  ...["iphone", "ipad", "ipod", "android", "blackberry", "samsung", "galaxy", "huawei", "xiaomi"],
  ...[
    "smartphone",
    "mobile",
    "portable",
    "phone",
    "telephone",
    "handy",
    "mobil",
    "movil",
    "tablet",
  ],
  ...["tablette", "appareil", "device", "handheld", "windows", "outlook", "courrier pour", "gmail"],
  ...["mail", "proton", "yahoo", "orange", "sfr", "bouygues", "k-9", "thunderbird", "spark"],
  ...[
    "airmail",
    "aol",
    "nokia",
    "htc",
    "sony",
    "xperia",
    "google pixel",
    "oneplus",
    "treo",
    "palm",
  ],
  ...["puhelime", "telefon", "gerat", "dispositivo", "celular", "cellulare", "telefoon", "typeapp"],
  ...["mailbox", "acompli", "superhuman", "polymail", "messagerie", "webmail", "zimbra", "ios"],
  ...[
    "smart phone",
    "cell",
    "pda",
    "verizon",
    "t-mobile",
    "at&t",
    "sprint",
    "surface",
    "mac",
    "app",
  ],
]

/** What a company, an anti-virus or a list adds to every mail begins like this… */
export const DISCLAIMER_OPENINGS = [
  ...[
    "ce message",
    "ce courriel",
    "ce mail",
    "cet e-mail",
    "cet email",
    "ce courrier",
    "le présent",
  ],
  ...[
    "les informations contenues dans",
    "l'intégrité de ce",
    "toute utilisation",
    "ces informations",
  ],
  ...["this e-mail", "this email", "this message", "this communication", "this transmission"],
  ...["the information contained in", "the information in this", "the contents of this", "notice"],
  ...[
    "diese e-mail",
    "diese nachricht",
    "diese mail",
    "este mensaje",
    "este correo",
    "esta mensagem",
  ],
  ...[
    "este e-mail",
    "questo messaggio",
    "questa e-mail",
    "le informazioni contenute",
    "dit bericht",
  ],
  ...["deze e-mail", "denne e-mail", "detta meddelande"],
]

/** …and says this. */
export const DISCLAIMER_MARKS = [
  ...["confiden", "exclusi", "strictement", "usage exclusif", "secret professionnel", "sans virus"],
  ...["virus", "privileged", "intended only", "intended solely", "intended for the", "vertraulich"],
  ...["riservat", "vertrouwelijk", "fortrolig", "konfidentiell", "recu par erreur", "in error"],
]

/** These need no more. */
export const DISCLAIMERS = [
  ...[
    "si vous avez reçu ce message par",
    "si vous n'êtes pas le destinataire",
    "si vous n'êtes pas destinataire",
  ],
  ...["avis de confidentialité", "pensez à l'environnement", "penser à l'environnement"],
  ...["avant d'imprimer", "n'imprimez ce", "n'imprimez que", "préservons l'environnement"],
  ...["pensez à la planète", "adoptez l'éco-attitude", "afin de respecter l'environnement"],
  ...[
    "l'absence de virus dans ce",
    "garanti sans virus",
    "sans virus",
    "conformément au règlement général",
  ],
  ...["confidentiality notice", "privileged and confidential", "privileged/confidential"],
  ...["if you are not the intended", "please consider the environment", "consider the environment"],
  ...[
    "this email has been checked",
    "this email has been scanned",
    "this message has been scanned",
  ],
  ...["virus-free", "you received this message because", "you are receiving this"],
  ...["to unsubscribe from this", "disclaimer:", "bitte denken sie an die umwelt"],
]
