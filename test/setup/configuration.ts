import type { Environment } from "../../src/config/parse.ts"
import { ConfigError, readConfig } from "../../src/config.ts"

/** « variable problem. cure », for each mistake of that environment. */
export function mistakesOf(environment: Environment): string[] {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.mistakes.map(({ variable, problem, cure }) => `${variable} ${problem}. ${cure}`)
  }
}
