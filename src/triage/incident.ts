// A matter of security or of personal data. Each clause is folded.

const OTHER =
  "(?:(?:d|de|a) ?(?:un|une)? ?(?:autre (?:agent\\w*|personne|utilisat\\w+|collegue|stagiaire|monsieur|dame|profil|compte)|collegue|dame|monsieur|inconnu\\w*|agent\\w*|personne) (?:que je ne connais pas|inconnue?)|d autrui|(?:de |a )?quelqu un d autre|(?:d |de |a |l )?(?:un |une |cet |cette )?autres? (?:agent\\w*|personnes?|utilisat\\w+|collegues?|stagiaires?|monsieur|dame|gens)|d autres|que je ne connais pas|qui n est pas (?:moi|le mien|la mienne|a moi)|qui ne sont pas (?:les miens|les miennes|a moi)|pas (?:le mien|la mienne|les miens|les miennes|les miens)|inconnue?s?|another (?:user|person|agent)|someone else|entre (?:\\w+ )?autres (?:personnes|agents|stagiaires)|d une (?:dame|certaine)|d un (?:monsieur|certain))"
const DATA =
  "(?:profils?|comptes?|donnees|informations?|infos|noms?|adresses?|telephones?|numeros?|coordonnees|resultats?|notes|attestations?|formations|fiches?|listes?|espace|tableaux? de bord|historiques?|evaluations?|echanges|conversations|dossiers?|dates? de naissance|matricules?|photo|page|profile|account|data)"
const SEES =
  "(?:vois|voit|voyons|visualis\\w+|tomb\\w+ sur|acced\\w+|acces|affich\\w+|apparai\\w+|retrouve\\w*|lire|visibles?|consult\\w+|ouvr\\w+|arriv\\w+ sur|connecte\\w* (?:sur|dans|avec|au|a)|trouve\\w*|telecharg\\w+|suis (?:sur|dans)|figur\\w+|contien\\w+|montr\\w+|s ouvre\\w*|porte|atterri\\w*|telechargeables?|decouvr\\w+|see)"
const SECRET =
  "(?:mots? de passe|mdp|identifiants?|codes?|login|informations de connexion|coordonnees bancaires|password|credentials)"
const GAVE =
  "(?:donne\\w*|saisi\\w*|entre|entree?s|rempli\\w*|tape|communique\\w*|transmis\\w*|envoye\\w*|renseigne\\w*|mis|livre|fourni\\w*|indique\\w*|laisse\\w*|rentre\\w*|gave|entered)"
const ODD =
  "(?:suspect\\w*|fau(?:x|sse)|frauduleu\\w+|douteu\\w+|louches?|bizarres?|etranges?|pas (?:la|le|les) (?:votre|vrai\\w*|bon\\w*)|pas le vrai|piege\\w*|malveillant\\w*|arnaque|pirate\\w*|phishing|hameconn\\w+|ce n est pas (?:vous|mentor)|n etait pas (?:vous|mentor|officiel\\w*|la votre|le votre)|inhabituel\\w*|betise|recu par (?:mail|sms|courriel)|par telephone|contrefai\\w+|imit\\w+|ressemble a (?:mentor|votre)|trompe\\w*|n etait pas (?:le |la )?v\\w+|pas votre (?:site|page)|se fai\\w+ passer|pretend\\w* (?:etre|venir))"
const MINE =
  "(?:mon (?:compte|mot de passe|mdp|profil|espace|identifiant|acces|nom|adresse)|ma session|mes (?:identifiants|codes|acces|donnees)|a ma place|en mon nom)"
const SOMEBODY =
  "(?:un (?:ancien |autre )?(?:collegue|agent|inconnu|tiers)|une (?:ancienne |autre )?(?:collegue|agente|inconnue|personne)|quelqu un|on|mon (?:ex|chef|ancien \\w+|collegue)|ma (?:collegue|cheffe))"
