import { defineConfig } from "vitest/config"

const LONG = "test/long/**/*.test.ts"

export default defineConfig({
  test: {
    globalSetup: ["test/setup/database-server.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: "short", include: ["test/**/*.test.ts"], exclude: [LONG] } },
      { extends: true, test: { name: "long", include: [LONG], testTimeout: 600_000 } },
    ],
  },
})
