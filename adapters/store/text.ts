/**
 * The same values in text that PostgreSQL takes: it refuses NUL, and halves of characters in JSON. Whatever people and
 * their mail programs write is kept, with a visible mark in place of these.
 */
export function storable<T>(value: T): T {
  return cleaned(value) as T
}

const REPLACEMENT = "\ufffd"

function cleaned(value: unknown): unknown {
  if (typeof value === "string") return cleanText(value)
  if (Array.isArray(value)) return value.map(cleaned)
  return isPlain(value)
    ? Object.fromEntries(
        Object.entries(value).map(([key, kept]) => [cleanText(key), cleaned(kept)]),
      )
    : value
}

function cleanText(text: string): string {
  return text.toWellFormed().replaceAll("\0", REPLACEMENT)
}

/** Bytes, dates and Prisma's own marks are left as they are. */
function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null && value.constructor === Object
}
