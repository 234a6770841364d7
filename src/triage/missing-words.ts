/** Folded words that tell what a mail needs, whole words, with « | » between. A way to say it is added there. */

/** A question about how things are done… */
export const HOW = String.raw`
  comment
  ou (?:voir|(?!\w*(?:mer|hier|cher)\b)\w{3,}er|puis|peut|peuvent|trouv\w+|se trouve\w*|faut|dois|telecharg\w+|recuper\w+|(?:est|sont) (?:le|la|les|l))
  a quoi (?:sert|servent|correspond\w*) | ou (?:les?|la|l) (?:voir|trouver|\w+er) | ou \w+ (?:t )?on
  ou (?:ils|elles|il|elle|l on) (?:doi\w+|peu\w+|faut) | que se passe t il | (?:vaut|sert|suffit|dure|compte|coute) (?:t )?(?:il|elle|ils|elles) | combien | quels? | quelles? | que (?:peut|voit|puis|dois|faut) | qu est ce | how | what | which (?:\w+ ){0,1}(?:courses?|browsers?|address\w*|one|trainings?|documents?)
  si (?:je|j|on) (?:\w+ ){1,8}est ce qu\w*
  where | qui (?:doit|valide|decide|approuve)
`

/** Said so: nobody's case, whatever else is asked. */
export const SAID_GENERAL = String.raw`
  (?:question|information|renseignement|demande|remarque)s? (?:d ordre )?general\w* | d ordre general | cas particulier | aucun dysfonctionnement
  simple (?:question|curiosite|renseignement|information) | par curiosite | cherch\w+ a (?:connaitre|savoir) | general question
  (?:guide|livret|notice|note|faq|plaquette|support) (?:\w+ ){0,5}(?:agents?|arrivants?|collegues|stagiaires|service)
  (?:on nous|nos agents nous|nous sommes souvent|il nous arrive) (?:\w+ ){0,4}(?:interrog\w+|demand\w*|question\w*)
`

/** … or whether they may be, unless somebody asks it for themselves. */
export const MAY = String.raw`
  est ce qu\w* | est il | est elle | peut (?:on|elle) | (?:a|ont) t (?:il|elle|ils|elles) | peut il | doit (?:il|elle) | doivent (?:ils|elles) | peuvent ils | faut il | puis je | existe t il
  y a t il | a t on | ont ils | ont elles | ai je
  qui (?:peut|donne|attribue|accorde|gere|cree|met|reprend|s occupe) | doit on | dois je | a qui | pourquoi
  (?<!si )(?<!que )(?<!vite )possible
  is it | can i
`

export const FIRST_PERSON = `
  mon | ma | mes | me | m | moi | j | nous | notre | nos | my
`

/** What does not work, or is asked for: then it is a case, whatever the question. */
export const PROBLEM = String.raw`
  n arrive\w*
  ne (?:peu\w+|parvien\w+|recoi\w+|fonctionn\w+|march\w+|voi\w+|trouv\w+|s \w+|se \w+|me \w+|passe\w*)
  n (?:ai|a|est|y|ont|apparai\w+|ouvre) | impossible | erreur | bloqu\w+ | refus\w+ | grise\w*
  verrouill\w+ | toujours | plus (?:d |de )?acces | pas recu | j ai perdu | perdu | disparu
  a disparu | (?:a ete|ont ete|m a|m ont|etait|est) supprimee?s? | remis\w* a zero | (?:pouvez|pourriez) vous (?!(?:me |m |nous )?(?:preciser|indiquer|eclairer|rappeler|dire|expliquer|renseigner|informer)) | je veux | (?:peux?|peut) (?:pas|plus) | merci (?:de|d) (?:\w+ ){0,2}(?!votre|notre)\w+(?:er|ir|dre|tre)
  je (?:demande|dois) | souhait(?:e|ons|erais|erait|erions) | voudr(?:ais|ait|ions) | doi(?:t|vent) (?:suivre|faire|participer|acceder|s inscrire|pouvoir) | (?:lui|leur) (?:ouvrir|creer|donner|faire|fournir|attribuer) | j aimerais | il me faut | est incorrect\w*
  (?:je n|j) ai pas | interdit\w* | manquant\w* | ne vois pas
`

/** Whose account it is, when it is not the writer's. */
export const SOMEBODY_ELSE = String.raw`
  (?:une?|l une? de) (?!(?:compte|module|mail|message|probleme|formation|session|attestation|lien|erreur|cours|espace|mot|adresse|question|demande|place|changement)\b)\w+(?: \w+)? de (?:notre|nos|mon|ma|mes)
  (?:une?|mon|ma|mes|nos|notre|des|plusieurs|un de mes|l une? de mes) (?:\w+ )?(?:collegues?|agente?s?|stagiaires?|collaborateurs?|collaboratrices?|secretaire|apprentie?s?|arrivants?|cadres|techniciens|elus|partenaires?|consultants?|prestataires?|intervenante?s?|benevoles|salaries|equipe)
  (?:les |nos |mes )?(?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt) (?:\w+ ){0,3}(?:agents|apprenti\w*|stagiaires|collegues|personnes|arrivants|participants|cadres|techniciens|elus|partenaires)
`

