import { expect, test } from "vitest"
import { beginDelivery } from "../adapters/mail/delivery.ts"
import type { RawMail } from "../src/ports.ts"
import { aMail, type MailSource, source } from "./setup/builders.ts"

test("a mail that answers one not stored yet waits for it, and nobody else does", async () => {
  const stored: number[] = []
  const store = new Map<number, () => void>()
  const delivery = beginDelivery(
    [1, 2, 3, 4],
    new Set(),
    ({ uid }) =>
      new Promise((resolve) => {
        store.set(uid, () => {
          stored.push(uid)
          resolve()
        })
      }),
    async () => {},
  )

  await delivery.give(raw(1, { messageId: "first@agents.example" }))
  await delivery.give(raw(2, { messageId: "other@agents.example" }))
  const answer = delivery.give(
    raw(3, { references: "<older@agents.example>\r\n <first@agents.example>" }),
  )
  const isWaiting = !store.has(3)
  store.get(1)?.()
  await answer
  store.get(3)?.()
  store.get(2)?.()
  await delivery.finish()

  expect(isWaiting).toBe(true)
  expect(stored).toEqual([1, 3, 2])
})

test("the same mail twice is stored one after the other", async () => {
  const running: number[] = []
  let most = 0
  const delivery = beginDelivery(
    [1, 2],
    new Set(),
    async ({ uid }) => {
      running.push(uid)
      most = Math.max(most, running.length)
      await new Promise((resolve) => setImmediate(resolve))
      running.pop()
    },
    async () => {},
  )

  for (const uid of [1, 2]) await delivery.give(raw(uid, { messageId: "same@agents.example" }))
  await delivery.finish()

  expect(most).toBe(1)
})

function raw(uid: number, mail: MailSource): RawMail {
  const bytes = source(aMail(mail))
  const place = { mailbox: "mentor", folder: "inbox", uidValidity: "1", uid } as const
  return { ...place, receivedAt: new Date(), size: bytes.length, source: bytes }
}
