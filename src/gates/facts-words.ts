// Words of answers, in lower case, with straight apostrophes.

/** Before the first sentence, when nothing parts them. */
export const GREETING = /^(?:bonjour|bonsoir|chère?)(?:\s[^,.!?]{0,40})?[,!]\s*/

/** A sentence that begins so says nothing of what was asked. */
export const COURTESIES = new RegExp(
  `^(?:${[
    "bonjour|bonsoir|madame|monsieur|mesdames|messieurs|chère? ",
    "merci(?:$| d'avance| pour| de votre| à vous| beaucoup)|je vous remercie(?:$| pour| de votre| d'avance)|nous vous remercions(?:$| pour| de votre)",
    "(?:bien )?cordialement|bien à vous|cdlt|cdt|sincères? |respectueusement|avec mes|salutations",
    "bonne (?:journée|soirée|semaine|continuation|réception|fin)|bon (?:courage|week-end|après-midi)|belle journée|excellente journée",
    "n'hésitez pas à (?:nous|me|revenir|répondre|reprendre)|(?:je|nous) rest(?:e|ons) à votre|à votre disposition",
    "(?:si|en cas) [^.]{3,60}, (?:répondez|revenez|recontactez|contactez|écrivez|dites)(?:-le)?(?:-nous|-moi| |$)",
    "(?:j'ai|nous avons) bien (?:reçu|noté|pris)|j'espère que|nous espérons que|en vous souhaitant|je vous souhaite",
  ].join("|")})`,
)

/** What is added with one of them may say otherwise than the card. */
export const RESERVATIONS =
  /(?:^|[^\p{L}])(?:mais|sauf|excepté|cependant|toutefois|néanmoins|en revanche|par contre|au contraire|contrairement|au lieu|plutôt|sinon|attention|ignorez|oubliez|erreur|malheureusement|désolée?|impossible|pas|jamais|plus besoin|aucune?|sans)(?![\p{L}])/u
