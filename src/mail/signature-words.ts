// The words of the ends of mails. Case, accents and apostrophes do not matter. One language a line.

/** Formulas that only close a mail: they are part of the signature, with what follows. */
export const CLOSINGS = [
  ...[
    "cordialement",
    "bien cordialement",
    "très cordialement",
    "cordialement vôtre",
    "cdt",
    "cdlt",
  ],
  ...["bien cdlt", "bien cdt", "cordiales salutations", "salutations", "sincères salutations"],
  ...["salutations distinguées", "meilleures salutations", "avec mes salutations", "bien à vous"],
  ...["bien à toi", "respectueusement", "bien respectueusement", "sincèrement", "amicalement"],
  ...[
    "crdt",
    "crdlt",
    "cdmt",
    "bàv",
    "bav",
    "slts",
    "sltns",
    "bien à vous tous",
    "confraternellement",
  ],
  ...[
    "avec mes cordiales salutations",
    "avec mes meilleures salutations",
    "mes respects",
    "respects",
  ],
  ...["avec mes respects", "avec tous mes respects", "salutations respectueuses"],
  ...[
    "bien amicalement",
    "amitiés",
    "mes salutations",
    "salutations cordiales",
    "très sincèrement",
  ],
  ...["avec mes sincères salutations", "avec mes salutations distinguées", "bien sincèrement"],
  ...["regards", "best regards", "kind regards", "kindest regards", "warm regards", "my regards"],
  ...["with best regards", "with kind regards", "warmest regards", "sincerely", "yours sincerely"],
  ...["sincerely yours", "yours truly", "yours faithfully", "yours respectfully", "best wishes"],
  ...["very truly yours", "respectfully", "respectfully yours", "with regards", "rgds", "br", "kr"],
  ...["mit freundlichen grüßen", "mit freundlichen grüssen", "mit freundlichem gruß", "mfg", "lg"],
  ...["viele grüße", "beste grüße", "liebe grüße", "freundliche grüße", "schöne grüße", "gruß"],
  ...[
    "vg",
    "bg",
    "hg",
    "mit besten grüßen",
    "herzliche grüße",
    "viele grüsse",
    "freundliche grüsse",
    "grüße",
  ],
  ...["saludos", "un saludo", "saludos cordiales", "atentamente", "cordialmente", "un abrazo"],
  ...["un cordial saludo", "reciba un cordial saludo", "saludos cordialmente", "atte"],
  ...["cordiali saluti", "distinti saluti", "saluti", "un saluto", "cordialità", "un caro saluto"],
  ...["atenciosamente", "cumprimentos", "com os melhores cumprimentos", "melhores cumprimentos"],
  ...["att", "abraços", "atentamente", "com os meus cumprimentos"],
  ...["met vriendelijke groet", "met vriendelijke groeten", "vriendelijke groet", "groeten", "mvg"],
  ...["hartelijke groet", "hartelijke groeten", "groet", "vriendelijke groeten", "groetjes"],
  ...["med venlig hilsen", "venlig hilsen", "mvh", "de bedste hilsner", "hilsen", "vh"],
  ...["med vennlig hilsen", "vennlig hilsen", "med vänliga hälsningar", "vänliga hälsningar"],
  ...["med vänlig hälsning", "vänligen", "hälsningar", "vänlig hälsning", "hilsener"],
  ...["ystävällisin terveisin", "terveisin", "parhain terveisin", "terv"],
  ...[
    "pozdrawiam",
    "z poważaniem",
    "serdecznie pozdrawiam",
    "s pozdravem",
    "s přátelským pozdravem",
  ],
  ...["s pozdravom", "üdvözlettel", "tisztelettel", "cu stimă", "cu respect", "srdačan pozdrav"],
  ...["с уважением", "с наилучшими пожеланиями", "з повагою", "saygılarımla", "iyi çalışmalar"],
]

