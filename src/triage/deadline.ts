// A deadline within three working days, or a session that runs now. Each clause is folded.
import {
  daysNamed,
  daysToDate,
  daysToDayOfMonth,
  daysToWeekday,
  MONTH,
  type Today,
  todayTold,
  WEEKDAY as WEEKDAY_NAME,
} from "./dates.ts"

/** « Jeudi », « jeudi 14 h »; « jeudi 17 décembre » is a date. */
const WEEKDAY = `${WEEKDAY_NAME}(?! \\d{1,2}(?!h| ?\\d*h)\\b)`

const FEW = "(?: (?!depuis|hier|jamais|dernier|derniere|passee?|avant)\\w+){0,4}"
const HOUR = "\\d{1,2} ?h(?: ?\\d{2})?"
const PLUS =
  "(?:avant(?: que)?|d ici|pour|(?:by|until|before)(?: noon| midday| the end of)*(?: on)?|au plus tard|limite|butoir|echeance|dernier delai|derniere limite|expire\\w*)(?: (?:le|la|a|ce|est|c est|fixee?|au))*"
const EVENT =
  "(?:sessions?|seances?|candidatures?|formations?|stage|classes?|visio\\w*|webinaires?|cours|presentiel|examen|exam|oral|oraux|jury|concours|epreuves?|evaluation|quizz?|test|certification|commission|reunion|comite|rendez vous|rdv|entretien|soutenance|audition|atelier|journee|cloture|depot|echeance|limite|butoir|regroupement|seminaire|titularisation|prise de (?:poste|fonctions?|service)|train|avion|mission|depart|contrat|habilitation|deadline|inscriptions?|dossiers?|parcours|tp|training|class|exam)"
const HAPPENS =
  "(?:commence\\w*|commencons|demarr(?:e|es|ent|era|ons)|debut(?:e|es|ent|era|ons)|ouvr(?:e|ent|ira)|ferm(?:e|ent|era)|clot|clotur(?:e|ent|era)|expir(?:e|ent|era)|s arret\\w+|se termin\\w+|termin(?:e|ent|era)|finit|finissent|prend fin|a lieu|ont lieu|aura lieu|auront lieu|se tient|se tiendra|se deroule|se reuni\\w+|anim(?:e|er|ons|era)|(?<!de )passe|passons|presente|soutiens|dois|doit|doivent|devons|faut|besoin|rend(?:re|s)|fournir|finir|terminer|valider|starts?)"
const IS =
  "(?:est|sont|c est|sera|seront|tombe|is|are|prevue?s?)(?: (?:des|pour|prevue?s?|fixee?s?|programmee?s?))*"
const AHEAD =
  "(?:apres demain|demain|dans (?:une (?:dizaine|quinzaine|vingtaine) de minutes|quelques (?:minutes|heures)|un (?:petit )?quart d heure|(?:une )?demi heure)|dans (?:une|1|la) (?:petite )?(?:heure|demi heure|minute)\\w*|dans (?:moins d une |moins de )?(?:\\d{1,2}|deux|trois|quatre|cinq|dix|quinze|vingt|trente) ?(?:heures|h|minutes|min|mn)|dans (?:2|3|deux|trois|1|un) jours?|(?:sous|d ici) (?:24|48|72)(?: ?h| heures)|(?:sous|d ici) (?:un|deux|trois|1|2|3|quelques) jours?|(?:avant|d ici|pour) la fin de (?:la |l )?(?:matinee|apres midi|journee)|plus que (?:quelques|une|deux|trois|\\d{1,2}) (?:heures?|minutes?)|plus que (?:un|deux|2|3|trois) jours?|dans l heure|dans les (?:24|48|72|deux|2|trois|3) ?(?:h|heures|jours)|reste (?:\\w+ ){0,2}(?:24|48|72)h|reste (?:\\w+ ){0,2}(?:une?|deux|trois|1|2|3|quelques) (?:jours?|heures?|minutes?)|dans (?:la matinee|l apres midi)|d une minute a l autre|d ici (?:la )?(?:ce soir|fin de (?:la )?journee|midi|minuit)|(?<!hier (?:\\w+ ){0,2})(?:dans la journee|fin de (?:la )?journee)|avant (?:midi|minuit|ce soir|ce midi)|tomorrow|tonight|in (?:an?|one|two|three|five|ten|fifteen|twenty|thirty|\\d+) (?:hours?|minutes?)|dernier jour)"
