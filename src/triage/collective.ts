// Three people or more, or a whole session, who cannot work. Each clause is folded.
import type { Category } from "./categories.ts"

/** Where several people at once are several people who cannot work; elsewhere it must be said. */
const BLOCKING: ReadonlySet<string> = new Set<Category>([
  "activation",
  "mot-de-passe",
  "adresse-mel",
  "doublon",
  "connexion-technique",
])
const ONE_ADDRESS_EACH: ReadonlySet<string> = new Set<Category>(["activation", "mot-de-passe"])
const MANY_PEOPLE = 3
const NAMES_IN_A_ROW =
  /(?:\p{Lu}\p{Ll}+|moi),\s+(?:\p{Lu}\p{Ll}+,\s+)*\p{Lu}\p{Ll}+\s+et\s+(?:\p{Lu}\p{Ll}+|moi)/u
const ADDRESS = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
/** « Firefox 128, PC du ministère » */
const BROWSER = "(?:firefox|chrome|edge|safari|opera|windows|version|esr|macos|android|ios)"
const BLOCKED =
  /\b(?:bloqu\w+|inconnue?s?|recale\w*|nulles?|idem|pareil|(?:meme|mm) (?:chose|probleme|souci|message|erreur|pb|cas)|bascule\w*|zero|en souffrance|gele\w*|close?s?|but(?:e|ent) sur|signalent|vides?|manquent|manquant\w*|desinscri\w+|radie\w*|supprime\w*|deconnect\w*|ejecte\w*|refoul\w*|a l arret|verrouill\w+|ferme[es]*|grisee?s?|introuvables?|non (?:atteint\w*|acheve\w*|valide\w*|termine\w*|disponibles?|active\w*)|coince\w*|impossible|erreurs?|refus\w*|rejet\w+|echou\w*|echec|en panne|panne|hs|disparu\w*|inaccessible\w*|plant\w+|expire\w*|invalides?|desactive\w*|sans (?:acces|compte|lien|convocation|attestation|son|image)|attend\w*|en attente|dehors|tourne\w*|blanche?|(?:ne|n) (?:\w+ ){0,3}(?:pas|plus|rien|aucun\w*|jamais|toujours|parvien\w+|arriv\w+|peu\w+|pouv\w+|accede\w*|recoi\w+|voi\w+|reussi\w+)|pas (?:encore |toujours )?(?:d acces|de lien|de compte|acces|recu|pu|active\w*)|aucun\w* (?:acces|lien|compte|mail|message)|toujours pas|depanner|debloquer|perdu\w*|retard|interrompu\w*|prives? d |privees? d |prive\w*|coup(?:e|es|ee|ees)|tomb\w+ sur|aucun\w* (?:\w+ ){0,8}(?:ne|n)|n a (?:pas |rien |jamais )?(?:recu|pu|eu|acces)|morts?|mortes?|caducs?|perimes?|personne|pass\w+ a (?:0|zero)|remis\w* a zero|efface\w*|locked out|cannot|can t|none|unable|blocked|locked|stuck)\b/
const FINE =
  /\b(?:sans (?:souci|probleme|difficulte|encombre)|(?:tout|ca) (?:roule|baigne|va bien|se passe bien)|rien a signaler|impeccable|(?:l|les) ont (?:pourtant|bien|eu)|(?<!pas )(?<!plus )(?<!meme )une? seule? (?:\w+ ){0,2}(?:ne|n|pas|manque)|sauf (?:une?|moi|lui|elle)|manque (?:plus )?(?:qu )?une?|(?:eux|elles?) (?:y )?(?:arrivent|ca marche)|(?:y|n) arrivent (?:tres )?bien|(?:ca|cela|tout) (?:marche|fonctionne)|sont (?:bien )?(?:passes|inscrits))\b/
const PEOPLE =
  "(?:agent\\w*|personnes?|stagiaires?|participants?|participantes?|collegues?|apprenants?|inscrits?|formateurs?|formatrices?|intervenants|collaborateurs?|collaboratrices?|postes?|utilisateurs?|gestionnaires?|concepteurs?|eleves?|membres|cadres|apprentis|comptes|arrivants|boites|ordinateurs?|pc|gardes|volontaires|reservistes|recrues|vacataires|contractuels|alternants|adjoints?|assistants?|assistantes|secretaires|magistrats|militaires|pompiers|sapeurs|chefs|responsables|lyceens|etudiants|juristes|medecins|infirmiers|infirmieres|educateurs|fonctionnaires|gendarmes|policiers|greffiers|surveillants|inspecteurs|controleurs|enseignants|professeurs|techniciens|ingenieurs|candidats|laureats|auditeurs|elus|salaries|benevoles|connectes?|services|students|officers|employees|learners|users|people|trainees|colleagues)"
