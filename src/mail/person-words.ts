/** How people begin a mail, which few servers do. */
export const GREETINGS = [
  ...["bonjour", "bonsoir", "madame", "monsieur", "mesdames", "cher", "chère", "chers", "salut"],
  ...["hello", "hi", "dear", "good morning", "good afternoon", "hallo", "guten tag", "liebe"],
  ...["sehr geehrte", "sehr geehrter", "hola", "buenos días", "estimado", "estimada"],
  ...["buongiorno", "gentile", "bom dia", "boa tarde", "olá", "goedendag", "beste", "hej"],
]

/** « Merci de (bien vouloir) … »: a machine only tells whoever writes to ask elsewhere. */
const ASKED = [
  ...["réinit", "débl", "désinscri", "inscri", "report", "décal", "procéd", "libér", "annul"],
  ...["supprim", "modifi", "corrig", "rétabl", "réactiv", "vérifi", "confirm", "indiqu", "précis"],
  ...["prolong", "relanc", "valid", "mettre à jour", "créer", "ouvrir", "clôtur", "désactiv"],
  ...["tenir compte", "prendre en compte", "remplac", "remettre", "lui ", "nous ", "me "],
]

/** A person wants something, or goes on with a conversation: this is no machine. */
export const PLEAS = [
  ...[
    "mentor",
    "webinaire",
    "convocation",
    "module",
    "certificat",
    "mon parcours",
    "ma participation",
    "désinscri",
    "attestation",
  ],
  ...["votre réponse automatique", "vos réponses automatiques", "votre message automatique"],
  ...[
    "vos messages automatiques",
    "votre réponse auto",
    "your automatic repl",
    "your out of office",
  ],
  ...["participer", "assister", "je testerai", "j'essaierai", "je vous tiens", "je vous confirme"],
  ...["merci pour votre réponse", "merci pour votre retour", "merci de votre réponse"],
  ...["vous trouverez", "ci-joint", "ci-après", "en pièce jointe", "please find", "attached"],
  ...["je n'arrive p", "je ne parviens p", "n'arrive plus", "ne parviens plus", "impossible de"],
  ...["ne fonctionne p", "ne marche p", "comment ", "pouvez-vous", "pourriez-vous", "peux-tu"],
  ...["pourrais-tu", "pouvez vous", "pourriez vous", "serait-il possible", "est-il possible"],
  ...["je souhaite", "je souhaiterais", "j'aimerais", "je voudrais", "j'ai besoin", "il faudrait"],
  ...["merci de m'", "merci de bien vouloir m'"],
  ...ASKED.flatMap((verb) => [`merci de (bien vouloir )${verb}`, `merci d'${verb}`]),
  ...["puis-je", "dois-je", "peut-on", "pourrait-on", "que faire", "faut-il", "y a-t-il"],
  ...["est-ce que", "avez-vous", "auriez-vous", "ne pourrai (pas )être présent", "ma place"],
  ...["ne pourrai (pas )suivre", "ne pourrai (pas )venir", "ne pourrai (pas )me connecter"],
  ...[
    "merci d'avance pour votre aide",
    "merci pour votre aide",
    "merci de votre aide",
    "aidez-moi",
  ],
  ...["mot de passe", "mon compte", "me connecter", "ma connexion", "est bloqué", "suis bloqué"],
  ...["message d'erreur", "lien d'activation", "mon inscription", "m'inscrire", "ma formation"],
  ...["can you", "could you", "would you", "how do i", "how can i", "i can't", "i cannot"],
  ...["don't close", "my ticket", "my request", "mon ticket", "ma demande", "mon dossier"],
  ...["can i ", "may i ", "could i ", "should i ", "is it possible", "please let me", "to attend"],
  ...["please send me", "please cancel", "please move", "please reset", "my registration"],
  ...[
    "i am unable",
    "i'm unable",
    "not working",
    "doesn't work",
    "i need",
    "i would like",
    "please help",
  ],
  ...[
    "my password",
    "my account",
    "können sie",
    "könnten sie",
    "wie kann ich",
    "funktioniert nicht",
  ],
  ...["mein konto", "mein passwort", "ich möchte", "puede usted", "podría", "non riesco"],
  ...[
    "kann ich",
    "darf ich",
    "soll ich",
    "bitte senden sie mir",
    "buchen sie mich",
    "melden sie mich",
    "stornieren sie",
    "mi inscripción",
    "mi plaza",
  ],
]

/** What machines ask, too: « Une question urgente ? Contactez le secrétariat. » */
export const RHETORICAL = [
  ...["urgen", "besoin d", "une question", "des questions", "need help", "assistance", "question"],
  ...["dringend", "emergency"],
]