const TODAY =
  "(?:aujourd hui|ce jour(?! la)|ce matin|ce midi|cet apres midi|cet aprem|cette apres midi|cette aprem|cette nuit|ce soir|tout a l heure|tantot|today|this (?:morning|afternoon|evening))"
const PAST =
  /\b(?:j ai|nous avons|on a|je me suis|il a|elle a|m a|a ete|ai ete|etait|etais|avais|avait|marchait|fonctionnait|depuis|hier)\b(?! (?:une?|mon|ma|mes|le|la|l|les|besoin|rendez|cours|classe|jusqu|rdv|examen|oral|session|formation|visio|stage)\b)/

const OWN_DOING =
  /\b(?:(?<!n est (?:pas )?)(?:^|bonne soiree|bonne journee|merci|et) ?a (?:demain|lundi|mardi|mercredi|jeudi|vendredi)|(?:je|j|nous|on) (?:\w+ ){0,3}(?:absent\w*|(?:prends|suis|serai|pars|partirai) (?:\w+ )?(?:mes |mon )?(?:conges?|repos|rtt)|(?:en |de )(?:conges?|repos|rtt|deplacement)|teletravail|de retour|reviens|reviendrai|reviendrons|revenir vers|rappel\w+|travaille|appelez moi|joignables?|disponibles?|repondrai|repondrons|reessa\w+|retent\w+|repass\w+|recontact\w+|confirmer(?:ai|ons)?|verifier(?:ai|ons)?|regarder(?:ai|ons))|attend\w* (?:votre|vos|une|de vos) (?:retour|reponse|nouvelle)s?|attend\w* (?:jusqu )?(?:a |au )?demain|(?:faut|dois|doit)(?: il| je| on)? attendre|n (?:ai|a|avons|ont) pas pu (?:\w+ ){0,4}avant|du jour au lendemain|(?:pas|rien|ni) (?:\w+ ){0,2}pour (?:demain|aujourd hui|ce soir))\b/
const CALM =
  /\b(?:rien d urgent|rien de (?:tres )?(?:urgent|presse)|rien ne presse|(?:pas|aucun\w*|sans|nullement|ni) (?:\w+ ){0,2}(?:urgent|urgence|presse(?!r)\w*)|quand vous (?:pourrez|aurez|voudrez)|prenez votre temps|pas a la minute|n est pas pour (?:demain|tout de suite)|pas (?:bien |tres |si )?grave|sinon plus tard|a votre convenance|a l occasion|aucune hate)\b/

