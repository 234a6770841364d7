/** Folded words by which a mail tells what would otherwise be asked. A way to say it is added by a line. */

/** A date, a place, a number: enough to know which session is meant. */
export const SESSION_WORDS = [
  String.raw`\b(?:\d{1,2}(?:er)?|premier) (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)`,
  String.raw`\b(?:de|en|d|du mois de|mi|fin|debut) (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)`,
  String.raw`\b(?:sessions?|formation|stage|classe virtuelle|visio|convocation) (?:de |d |du |a |au |n |no |numero |est |commence |demarre |debute |a lieu )*(?:ce |le )?(?:lundi|mardi|mercredi|jeudi|vendredi|\d{1,2}\b)`,
  String.raw`(?<!\b(?:inscri\w*|demand\w*|depuis|recu\w*|ecrit\w*|envoye\w*|fait|valid\w*|essaye\w*|relance\w*) (?:\w+ ){0,2})\b(?:demain|apres demain|la semaine prochaine|lundi|mardi|mercredi|jeudi|vendredi)\b(?! dernier)`,
  String.raw`\b(?:commence|demarre|debute|a lieu) (?:\w+ ){0,2}(?:aujourd hui|ce matin|cet apres midi)`,
  String.raw`\d{1,2} ?h(?: ?\d{2})? (?:aujourd hui|ce jour)|aujourd hui a \d`,
  String.raw`\bdu \d{1,2}\b`,
  String.raw`(?<!\b(?:inscri\w*|demand\w*|depuis|recu\w*|ecrit\w*|envoye\w*|fait|valid\w*|essaye\w*|relance\w*) (?:\w+ ){0,2})\ble \d{1,2}\b`,
  String.raw`\b\d{1,2} \d{1,2} (?:20)?2\d\b`,
  String.raw`\bsession (?:\w+ ){0,3}(?:permanente|en cours|\d+)`,
  String.raw`\b(?:session|parcours) permanente?\b`,
  String.raw`\bau printemps\b|\bd automne\b|\bde rentree\b`,
]

