import { fold } from "../triage/lexicon.ts"

const MAX_WORDS = 25
const THANKS = /^(mercis?|remercie|remercions|remerciements?|thanks?|thx)$/
const NAME = /^\p{Lu}\p{Ll}+$/u

/** What people say when they only say thanks. « Merci de… » with any other word asks for something. */
const COURTEOUS = new Set(
  `bonjour bonsoir hello hi re madame monsieur mesdames messieurs chere cher a tous toutes toi vous l equipe
   merci mercis remercie remercions remerciement remerciements thanks thank thx you beaucoup bien infiniment vivement
   sincerement chaleureusement encore mille grand un je j nous on tres pour de d du votre vos ton ta tes cette ce le la les
   aide retour reponse reponses reactivite rapidite efficacite gentillesse disponibilite support assistance travail
   explication explications precision precisions intervention accompagnement patience professionnalisme soutien
   avoir m repondu aide aidee si vite aussi rapide rapidement
   c est ca cela tout marche fonctionne parfaitement desormais maintenant ok okay accord parfait parfaite super genial
   nickel top impeccable excellent excellente resolu regle reglee recu ai et
   bon bonne soiree journee apres midi week end fin semaine continuation bientot cordialement cdlt respectueusement
   amicalement salutations
   yes great it works working now perfect very much so a lot for your help quick answer reply all best regards`.split(
    /\s+/,
  ),
)

/** « Merci, ça marche ! » reopens nothing. In doubt, it is not thanks alone: then a person reads it. */
export function isThanksAlone(text: string): boolean {
  if (text.includes("?")) return false
  const sentences = text
    .split(/[.!\n]+/)
    .map((sentence) => sentence.match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((words) => words.length > 0)
  const words = sentences.flat()
  if (words.length > MAX_WORDS || !words.some((word) => THANKS.test(fold(word)))) return false
  return sentences.every(
    (sentence, at) =>
      sentence.every((word, i) => isCourteous(word) || (i > 0 && NAME.test(word))) ||
      (at === sentences.length - 1 && isSignature(sentence)),
  )
}

function isCourteous(word: string): boolean {
  return COURTEOUS.has(fold(word))
}

function isSignature(words: string[]): boolean {
  return words.length <= 3 && words.every((word) => NAME.test(word))
}
