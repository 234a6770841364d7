import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Dovecot, hasDovecot, startDovecot } from "./setup/dovecot.ts"
import { killRound } from "./setup/kill-rounds.ts"

const isAbsent = !(await hasDovecot())
const ROUNDS = 3
// KILL_SEED=123 shows a failure again
const SEED = Number(process.env.KILL_SEED) || Date.now() % 1_000_000
const rounds = Array.from({ length: ROUNDS }, (_, i) => ({
  seed: SEED + i,
  hasOwnDatabase: i === 0,
}))

if (isAbsent && process.env.CI) {
  test("Dovecot is installed where the tests must be whole", () => {
    expect.fail("Install dovecot-imapd and dovecot-lmtpd")
  })
}

describe.skipIf(isAbsent)(
  "killed at random moments, with a real Dovecot (dovecot-imapd, dovecot-lmtpd)",
  () => {
    let dovecot: Dovecot

    beforeAll(async () => {
      dovecot = await startDovecot({ hasLmtp: true })
    })

    afterAll(() => dovecot.remove())

    // together, for most of the time of a round is spent on noticing that a copy is dead
    test.concurrent.for(rounds)(
      "the bot loses nothing and does nothing twice (seed $seed)",
      { timeout: 180_000 },
      async (round) => {
        const { kills, restIn } = await killRound({ ...round, dovecot })

        console.log(
          `seed ${round.seed}: ${kills} kills, at rest ${Math.round(restIn)} ms after the last start`,
        )
      },
    )
  },
)