const COUNT =
  "(?:[1-9]\\d{0,2}(?: \\d{3})+|[3-9]|[1-9]\\d{1,4}|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix (?:sept|huit|neuf)|vingt(?: \\w+)?|trente(?: et un| \\w+)?|quarante(?: et un| \\w+)?|cinquante(?: et un| \\w+)?|soixante(?: et \\w+| \\w+)?|quatre vingt\\w*(?: \\w+)?|cent|(?:une )?(?:bonne |petite )?(?:dizaine|douzaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|centaine)s?(?: d| de)?|plusieurs(?: dizaines| centaines)?(?: d| de)?|several)"
const OURS =
  "(?: (?:de|d|d entre|des|nos|mes|vos|ces|leurs|les|nouveaux|nouvelles|autres|jeunes|autres|premiers|futurs|petits?|seule?))*"
const WHOLE =
  "(?:services?|equipes?|etages?|bureaux?|plateaux?|promotions?|promos?|salles?|groupes?|classes?|sessions?|directions?|prefecture|sous prefecture|ddt\\w*|ddets|ddpp|dreal|drac|sites?|unites?|secretariat|sgc|sous direction|cellules?|cabinet|brigade|poles?|ministere|monde|etablissement|compagnie|tribunal|greffe|effectif|ecole|lycee|college|batiments?|immeubles?|rectorat|commissariat|caserne|centre|siege|delegation|academie|ambassade|consulat|region|departement|hopital|escadron|regiment|filiere|section|department|team)"
/** Whoever they are: what several of them cannot do. */
const CANNOT =
  "(?:n (?:ont(?! pas besoin)|arrivent|accedent|y)|ne (?:peuvent|parviennent|recoivent|voient|trouvent|reussissent|sont|figurent)|sont (?:tous |toutes |encore )?(?:bloque\\w*|coince\\w*|refuse\\w*|rejete\\w*|en attente|dehors|sans)|attendent|tombent|se voient|restent)"
const THINGS =
  "(?:modules?|chapitres?|formations?|sessions?|mails?|messages?|courriels?|videos?|fois|jours?|heures?|mois|semaines?|ans|annees?|minutes?|quizz?|questions?|attestations?|badges?|liens?|places?|pages?|essais|tentatives|relances?|points?|etapes?|caracteres?|documents?|fichiers?|cours|lecons?|demandes?|navigateurs?|onglets?|pourcent)"
