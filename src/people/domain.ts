import { editDistance } from "../spelling.ts"
import { type DomainVerdict, domainOf } from "./requester.ts"

const PERSONAL =
  "gmail.com googlemail.com hotmail.com hotmail.fr outlook.com outlook.fr live.com live.fr msn.com yahoo.com yahoo.fr ymail.com icloud.com me.com orange.fr wanadoo.fr free.fr sfr.fr neuf.fr laposte.net bbox.fr numericable.fr aol.com gmx.com gmx.fr proton.me protonmail.com tutanota.com".split(
    " ",
  )
/** What agents most often have after their @: a typing error is told by being near one of these. */
const MINISTRIES =
  "agriculture aviation-civile culture defense developpement-durable diplomatie ecologie education enseignementsup finances dgfip.finances douane.finances interieur gendarmerie.interieur intradef jeunesse-sports justice logement modernisation numerique outre-mer recherche sante.social territoires travail".split(
    " ",
  )
const GOUV = "gouv.fr"
/** Beside the end that was meant; none is a country's but .co, .cm and .om, where few agents live. */
const SLIPPED_ENDS: Record<string, string[]> = {
  com: "co cm om con cim vom xom cpm cmo ocm comm coom".split(" "),
  fr: "f r fe ft ff rf frr ffr dr fr.com fr.fr".split(" "),
  net: "ne nt ner nte nrt met bet nett".split(" "),
}
/** Near a known one, and real. */
const REAL = new Set(["mail.com", "email.com", "gmx.net"])
const LONG_NAME = 7
const VERY_LONG_NAME = 14

/** Those of the configuration, made once. */
const wildcards = new Map<string, RegExp>()

/** What an address's domain says of its owner. `publicDomains` may have wildcards: `*.gouv.fr`, `ac-*.fr`. */
export function domainVerdict(address: string, publicDomains: string[]): DomainVerdict {
  const domain = domainOf(address)
  if (publicDomains.includes(domain)) return "public service"
  // Before the wildcards, which take a ministry with a letter too many for another one.
  if (publicDomains.includes(`*.${GOUV}`) && isSlipOfMinistry(domain)) return "likely typo"
  if (publicDomains.some((pattern) => matches(domain, pattern))) return "public service"
  if (PERSONAL.includes(domain)) return "personal webmail"
  const known = [...PERSONAL, ...publicDomains.filter((pattern) => !pattern.includes("*"))]
  const isSlip = known.some((name) => isSlipOf(domain, name.toLowerCase()))
  return isSlip && !REAL.has(domain) ? "likely typo" : "unknown"
}

/** "*." at the beginning stands for one label or more, "*" elsewhere for anything but a dot. */
function matches(domain: string, pattern: string): boolean {
  const known = wildcards.get(pattern) ?? wildcard(pattern)
  wildcards.set(pattern, known)
  return known.test(domain)
}

function wildcard(pattern: string): RegExp {
  const source = pattern
    .toLowerCase()
    .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replace(/^\*\\\./, "(?:[^.]+\\.)+")
    .replace(/\*/g, "[^.]*")
  return new RegExp(`^${source}$`)
}

function isSlipOfMinistry(domain: string): boolean {
  if (/(?:^|\.)gouv\.fr\.|[^.]gouv\.fr$/.test(domain)) return true
  const end = domain.split(".").slice(-2).join(".")
  if (end !== GOUV && (isSlipOf(end, GOUV) || editDistance(end, GOUV) === 1)) return true
  return MINISTRIES.some((name) => isSlipOf(domain, `${name}.${GOUV}`))
}

/** One slip of the finger; two in a long name. The first letter is rarely missed. */
function isSlipOf(domain: string, known: string): boolean {
  if (domain === known || domain.charAt(0) !== known.charAt(0)) return false
  const [name, end] = cut(domain)
  const [knownName, knownEnd] = cut(known)
  if (name === knownName) return SLIPPED_ENDS[knownEnd]?.includes(end) ?? false
  if (end !== knownEnd) return false
  const length = Math.min(name.length, knownName.length)
  const most = length >= VERY_LONG_NAME && name.includes("-") ? 2 : 1
  // Before counting, which takes long on a long name.
  if (Math.abs(name.length - knownName.length) > most) return false
  if (editDistance(name, knownName) > most) return false
  return length >= LONG_NAME || isSwapOrSkip(name, knownName)
}

/** A letter missed, doubled or exchanged with its neighbour: another letter would make another short name. */
function isSwapOrSkip(name: string, known: string): boolean {
  const letters = (text: string) => [...text].sort().join("")
  if (name.length === known.length) return letters(name) === letters(known)
  return name.length < known.length || new Set(name).size === new Set(known).size
}

/** « developpement-durable.gouv », « fr » */
function cut(domain: string): [string, string] {
  const isOnOurs = /^(.+)\.(fr\.(?:com|fr))$/.exec(domain)
  if (isOnOurs?.[1] && isOnOurs[2]) return [isOnOurs[1], isOnOurs[2]]
  const dot = domain.lastIndexOf(".")
  return [domain.slice(0, dot), domain.slice(dot + 1)]
}
