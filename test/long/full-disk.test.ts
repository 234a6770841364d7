// DATA_DIR on a small disk that fills up: what was accepted is all there, what is not is refused, and it goes on.
import { execFileSync } from "node:child_process"
import * as fs from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createTransport } from "nodemailer"
import { describe, expect, onTestFinished, test } from "vitest"
import { metricsOf } from "../setup/bot-process.ts"
import { aMail, source } from "../setup/builders.ts"
import { testDatabase } from "../setup/database.ts"
import { freePort } from "../setup/dovecot.ts"
import { eventually } from "../setup/eventually.ts"
import { noise } from "../setup/hostile-mails.ts"
import { aBot, aFolder, agent, hasEnded } from "../setup/reading-bot.ts"

const MB = 1024 * 1024
const A_MINUTE = 60_000
const RECEIVED = 'telemaque_mails{state="received"}'

describe.skipIf(!canMount())("a full disk (needs the right to mount a tmpfs)", () => {
  test("the demo mailbox refuses for now what it cannot keep, says why, and has all that it accepted", async () => {
    const data = aSmallDisk("8m")
    const database = await testDatabase()
    onTestFinished(() => database.close())
    const { bot, submit, received } = await aDemo(data, { DATABASE_URL: database.url })
    const filler = fill(data)

    const whileFull = await submit(5)
    fs.rmSync(filler)
    const before = await received()
    const after = await submit(5)

    expect(whileFull).toEqual(Array(5).fill(expect.stringMatching(/^4\d\d .*no space/i)))
    expect(after).toEqual(Array(5).fill("accepted"))
    await eventually("what was accepted", async () => (await received()) === before + 5)
    expect(leftovers(join(data, "demo/inbox"))).toEqual([])
    expect(await hasEnded(bot)).toBe(false)
  })

  test("the embedded database keeps nothing for a while, says so, and has all that was accepted once there is room", async () => {
    const data = aSmallDisk("220m")
    // The mails have room elsewhere, as on a server of mails.
    fs.symlinkSync(await aFolder(), join(data, "demo"))
    const { bot, submit, received } = await aDemo(data)
    const before = await received()
    const filler = fill(data)

    const whileFull = await submit(40, MB)
    await eventually(
      "to be said",
      () => /no space left|could not extend/i.test(bot.log()),
      A_MINUTE,
    )
    const storedWhileFull = await received().catch(() => before)
    const isAlive = !(await hasEnded(bot))
    fs.rmSync(filler)
    const roomAt = Date.now()

    expect(whileFull).toEqual(Array(40).fill("accepted"))
    expect(storedWhileFull).toBeLessThan(before + 40)
    expect(isAlive).toBe(true)
    await eventually(
      "what was accepted",
      async () => (await received().catch(() => 0)) === before + 40,
      3 * A_MINUTE,
    )
    console.log(
      `${storedWhileFull - before} of 40 stored on the full disk, all ${Date.now() - roomAt} ms after there was room`,
    )
    expect(await submit(5)).toEqual(Array(5).fill("accepted"))
    await eventually("the next ones", async () => (await received()) === before + 45)
    expect(await bot.isReady()).toBe(true)
    expect(await hasEnded(bot)).toBe(false)
  })
})

async function aDemo(data: string, environment: Record<string, string> = {}) {
  const port = await freePort()
  const bot = await aBot({
    DATA_DIR: data,
    DEMO_SMTP_PORT: `${port}`,
    CANARY: "no",
    ...environment,
  })
  const smtp = createTransport({ host: "127.0.0.1", port, ignoreTLS: true })
  let made = 0
  const received = async () => (await metricsOf(bot))[RECEIVED] ?? 0
  await eventually("the sample mails", async () => (await received()) >= 15, A_MINUTE)
  return {
    ...{ bot, received },
    /** So many mails, one after the other: what the server said to each. */
    async submit(count: number, size = 20_000): Promise<string[]> {
      const answers: string[] = []
      for (let n = 0; n < count; n++) {
        made += 1
        const file = { name: "copie.txt", type: "text/plain", content: noise(size) }
        const raw = source(aMail({ from: agent(made), attachments: [file] }))
        const envelope = { from: "agent@vallonie.gouv.example", to: ["assistance@mentor.example"] }
        const answer = await smtp.sendMail({ envelope, raw: Buffer.from(raw) }).then(
          () => "accepted",
          (error) => String(error.response ?? error.message),
        )
        answers.push(answer)
      }
      return answers
    },
  }
}

function fill(directory: string): string {
  const path = join(directory, "filler")
  const file = fs.openSync(path, "w")
  try {
    for (let size = MB; size >= 4096; size /= 2) {
      try {
        for (;;) fs.writeSync(file, Buffer.alloc(size, 1))
      } catch {} // full, for that size
    }
  } finally {
    fs.closeSync(file)
  }
  return path
}

function leftovers(directory: string): string[] {
  return fs.readdirSync(directory).filter((name) => !/^(\d+\.eml|state\.json)$/.test(name))
}

function aSmallDisk(size: string): string {
  const folder = fs.mkdtempSync(join(tmpdir(), "telemaque-disk-"))
  mount(folder, size)
  onTestFinished(() => {
    execFileSync("umount", ["-l", folder])
    fs.rmdirSync(folder)
  })
  return folder
}

function mount(folder: string, size: string): void {
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", folder], { stdio: "pipe" })
}

function canMount(): boolean {
  const folder = fs.mkdtempSync(join(tmpdir(), "telemaque-disk-"))
  try {
    mount(folder, "1m")
    execFileSync("umount", [folder])
    return true
  } catch {
    return false
  } finally {
    fs.rmdirSync(folder)
  }
}
