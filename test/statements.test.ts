// What is asked of PostgreSQL again and again is planned once.
import { expect, test } from "vitest"
import { statementNames } from "../adapters/store/statements.ts"

test("the same statement keeps its name, another one has another", () => {
  const nameOf = statementNames()

  const first = nameOf({ sql: "SELECT 1" })

  expect(first).not.toBe("")
  expect(nameOf({ sql: "SELECT 1" })).toBe(first)
  expect(nameOf({ sql: "SELECT 2" })).not.toBe(first)
})

test.each([`SELECT * FROM "Ticket"`, `SELECT t.*, 1 AS one FROM "Ticket" t`])(
  "« %s » has none: its columns may change while the bot runs",
  (sql) => {
    expect(statementNames()({ sql })).toBe("")
  },
)

test("statements whose text varies do not fill the server's memory", () => {
  const nameOf = statementNames()

  const names = new Set(Array.from({ length: 5_000 }, (_, n) => nameOf({ sql: `SELECT ${n}` })))

  expect(names.size).toBeLessThan(400)
})
