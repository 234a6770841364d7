import { maskRanges } from "./mask.ts"
import { maskLinks } from "./secret-links.ts"
import { statedSecrets } from "./stated-secrets.ts"

const MAX_PASSES = 6

/**
 * Masks passwords, codes, activation links and tokens. What is shown to the team goes through here; the raw source
 * does not (promise 6). Idempotent, linear, and in doubt it masks: the source is a click away.
 */
export function maskSecrets(text: string): string {
  let masked = maskOnce(text)
  // A mask may change how the words beside it are read.
  for (let pass = 1, before = text; masked !== before && pass < MAX_PASSES; pass++) {
    before = masked
    masked = maskOnce(masked)
  }
  return masked
}

function maskOnce(text: string): string {
  const masked = maskLinks(text)
  return maskRanges(masked, statedSecrets(masked))
}
