// The sum of vitest's JSON reports, alone on the last line; above it, by name, what was skipped.
import { readFileSync } from "node:fs"

const reports = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")))
const tests = reports.flatMap(({ testResults }) =>
  testResults.flatMap(({ assertionResults }) => assertionResults),
)
const those = (...statuses) => tests.filter(({ status }) => statuses.includes(status))
// a file that cannot even be loaded has no test that failed
const brokenFiles = reports
  .flatMap(({ testResults }) => testResults)
  .filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0)

for (const { fullName } of those("skipped", "pending", "todo", "disabled"))
  console.log(`skipped: ${fullName}`)
const passed = those("passed").length
const failed = those("failed").length + brokenFiles.length
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
