#!/usr/bin/env node
// Stands for Prisma's native schema engine, which cannot be had offline: the same JSON-RPC on stdin and stdout, answered by
// Prisma's own wasm build of that engine over adapter-pg. Without DATABASE_URL it works on the embedded server, joining the
// one of a running bot or starting it for the time of the command. The shadow database is one more database on the same server.
import { readFileSync } from "node:fs"
import { createInterface } from "node:readline"
import { PrismaPg } from "@prisma/adapter-pg"
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils"
import pg from "pg"
import { openEmbeddedPostgres } from "../adapters/store/embedded.ts"

// the wasm glue wants this global, and reports its panics there
globalThis.PRISMA_WASM_PANIC_REGISTRY = { message: "", get() { return this.message }, set_message(text) { process.stderr.write(`${(this.message = text)}\n`) } }
const { SchemaEngine, version } = await import("@prisma/schema-engine-wasm")

const argv = process.argv.slice(2)
if (argv.includes("--version")) { console.log(`schema-engine-cli ${version()}`); process.exit(0) }
if (argv.includes("cli")) process.exit(0) // "can-connect-to-database", "create-database": the engine's own calls tell

const CHAR = 18 // the catalogues' type "char", which adapter-pg does not know, and the engine does
pg.types.setTypeParser(CHAR, String)

/** adapter-pg with two corrections: the type "char", and scripts sent whole (it splits them at every ";", even inside a function). */
function corrected(adapter, pool) {
  const proto = Object.getPrototypeOf(Object.getPrototypeOf(adapter)) // the class with queryRaw and performIO
  return Object.assign(adapter, {
    async queryRaw(query) {
      const chars = []
      const reader = Object.create(adapter, { performIO: { value: async (q) => {
        const result = await proto.performIO.call(adapter, q)
        result.fields?.forEach((field, i) => { if (field.dataTypeID === CHAR) { chars.push(i); field.dataTypeID = 25 } })
        return result
      } } })
      const rows = await proto.queryRaw.call(reader, query)
      for (const i of chars) rows.columnTypes[i] = ColumnTypeEnum.Character
      return rows
    },
    async executeScript(sql) {
      try { await pool.query(sql) } catch (e) { adapter.onError(e) }
    },
  })
}

let database // the embedded server, once opened
async function open(config) {
  const pool = new pg.Pool(config)
  return { pool, adapter: corrected(await new PrismaPg(pool).connect(), pool) }
}
async function factory() {
  if (!process.env.DATABASE_URL) database = await openEmbeddedPostgres(process.env.BOT_DATA ?? "data/db")
  const main = new URL(database?.url ?? JSON.parse(argv[argv.indexOf("--datasource") + 1]).url)
  const connect = async () => {
    const { pool, adapter } = await open({ connectionString: main.href })
    return Object.assign(adapter, { dispose: () => pool.end() })
  }
  const connectToShadowDb = async () => {
    const name = `shadow_${process.pid}`
    const admin = new pg.Pool({ connectionString: main.href, max: 1 })
    await admin.query(`DROP DATABASE IF EXISTS ${name}`)
    await admin.query(`CREATE DATABASE ${name} TEMPLATE template0`)
    const { pool, adapter } = await open({ connectionString: Object.assign(new URL(main), { pathname: `/${name}` }).href })
    return Object.assign(adapter, { dispose: async () => {
      await pool.end()
      await admin.query(`DROP DATABASE ${name}`)
      await admin.end()
    } })
  }
  return { provider: "postgres", adapterName: "@prisma/adapter-pg", connect, connectToShadowDb }
}

let engine
async function call(method, params) {
  if (method === "createDatabase") return { databaseName: "" }
  const datamodels = argv.flatMap((arg, i) => (arg === "--datamodels" ? [[argv[i + 1], readFileSync(argv[i + 1], "utf8")]] : []))
  engine ??= await SchemaEngine.new({ datamodels: datamodels.length ? datamodels : undefined }, () => {}, bindMigrationAwareSqlAdapterFactory(await factory()))
  // the wasm engine forgets its shadow database once it has applied migrations, and finds it again by this call
  if (method === "evaluateDataLoss") await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters })
  const name = method === "getDatabaseVersion" ? "version" : method
  if (typeof engine[name] !== "function") throw new Error(`the wasm schema engine has no ${method}`)
  const result = await engine[name](params)
  if (method === "diff" && result.stdout != null) answer({ method: "print", params: { content: result.stdout }, id: 0 })
  return result ?? {}
}
function answer(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`)
}

let last = Promise.resolve() // one call after the other
createInterface({ input: process.stdin })
  .on("line", (line) => {
    if (!line.trim()) return
    const { id, method, params } = JSON.parse(line)
    last = last.then(() => call(method, params)).then(
      (result) => answer({ id, result }),
      (e) => answer({ id, error: { code: 4466, message: "An error happened. Check the data field for details.", data: { is_panic: false, message: e?.message ?? String(e), error_code: e?.code, meta: e?.meta ?? null } } }),
    )
  })
  .on("close", leave)
process.once("SIGTERM", leave) // how the CLI takes its leave

let leaving
function leave() {
  leaving ??= last.finally(() => database?.stop()).finally(() => process.exit(0))
}
