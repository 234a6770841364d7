/** Folded words by which a mail tells what would otherwise be asked: whole words, with « | » between. A way to say it is added there. */

/** A date, a place, a number: enough to know which session is meant. */
export const SESSION_WORDS = String.raw`
  (?:\d{1,2}(?:er)?|premier) (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)
  (?:de|en|d|du mois de|mi|fin|debut) (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)
  (?:sessions?|formation|stage|classe virtuelle|visio|convocation) (?:de |d |du |a |au |n |no |numero |est |commence |demarre |debute |a lieu )*(?:ce |le )?(?:lundi|mardi|mercredi|jeudi|vendredi|\d{1,2}\b)
  (?<!\b(?:inscri\w*|demand\w*|depuis|recu\w*|ecrit\w*|envoye\w*|fait|valid\w*|essaye\w*|relance\w*) (?:\w+ ){0,2})\b(?:demain|apres demain|la semaine prochaine|lundi|mardi|mercredi|jeudi|vendredi)\b(?! dernier)
  (?:commence|demarre|debute|a lieu) (?:\w+ ){0,2}(?:aujourd hui|ce matin|cet apres midi)
  de (?:cet apres midi|ce matin|ce soir)
  \d{1,2} ?h(?: ?\d{2})? (?:aujourd hui|ce jour) | aujourd hui a \d | du \d{1,2}
  (?<!\b(?:inscri\w*|demand\w*|depuis|recu\w*|ecrit\w*|envoye\w*|fait|valid\w*|essaye\w*|relance\w*) (?:\w+ ){0,2})\ble \d{1,2}
  \d{1,2} \d{1,2} (?:20)?2\d | session (?:\w+ ){0,3}(?:permanente|en cours|\d+)
  (?:session|parcours) permanente? | au printemps | d automne | de rentree
`

