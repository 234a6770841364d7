const MOST_NAMED = 300
/** Its columns may change under a copy that runs while a newer one migrates: PostgreSQL would refuse the old plan for ever. */
const ALL_COLUMNS = /\w\.\*|\* FROM "/

/**
 * Names for what is asked again and again, so that PostgreSQL reads and plans it once for each connection. The others
 * have none, "", and are planned each time.
 */
export function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known) return known
    if (names.size >= MOST_NAMED || ALL_COLUMNS.test(sql)) return ""
    const name = `telemaque ${names.size}`
    names.set(sql, name)
    return name
  }
}
