import { availableParallelism } from "node:os"
import { defineConfig } from "vitest/config"

const LONG = "test/long/**/*.test.ts"
// Where a machine reads how it went.
const { TEST_REPORT } = process.env

export default defineConfig({
  test: {
    reporters: TEST_REPORT ? ["default", ["json", { outputFile: TEST_REPORT }]] : ["default"],
    globalSetup: ["test/setup/database-server.ts"],
    testTimeout: 20_000,
    // tests wait more than they work: vitest's own choice leaves a machine of two cores half idle
    maxWorkers: Math.max(2, availableParallelism() - 1),
    maxConcurrency: 3, // whole bots, on machines of two cores
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: "short", include: ["test/**/*.test.ts"], exclude: [LONG] } },
      { extends: true, test: { name: "long", include: [LONG], testTimeout: 600_000 } },
    ],
  },
})