/** … and what tells that it is the writer's after all. */
export const OWN = `
  mon (?:compte|mot de passe|mdp|acces|inscription|lien|identifiant|adresse) | (?:mais )?pas moi | mes (?:identifiants|codes|acces) | sauf moi | moi non | je (?:n arrive|ne parviens|ne peux|n ai pas recu)
`

/** What is asked is in a file that came with the mail. */
export const LISTED = String.raw`
  ci joint\w* | joint\w* | joins | pj | en piece jointe | fichier | tableau
`

/** Somebody else's mail: nothing has to be changed in an account. */
export const HOMONYM = String.raw`
  je ne suis pas (?:le|la) | vous cherchez | homonym\w* | pas (?:destine\w*|pour moi|moi) | ne me concern\w+ | meme nom
  vous (?:\w+ )?confond\w+ | (?:sans doute|surement|probablement|y a) une? autre \w+ \w+ | d une? autre (?!compte|adresse|boite|mail|mel|ministere|service|direction|formation|session)\w+ (?!que|a|est|de|et)\w+
  autre (?:agent|personne) | destines? a un autre | trompez de personne
`

/** Then the mail still comes from the former address. */
export const WILL_CHANGE = String.raw`
  va changer | vont changer | (?<!ai )(?<!\ba )(?<!ont )change(?:nt)? | perdr\w+ | changera | vais changer | prochain\w* | bientot
  a partir du | au 1er | je (?:quitte|pars|rejoins) | serai | sera
`

/** Then it already comes from the new one. */
export const HAS_CHANGED = String.raw`
  j ai (?:rejoint|change|quitte|ete mutee?|pris) | je suis (?:arrivee?|passee?) | je viens (?:d|de|du)
  je venais | ancienne? (?:boite|adresse|messagerie|mel|mail)(?: \w+){0,2} (?:est|a ete|n existe|fermee?|desactivee?)
  (?:mutee?|nommee?|affectee?|en poste) (?:\w+ ){0,4}depuis | desormais
`

/** What is told of somebody's own case is no general question, even with « comment ». */
export const ABOUT_ME = `
  j ai | je viens | je (?:change|perdrai|perds|vais|pars|quitte|rejoins|serai) | a change | ont change | mutee?
  mon adresse (?:est|va|sera|devient)
`

export const MINE = `
  j ai | mes | mon | je me | il y a | il existe | i have | my
`

/** Who tells what they are asks for themselves, even with « comment ». */
export const I_AM = `
  je suis | je travaille | j (?:ai|aurais) besoin | salariee? de | prestataire de | nous sommes | mon (?:entreprise|employeur|bureau|association) | chargee? de | i (?:work|am) (?:as|an?|in|at|for)
`

/** « Celle-ci »: the address from which they write. */
export const HERE = `
  celle ci | celui ci | cette adresse | ci dessus | celle d ou | depuis laquelle
`

export const KEEP = String.raw`
  gard\w+ | conserv\w+ | supprim\w+(?! (?:un|une|l un|l une) (?:a|de|des|pour|sur|svp|merci)) | (?:doit|faut que|devrait) (?:\w+ )?rester | (?:fondre|verser|reverser|rapatrier) (?:\w+ ){0,5}(?:dans|vers|sur) | keep | delete | effac\w+ | ferm\w+ | est le bon | le bon est
  (?:sur|vers|dans) (?:le (?:neuf|nouveau|bon|plus recent)|l actuel)
  (?:reuni|fusionn|regroup|rassembl|bascul|transfer|rattach|recuper|remettre|tout)\w*(?: \w+){0,6} (?:sous|sur|vers|dans) (?:ma|mon|l|la|le) (?:nouvel\w+|nouveau|neuve?|bonne?|actuel\w*|ancien\w*|adresse (?:du|de la|de l|en))
`

export const WHICH = `
  lequel | laquelle | ne sais (?:plus|pas) | which one
`

export const FORMER = `
  retraitee?s? | retraite | ancien(?:ne)? agente? | ex agente? | quitte (?:le|la|l)
`

/** Still there, whatever the mailbox. */
export const STILL = `
  (?:suis|travaille|exerce) (?:encore|toujours) (?:a|au|aux|en|agente?|dans)
`

/** Asked for oneself, whoever is spoken of. */
export const FOR_ME = `
  je (?:dispose|puisse|accede|beneficie|sois) | m (?:ouvrir|inscrire|accorder|attribuer|creer) | moi meme
`

/** Papers that prove who asks: they list nobody. */
export const PAPERS = String.raw`
  actes? d engagement | conventions? | contrats? | marche | lettres? de mission | justificatif\w* | kbis
`

/** Neither a browser nor a message explains what stops everybody. */
export const COLLECTIVE = String.raw`
  personne (?:n|ne) | plus personne
  tou(?:te)?s (?:nos|les|mes) (?:postes|agents|collegues|stagiaires|ordinateurs)
  tout (?:le|notre) (?:service|bureau|monde) | toute (?:la|l|notre) \w+
  \d+ (?:agents|stagiaires|postes|personnes|participants)
  aucun (?:agent|poste|stagiaire|participant|collegue|ordinateur|de)
`

/** Many addresses at once: a file will tell them, and the team how it wants it. */
export const MANY_ADDRESSES = String.raw`
  (?<!un de )(?<!une de )nos (?:\d+ )*(?:agents|boites|comptes|adresses|messageries) | (?:vos|leurs|les) comptes
  \d+ (?:agents|comptes|boites) | tout (?:le|notre) service
`