/** Formulas that say something too: they close a mail only when a name follows. */
export const THANKS = [
  ...["merci", "merci d'avance", "merci beaucoup", "merci par avance", "par avance merci"],
  ...["d'avance merci", "avec mes remerciements", "merci bien", "mille mercis", "un grand merci"],
  ...["en vous remerciant", "en vous remerciant par avance", "en te remerciant", "merci à vous"],
  ...["vous remerciant par avance", "en vous remerciant d'avance"],
  ...["merci encore", "dans l'attente de votre retour", "je vous remercie par avance"],
  ...["je vous remercie d'avance", "je vous en remercie par avance", "je vous en remercie"],
  ...["dans l'attente", "bonne journée", "belle journée", "bonne fin de journée", "bonne soirée"],
  ...["bon week-end", "bon weekend", "bonne réception", "bon après-midi", "bonne après-midi"],
  ...["à bientôt", "bonne fin de semaine", "bisous", "bises"],
  ...["thanks", "thank you", "many thanks", "thanks again", "thanks in advance", "thx", "ty"],
  ...["thanks a lot", "thank you very much", "thanks so much", "thank you in advance", "tia"],
  ...["thanks much", "thank you so much"],
  ...["with thanks", "much appreciated"],
  ...["best", "cheers", "yours", "love", "take care", "all the best", "have a nice day"],
  ...["have a great day", "have a good day", "talk soon", "ciao", "xoxo", "peace", "kindly"],
  ...["danke", "vielen dank", "besten dank", "danke im voraus", "vielen dank im voraus"],
  ...["gracias", "muchas gracias", "gracias de antemano", "grazie", "grazie mille", "obrigado"],
  ...["obrigada", "muito obrigado", "bedankt", "alvast bedankt", "dank u", "tak", "på forhånd tak"],
  ...["takk", "tack", "tack på förhand", "kiitos", "dziękuję", "děkuji", "спасибо", "teşekkürler"],
]

/** A long formula of politeness begins like one of these. */
export const POLITE_SENTENCES = [
  ...["je vous prie d'agréer", "je vous prie de croire", "je vous prie de recevoir"],
  ...["veuillez agréer", "veuillez recevoir", "veuillez croire", "nous vous prions d'agréer"],
  ...["recevez, madame", "recevez, monsieur", "recevez mes salutations", "dans cette attente, je"],
]

/** A kind sentence closes a mail as thanks do, when a name follows. */
export const KIND_SENTENCES = [
  ...["dans l'attente de votre", "dans l'attente de vous", "dans l'attente d'une réponse"],
  ...["dans l'attente d'un retour", "dans l'attente, je", "en attente de votre", "au plaisir de"],
  ...["je vous souhaite", "je te souhaite", "nous vous souhaitons", "vous souhaitant"],
  ...["en vous souhaitant", "restant à votre disposition", "je reste à votre disposition"],
  ...["excellente journée", "excellente soirée", "excellente fin", "très bonne journée"],
  ...[
    "très bonne soirée",
    "très bonne fin",
    "très belle journée",
    "bonne journée",
    "belle journée",
  ],
  ...["belle fin de", "belle soirée", "belle semaine", "bonne semaine", "excellente semaine"],
  ...["bonne soirée", "bonne continuation", "bon courage", "bonne fin de journée"],
  ...["looking forward to hearing", "looking forward to your", "i look forward to hearing"],
  ...["have a nice", "have a good", "have a great", "have a lovely", "ich freue mich auf ihre"],
  ...["quedo a la espera", "a la espera de", "in attesa di un", "fico a aguardar", "ik hoor graag"],
]

/** A line that says no more than this is no formula: it is what the person answers. */
export const ANSWERS = [
  ...[
    "oui",
    "non",
    "ok",
    "okay",
    "d'accord",
    "entendu",
    "compris",
    "c'est",
    "fait",
    "noté",
    "reçu",
  ],
  ...["parfait", "super", "peut-être", "demain", "lundi", "mardi", "mercredi", "jeudi", "vendredi"],
  ...["yes", "no", "sure", "done", "fixed", "agreed", "ja", "nein", "sí", "no", "si", "je", "j'"],
]
