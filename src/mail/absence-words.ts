/** How absences are told. A language, or a turn of phrase, is added by a line. */

/** A person says, now, that nobody is there. */
export const ABSENT_NOW = [
  ...["je suis (actuellement )(momentanément )absent(e) du bureau", "je suis absent(e) jusqu'"],
  ...["je suis actuellement absent", "je suis momentanément absent", "je suis absent(e) du … au"],
  ...["je suis absent(e) et", "je suis absent(e) pour", "je suis absent(e) ce jour"],
  ...["actuellement en formation", "actuellement en déplacement", "actuellement en mission"],
  ...["actuellement en arrêt", "actuellement en vacances", "actuellement en télétravail et"],
  ...["actuellement indisponible", "actuellement en réunion", "indisponible jusqu'"],
  ...["injoignable jusqu'", "hors du bureau jusqu'", "n'aurai (pas )accès à"],
  ...["sans accès à ma messagerie", "sans accès à mes mails", "je serai absent(e) jusqu'"],
  ...["je suis absent(e), ", "je suis absent(e). ", "je suis absent(e) aujourd'hui"],
  ...["je suis absent(e) à compter", "je suis absent(e) à partir", "je suis absent(e) cette"],
  ...["je suis en congé", "je suis actuellement en congé", "je suis actuellement en vacances"],
  ...["je suis en vacances", "je suis en arrêt", "je suis actuellement en arrêt"],
  ...["je suis en déplacement", "je suis actuellement en déplacement", "je suis en formation"],
  ...[
    "je suis actuellement en formation",
    "je suis en mission",
    "je suis actuellement indisponible",
  ],
  ...["je suis indisponible", "je suis injoignable", "je ne suis pas au bureau"],
  ...["je ne suis pas disponible", "je suis hors du bureau", "actuellement absent(e)"],
  ...["actuellement en congé", "absent(e) du bureau", "en congé(s) jusqu'", "en congé(s) du"],
  ...["en congé(s) à partir", "étant absent(e)", "étant en congé", "étant actuellement"],
  ...["vous êtes bien sur la messagerie", "le service est fermé", "nos bureaux sont fermés"],
  ...["n'est plus utilisée", "n'est plus active", "n'est plus valide", "n'est plus consultée"],
  ...["j'ai quitté", "je ne travaille plus", "je ne suis plus en poste"],
  ...["j'ai changé de", "je ne fais plus partie"],
  ...["i am (currently )out of (the )office", "i'm (currently )out of (the )office"],
  ...["i will be out of (the )office", "i am (currently )on leave", "i am (currently )away"],
  ...["i'm (currently )away", "i am (currently )on … leave", "i am (currently )on vacation"],
  ...["i'm (currently )on … leave", "i'm (currently )on vacation", "i am on (annual )holiday"],
  ...["i'm on (annual )holiday", "i am (currently )travel", "i will be travel", "i will be away"],
  ...["i am (currently )unavailable", "i am (currently )not in the office", "i am not available"],
  ...["out of the office until", "out of the office from", "out of office until"],
  ...["no longer in use", "no longer monitored"],
  ...["the office is closed", "our office is closed", "our offices are closed"],
  ...["ich bin (derzeit )(zurzeit )(zur zeit )nicht im", "ich bin … nicht erreichbar"],
  ...["ich bin … abwesend", "ich bin … im urlaub", "ich bin … außer haus", "bin ich nicht im"],
  ...["ich befinde mich … urlaub", "ich bin … wieder erreichbar", "ich bin … wieder im büro"],
  ...[
    "estoy fuera de",
    "estoy de vacaciones",
    "estoy ausente",
    "estaré fuera",
    "me encuentro fuera",
  ],
  ...["sono assente", "sono in ferie", "sono fuori", "sarò assente", "non sono in ufficio"],
  ...["estou ausente", "estou de férias", "estarei ausente", "encontro-me ausente", "estou fora"],
  ...["ik ben afwezig", "ik ben … niet aanwezig", "ik ben … vakantie", "ik ben … met verlof"],
  ...["jeg er ikke på kontoret", "jeg er på ferie", "jeg har ferie", "jag är på semester"],
  ...["jag är inte på kontoret", "jag har semester", "jag är ledig", "olen poissa", "olen lomalla"],
  ...["jestem na urlopie", "jestem nieobecn", "przebywam na urlopie", "jsem mimo kancelář"],
  ...["nem vagyok az irodában", "szabadságon vagyok", "я в отпуске", "меня нет в офисе"],
  ...[
    "я нахожусь в отпуске",
    "ofis dışındayım",
    "izindeyim",
    "不在にして",
    "休暇",
    "外出中",
    "休假",
  ],
]

