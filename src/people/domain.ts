import { editDistance } from "../spelling.ts"
import { type DomainVerdict, domainOf } from "./requester.ts"

const PERSONAL = new Set(
  "gmail.com googlemail.com hotmail.com hotmail.fr outlook.com outlook.fr live.com live.fr msn.com yahoo.com yahoo.fr ymail.com icloud.com me.com orange.fr wanadoo.fr free.fr sfr.fr neuf.fr laposte.net bbox.fr numericable.fr aol.com gmx.com gmx.fr proton.me protonmail.com tutanota.com".split(
    " ",
  ),
)
const MAX_TYPO_DISTANCE = 2
const MIN_TYPO_LENGTH = 8

/** What an address's domain says of its owner. `publicDomains` may have wildcards: `*.gouv.fr`, `ac-*.fr`. */
export function domainVerdict(address: string, publicDomains: string[]): DomainVerdict {
  const domain = domainOf(address)
  if (publicDomains.some((pattern) => matches(domain, pattern))) return "public service"
  if (PERSONAL.has(domain)) return "personal webmail"
  const known = [...PERSONAL, ...publicDomains.flatMap(tail)]
  return known.some((name) => isTypoOf(domain, name)) ? "likely typo" : "unknown"
}

/** "*." at the beginning stands for one label or more, "*" elsewhere for anything but a dot. */
function matches(domain: string, pattern: string): boolean {
  const source = pattern
    .toLowerCase()
    .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replace(/^\*\\\./, "(?:[^.]+\\.)+")
    .replace(/\*/g, "[^.]*")
  return new RegExp(`^${source}$`).test(domain)
}

/** What stands after the wildcard is compared with the end of the domain. */
function tail(pattern: string): string[] {
  return pattern.includes("*") ? [] : [pattern.toLowerCase()]
}

function isTypoOf(domain: string, known: string): boolean {
  const labels = known.split(".").length
  const end = domain.split(".").slice(-labels).join(".")
  if (known.length < MIN_TYPO_LENGTH || end === known) return false
  // Before counting, which takes long on a long name.
  if (Math.abs(end.length - known.length) > MAX_TYPO_DISTANCE) return false
  return editDistance(end, known) <= (known.length > 12 ? MAX_TYPO_DISTANCE : 1)
}
