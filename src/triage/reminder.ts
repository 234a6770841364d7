// At least the second reminder without an answer. Each clause is folded.

const SECOND =
  "(?:deuxieme|seconde?|2 ?e|2 ?eme|2nde?|troisieme|3 ?e|3 ?eme|quatrieme|4 ?e|4 ?eme|cinquieme|5 ?e|5 ?eme|sixieme|n ?ieme|enieme)"
const THIRD =
  "(?:troisieme|3 ?e|3 ?eme|quatrieme|4 ?e|4 ?eme|cinquieme|5 ?e|5 ?eme|sixieme|6 ?eme|n ?ieme|enieme|third|fourth)"
const TWO =
  "(?:deux|trois|quatre|cinq|six|plusieurs|[2-9]|multiples|nombreu\\w+|differents|two|three|several)"
const REMINDER = "(?:relances?|rappels?|reminders?)"
const MESSAGE =
  "(?:messages?|mails?|mels?|courriels?|e ?mails?|demandes?|courriers?|sollicitations?|tickets?|appels?|tentatives?|requetes?|envois?)"
const UNANSWERED =
  "(?:(?:zero|0|nulle) (?:reponse|retour)|sans (?:aucun\\w* |la moindre )?(?:reponse|retour|suite|effet|nouvelles?)|restee?s? (?:sans|lettres?)|(?:pas|jamais|aucun\\w*|toujours rien|ni) (?:\\w+ ){0,3}(?:repon\\w+|retour|nouvelles?)|pas un mot|en vain|point mort|sans succes|lettres? mortes?|dans le vide|silence|without (?:an )?answer|unanswered)"
const AGAIN =
  "(?:encore|a nouveau|de nouveau|une nouvelle fois|une fois de plus|une fois encore|nouvelle)"