/** A place after « session de », « à »: with a capital, told apart in the text as written. */
export const SESSION_PLACES = [
  /[Ss]ession\s+(?:prévue\s+|organisée\s+)?(?:de|d['’]|à|au|sur)\s*\p{Lu}\p{Ll}/u,
  /SESSION\s+(?:DE|D['’]|A|À|AU)\s*\p{Lu}{3}/u,
  /(?:à|de)\s+(?:Paris|Lyon|Lille|Nantes|Rennes|Toulouse|Bordeaux|Marseille|Strasbourg|Aix|Valenciennes|Rouen|Metz|Nancy|Dijon|Tours|Orléans|Clermont|Montpellier|Nice|Grenoble|Caen|Amiens|Besançon|Limoges|Poitiers|Arras|Mâcon)\b/u,
]

export const MODULE_WORDS = [
  String.raw`\b(?:module|chapitre|lecon|sequence|partie|unite|section|activite|etape|diapo|page|exercice|video|semaine|bloc|grain) (?:n |no |numero )?(?:\d+|un|deux|trois|quatre|cinq|six|final|finale)\b`,
  String.raw`\b(?:dernier|derniere|premier|premiere|second|seconde|deuxieme|troisieme|quatrieme|cinquieme|1er|1ere|2e|2eme|3e|3eme|4e|4eme|5e|5eme) (?:module|chapitre|lecon|sequence|partie|unite|activite|etape|video|quiz|page)\b`,
  String.raw`\b(?:quiz|qcm|test|evaluation|questionnaire|devoir|video d introduction|introduction)\b`,
  String.raw`\btout(?:es)? (?:est |sont |a ete )?(?:coche|valide|vert|termine|fini|fait)`,
  String.raw`\b(?:fini|termine|valide|fait) (?:a )?(?:100|tous les modules|tout)`,
  String.raw`\b100 (?:pour cent|pourcent)?`,
  String.raw`\btous les modules\b`,
]

export const ROLE_WORDS = [
  String.raw`\b(?:co )?(?:formateur|formatrice|animateur|animatrice|intervenant|intervenante)s?\b`,
  String.raw`\b(?:tuteur|tutrice|tutorat)s?\b`,
  String.raw`\b(?:concepteur|conceptrice|createur|editeur|editrice)s?\b`,
  String.raw`\b(?:gestionnaire|responsable|referente?|administrateur|administratrice|rlf|rfc)s?\b`,
  String.raw`\bmode edition\b|\bdroits? d edition\b|\bmodifier\b|\bediter\b|\bmise? a jour\b`,
  String.raw`\b(?:teacher|trainer|tutor|designer|manager)\b`,
  String.raw`\bscorm\b|\bimport\w*\b|\bexport\w*\b|\bdupliquer\b|\brestaurer\b|\bcreer\b|\bsupprimer\b|\bdeposer\b|\bouvrir\b|\bouverture\b|\bcreation\b`,
  String.raw`\b(?:mes|nos|des) (?:stagiaires|apprenants|inscrits|participants)\b|\bliste des (?:inscrits|participants)\b`,
]

export const BROWSER_WORDS = [
  String.raw`\b(?:chrome|firefox|edge|safari|opera|brave|chromium|mozilla|internet explorer|ie ?11|vivaldi)\b`,
]

/** Where the browser has nothing to do with it. */
export const NETWORK_WORDS = [
  String.raw`\b(?:proxy|pare feu|firewall|reseau|rie|filtrage)\b`,
  String.raw`\b(?:personne|aucun poste|tous les postes|plusieurs (?:postes|agents|collegues)|tout le (?:service|monde)|nos (?:postes|agents)|mes collegues)\b`,
]

export const ERROR_WORDS = [
  String.raw`\b(?:erreur|error|code) (?:\w+ )?[0-9]{3}\b`,
  String.raw`\b(?:40[0-9]|50[0-9])\b`,
  String.raw`\b(?:page|ecran|fenetre|site)(?: \w+){0,3} (?:blanche?|noire?|vide|grise?|bleu)\b`,
  String.raw`\btourne\w*\b|\ben boucle\b|\bmouline\b|\bsablier\b|\bcharg\w+ (?:sans fin|indefiniment)`,
  String.raw`\bdeconnect\w+\b|\bejecte\w*\b|\bexpire\w*\b|\btimeout\b|\bdelai d attente\b|\bdelai\b.{0,20}\bdepasse\b`,
  String.raw`\bcertificat\b|\bconnexion (?:n est )?pas privee\b|\bnon securise\w*\b|\bnet err\w*\b`,
  String.raw`\b(?:pas|plus|aucun) (?:de |d )?(?:son|image|micro|camera|video)\b|\b(?:micro|camera|son|casque)\b`,
  String.raw`\brien ne se passe\b|\bn affiche\b|\bs affiche\w*\b|\bne (?:se )?charge\w*\b|\bn est pas lu\w*\b|\bannonce\w*\b|\bn apparai\w+\b`,
  String.raw`\bnon supporte\b|\bincompatible\b|\bobsolete\b|\bversion\b|\bmaintenance\b|\baccess denied\b|\bacces refuse\b|\bforbidden\b|\bnot found\b`,
  String.raw`\b(?:lecteur d ecran|nvda|jaws|voiceover|clavier|contraste|sous titre\w*)\b`,
  String.raw`\bme (?:ramene|renvoie|redirige)\b|\brevien\w* (?:a|sur)\b|\bredirige\w*\b|\bil me (?:dit|repond|demande)\b|\bme dit\b`,
  String.raw`\b(?:capture|copie d ecran|screenshot)\b`,
  String.raw`\bfige\w*\b|\bgele\w*\b|\blent\w*\b|\brame\w*\b`,
]

/** The whole history is asked: no training has to be named. */
export const HISTORY_WORDS = [
  String.raw`\bsyfoadd\b|\bhistorique\b|\bancienne plateforme\b|\btoutes (?:mes|les|ses) (?:formations|attestations)\b`,
  String.raw`\b(?:mes|ses|leurs|des) (?:attestations|formations|stages|badges)\b|\breleve\b|\bliste de\b|\bl ensemble de\b`,
]

/** A kind of organisation and its name, as written: « la mairie de Belval », « l’EPF du Littoral ». */
export const ORGANISATIONS = [
  /\b(?:[Mm]airie|[Cc]ommune|[Vv]ille|[Cc]onseil (?:départemental|régional)|[Dd]épartement|[Rr]égion|[Mm]étropole|[Cc]ommunauté|[Aa]gglomération|[Ss]yndicat|[Pp]arc|[Aa]gence|[Cc]hambre|[Oo]ffice|[Bb]ureau d[’']études?|[Cc]abinet|[Aa]ssociation|[Ss]ociété|[Ee]ntreprise|[Uu]niversité|[Éé]cole|[Ll]ycée|[Hh]ôpital|[Ff]édération|[Ff]ondation|[Éé]tablissement)\s+(?:\p{Ll}[\p{L}]*\s+|d[’']|l[’'])*\p{Lu}/u,
  /\b(?:EPF|EPFL|SDIS|ONF|OFB|CEREMA|Cerema|ADEME|CHU|SEM|CCI|CAUE|PNR|EPCI|INRAE|BRGM|IGN)\b/,
]