/** A place after « session de », « à »: with a capital, told apart in the text as written. */
export const SESSION_PLACES = [
  /[Ss]ession\s+(?:prévue\s+|organisée\s+)?(?:de|d['’]|à|au|sur)\s*\p{Lu}\p{Ll}/u,
  /SESSION\s+(?:DE|D['’]|A|À|AU)\s*\p{Lu}{3}/u,
  /(?:à|de)\s+(?:Paris|Lyon|Lille|Nantes|Rennes|Toulouse|Bordeaux|Marseille|Strasbourg|Aix|Valenciennes|Rouen|Metz|Nancy|Dijon|Tours|Orléans|Clermont|Montpellier|Nice|Grenoble|Caen|Amiens|Besançon|Limoges|Poitiers|Arras|Mâcon)\b/u,
]

export const MODULE_WORDS = String.raw`
  (?:module|chapitre|lecon|sequence|partie|unite|section|activite|etape|diapo|page|exercice|video|semaine|bloc|grain) (?:n |no |numero )?(?:\d+|un|deux|trois|quatre|cinq|six|final|finale)
  (?:dernier|derniere|premier|premiere|second|seconde|deuxieme|troisieme|quatrieme|cinquieme|1er|1ere|2e|2eme|3e|3eme|4e|4eme|5e|5eme) (?:module|chapitre|lecon|sequence|partie|unite|activite|etape|video|quiz|page)
  (?:quizz?|qcm|test|evaluation|questionnaire|devoir|video d introduction|introduction)
  tout(?:es)? (?:est |sont |a ete )?(?:coche|valide|vert|termine|fini|fait)
  (?:fini|termine|valide|fait) (?:a )?(?:100|tous les modules|tout) | 100(?: pour cent| pourcent)?
  tous les modules
`

export const ROLE_WORDS = String.raw`
  (?:co )?(?:formateur|formatrice|animateur|animatrice|intervenant|intervenante)s?
  (?:tuteur|tutrice|tutorat)s? | (?:concepteur|conceptrice|createur|editeur|editrice)s?
  (?:gestionnaire|responsable|referente?|administrateur|administratrice|rlf|rfc)s? | mode edition
  droits? d edition | modifier | editer | mise? a jour | (?:teacher|trainer|tutor|designer|manager)
  scorm | import\w* | export\w* | dupliquer | restaurer | creer | supprimer | deposer | ouvrir
  ouverture | creation | (?:mes|nos|des) (?:stagiaires|apprenants|inscrits|participants)
  liste des (?:inscrits|participants)
`

export const BROWSER_WORDS = `
  (?:chrome|firefox|edge|safari|opera|brave|chromium|mozilla|internet explorer|ie ?11|vivaldi)
`

/** Where the browser has nothing to do with it. */
export const NETWORK_WORDS = `
  (?:proxy|pare feu|firewall|reseau|rie|filtrage)
  (?:personne|aucun poste|tous les postes|plusieurs (?:postes|agents|collegues)|tout le (?:service|monde)|nos (?:postes|agents)|mes collegues)
`

export const ERROR_WORDS = String.raw`
  (?:erreur|error|code) (?:\w+ )?[0-9]{3} | (?:40[0-9]|50[0-9])
  (?:page|ecran|fenetre|site)(?: \w+){0,3} (?:blanche?|noire?|vide|grise?|bleu) | tourne\w*
  en boucle | mouline | sablier | charg\w+ (?:sans fin|indefiniment) | deconnect\w+ | ejecte\w*
  expire\w* | timeout | delai d attente | delai\b.{0,20}\bdepasse | certificat
  connexion (?:n est )?pas privee | non securise\w* | net err\w*
  (?:pas|plus|aucun) (?:de |d )?(?:son|image|micro|camera|video) | (?:micro|camera|son|casque)
  rien ne se passe | n affiche | s affiche\w* | ne (?:se )?charge\w* | n est pas lu\w* | annonce\w*
  n apparai\w+ | non supporte | incompatible | obsolete | version | maintenance | access denied
  acces refuse | forbidden | not found
  (?:lecteur d ecran|nvda|jaws|voiceover|clavier|contraste|sous titre\w*)
  me (?:ramene|renvoie|redirige) | revien\w* (?:a|sur) | redirige\w* | il me (?:dit|repond|demande)
  me dit | (?:capture|copie d ecran|screenshot) | fige\w* | gele\w* | lent\w* | rame\w*
  disparu\w* | disparai\w+ | en anglais | decale\w* | chevauch\w* | inactif
  (?:ne|n) (?!(?:me |se |m |s |y )?(?:arriv|peu|pouv|parvien|march|fonctionn|connect|acced|reuss|ai|est)\w*)(?:\w+ ){1,2}(?:pas|plus)
`

/** The whole history is asked: no training has to be named. */
export const HISTORY_WORDS = `
  syfoadd | historique | ancienne plateforme | toutes (?:mes|les|ses) (?:formations|attestations)
  (?:mes|ses|leurs|des) (?:anciennes? |anciens )?(?:attestations|formations|stages|badges) | releve | liste de | l ensemble de
`

/** A kind of organisation and its name, as written: « la mairie de Belval », « l’EPF du Littoral ». */
export const ORGANISATIONS = [
  /\b(?:[Mm]airie|[Cc]ommune|[Vv]ille|[Cc]onseil (?:départemental|régional)|[Dd]épartement|[Rr]égion|[Mm]étropole|[Cc]ommunauté|[Aa]gglomération|[Ss]yndicat|[Pp]arc|[Aa]gence|[Cc]hambre|[Oo]ffice|[Bb]ureau d[’']études?|[Cc]abinet|[Aa]ssociation|[Ss]ociété|[Ee]ntreprise|[Uu]niversité|[Éé]cole|[Ll]ycée|[Hh]ôpital|[Ff]édération|[Ff]ondation|[Éé]tablissement)\s+(?:\p{Ll}[\p{L}]*\s+|d[’']|l[’'])*\p{Lu}/u,
  /\b(?:EPF|EPFL|SDIS|ONF|OFB|CEREMA|Cerema|ADEME|CHU|SEM|CCI|CAUE|PNR|EPCI|INRAE|BRGM|IGN)\b/,
]