const VERB = "(?:ecrit|envoye|contacte\\w*|sollicite\\w*|relance\\w*|interpelle\\w*|alerte\\w*)"
const SAID = [
  /\b((?:ecrit|envoye|contacte\w*|sollicite\w*|interpel\w*|alerte\w*|adresse|demande)(?: \w+){0,6} (?:puis |et |deja )?(?:relance\w*|rappele\w*))\b/,
  /\b((?:j ai|ai|avons|ayant) (?:\w+ ){0,3}deja (?:\w+ )?relance\w*|deja relance\w* (?:\w+ ){0,3}(?:le|la|en|il y a))\b/,
  /\b((?:ma|notre) (?:premiere |derniere |precedente )?relance (?:du|de|le|envoyee|datant|restee))\b/,
  new RegExp(
    `\\b((?:${MESSAGE})(?: \\w+){0,8} (?:et|puis|ni) (?:a |d |par |de )?(?:une |ma |la |notre )?relance\\w*)\\b`,
  ),
  /\b(ni la premiere ni la (?:deuxieme|seconde))\b/,
  new RegExp(`\\b(${VERB} (?:\\w+ ){0,3}(?:le \\d{1,2}(?:er)?(?: [a-z]{3,9})? ){2}(?:et )?le \\d)`),
  /\b(relance\w* (?:\w+ ){0,4}(?:puis|et) (?:en|le|au|debut|fin|mi)|no (?:answer|reply|response) to my (?:e ?mails|messages|requests|reminders))\b/,
  /\b(fois que (?:je|j|nous|on) (?:vous )?(?:ecri|relanc|contact|sollicit|signal|reclam|rappel)\w*)\b/,
  /\b(ni (?:mon|ma|a mon|a ma) (?:mail|message|courriel|demande|courrier|mel)(?: \w+){0,4} ni)\b/,
  /\b((?:written|wrote|emailed|contacted|asked)(?: \w+){0,3} (?:twice|(?:two|three|several) times)|two (?:previous )?(?:e ?mails|messages|requests)(?: \w+){0,5} (?:unanswered|ignored|no (?:answer|reply)))\b/,
  new RegExp(`\\b(${UNANSWERED}(?: \\w+){0,2} (?:ma|mon) (?:\\w+ )?(?:relance|rappel))\\b`),
  new RegExp(
    `\\b((?:reiter|renouvel|redemand|insist|repet)\\w* (?:\\w+ ){0,3}pour la ${SECOND} fois)\\b`,
  ),
  /\b(malgre (?:ma|mon|une) (?:\w+ )?(?:relance|rappel))\b/,
  new RegExp(`\\b((?:ma|mon) (?:\\w+ )?(?:relance|rappel)(?: \\w+){0,6} ${UNANSWERED})`),
  new RegExp(`\\b(${SECOND} (?:et derniere )?${REMINDER})\\b`),
  new RegExp(
    `\\b(${THIRD} (?:et dernier\\w* )?(?:${MESSAGE}|fois|time))\\b(?! (?:par|qu il|qu elle))`,
  ),
  new RegExp(`\\b(${TWO} ${REMINDER})\\b`),
  new RegExp(`\\b(${REMINDER} (?:n |no |numero )?[2-9])\\b`),
  new RegExp(
    `\\b(relanc\\w* (?:\\w+ ){0,4}(?:${TWO} fois|pour la ${SECOND} fois|a (?:${TWO}|maintes) reprises|${AGAIN}))\\b`,
  ),
  new RegExp(`\\b((?:${AGAIN}) (?:je |que je )?(?:vous |me permets de vous )?relanc\\w*)\\b`),
  /\b(encore une relance (?:de ma part|la)|relance ma relance|relance (?:bis|ter)|fait suite (?:a|aux) (?:ceux|mes \w+) d\w+|premiere? (?:mail|message|courriel|demande|courrier)(?: \w+){0,6} (?:deuxieme|seconde?))\b/,
  /\b((?:my|our) (?:two|three|several|previous|earlier|last)(?: \w+){0,2} (?:e ?mails?|messages|requests)(?: \w+){0,3} (?:never|not|no|unanswered|ignored))\b/,
  /\b((?:nouvelle|derniere|ultime|enieme) relance)\b/,
  new RegExp(`\\b(pour la ${SECOND} fois(?: \\w+){0,4} relanc\\w*)\\b`),
  new RegExp(
    `\\b((?:malgre|apres|suite a|en depit de|sans reponse a|a la suite de) (?:toutes )?(?:mes|nos|${TWO}) (?:${TWO} |nombreu\\w+ |precedent\\w+ |differents )*(?:${REMINDER}|${MESSAGE}))\\b`,
  ),
  new RegExp(
    `\\b((?:ecrit|envoye|contacte\\w*|sollicite\\w*|relance\\w*|adresse|transmis|signale) (?:\\w+ ){0,4}(?:deja )?(?:${TWO} fois|a (?:${TWO}|maintes) reprises))\\b`,
  ),
  new RegExp(
    `\\b((?:mes|nos|vos|les) (?:${TWO}|precedents?|derniers?|autres) (?:\\w+ )?${MESSAGE})\\b`,
  ),
  new RegExp(`\\b((?:mes|nos) ${REMINDER})\\b`),
  new RegExp(
    `\\b((?:ecrit|envoye|relance\\w*|sollicite\\w*|${MESSAGE}) (?:\\w+ ){0,2}(?:les?|du|des) \\d{1,2}(?: \\w+){0,2} (?:et|puis)(?: (?:le|du|encore|relance\\w*))* \\d{1,2})\\b`,
  ),
]
/** Told in two sentences: « J’ai écrit le 3. Puis à nouveau le 12. » */
const DAY =
  "(?:le |du |en |debut |mi |fin |des )?(?:\\d{1,2}|hier|lundi|mardi|mercredi|jeudi|vendredi|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)"
const WROTE =
  "(?:ecrit|envoye\\w*|adresse\\w*|sollicite\\w*|contacte\\w*|signale\\w*|demandes?|messages?|mails?|courriels?|relance\\w*)"