const CERTAIN = [
  new RegExp(
    `\\b((?:${PLUS} (?:${AHEAD}|${TODAY})|(?:avant|d ici) ${HOUR}|(?:ai|avons|a|reste) (?:\\w+ )?jusqu a (?:${AHEAD}|${TODAY}|${WEEKDAY})))\\b`,
  ),
  new RegExp(`\\b(${AHEAD})\\b`),
]
const SAID_OF_TODAY = [
  new RegExp(`\\b((?:${EVENT}|${HAPPENS})${FEW} (?:d |de )?${TODAY})\\b`),
  new RegExp(
    `\\b(ne (?:serai|serons|pourrai|pourrons|viendrai|viendrons|participerai)(?: \\w+){0,8} ${TODAY})\\b`,
  ),
  /\b((?:anim(?:e|ons|er)|commencer|demarrer|debuter|passer|presenter|j ai (?:cours|visio|classe|session|formation)|commence|demarre|debute|reprend|ouvre|ferme|(?:se )?clot|se termine|finit|a lieu|se tient)(?:nt)? (?:a|vers|des) (?:\d{1,2} ?h(?: ?\d{2})?|midi|minuit))\b(?!.*\b(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|chaque|tous les)\b)/,
  new RegExp(
    `\\b((?:visio\\w*|classe virtuelle|session|seance|cours|examen|reunion|webinaire) (?:est |sera |prevue? )?(?:de|a|vers) ${HOUR})\\b(?!.*\\b(?:\\d{1,2} (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)|${WEEKDAY_NAME}|chaque|tous les))`,
  ),
  /\b(jour meme (?:de|du)(?: la| l)? \w+)\b/,
  new RegExp(`\\b(${IS} (?:pas (?:pour )?)?${TODAY})\\b`),
  new RegExp(`\\b(${TODAY} (?:a |vers |des |jusqu a |entre )?${HOUR})\\b`),
  new RegExp(`\\b(${HOUR} (?:de )?${TODAY})\\b`),
  new RegExp(
    `\\b(${TODAY}(?: meme)? (?:\\w+ ){0,1}(?:j ai|nous avons|on a|il y a|c est|a lieu|se tient|je (?:passe|dois|presente|suis en)|dernier\\w*|au plus tard)(?: (?:une?|mon|ma|le|la|l|en|rendre))*(?: ${EVENT})?)\\b`,
  ),
]
const RUNNING = [
  /\b((?:formation|visio\w*|classe|cours|session|webinaire)(?: \w+){0,4} en direct)\b/,
  /\b((?:session|classe(?: virtuelle)?|visio\w*|webinaire|(?:la|cette|notre) formation|stage|atelier|examen|epreuve|reunion)(?: \w+){0,4} en cours(?! (?:de|d)\b))\b/,
  /\b((?:session|classe(?: virtuelle)?|visio\w*|webinaire|formation|stage|atelier|examen|epreuve|cours|reunion)(?: \w+){0,4} (?:a|ont|est|sont|vient|viennent) (?:de |deja |bien |pourtant )*(?:commence\w*|demarre\w*|debute\w*|lance\w*)(?! (?:en|le \d|l an|la semaine derniere|il y a (?:\d+|un|une|deux|trois|quelques) (?:jour|semaine|mois|an))))\b/,
  /\b((?:commenc|demarr|debut|attaqu)\w+ (?:\w+ ){0,2}(?:il y a|depuis) (?:\w+ ){1,2}(?:minutes?|min|mn|heures?|quart d heure))\b/,
  new RegExp(
    `\\b((?:est|a|ont|on a|avons) (?:commenc|demarr|debut|attaqu)\\w+ (?:a|depuis|des) ${HOUR})\\b`,
  ),
  /\b((?:je suis|nous sommes|on est|suis|sommes) (?:actuellement |deja |tous |cense\w* etre )*(?:en (?:salle|pleine? \w+|session|visio|classe|plein examen|direct)|dans la salle|connectes? (?:a|dans) la (?:classe|visio)))\b/,
  /\b((?:en ce moment|actuellement|la maintenant|a l instant)(?: \w+){0,5} (?:classe|visio\w*|session|webinaire|salle|direct|examen|epreuve|oral))\b/,
  /\b(cense\w* (?:etre|suivre|animer|participer)(?: \w+){0,5} (?:depuis|en ce moment|maintenant))\b/,
  /\b(en pleine? (?:session|formation|classe|visio\w*|examen|cours|atelier)|en ce moment meme|(?:stagiaires|participants|agents|salle|groupe|classe)(?: \w+){0,3} (?:devant moi|attendent|en attente|patientent)|devant (?:mes|les|nos|\d+) (?:stagiaires|participants|agents|eleves))\b/,
  /\b(vien(?:t|nent) de (?:lancer|ouvrir|attaquer|demarrer|commencer) (?:la|le|l|notre) (?:session|visio\w*|classe|cours|webinaire|formation|atelier|examen|epreuve)|anim(?:e|ons) (?:la|maintenant|actuellement|tout de suite))\b/,
  /\b(en train de (?:se derouler|suivre|animer|passer)|(?:premier|deuxieme|second|dernier|2e|2eme|1er) jour (?:de|du) (?:stage|formation|session|la formation|la session)|j [123] (?:avant|de)|(?:visio\w*|classe|session|cours|webinaire)(?: \w+){0,2} (?:la maintenant|mtn|maintenant|en ce moment|a l instant))\b/,
  /\b((?:ils|elles|on|nous|ca|cela) (?:a|ont|avons|est) deja (?:commenc|demarr|debut)\w+|(?:participe|assiste|suis|anime) (?:\w+ )?depuis (?:hier|ce matin|lundi|mardi|mercredi|jeudi) a (?:la|une) (?:session|formation|classe))\b/,
  /\b((?:actuellement|en ce moment) en (?:formation|stage|cours|evaluation)|(?:evaluation|epreuve|test|quizz?) en ce moment|(?:started|began) (?:\w+ ){0,3}(?:minutes?|hours?) ago)\b/,
  /\b((?:a|ont) (?:deja )?(?:lance|ouvert|demarre|commence|attaque) (?:la|le|notre) (?:session|visio\w*|classe|webinaire|seance))\b(?! (?:\w+ ){0,3}(?:le \d|en |hier|il y a \w+ (?:jour|mois|semaine)|la semaine|lundi|mardi|mercredi|jeudi|vendredi))/,
  /\b(in progress|has (?:already |just )?started|is running now)\b/,
]
const ON_WEEKDAY = [
  new RegExp(
    `\\b((?:avant|pour|d ici)(?: (?:la|le|l|ma|mon|notre|cette|ce))? ${EVENT}(?: \\w+){0,3} ${WEEKDAY})`,
  ),
  new RegExp(`\\b(${PLUS} (?:de )?${WEEKDAY})`),
  new RegExp(`\\b((?:${EVENT}|${HAPPENS})${FEW}(?<! de| du| d| l autre| des) ${WEEKDAY})`),
  new RegExp(`\\b(${IS} (?:le |ce )?${WEEKDAY})`),
  new RegExp(
    `\\b((?:(?:fixee?s?|prevue?s?|programmee?s?|avancee?s?) (?:a|au|pour|le|ce)|(?:attendue?s?|exigee?s?|requise?s?)(?: (?:pour|le|ce|des|avant))?|sans (?:\\w+ ){1,3}) ?${WEEKDAY})`,
  ),
  new RegExp(
    `\\b(${WEEKDAY}(?: matin| soir| midi| apres midi)? (?:a ${HOUR} )?(?:j ai|nous avons|on a|je passe|c est|commence|demarre|debute|a lieu|se tient|dernier\\w*|au plus tard))\\b`,
  ),
]
const NOT_COMING =
  /\b(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|semaine|mois|an|annee|session|fois|message|mail)s? (?:dernier|derniere|passee?)s?(?! delai| jour| carat)|en huit|en quinze|(?:depuis|hier|des|reponse de|mail de|message de|courriel de|recue?s?|demandee?|envoyee?|inscrite?|validee?|faite?|ecrit|de ce|tous les|chaque)(?: (?:le|mon|ce|\w+))? (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))\b/
