import { availableParallelism } from "node:os"
import { defineConfig } from "vitest/config"

const STORIES = "test/stories/**/*.test.ts"
const LONG = "test/long/**/*.test.ts"
/** Whole bots that are started, killed and timed: beside all the rest they would be judged slow. */
const PROCESSES = ["kill", "start", "processes", "processes-chats"].map(
  (name) => `test/${name}.test.ts`,
)
// Where a machine reads how it went.
const { TEST_REPORT } = process.env

// Tests wait more than they work: vitest's own choice leaves a machine of two cores half idle.
const CORES = availableParallelism()
const TOGETHER = { maxWorkers: Math.max(3, CORES - 1), sequence: { groupOrder: 0 } }
const AFTERWARDS = { maxWorkers: Math.max(2, CORES - 1), sequence: { groupOrder: 1 } }
const TWO_BY_TWO = { maxWorkers: 2, sequence: { groupOrder: 2 } }

export default defineConfig({
  test: {
    reporters: TEST_REPORT ? ["default", ["json", { outputFile: TEST_REPORT }]] : ["default"],
    globalSetup: ["test/setup/database-server.ts"],
    testTimeout: 20_000,
    maxConcurrency: 3, // whole bots, on machines of two cores
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: {
          ...{ name: "short", include: ["test/**/*.test.ts"] },
          exclude: [LONG, STORIES, ...PROCESSES],
          isolate: false, // each file would load the program again
          ...TOGETHER,
        },
      },
      { extends: true, test: { name: "stories", include: [STORIES], isolate: false, ...TOGETHER } },
      {
        extends: true,
        test: { name: "processes", include: PROCESSES, testTimeout: 90_000, ...TWO_BY_TWO },
      },
      {
        extends: true,
        test: { name: "long", include: [LONG], testTimeout: 600_000, ...AFTERWARDS },
      },
    ],
  },
})
