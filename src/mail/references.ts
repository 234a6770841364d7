import type { StoredMail } from "./store.ts"

const MAX_REFERENCES = 20

/** RFC 5322: the thread's Message-IDs, the one answered last. A machine's mail is not answered. */
export function referencesOf(mails: StoredMail[]): string[] {
  const answered = mails.filter(({ automatic }) => !automatic)
  return answered.flatMap(({ messageId }) => messageId ?? []).slice(-MAX_REFERENCES)
}
