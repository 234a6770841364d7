import { maskSecrets } from "../../../src/privacy/masking.ts"

// Overrides and embeddings turn « gpj.exe » into « exe.jpg », and reach beyond the text they are in.
const DIRECTION_MARKS = /[\u202a-\u202e\u2066-\u2069]/g

/** What came in a mail, as it may be shown: without its secrets, and in the order in which it was written. */
export function readable(text: string): string {
  return maskSecrets(text).replace(DIRECTION_MARKS, "")
}
