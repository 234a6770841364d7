/** Words by which other machines are known. A language, or a product, is added by a line. */

/** Local parts that nobody reads. */
export const UNREAD_ADDRESSES = [
  ...["noreply", "no-reply", "no_reply", "no.reply", "donotreply", "do-not-reply", "do_not_reply"],
  ...["dont-reply", "ne-pas-repondre", "nepasrepondre", "ne_pas_repondre", "ne.pas.repondre"],
  ...["nepas-repondre", "noreponse", "sans-reponse", "pas-de-reponse", "nicht-antworten"],
  ...["keine-antwort", "keineantwort", "no-responder", "noresponder", "non-rispondere"],
  ...["nonrispondere", "nao-responda", "naoresponda", "niet-beantwoorden", "noresponse"],
]

/** Further down, a sign that a notice is one. */
export const NOTICE_TEXTS = [
  ...["stop receiving notifications", "merci de ne pas répondre", "ne pas répondre à ce"],
  ...["ne répondez pas à ce", "n'est pas consultée", "do not reply", "envoyé automatiquement"],
  ...["généré automatiquement", "automatically generated", "automatisch generiert"],
]

/** A sentence that begins so, anywhere, was written by a program. */
export const MACHINE_STATEMENTS = [
  ...["ceci est un message automatique", "ceci est une réponse automatique"],
  ...["ceci est un mail automatique", "ceci est un courriel automatique"],
  ...["ceci est un e-mail automatique", "ceci est un accusé de réception automatique"],
  ...["ceci est un envoi automatique", "il s'agit d'un message automatique"],
  ...["this is an automated", "this is an automatic", "this is an automatically"],
  ...["dies ist eine automatisch", "dit is een automatisch", "este es un mensaje automático"],
  ...["questo è un messaggio automatico", "esta é uma mensagem automática"],
]

/** A text that begins so was written by a program. */
export const MACHINE_TEXTS = [
  ...MACHINE_STATEMENTS,
  ...["cet e-mail est envoyé automatiquement"],
  ...["ce message est généré automatiquement", "ce message a été généré automatiquement"],
  ...["ce message est envoyé automatiquement", "ce message vous est envoyé automatiquement"],
  ...["merci de ne pas répondre à ce", "ne pas répondre à ce", "veuillez ne pas répondre à ce"],
  ...["this is an auto"],
  ...[
    "this email was automatically",
    "this message was automatically",
    "this message was generated",
  ],
  ...["please do not reply to this", "do not reply to this"],
  ...["diese nachricht wurde automatisch", "diese e-mail wurde automatisch"],
  ...["mensaje generado automáticamente", "questo è un messaggio", "это автоматическое"],
]

/** Reports on mail: abuse desks, and DMARC (RFC 7489, section 7.2.1.1). */
export const FEEDBACK_SUBJECTS = [
  ...["report domain:", "complaint about message from", "dmarc forensic report"],
  ...["dmarc aggregate report"],
]

/** How mail programs say that a mail was read, or deleted unread. */
export const RECEIPT_SUBJECTS = [
  ...["lu", "non lu", "accusé de lecture", "confirmation de lecture", "accusé de réception"],
  ...["read", "not read", "return receipt", "read receipt", "disposition notification"],
  ...["gelesen", "ungelesen gelöscht", "nicht gelesen", "lesebestätigung", "empfangsbestätigung"],
  ...["leído", "no leído", "letto", "non letto", "conferma di lettura", "lida", "lido", "não lida"],
  ...["gelezen", "ongelezen verwijderd", "ontvangstbevestiging", "läst", "oläst", "læst", "lest"],
  ...[
    "luettu",
    "przeczytano",
    "přečteno",
    "прочитано",
    "olvasva",
    "okundu",
    "開封済み",
    "已读",
    "已讀",
  ],
]
export const RECEIPT_TEXTS = [
  ...["a été lu le", "a été affiché", "a été supprimé sans avoir été lu", "a été ouvert le"],
  ...["ceci est un accusé de réception", "ceci est un accusé de lecture", "was read on"],
  ...["was deleted without being read", "this is a return receipt", "was displayed"],
  ...["this is a receipt for the mail", "wurde gelesen", "wurde angezeigt", "se ha leído"],
  ...["ha sido leído", "se leyó", "è stato letto", "foi lida", "foi lido", "is gelezen"],
  ...["gelezen op", "lästes", "blev læst", "ble lest", "zostala przeczytana", "было прочитано"],
]

/** How calendars begin the subject of an answer (the invitation itself is a person's). */
export const CALENDAR_SUBJECTS = [
  ...[
    "accepté",
    "acceptée",
    "refusé",
    "refusée",
    "décliné",
    "provisoire",
    "provisoirement accepté",
  ],
  ...["accepted", "declined", "tentative", "tentatively accepted", "new time proposed"],
  ...[
    "nouvelle heure proposée",
    "nouvel horaire proposé",
    "zugesagt",
    "abgelehnt",
    "mit vorbehalt",
  ],
  ...[
    "aceptado",
    "aceptada",
    "rechazado",
    "rechazada",
    "accettato",
    "rifiutato",
    "aceite",
    "aceito",
  ],
  ...["recusado", "geaccepteerd", "afgewezen", "accepteret", "afvist", "accepterat", "avböjt"],
  ...[
    "hyväksytty",
    "zaakceptowano",
    "odrzucono",
    "přijato",
    "принято",
    "отклонено",
    "承諾",
    "已接受",
  ],
]

/** Guards that ask whoever writes to prove that they are a person. */
export const CHALLENGE_SUBJECTS = [
  ...["please confirm your message", "confirm your message", "your email requires verification"],
  ...["sender verification", "verify your email to", "message held pending verification"],
  ...["mailinblack", "demande d'authentification", "authentification requise", "mail in black"],
  ...["merci de confirmer l'envoi", "confirmez l'envoi de votre message", "spamarrest", "tmda"],
  ...["votre message est en attente d'authentification", "bitte bestätigen sie ihre nachricht"],
]
export const CHALLENGE_TEXTS = [
  ...["to release your message", "confirm that you are", "prove that you are", "approved senders"],
  ...["click … to confirm", "click … to verify", "requires verification", "not a spammer"],
  ...["reply to this message to", "prouver que vous", "êtes bien une personne"],
  ...["cliquez … pour confirmer", "cliquez … authentifi", "vous authentifier en cliquant"],
  ...["bestätigen sie"],
]

/** Outlook asks others to forget a mail. */
export const RECALL_TEXTS = [
  ...["souhaite rappeler le message", "would like to recall the message"],
  ...["möchte die nachricht", "desea recuperar el mensaje", "wil het bericht"],
]
