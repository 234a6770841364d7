// Links whose address is a key: activation, reset, one-time login. Plain links stay readable.
import { MASK } from "./mask.ts"
import { isOpaque } from "./secret-words.ts"

const MAX_LINK = 4_000
const MAX_WRAPPINGS = 3

// With or without its scheme; "<" and ">" may hold a link that a mail program cut in two lines.
const LINK =
  /<https?:\/\/[^\s<>"»]{1,4000}(?:\r?\n[ \t]*[^\s<>"»]{1,1000}){1,3}>|(?:https?:\/\/|(?<![\p{L}\d@/.:_-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}\/)[^\s<>"»]+(?:(?<=[=&?%])\r?\n[ \t>]*[^\s<>"»]+)?/giu
const PUNCTUATION = /[.,;:!?)\]}'’…]+$/u

/** Whatever the value. */
const SECRET_NAME =
  /^(?:.*token.*|.*passw(?:or)?d.*|.*secret.*|mdp|pwd|otp|sesskey|jwt|.*signature|sig|activation.*|.*confirm.*|.*reset.*|apikey|api_key|credential|nonce)$/i
/** When the value looks like a key. */
const SUSPECT_NAME =
  /^(?:key|cl[eé]|k|code|c|hash|h|data|d|auth|ticket|id_?token|s|p|t|u|uuid|invitation|session|sid|state)$/i
const KEY_PATH =
  /(?:activ|confirm|reset|reinit|r[eé]init|forgot|oubli|verif|v[eé]rif|valid|invit|magic|unlock|recover|password|mot-?de-?passe|token|one-?time|signin|hash)/i

export function maskLinks(text: string): string {
  return text.replace(LINK, (found) => {
    if (found.startsWith("<")) {
      const inside = found.slice(1, -1).replace(/\s+/g, "")
      const masked = maskLink(inside, MAX_WRAPPINGS)
      return masked === inside ? found : `<${masked}>`
    }
    const link = found.replace(PUNCTUATION, "")
    const whole = link.replace(/\s[\s>]*/, "")
    const masked = maskLink(whole, MAX_WRAPPINGS)
    return (masked === whole ? link : masked) + found.slice(link.length)
  })
}

function maskLink(link: string, wrappings: number): string {
  const { origin, path, query, login } = partsOf(link)
  const wrapped = wrappings > 0 ? unwrap(link, query) : null
  if (wrapped) return maskLink(wrapped, wrappings - 1)
  const bare = `${origin}/${MASK}`
  if (link.length > MAX_LINK) return bare
  const isSecret = query.some(isSecretPair) || hasKey(path)
  if (isSecret) return bare
  return login ? link.replace(login, `${MASK}@`) : link
}

type Parts = { origin: string; login: string; path: string; query: [string, string][] }

function partsOf(link: string): Parts {
  const [, scheme = "", login = "", host = "", rest = ""] =
    /^(https?:\/\/)?([^/?#@]{0,500}@)?([^/?#]*)(.*)$/isu.exec(link) ?? []
  const at = rest.search(/[?#]/)
  const path = at < 0 ? rest : rest.slice(0, at)
  const pairs = at < 0 ? [] : rest.slice(at + 1, at + MAX_LINK).split(/[&?#;]/)
  const query = pairs.map((pair): [string, string] => {
    const equals = pair.indexOf("=")
    if (equals < 0) return ["", decoded(pair)]
    return [decoded(pair.slice(0, equals)), decoded(pair.slice(equals + 1))]
  })
  return { origin: scheme + host, login, path: decoded(path), query }
}

/** Moodle writes « data=key/user »: a slash in such a value tells. */
function isSecretPair([name, value]: [string, string]): boolean {
  if (value === "" || value === MASK) return false
  if (SECRET_NAME.test(name)) return true
  if (SUSPECT_NAME.test(name)) return value.includes("/") || isOpaque(value, 6)
  return isOpaque(value, 20)
}

/** A long key anywhere in the path, or a shorter one after a word such as « activation ». */
function hasKey(path: string): boolean {
  let isAfterWord = false
  for (const segment of path.slice(0, MAX_LINK).split("/")) {
    if (isOpaque(segment, isAfterWord ? 6 : 24)) return true
    isAfterWord ||= KEY_PATH.test(segment)
  }
  return false
}

/** Mail gateways wrap links in their own: Outlook's Safe Links, Proofpoint (two ways), Barracuda and others. */
function unwrap(link: string, query: [string, string][]): string | null {
  if (
    !/^https?:\/\/[^/?#]*(?:safelinks|urldefense|linkprotect|cudasvc|protect|safelink|urlsand|vadesecure|sophos)/i.test(
      link,
    )
  ) {
    return null
  }
  const [, third] = /\/v3\/__(https?:\/+.*?)__;/i.exec(link) ?? []
  if (third) return third.replaceAll("*", "/")
  for (const [name, value] of query) {
    if (/^https?:\/\//i.test(value)) return value
    if (name === "u" && /^https?-3A__/i.test(value)) {
      return decoded(value.replace(/_/g, "/").replace(/-([0-9A-F]{2})/g, "%$1"))
    }
  }
  return null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