const TWICE = [
  new RegExp(
    `\\b(${WROTE} (?:\\w+ ){0,3}les? \\d{1,2}(?:er)?(?: [a-z]{3,9})? (?:et |puis )?les? \\d{1,2})\\b`,
  ),
  new RegExp(
    `\\b(${WROTE} (?:\\w+ ){0,3}${DAY}(?: \\w+){0,6} (?:(?:puis|ensuite|et)(?: (?:a nouveau|de nouveau|encore|une nouvelle fois))?|a nouveau|de nouveau|une? (?:autre|deuxieme|seconde?)) ${DAY})\\b`,
  ),
]
/** « Deux mails » are no reminders, unless nobody answered them. */
const UNHEARD = [
  new RegExp(`\\b(${TWO} ${MESSAGE}(?: \\w+){0,3} toujours rien)\\b`),
  new RegExp(`\\b(les (?:deux|trois|2|3) premiere?s?(?: \\w+){0,5} ${UNANSWERED})`),
  new RegExp(`\\b(${TWO} ${MESSAGE}(?: \\w+){0,5} ${UNANSWERED})`),
  new RegExp(
    `\\b(${UNANSWERED}(?: \\w+){0,4} (?:mes|nos|a mes|aux) (?:${TWO} )?${MESSAGE.replaceAll("s?", "s")})\\b`,
  ),
  new RegExp(`\\b((?:mes|nos) ${MESSAGE.replaceAll("s?", "s")}(?: \\w+){0,7} ${UNANSWERED})`),
  new RegExp(
    `\\b((?:ecrit|envoye|adresse|laisse|transmis|expedie|sent) (?:\\w+ ){0,2}${TWO} ${MESSAGE}|${TWO} ${MESSAGE} que (?:je|j|nous))\\b`,
  ),
]
/** « Relance automatique : … »: the reminders that a mail tells of are Mentor’s. */
const OF_A_MACHINE =
  /\b(?:relances?|rappels?) (?:automatiques?|de (?:la plateforme|mentor))|\b(?:je suis|suis|etre|sommes|est) (?:encore |toujours )?relancee?s?\b/
const MINE = /\b(?:mes|nos|ma|sans reponse|malgre|ecrit|je (?:vous )?relance)\b/
/** What Mentor sends by itself, or what they receive. */
const ONE_OF_THEIRS =
  /\b(?:(?:je|j ai|nous|on) (?:\w+ ){0,2}(?:recois|recevons|recevoir|recu)(?! (?:de |d |aucun\w* |la moindre )*(?:reponse|retour))|m envoie\w*|m avez (?:envoye|adresse|ecrit|relance|rappele|transmis|repondu)|m (?:a|ont) ete|nous envoie\w*|vos (?:\w+ )?(?:relances?|rappels?)|(?:relances?|rappels?) (?:automatiques?|de (?:la plateforme|mentor))|par (?:jour|semaine|mois)|chaque (?:jour|semaine)|merci (?:pour|de) (?:votre|vos) (?:\w+ )?(?:reponse|retour)s?)\b/

const NO_ANSWER = new RegExp(`\\b${UNANSWERED}`)
const DOING =
  /\b(?:(?:recommenc|refai|repass|rat|echou|essa[iy]|tent|plant|deconnect|ejecte|bloqu)\w*|quizz?|questionnaire|test)\b/
const WRITING =
  /\b(?:(?:ecri|relanc|contact|sollicit|demand|signal|adress|repon|joindre|rappel|reclam)\w*|messages?|mails?|courriels?|reponses?|retour|nouvelles?|envois?)\b/

export function reminderIn(clauses: string[]): string | undefined {
  const areMine = !clauses.some((clause) => OF_A_MACHINE.test(clause))
  const said = clauses.filter(
    (clause) => !ONE_OF_THEIRS.test(clause) && (areMine || MINE.test(clause)),
  )
  const isUnheard = said.some((clause) => NO_ANSWER.test(clause))
  const inPairs = said.map((clause, i) => `${clause} ${said[i + 1] ?? ""}`)
  return (
    firstOf(SAID, said.filter(isOfWriting)) ??
    firstOf([...UNHEARD, ...(isUnheard ? TWICE : [])], inPairs.filter(isOfWriting))
  )
}

/** « Je recommence le quiz pour la sixième fois » */
function isOfWriting(clause: string): boolean {
  return !DOING.test(clause) || WRITING.test(clause)
}

function firstOf(patterns: RegExp[], clauses: string[]): string | undefined {
  for (const pattern of patterns)
    for (const clause of clauses) {
      const words = pattern.exec(clause)?.[1]
      if (words) return words
    }
  return undefined
}
