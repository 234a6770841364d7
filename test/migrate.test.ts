import { execFile } from "node:child_process"
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import pg from "pg"
import { afterAll, beforeEach, expect, inject, test } from "vitest"
import { MigrationError, migrate } from "../adapters/store/migrate.ts"
import { testDatabase } from "./setup/database.ts"

const run = promisify(execFile)
const db = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), "telemaque-migrations-"))

beforeEach(async () => {
  await db.pool.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
  await rm(folder, { recursive: true })
})
afterAll(async () => {
  await db.close()
  await rm(folder, { recursive: true, force: true })
})

async function aMigration(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true })
  await writeFile(join(folder, name, "migration.sql"), sql)
}

async function applied(): Promise<string[]> {
  const sql = "SELECT migration_name FROM _prisma_migrations ORDER BY migration_name"
  const { rows } = await db.pool.query<{ migration_name: string }>(sql)
  return rows.map((row) => row.migration_name)
}

test("migrations are applied in the order of their names, each once", async () => {
  await aMigration("2_filled", "INSERT INTO seat VALUES (1); INSERT INTO seat VALUES (2)")
  await aMigration("1_made", "CREATE TABLE seat (number int PRIMARY KEY)")

  const first = await migrate(db.pool, folder)
  const second = await migrate(db.pool, folder)

  expect(first).toEqual(["1_made", "2_filled"])
  expect(second).toEqual([])
  expect((await db.pool.query("SELECT * FROM seat")).rowCount).toBe(2)
})

test("copies that start together apply each migration once between them", async () => {
  await aMigration("1_made", "CREATE TABLE seat (number serial)")
  await aMigration("2_filled", "INSERT INTO seat DEFAULT VALUES")
  const pools = Array.from({ length: 4 }, () => new pg.Pool({ connectionString: db.url, max: 1 }))

  const results = await Promise.all(pools.map((pool) => migrate(pool, folder)))

  expect(results.flat().sort()).toEqual(["1_made", "2_filled"])
  expect((await db.pool.query("SELECT * FROM seat")).rowCount).toBe(1)
  await Promise.all(pools.map((pool) => pool.end()))
})

test("a migration that fails leaves nothing, and says why", async () => {
  await aMigration("1_broken", "CREATE TABLE seat (number int); SELECT 1 / 0")

  await expect(migrate(db.pool, folder)).rejects.toThrow(/1_broken failed.*division by zero/)

  expect(await applied()).toEqual([])
  await aMigration("1_broken", "CREATE TABLE seat (number int)")
  expect(await migrate(db.pool, folder)).toEqual(["1_broken"])
})

test("a migration changed after it was applied is refused", async () => {
  await aMigration("1_made", "CREATE TABLE seat (number int)")
  await migrate(db.pool, folder)

  await aMigration("1_made", "CREATE TABLE seat (number bigint)")
  await aMigration("2_next", "DROP TABLE seat")

  await expect(migrate(db.pool, folder)).rejects.toThrow("1_made was changed")
  await expect(migrate(db.pool, folder)).rejects.toThrow(MigrationError)
  expect(await applied()).toEqual(["1_made"])
})

test("a database of a later release is refused", async () => {
  await aMigration("1_made", "CREATE TABLE seat (number int)")
  await aMigration("2_later", "DROP TABLE seat")
  await migrate(db.pool, folder)

  await rm(join(folder, "2_later"), { recursive: true })

  await expect(migrate(db.pool, folder)).rejects.toThrow("2_later, unknown to this release")
})

test("a migration that Prisma left unfinished is refused", async () => {
  await aMigration("1_made", "CREATE TABLE seat (number int)")
  await migrate(db.pool, folder)
  await db.pool.query("UPDATE _prisma_migrations SET finished_at = NULL")

  await expect(migrate(db.pool, folder)).rejects.toThrow("1_made did not finish")
})

test("the project's migrations and its schema agree, and Prisma finds the database up to date", async () => {
  await cp("prisma/migrations", folder, { recursive: true })
  const env = { ...process.env, DATABASE_URL: db.url }
  const prisma = (...args: string[]) => run("npx", ["prisma", "migrate", ...args], { env })

  expect(await migrate(db.pool, folder)).not.toEqual([])

  expect((await prisma("status")).stdout).toContain("Database schema is up to date")
  const schema = ["--to-schema", "prisma/schema.prisma"]
  const diff = await prisma("diff", "--from-migrations", folder, ...schema, "--exit-code")
  expect(diff.stdout).toContain("No difference detected")
  await aMigration("99999999999999_drift", "CREATE TABLE drift (id int PRIMARY KEY)")
  const drift = prisma("diff", "--from-migrations", folder, ...schema, "--exit-code")
  await expect(drift).rejects.toMatchObject({ code: 2 })
})

test("every test file has a database of its own, migrated, that can be emptied", async () => {
  const other = await testDatabase()
  const count = async (table: string) =>
    (await other.pool.query(`SELECT count(*)::int FROM "${table}"`)).rows[0].count
  await other.pool.query("CREATE TABLE seat (number serial)")
  await other.pool.query("INSERT INTO seat DEFAULT VALUES")

  await other.clear()

  expect(await count("seat")).toBe(0)
  expect(await count("_prisma_migrations")).toBeGreaterThan(0)
  expect(other.url).not.toBe(db.url)
  expect(other.url).toContain(inject("databases").prefix)
  await other.close()
})
