/** What stands where a secret was. */
export const MASK = "[masqué]"

// « Mot de passe temporaire : Xy12!ab », "password is foo", « mdp=… ». The value is what follows the sign.
const STATED =
  /((?:mots? de passe|mdp|password|passwd|pwd|code (?:secret|provisoire|temporaire|d['’]acc[eè]s|de v[eé]rification|de confirmation)|passcode|pin)(?:\s+(?:temporaire|provisoire|initial|actuel|par d[eé]faut|temporary|is|est|de connexion|mentor)){0,4}[ \t]*(?:["«]\s*)?(?:[:=]|\best\b|\bis\b)[ \t]*(?:\n[ \t>]*)?["«]?[ \t\u00a0]*)([^\s»"]{4,})/giu

// A link whose address carries a key: activation, reset, one-time login.
const LINK = /https?:\/\/[^\s<>"»)]+/giu
const SECRET_PART =
  /(token|key|cle|code|confirm|activat|reset|forgot|oubli|secret|data|hash|otp|ticket|auth|sesskey)|[?&/=][A-Za-z0-9_-]{20,}/iu

/**
 * Masks passwords, activation links and tokens. What is shown to the team goes through here; the raw source does not
 * (promise 6). Idempotent.
 */
export function maskSecrets(text: string): string {
  return text.replace(LINK, maskLink).replace(STATED, (_, label: string) => `${label}${MASK}`)
}

function maskLink(link: string): string {
  const end = link.search(/[?#]/)
  const path = end < 0 ? link : link.slice(0, end)
  if (!SECRET_PART.test(link.slice(link.indexOf("/", 8) + 1))) return link
  const origin = link.match(/^https?:\/\/[^/?#]+/iu)?.[0] ?? path
  return `${origin}/${MASK}`
}