/** Of somebody else: news that people give too, about their own colleagues. */
export const GONE = [
  ...["a quitté (le |la |l'|ses )", "ne fait plus partie", "n'est plus en fonction"],
  ...["no longer works", "no longer with", "no longer employed", "has left the"],
]

/** A person says that nobody will be there: an absence, or an ordinary piece of news. */
export const ABSENT_LATER = [
  ...["je serai absent", "je serai en congé", "je serai en vacances", "je serai indisponible"],
  ...["je serai en déplacement", "nous serons absents", "le service sera fermé"],
  ...["sera absent", "absent(e) du … au", "absent(e) jusqu'", "absent(e) à partir"],
  ...[
    "i will be on leave",
    "i will be on vacation",
    "i'll be away",
    "i'll be out",
    "i shall be away",
  ],
  ...["ich werde … abwesend", "vom … abwesend", "bis … abwesend", "ab … wieder erreichbar"],
]

/** What whoever writes should do, or not expect, meanwhile: nobody says so to a person they answer. */
export const INSTEAD = [
  ...["en cas d'urgence", "pour toute urgence", "en cas de nécessité", "si urgence", "urgence :"],
  ...["pour toute question urgente", "pour toute demande", "toute question", "en cas de besoin"],
  ...["vous pouvez contacter", "vous pouvez joindre", "vous pouvez vous adresser"],
  ...["vous pouvez adresser", "veuillez contacter", "veuillez vous adresser", "veuillez adresser"],
  ...["merci de contacter", "merci de vous adresser", "merci d'adresser", "merci de joindre"],
  ...["merci de transmettre", "merci de prendre contact", "je vous invite à", "je vous prie de"],
  ...["prendrai connaissance de", "votre message … lu", "votre message … traité"],
  ...["votre message … transféré", "votre mail … transféré", "vos messages ne"],
  ...["ne pourrai (pas )répondre", "je répondrai à vo", "accès limité à", "accès restreint à"],
  ...["je consulte … messag", "je consulterai", "message automatique", "réponse automatique"],
  ...[
    "nous avons bien reçu votre",
    "j'ai bien reçu votre",
    "boîte générique",
    "boîte fonctionnelle",
  ],
  ...["in my absence", "during my absence", "limited access", "intermittent access"],
  ...["please contact", "for urgent", "urgent matters", "if urgent", "if your … urgent"],
  ...["in case of emergency", "immediate assistance", "will respond to your", "will reply to your"],
  ...["automatic reply", "automated reply", "automated response", "automatic response"],
  ...["in dringenden fällen", "in dringenden angelegenheiten", "bei dringenden", "wenden sie sich"],
  ...["meine vertretung", "wird nicht weitergeleitet", "nicht automatisch weitergeleitet"],
  ...["para asuntos urgentes", "en caso de urgencia", "póngase en contacto", "per urgenze"],
  ...["in caso di urgenza", "rivolgersi a", "contattare", "em caso de urgência"],
  ...["assuntos urgentes", "contactar", "contatar", "bij dringende", "voor dringende"],
  ...["neem contact op", "ved hastende", "vid brådskande", "kontakta", "kontakt venligst"],
  ...["ta kontakt", "kiireellisissä", "w pilnych sprawach", "v naléhavých", "sürgős esetben"],
  ...["по срочным вопросам", "acil durumlarda", "お急ぎの", "緊急"],
]

/** What people say of the time they are away: to a machine's reader, or to whoever they answer. */
export const MEANWHILE = [
  ...["en mon absence", "en son absence", "pendant mon absence", "durant mon absence"],
  ...["pendant cette période", "durant cette période", "pendant cette absence", "à mon retour"],
  ...["dès mon retour", "à notre retour", "de retour le", "serai de retour", "mon retour le"],
  ...["reviendrai vers vous", "ne serai pas en mesure de", "je vous répondrai", "joignable au"],
  ...["while i am away", "while i'm away", "on my return", "when i return", "upon my return"],
  ...["i will return", "i'll be back", "i will be back", "returning on", "back in the office"],
  ...["back on", "returning to the office", "will get back to you", "will respond", "will reply"],
  ...["bin ich wieder", "wieder erreichbar", "nach meiner rückkehr", "wieder für sie da"],
  ...["a mi regreso", "al mio rientro", "no meu regresso"],
]