const NEXT = /\b(?:prochaine?|suivante?)\b/
const DATED = new RegExp(
  `\\b((?:${PLUS}|${EVENT}|${HAPPENS})(?: (?!depuis|hier)\\w+){0,5} \\d{1,2}(?:er)? ${MONTH}(?: 20\\d\\d)?)`,
)
/** Any other coming day, where nothing tells that it is past, a habit, or somebody’s leave. */
const ANY_DAY = new RegExp(
  `(?<!\\b(?:le|les|de|du|depuis|hier|des|chaque|et|ou|a|sauf) )\\b(${WEEKDAY})\\b(?!s)`,
)
const TOLD_AS_PAST =
  /\b(?:depuis|hier|a ete|(?:ai|(?:m|l|il|elle|on|qui) a|avons|avez|ont|suis|est|sont|m a|m ont|ete|etait|avait) (?:\w+ ){0,2}(?!(?:passe|lieu|exige|requis|prevue?|fixee?|attendue?)\b)\w{2,}(?:e|ee|es|ees|i|is|ie|it|u|ue|us))\b/
/** « Avant que le jury ne se réunisse, le 14 » */
const DAY_OF_MONTH = new RegExp(
  `\\b((?:${PLUS}|${EVENT}|${HAPPENS})(?: (?!depuis|hier)\\w+){0,5} (?:le|au|du|${WEEKDAY_NAME}) (?:\\d{1,2} (?:au|et|et le) )?\\d{1,2})(?! (?:${MONTH}|h\\b|\\d))\\b(?!h)`,
)
const ANY_DATE = new RegExp(`\\b\\d{1,2}(?:er)? ${MONTH}`)
const SOON = 3
const WORDS_BEFORE = 4

