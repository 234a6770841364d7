import { list, refuse } from "./parse.ts"

/**
 * Whose agents use Mentor: ministries (gouv.fr), academies, courts, and what else the State writes from.
 * "*." at the beginning stands for one label or more, "*" elsewhere for anything but a dot.
 */
export const PUBLIC_SERVICE_DOMAINS = [
  "gouv.fr",
  "*.gouv.fr",
  "ac-*.fr",
  "region-academique-*.fr",
  "justice.fr",
  "*.justice.fr",
  "conseil-etat.fr",
  "*.conseil-etat.fr",
  "juradm.fr",
  "*.juradm.fr",
  "ccomptes.fr",
  "*.ccomptes.fr",
  "insee.fr",
  "ars.sante.fr",
  "cerema.fr",
  "ign.fr",
  "meteo.fr",
  "ofb.gouv.fr",
  "onf.fr",
  "univ-*.fr",
]

const PATTERN = /^(\*\.)?[a-z0-9*-]+(\.[a-z0-9*-]+)*\.[a-z]{2,}$/

export function domains() {
  return list().transform((patterns, context) => {
    const wrong = patterns.find((pattern) => !PATTERN.test(pattern))
    if (wrong === undefined) return patterns
    return refuse(
      context,
      `has « ${wrong} », which is not a domain`,
      "Write domains with commas between, as gouv.fr, *.gouv.fr, ac-*.fr.",
    )
  })
}