const STRANGER =
  "(?:quelqu un d autre|(?:parfaite? )?inconnue?s?|que je ne connais pas|d autrui|(?:d )?(?:une )?autres? personnes?)"
/** What nobody but the team and the person should know. */
const PERSONAL =
  "(?:dates? de naissance|matricules?|(?:numeros? de |leurs? |les? )?(?:telephones?|portables?|mobiles?|adresses?) (?:personnels?|personnelles?|prives?)|numeros? de (?:telephone|securite sociale)|coordonnees personnelles|donnees (?:personnelles|nominatives|sensibles|medicales)|notes|resultats|evaluations?|avis|dossier medical)"
const BY_MISTAKE =
  "(?:par (?:erreur|megarde|inadvertance)|a tort|au lieu d\\w*|mauvais\\w* (?:personnes?|destinataires?|groupe|liste)|bevue|maladresse)"
const PASSED_ON =
  "(?:envoye\\w*|adresse[es]*|diffuse\\w*|transmis\\w*|partage\\w*|publie\\w*|depose\\w*|joint\\w*|mise?s? en ligne|partie?s?|communique\\w*)"
const LIST =
  "(?:fichiers?|tableaux?|listes?|fiches?|documents?|pieces? jointes?|extractions?|exports?)"
const SAID = [
  new RegExp(
    `\\b(${SEES}(?: \\w+){0,3} (?:${PERSONAL}|coordonnees|donnees)(?: \\w+){0,2} (?:des|d) autres? \\w+)\\b`,
  ),
  /\b((?:collegue|quelqu un|inconnue?|agente?|personne|chef)(?: \w+){0,8} (?:avec|sous|a) (?:mon (?:identite|compte|nom|login)|mes identifiants))\b/,
  /\b((?:pieces? jointes?|lien|fichier|message|courriel|mail)(?: \w+){0,6} (?:piege|verole|malveillant)\w*)\b/,
  /\b((?:received|got|see|opened)(?: \w+){0,5} (?:another|other) (?:person|user|agent|employee|colleague))\b/,
  /\b((?:suivi|valide|passe|rempli)\w* (?:\w+ ){0,5}(?:a ma place|avec mon compte|sous mon nom))\b/,
  /\b((?:pas|jamais) (?:\w+ )?demande (?:de |la |une |ce |cette |le )?(?:reinitialis\w+|changement de mot|nouveau mot de passe|code))\b/,
  new RegExp(`\\b((?:publie|diffuse|divulgue|partage|poste)[es]* (?:\\w+ ){0,3}${SECRET})\\b`),
  /\b((?:poste|ordinateur|pc|machine)(?: \w+){0,4} infecte\w*|malware|cheval de troie|ranconn?\w*)\b/,
  /\b((?:found|saw|sees?|can see) (?:my|her|his|their) (?:grades|data|results|details|certificates?) in)\b/,
  /\b(connexions?(?: \w+){0,5} (?:depuis|en provenance d\w*|venue?s? d\w*) (?:la |le |l |les |un |une )?(?:etranger|pays|russie|chine|inde|nigeria|ukraine|bresil|vietnam|turquie|roumanie|bulgarie|pologne|asie|afrique|amerique|lieu|ville|appareil|telephone|ordinateur))\b/,
  /\b((?:arrive|tombe|connecte\w*|atterri\w*|suis|entre\w*|ouvre) (?:\w+ )?(?:sur|dans|avec) (?:le |l )(?:compte|profil|dossier|espace) (?:de|d) (?:m|mme|monsieur|madame|mon collegue|ma collegue|quelqu un|une?) \w+)\b/,
  /\b((?:change|modifi|remplac)\w*(?: \w+){0,6} (?:sans (?:moi|que je)|a ma place|par (?:quelqu un|un tiers|une? inconnue?|une? (?:adresse |numero )?(?:\w+ )?inconnue?)))\b/,
  /\b((?:messages?|mails?|connexions?|modifications?|changements?)(?: \w+){0,3} que je n ai (?:pas|jamais) (?:ecrit|envoye|redige|fait|effectue|autorise)\w*)\b/,
  /\b((?:certificat|attestation|convocation|badge|releve|document)s?(?: \w+){0,8} (?:porte|au nom|celui|celle|delivre\w*|etabli\w*)(?: \w+){0,3} (?:d une?|de (?:ma|mon)) (?:autre|collegue|voisine?|certaine?|dame|monsieur|agente?|inconnue?))\b/,
  /\b((?:someone|somebody)(?: else)?(?: \w+){0,3} (?:logged|used|using|uses|accessed|changed|signed)|(?:see|access|open|opens|shows?|got|received)(?: \w+){0,5} (?:another|other|someone else|somebody else)(?: \w+){0,3} (?:details|data|accounts?|profiles?|results|records?|names?|certificates?)|(?:fake|suspicious|fraudulent) (?:mail|e ?mail|site|page|message|login|link)|leak(?:ed)?|scam)\b/,
  new RegExp(
    `\\b((?:attestations?|convocations?|papiers|documents|resultats|bulletins?|releves?)(?: \\w+){0,8} (?:avec|y figurent|mentionn\\w+|comport\\w+|contenant)(?: \\w+){0,3} (?:son|sa|ses|leurs?) (?:\\w+ ){0,4}${PERSONAL})\\b`,
  ),
  new RegExp(
    `\\b((?:pris connaissance|recois|recu|vois|vu|lu|acces|obtenu|figurent)(?: \\w+){0,10} (?:ses|sa|son|leurs?)(?: \\w+){0,8} ${PERSONAL})\\b`,
  ),
  new RegExp(
    `\\b((?:${LIST}|${PERSONAL})(?: \\w+){0,3} ${PASSED_ON}(?: \\w+){0,6} ${BY_MISTAKE})\\b`,
  ),
  new RegExp(`\\b(${PASSED_ON}(?: \\w+){0,8} ${BY_MISTAKE}(?: \\w+){0,12} ${PERSONAL})\\b`),
  new RegExp(`\\b(${BY_MISTAKE}(?: \\w+){0,4} ${PASSED_ON}(?: \\w+){0,12} ${PERSONAL})\\b`),
  new RegExp(
    `\\b((?:${LIST}|page|espace)(?: \\w+){0,14} ${PERSONAL}(?: \\w+){0,14} (?:ouvrir|telecharg\\w+|lire|voir|visibles?|accessibles?|libre acces))\\b`,
  ),
  /\b(n importe (?:qui|quel\w* \w+)(?: \w+){0,2} (?:peut|peuvent|pouvait)(?: \w+){0,2} (?:ouvrir|lire|voir|telecharger|consulter|acceder))\b/,
  /\b((?:attestations?|certificats?|convocations?|badges?|releves?) (?:\w+ ){0,3}(?:au nom|est celle?|sont celles|celle|celui) d (?:une? )?(?:autre|inconnue?|certaine?|quelqu un))\b/,
  /\b((?:obtenu|recu|telecharge|ouvert|affiche) cel(?:le|ui) d une? (?:certaine?|autre|inconnue?|collegue|dame|monsieur|agente?))\b/,
  /\b((?:ordinateur|portable|telephone|poste|mobile|pc|sac|mallette)(?: \w+){0,4} (?:vole\w*|derobe\w*)|(?:vole|derobe)\w* (?:\w+ ){0,3}(?:ordinateur|portable|telephone|poste|mobile|pc|sac|mallette))\b/,
  new RegExp(
    `\\b(${SECRET}(?: \\w+){0,5} (?:circul\\w+|divulgu\\w+|publie\\w*|fuite\\w*|voles?|volee?s?|diffus\\w+|exposee?s?|compromis\\w*|en ligne|sur internet|affichee?s?))\\b`,
  ),
  /\b(vol (?:de |d )(?:mes |mon |l )?(?:identifiants?|identite|mots? de passe|compte|donnees|session|code))\b/,
  new RegExp(
    `\\b((?:inconnu\\w*|quelqu un|individu|homme|m appelle|m a appele\\w*|on m)(?: \\w+){0,12} (?:demand|reclam|exig)\\w*(?: \\w+){0,3} ${SECRET})\\b`,
  ),
  new RegExp(
    `\\b((?:n importe qui|tout le monde|chacun|tous les \\w+|quiconque)(?: \\w+){0,3} (?:voir|voit|voient|lire|lit|acceder|accede|consulter|telecharger)(?: \\w+){0,5} ${DATA})\\b`,
  ),
  new RegExp(
    `\\b(${SOMEBODY}(?: \\w+){0,4} (?:entre|accede|utilise|se connecte|connecte|connait|tente|essaie|va|sert|servi|lit|consulte|pirate|entrer|acceder|utiliser)(?: \\w+){0,4} ${MINE})\\b`,
  ),
  new RegExp(`\\b((?:mon|ma|mes) ${DATA}(?: \\w+){0,10} ${STRANGER})\\b`),
  new RegExp(
    `\\b((?:celui|celle|ceux|celles) (?:d|de)(?: \\w+){0,2} (?:${STRANGER}|autre agent\\w*))\\b`,
  ),
  /\b((?:sms|mail|mel|message|courriel|appel|texto)s?(?: \w+){0,16} (?:payer|payez|paiement|euros|carte bancaire|coordonnees bancaires|rib|virement))\b/,
  /\b(tentatives? (?:de |d )(?:vol|fraude|escroquerie|piratage|intrusion|arnaque|phishing|hameconnage)|fraud(?:e|uleux|uleuse))\b/,
  /\b((?:moteurs? de recherche|google|sur internet)(?: \w+){0,10} (?:liste|noms?|donnees|fiches?|coordonnees|inscrits|profils?|attestations?))\b/,
  new RegExp(
    `\\b((?:recue?s?|telecharge\\w*|obten\\w+|envoye\\w*|transmis\\w*)(?: \\w+){0,3} (?:attestations?|certificats?|fiches?|donnees|resultats|releves?|dates? de naissance|coordonnees)(?: \\w+){0,2} ${OTHER})\\b`,
  ),
  new RegExp(`\\b(${SEES}(?: \\w+){0,6} ${DATA}(?: \\w+){0,8} ${OTHER})\\b`),
  new RegExp(`\\b(${DATA}(?: \\w+){0,4} ${OTHER}(?: \\w+){0,6} ${SEES})\\b`),
  new RegExp(
    `\\b((?:a la place|au lieu) (?:de|du|des|d)(?: \\w+){0,3} (?:mien\\w*|miennes?|mon|ma|mes)(?: \\w+){0,8} ${OTHER})\\b`,
  ),
  new RegExp(
    `\\b(${DATA}(?: \\w+){0,6} (?:visibles?|accessibles?|exposee?s?|publi(?:c|cs|que|ques|es|ees)|telechargeables?|consultables?|affichee?s?) (?:par|a|de|pour|au|sur) (?:tou\\w*|n importe qui|un moteur de recherche|les moteurs de recherche|l ensemble|google|d autres|le monde|internet|quiconque))\\b`,
  ),
  new RegExp(`\\b(${GAVE}(?: \\w+){0,6} ${SECRET}(?: \\w+){0,12} ${ODD})`),
  new RegExp(
    `\\b(${GAVE} (?:\\w+ ){0,3}${SECRET} (?:\\w+ ){0,2}a (?:quelqu un|un inconnu|une? (?:personne|tiers|collegue|homme|femme|inconnue)))\\b`,
  ),
  new RegExp(`\\b(${ODD}(?: \\w+){0,14} ${SECRET})\\b`),
  new RegExp(
    `\\b(${SECRET}(?: \\w+){0,8} ${GAVE.replace("|mis|", "|")}(?: \\w+){0,4} (?:a (?:un|une|quelqu|mon|ma)|par erreur a))`,
  ),
  /\b((?:connexions?|connecte\w*|acces|tentatives?|activite|session ouverte)(?: \w+){0,10} (?:n est pas moi|pas moi|n etait pas moi|pas de moi|etranger|inconnue?s?|suspecte?s?|inhabituelle?s?|pas faites?|que je n ai pas|jamais (?:faite|effectuee)|a ma place|pas a l origine|en pleine nuit))\b/,
  /\b(quelqu un (?:d autre )?(?:\w+ ){0,3}(?:connecte\w*|utilis\w+|entre|servi|sert|change\w*|modifi\w+|acces|pris|usurp\w+|pirat\w+|ouvert|inscrit\w*|mon (?:compte|mot de passe|profil)|a ma place))\b/,
  /\b((?:ce n est pas|c est pas|n est pas|n etait pas) moi qui (?:\w+ ){0,6}\w+)\b/,
  /\b((?:(?<!cree )(?<!creee )(?<!inscrite? )a mon insu|sans mon (?:accord|autorisation|consentement)|usurp\w+(?: \w+)?|pirat\w+|compromis\w*|intrusion|fuite(?:s)?(?: de donnees)?|violation de donnees|incident de securite|virus|ranconn?giciel|escroquerie|hameconn\w+|phishing|hacke\w*|hacked|data breach|faille(?: de securite)?))\b/,
  /\b((?:faux|fausse)s? (?:\w+ )?(?:message|mail|mel|courriel|site|page|sms|lien|formulaire)s?(?: \w+)?|(?:site|page|mail|message|sms|courriel|lien|appel)s? (?:\w+ ){0,2}(?:frauduleux|suspecte?s?|qui imite\w*|imitant|qui copie\w*|malveillants?|douteux)|(?:imit|copi|recopi|reprodui)\w+ (?:mentor|votre (?:site|page)|la page)|(?:une|cette) arnaque)\b/,
  /\b((?:reinitialis\w+|changement|changer|nouveau mot de passe|code)(?: \w+){0,14} (?:pas|jamais|rien) (?:\w+ )?(?:demandee?s?|sollicitee?s?|initiee?s?|fait))\b/,
  new RegExp(
    `\\b((?:message|mail|mel|courriel|sms|appel)s?(?: \\w+){0,8} (?:demand|reclam|invit|exig)\\w+(?: \\w+){0,5} ${SECRET})\\b`,
  ),
  new RegExp(
    `\\b((?:perdu|vole\\w*|egare\\w*|derobe\\w*)(?: \\w+){0,4} (?:ordinateur|portable|telephone|poste|cle usb|carnet)(?: \\w+){0,8} ${SECRET})\\b`,
  ),
]
/** Told in one sentence, in any order. */
const TOGETHER: [RegExp, RegExp, RegExp?][] = [
  // Somebody else’s data are seen, received or opened.
  [
    /\b(?:autres? (?:agent\w*|personnes?|stagiaires?|candidat\w*|utilisat\w+|collegues?|inscrits?|participants?|eleves?|ministere|service)|quelqu un d autre|inconnue?s?|d une (?:dame|certaine)|d un (?:monsieur|certain|agent|denomme|nomme)|d une (?:denommee|nommee)|mon voisin|ma voisine|homonyme|que je ne connais pas)\b/,
    /\b(?:notes|resultats|adresses|telephones|fiches?|dossiers?|profils?|nom|attestations?|copies|donnees|coordonnees|adresse (?:privee|personnelle)|evaluations?|releves?|comptes?|date de naissance|matricules?)\b/,
    /\b(?:sous les yeux|conten\w+|ai eu|livre\w*|connecte\w*|je (?:peux )?(?:vois|voir|lis|lire|recois|tombe|decouvre)|j (?:ai (?:\w+ )?(?:ouvert|recu|vu|lu|obtenu|telecharge)|accede|obtiens)|on (?:peut )?(?:voit|voir|lire|accede)|m (?:envoie\w*|affiche\w*|arriv\w+)|(?:donne\w*|a|ai) acces|s (?:affiche\w*|ouvre\w*)|apparai\w+|porte)\b/,
  ],
  // Personal data are where they should not be.
  [
    new RegExp(
      `\\b(?:${PERSONAL}|nominati\\w+|medica\\w+|motifs|(?:notes|copies|resultats|evaluations|dossiers|fiches) (?:de|des) (?:mes|nos|autres) \\w+|signatures|handicaps?|(?:leurs|les|des) (?:telephones|matricules|coordonnees)|profils?)\\b`,
    ),
    /\b(?:libre acces|consultables?|(?:dans|sur) (?:le|un) forum|simple lien|sans (?:se connecter|connexion)|laiss\w+ (?:voir|apparaitre)|livre|(?:au|a la|le|du) mauvaise? \w+|en acces libre|indexee?s?|google|moteurs? de recherche|telechargeables?|accessibles? (?:a|par|sans)|visibles? (?:de|par|pour)|en ligne|(?<!fonction )(?<!service )(?<!agents? )publi(?:c|que|e|ee|es|ees)|disparu\w*|perdue?s?|volee?s?|egaree?s?|en copie|a tous les|trop large)\b/,
  ],
  // Something was done with an account, and not by its owner.
  [
    /\b(?:mon (?:compte|mot de passe|mdp|adresse|profil)|mes (?:identifiants|codes|donnees)|l adresse|connexions?|alertes?)\b/,
    /\b(?:(?:ce )?n est pas moi|pas moi|sans moi|ne (?:reconnais|reconnait) pas|quelqu un|un tiers|inconnue?s?|fuit\w+|usurp\w+|vole(?:e|es|s)?|post it|pirat\w+)\b/,
    /\b(?:connect\w*|connexions?|chang\w+|modifi\w+|utilis\w+|entr\w+|servi|sert|remplac\w+|alertes?|fuit\w+|vole(?:e|es|s)?|perdu|post it|usurp\w+|essaye?|tent\w+|acces)\b/,
  ],
]
const QUESTION =
  /\b(?:sont|est|peuvent|peut|doivent) (?:t )?(?:elles?|ils?|on)\b|^(?:\w+ )?(?:peut on|est il|est ce|comment|ou |qui |en tant que|puis je|pouvez vous me dire)\b/
/** « Le mot de passe que vous m’avez envoyé » is no incident. */
const ORDINARY =
  /\b(?:aucun (?:piratage|incident|virus)|pas (?:ete )?pirate\w*|antivirus|anti virus|formation (?:\w+ ){0,4}(?:phishing|hameconnage|cyber\w*|securite|rgpd))\b/

/** « Je ne vois pas les notes des autres stagiaires » */
const UNSEEN =
  /\b(?:ne (?:peux|peut|vois|voit|recois|parviens|lis|s)|n (?:ai|a|accede|apparai\w+)) (?:\w+ ){0,3}(?:pas|plus|rien|jamais)\b/

export function incidentIn(clauses: string[]): string | undefined {
  const said = clauses.filter((clause) => !ORDINARY.test(clause))
  for (const pattern of SAID)
    for (const clause of said) {
      const words = pattern.exec(clause)?.[1]
      if (words) return words
    }
  const told = said.filter((clause) => !QUESTION.test(clause) && !UNSEEN.test(clause))
  for (const signs of TOGETHER)
    for (const clause of told) {
      if (signs.every((sign) => sign?.test(clause))) return signs[0].exec(clause)?.[0]
    }
  return undefined
}
