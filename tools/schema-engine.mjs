#!/usr/bin/env node
// Stands for Prisma's native schema engine, which is not on npm: the same JSON-RPC on stdin and stdout, answered by Prisma's
// own wasm build of that engine over adapter-pg. Without DATABASE_URL it works on the embedded server, joining the one of a
// running bot or starting it for the time of the command. The shadow database is one more database on the same server.
import { readFileSync } from "node:fs"
import { createInterface } from "node:readline"
import { PrismaPg } from "@prisma/adapter-pg"
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils"
import pg from "pg"
import { openEmbeddedPostgres } from "../adapters/store/embedded.ts"

// the wasm glue wants this global, and reports its panics there
globalThis.PRISMA_WASM_PANIC_REGISTRY = {
  message: "",
  get() {
    return this.message
  },
  set_message(text) {
    this.message = text
    process.stderr.write(`${text}\n`)
  },
}
const { SchemaEngine, version } = await import("@prisma/schema-engine-wasm")

const argv = process.argv.slice(2)
if (argv.includes("--version")) {
  console.log(`schema-engine-cli ${version()}`)
  process.exit(0)
}
if (argv.includes("cli")) process.exit(0) // "can-connect-to-database", "create-database": the engine's own calls tell

const CHAR = 18 // the catalogues' type "char", which adapter-pg does not know, and the engine does
const TEXT = 25
pg.types.setTypeParser(CHAR, String)

let database // the embedded server, once opened
let engine
let isLeaving = false
let last = Promise.resolve() // one call after the other

createInterface({ input: process.stdin })
  .on("line", (line) => {
    if (!line.trim()) return
    const { id, method, params } = JSON.parse(line)
    last = last
      .then(() => call(method, params))
      .then(
        (result) => answer({ id, result }),
        (error) => answer({ id, error: failure(error) }),
      )
  })
  .on("close", leave)
process.once("SIGTERM", leave) // how the CLI takes its leave
process.stdout.on("error", () => {}) // it may be gone already, and the server is still to be stopped

function leave() {
  if (isLeaving) return
  isLeaving = true
  last.finally(() => database?.stop()).finally(() => process.exit(0))
}

async function call(method, params) {
  if (method === "createDatabase") return { databaseName: "" }
  engine ??= await openEngine()
  // the wasm engine forgets its shadow database once it has applied migrations, and finds it again by this call
  if (method === "evaluateDataLoss") {
    const { migrationsList, filters } = params
    await engine.devDiagnostic({ migrationsList, filters })
  }
  const name = method === "getDatabaseVersion" ? "version" : method
  if (typeof engine[name] !== "function") {
    throw new Error(`the wasm schema engine has no ${method}`)
  }
  const result = await engine[name](params)
  if (method === "diff" && result.stdout != null) {
    answer({ method: "print", params: { content: result.stdout }, id: 0 })
  }
  return result ?? {}
}

function answer(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`)
}

function failure(error) {
  return {
    code: 4466,
    message: "An error happened. Check the data field for details.",
    data: {
      is_panic: false,
      message: error?.message ?? String(error),
      error_code: error?.code,
      meta: error?.meta ?? null,
    },
  }
}

async function openEngine() {
  const files = argv.filter((_, i) => argv[i - 1] === "--datamodels")
  const datamodels = files.map((file) => [file, readFileSync(file, "utf8")])
  const adapters = bindMigrationAwareSqlAdapterFactory(await factory())
  return SchemaEngine.new(
    { datamodels: datamodels.length > 0 ? datamodels : undefined },
    () => {},
    adapters,
  )
}

async function factory() {
  if (!process.env.DATABASE_URL) {
    database = await openEmbeddedPostgres(`${process.env.DATA_DIR || "data"}/db`)
  }
  const main = database?.url ?? JSON.parse(argv[argv.indexOf("--datasource") + 1]).url
  return {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => connect(main),
    connectToShadowDb: () => connectToShadow(main),
  }
}

async function connect(connectionString, afterwards = () => {}) {
  const pool = new pg.Pool({ connectionString })
  const adapter = corrected(await new PrismaPg(pool).connect(), pool)
  const dispose = async () => {
    await pool.end()
    await afterwards()
  }
  return Object.assign(adapter, { dispose })
}

async function connectToShadow(main) {
  const name = `shadow_${process.pid}`
  const admin = new pg.Pool({ connectionString: main, max: 1 })
  await admin.query(`DROP DATABASE IF EXISTS ${name}`)
  await admin.query(`CREATE DATABASE ${name} TEMPLATE template0`)
  return connect(Object.assign(new URL(main), { pathname: `/${name}` }).href, async () => {
    await admin.query(`DROP DATABASE ${name}`)
    await admin.end()
  })
}

/** adapter-pg with two corrections: the type "char", and scripts sent whole (it splits them at every ";", even inside a function). */
function corrected(adapter, pool) {
  const { queryRaw, performIO } = Object.getPrototypeOf(Object.getPrototypeOf(adapter))
  return Object.assign(adapter, {
    async queryRaw(query) {
      const chars = []
      const reader = Object.create(adapter, {
        performIO: {
          async value(...args) {
            const result = await performIO.apply(adapter, args)
            result.fields?.forEach((field, i) => {
              if (field.dataTypeID !== CHAR) return
              chars.push(i)
              field.dataTypeID = TEXT
            })
            return result
          },
        },
      })
      const rows = await queryRaw.call(reader, query)
      // never left as text: the engine panics on PostgreSQL 18
      for (const i of chars) rows.columnTypes[i] = ColumnTypeEnum.Character
      return rows
    },
    async executeScript(sql) {
      try {
        await pool.query(sql)
      } catch (error) {
        adapter.onError(error)
      }
    },
  })
}
