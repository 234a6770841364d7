/** Folded words by which a mail tells what would otherwise be asked: whole words, with « | » between. A way to say it is added there. */

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
export const NETWORK_WORDS = String.raw`
  (?:proxy|pare feu|firewall|reseau|rie|filtrage)
  (?:personne|aucun poste|tous les postes|plusieurs (?:postes|agents|collegues)|tout le (?:service|monde)|nos (?:postes|agents))
  mes collegues (?:aussi|et moi|non plus|egalement|ont le meme)
  (?:idem|pareil|meme (?:probleme|chose|souci)) (?:pour|chez) (?:\w+ ){0,2}(?:collegues?|autres|agents)
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
  me (?:ramene|renvoie|redirige)(?! (?:vers|a|sur) (?:vous|votre|vos)) | revien\w* (?:\w+ )?(?:a|sur) | sans fin | redirige\w* | il me (?:dit|repond|demande)
  un message (?!d )\w+ | me dit | err \w+ \w+ | (?:capture|copie d ecran|screenshot) | fige\w* | gele\w* | lent\w* | rame\w*
  disparu\w* | disparai\w+ | (?:passe|cache\w*) (?:derriere|sous|par) | superpos\w+ | deborde\w* | illisible\w* | flou\w* | saccad\w+ | en anglais | decale\w* | chevauch\w* | inactif
  (?:ne|n) (?!(?:me |se |m |s |y )?(?:arriv|rentr|entr|peu|pouv|parvien|march|fonctionn|connect|acced|reuss|ai|est)\w*)(?:\w+ ){1,2}(?:pas|plus)
`

/** What the page said is not known by who saw it. */
export const ERROR_UNKNOWN = String.raw`
  (?:pas|plus|ni|sans) (?:\w+ ){0,2}(?:releve|note|retenu|garde|souviens|rappelle)(?: \w+){0,3} (?:libelle|message|erreur|code|texte|intitule)
  (?:libelle|message|erreur|code|texte|intitule)(?: \w+){0,8} (?:pas|plus) (?:\w+ ){0,2}(?:releve|note|retenu|garde|souviens|rappelle)
  dont (?:\w+ ){0,4}pas (?:\w+ )?(?:releve|note|retenu) (?:\w+ )?(?:libelle|message|texte|code)
  (?:message|erreur)(?: d erreur)? (?:incomprehensible|bizarre|en anglais que)
`

/** What trainings of the State are about: « le stage management », « ma formation de secourisme ». */
export const TOPICS = String.raw`
  (?:le )?management | manager | laicite | rgpd | cyber\w* | secourisme | psc ?1 | sst | gestes qui sauvent
  accueil (?:du|des|d un) \w+ | excel | word | powerpoint | libreoffice | anglais | espagnol | allemand
  marches? publics? | commande publique | handicap | egalite | diversite | deontologie | ethique
  teletravail | transition ecologique | ecologie | biodiversite | climat\w* | numerique | risques? \w+
  incendie\w* | evacuation | urbanisme | budget\w* | comptabilite | communication | redaction\w*
  prise de parole | gestion d\w* \w+ | projets? | violences? \w+ | harcelement | valeurs de la republique
  intelligence artificielle | ia | chatgpt | open data | donnees (?:ouvertes|publiques) | droit \w+ | statut
  recrutement | entretien professionnel | tutorat | habilitation electrique | amiante | ergonomie
  securite routiere | prevention\w* | qualite de vie | qvt | conflits? | mediation | archiv\w+ | sobriete
  finances publiques | controle interne | audit | achats? | eau | energie | foret\w* | peche | littoral
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
