/** How people begin a mail, which few servers do. */
export const GREETINGS = [
  ...["bonjour", "bonsoir", "madame", "monsieur", "mesdames", "cher", "chère", "chers", "salut"],
  ...["hello", "hi", "dear", "good morning", "good afternoon", "hallo", "guten tag", "liebe"],
  ...["sehr geehrte", "sehr geehrter", "hola", "buenos días", "estimado", "estimada"],
  ...["buongiorno", "gentile", "bom dia", "boa tarde", "olá", "goedendag", "beste", "hej"],
]

/** A person wants something, or goes on with a conversation: this is no machine. */
export const PLEAS = [
  ...["mentor", "webinaire", "mon parcours", "ma participation", "désinscri", "attestation"],
  ...["participer", "assister", "je testerai", "j'essaierai", "je vous tiens", "je vous confirme"],
  ...["merci pour votre réponse", "merci pour votre retour", "merci de votre réponse"],
  ...["vous trouverez", "ci-joint", "ci-après", "en pièce jointe", "please find", "attached"],
  ...["je n'arrive p", "je ne parviens p", "n'arrive plus", "ne parviens plus", "impossible de"],
  ...["ne fonctionne p", "ne marche p", "comment ", "pouvez-vous", "pourriez-vous", "peux-tu"],
  ...["pourrais-tu", "pouvez vous", "pourriez vous", "serait-il possible", "est-il possible"],
  ...["je souhaite", "je souhaiterais", "j'aimerais", "je voudrais", "j'ai besoin", "il faudrait"],
  ...[
    "merci de me",
    "merci de m'",
    "merci de bien vouloir me",
    "merci de procéder",
    "merci de débl",
  ],
  ...[
    "merci de réinit",
    "merci de désinscrire",
    "merci de reporter",
    "merci de décaler",
    "merci de lui",
  ],
  ...[
    "merci d'avance pour votre aide",
    "merci pour votre aide",
    "merci de votre aide",
    "aidez-moi",
  ],
  ...["mot de passe", "mon compte", "me connecter", "ma connexion", "est bloqué", "suis bloqué"],
  ...["message d'erreur", "lien d'activation", "mon inscription", "m'inscrire", "ma formation"],
  ...["can you", "could you", "would you", "how do i", "how can i", "i can't", "i cannot"],
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
]