const MANY = [
  new RegExp(
    `\\b(?<!\\b(?:le|du|au|session|module|chapitre) )(${COUNT} (?!(?:\\w+ )?${THINGS}\\b)(?:(?!(?:et|mais|car|il|je|on) )\\w+ ){1,7}${CANNOT})\\b`,
  ),
  new RegExp(`\\b(?<!${BROWSER} )(${COUNT}${OURS} ${PEOPLE})\\b`),
  new RegExp(
    `\\b((?:les|mes|nos|leurs|my|our) (?:\\w+ )?${COUNT} (?!(?:\\w+ )?${THINGS}\\b)(?:nouve\\w+ |jeunes )?\\w{3,}(?:s|x))\\b`,
  ),
  new RegExp(
    `\\b((?:les|mes|nos|ces) (?:autres )?(?!(?:postes|comptes|boites|ordinateurs|pc|services)\\b)${PEOPLE}(?: (?!(?:et|mais|car|il|je|on|qui) )\\w+){0,4} ${CANNOT})\\b`,
  ),
  new RegExp(
    `\\b(${COUNT} (?:attestations|convocations|comptes|inscriptions|certificats|demandes d inscription)(?=.*\\b(?:stagiaires|sessions?|rejet\\w+|agents|groupe|participants|unite|service)\\b))`,
  ),
  /\b((?:plus |pas )?aucune? (?!module|lien|mail|message|session|formation|page|reponse|retour)\w+ (?:ne|n) (?:peut|arrive|accede|parvient|recoit|voit|entre|reussit|a (?:recu|pu|eu)))\b/,
  /\b((?:pas une? seule?|aucune?|pas un)(?: d entre (?:eux|elles|nous))? (?:ne|n) (?:a|ont|est|parvien\w+|arrive|peut|recoit|voit|accede|reussit))\b/,
  new RegExp(
    `\\b((?:la (?:bonne )?moitie|les trois quarts|un tiers|le tiers|la plupart|une (?:bonne )?partie|le reste)(?: (?:de|du|des|d|la|le|l|notre|mon|ma|cette|ce))+ ${WHOLE})\\b`,
  ),
  new RegExp(
    `\\b((?:nous (?:ne )?sommes|on (?:n )?est|ils sont|elles sont|sont|sommes) (?:plus |tous |toutes |au moins |environ |deja |bien )?${COUNT})\\b(?! ?(?:h|heures?|mois|jours?|ans?|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\\b)`,
  ),
  new RegExp(
    `\\b((?:tous|toutes|l ensemble|la totalite|la moitie|la plupart|une (?:bonne )?partie|le reste|aucun\\w*|pas une? seule?|pas un|plus (?:un|aucun\\w*)|all)${OURS}(?: (?:\\w+) )? ?${PEOPLE})\\b`,
  ),
  new RegExp(
    `\\b((?:tout|toute|tous|toutes|tt|ts|ttes|l ensemble|la totalite|whole|entire)(?: (?:l|le|la|les|un|une|du|de|d|notre|nos|mon|ma|mes|cet|cette|ce|the))* ${WHOLE})\\b`,
  ),
  new RegExp(`\\b((?:tous|toutes) les \\w+ (?:du|de la|de l|de mon|de ma|de notre) ${WHOLE})\\b`),
  new RegExp(`\\b(${WHOLE}(?: \\w+){0,4} (?:entiere?s?|au complet|au grand complet))\\b`),
  /\b((?:plus )?personne (?:d autre )?(?:(?:a|au|dans|de|du|chez|en|sur|parmi)(?: \w+){1,4} )?(?:ne|n) (?:(?!me|m|nous|repond|decroche|sait|peut me|veut)\w+)(?: \w+)?)\b/,
  /\b((?:aucune?|pas une?|nul) (?:ne|n) (?:parvien\w+|arrive|peut|a (?:pu|recu|eu|acces|reussi)|recoit|voit|accede|reussit|y arrive))\b/,
  /\b((?:aucun\w*|pas un) (?:de |d )(?:nos|mes|ces|entre (?:eux|nous|elles)) ?(?:\w+)?)\b/,
  new RegExp(
    `\\b((?:au nombre de|soit|total de) ${COUNT}|${COUNT} (?:au total|en tout)|tous ceux|toutes celles|chacune? (?:de|d|des) (?:nous|nos|mes|ces|les|${PEOPLE}|${COUNT})|chaque ${PEOPLE}|(?:plus de )?la moitie (?=ne|n))\\b`,
  ),
  new RegExp(
    `\\b((?:${COUNT}|plusieurs) (?:de nos |de |des |nos )?(?:services|unites|sites|bureaux|equipes|classes|groupes|brigades|directions|etablissements|lycees|casernes))\\b`,
  ),
  new RegExp(`\\b((?:les|mes|nos) ${PEOPLE} (?:et|comme|ou) (?:les|mes|nos) ${PEOPLE})\\b`),
  new RegExp(
    `\\b((?:${PEOPLE}|${WHOLE})(?: \\w+){0,6} sont (?:tous|toutes)(?! (?:les )?(?:deux|2)))\\b`,
  ),
  /\b(none (?:can|has|have|could)|we are (?:\d+|three|four|five|six|seven|eight|nine|ten|all))\b/,
  /\b((?:deux|2) (?:\w+ ){0,2}(?:collegues|agents|agentes|stagiaires|adjoints|adjointes|voisins|voisines) (?:\w+ )?et (?:moi|nous))\b/,
  /\b((?:la|le|notre|mon|ma) (?:promotion|promo|groupe|classe|equipe|brigade|compagnie|cohorte|section|escadron) (?:\w+ ){0,2}(?:n a|ne (?:peut|voit|recoit|parvient|trouve|passe)|est (?:bloque\w*|coince\w*|dehors|sans)|reste|attend))\b/,
  /\b((?:mes|nos) collegues et moi(?: meme)?|(?:nous sommes|on est|ils sont|elles sont) (?:\w+ )?(?:tous|toutes|plusieurs)(?! (?:les |le )?(?:2|deux))|none of (?:my|the|us|them|our)(?: \w+){0,2}|all (?:of )?(?:my|our|the) \w+(?: \w+)?|(?:everyone|nobody))\b/,
]
/** Many people will move: nobody is stopped yet. */
const PLANNED = /\b(?:\w+(?:eront|iront)|vont|seront|prochain\w*|a compter du|a partir du)\b/
/** « Trois collègues l’ont, aucun souci » is told of them, not of what stops them. */
const NEAR = 1

/** The words that count them; undefined when they are fewer, or only mentioned. */
export function collectiveIn(clauses: string[], category: string): string | undefined {
  const blocked = clauses.map((clause) => BLOCKED.test(clause))
  for (const pattern of MANY)
    for (const [i, clause] of clauses.entries()) {
      const many = FINE.test(clause) ? undefined : pattern.exec(clause)?.[1]
      if (!many) continue
      if (BLOCKING.has(category) && !PLANNED.test(clause)) return many
      if (blocked.slice(Math.max(0, i - NEAR), i + NEAR + 1).some(Boolean)) return many
    }
  return undefined
}

/** Those for whom an account is asked, one address each; or « Moi, Paul, Nadia et Karim ». */
export function areListed(text: string, category: string): string | undefined {
  const names = NAMES_IN_A_ROW.exec(text)?.[0]
  if (names) return names
  const addresses = new Set(text.toLowerCase().match(ADDRESS))
  if (!ONE_ADDRESS_EACH.has(category)) return undefined
  return addresses.size >= MANY_PEOPLE ? [...addresses].join(", ") : undefined
}

/** Whether they tell that somebody cannot work. */
export function isBlocked(clauses: string[]): boolean {
  return clauses.some((clause) => BLOCKED.test(clause))
}