/** The words that say it; undefined when nothing presses. `today` where the day of the mail is known. */
export function deadlineIn(written: string[], today: Today | null): string | undefined {
  const clauses = written.map((clause) => daysNamed(clause, today))
  const running = firstOf(clauses, RUNNING)
  if (running) return running
  if (clauses.some((clause) => CALM.test(clause))) return undefined
  const said = clauses.filter((clause) => !OWN_DOING.test(clause))
  return (
    firstOf(said, CERTAIN) ??
    firstOf(said, SAID_OF_TODAY, isPast) ??
    dayIn(said, today ?? todayTold(clauses))
  )
}

function dayIn(clauses: string[], today: Today | null): string | undefined {
  for (const clause of clauses) {
    const day = NOT_COMING.test(clause) ? undefined : firstOf([clause], ON_WEEKDAY, isPast)
    if (day && (today ? daysToWeekday(day, today) <= SOON : !NEXT.test(clause))) return day
    const dayOfMonth = NOT_COMING.test(clause)
      ? undefined
      : firstOf([clause], [DAY_OF_MONTH], isPast)
    if (dayOfMonth && today && daysToDayOfMonth(dayOfMonth, today) <= SOON) return dayOfMonth
    const isOpen = today?.isDated && !NOT_COMING.test(clause) && !TOLD_AS_PAST.test(clause)
    const any = isOpen ? ANY_DAY.exec(clause)?.[1] : undefined
    if (any && today && daysToWeekday(any, today) <= SOON) return any
    if (isOpen && today && daysToDate(clause, today) <= SOON)
      return DATED.exec(clause)?.[1] ?? ANY_DATE.exec(clause)?.[0]
    const date = DATED.exec(clause)?.[1]
    if (date && today && daysToDate(date, today) <= SOON) return date
  }
  return undefined
}

/** « J’ai essayé la formation ce matin » */
function isPast(clause: string, words: string): boolean {
  const before = clause.slice(0, clause.indexOf(words)).trim().split(" ").slice(-WORDS_BEFORE)
  return PAST.test(`${before.join(" ")} ${words}`)
}

function firstOf(
  clauses: string[],
  patterns: RegExp[],
  isNot: (clause: string, words: string) => boolean = () => false,
): string | undefined {
  for (const pattern of patterns)
    for (const clause of clauses) {
      const words = pattern.exec(clause)?.[1]
      if (words && !isNot(clause, words)) return words
    }
  return undefined
}
