import { killRounds } from "../setup/kill-rounds.ts"

await killRounds(20)
