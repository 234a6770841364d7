const KB = 1024
const MB = 1024 * KB

/** What one mail may cost. Beyond, what was reached is kept and the rest is left out. */
export const LIMITS = {
  size: 25 * MB,
  parts: 500,
  nesting: 100,
  headerBlock: MB,
  headerField: 100 * KB,
  addressesPerHeader: 1_000,
  identifiers: 1_000,
  /** Characters of one identifier, of one address: RFC 5321 allows 320, an index of PostgreSQL 2,700 bytes. */
  identifier: 600,
  address: 500,
  /** Characters of text, and of HTML: a mail is read by people. */
  text: 2 * MB,
  html: MB,
  htmlDepth: 100,
}
