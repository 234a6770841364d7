// A team's mailbox may be a mailing list: everybody's mail then comes through it, newsletters too.
import { expect, test } from "vitest"
import { aMail, type MailSource } from "../setup/builders.ts"
import { aWorld } from "../setup/world.ts"

const OURS = {
  "List-Id": "Assistance Mentor <assistance.mentor.example>",
  "List-Post": "<mailto:assistance@mentor.example>",
  "List-Unsubscribe": "<mailto:assistance-leave@mentor.example>",
  "X-Mailman-Version": "3.3.8",
  Precedence: "list",
  Sender: "assistance-bounces@mentor.example",
}

test.for([
  ["with all that a list program writes", OURS],
  ["known by its identifier only", { "List-Id": "<assistance.mentor.example>" }],
  ["known by its address only", { "List-Post": "<mailto:Assistance@Mentor.example?subject=x>" }],
])("what a person writes to a mailbox that is a list is a request: %s", async ([, headers]) => {
  const world = await aWorld()

  await world.receives(aMail({ headers: headers as Record<string, string> }))

  expect(await world.balance()).toMatchObject({ ticket: 1, parked: 0 })
  expect(world.card(1).fields.map(({ label }) => label)).not.toContain("Messages automatiques")
  expect(world.acknowledgements()).toMatchObject([
    { to: [{ address: "claire.durand@vallonie.gouv.example" }] },
  ])
})

const STILL_MACHINES: [string, MailSource][] = [
  ["a newsletter of another list", { headers: { "List-Id": "<lettre.agents.example>" } }],
  [
    "a newsletter to which the list itself subscribed",
    { headers: { ...OURS, "Feedback-ID": "12:lettre:agents" } },
  ],
  ["a bulk mail through our list", { headers: { ...OURS, Precedence: "bulk" } }],
  [
    "a list that names ours beside its own",
    { headers: { ...OURS, "List-Id": "<lettre.agents.example>" } },
  ],
  ["a list where nobody may write", { headers: { ...OURS, "List-Post": "NO" } }],
  [
    "a list whose name only looks like ours",
    { headers: { "List-Id": "<assistance.mentor.example.pirate.example>" } },
  ],
  [
    "an absence through our list",
    { headers: { ...OURS, "Auto-Submitted": "auto-replied" }, subject: "Absence du bureau" },
  ],
  ["a program’s mail through our list", { headers: { ...OURS, "X-Auto-Response": "yes" } }],
]

test.for(STILL_MACHINES)("%s stays put aside, and is never answered", async ([, mail]) => {
  const world = await aWorld()

  await world.receives(aMail(mail))
  await world.passes(3_600)

  expect(await world.parked()).toMatchObject([{ reason: expect.stringMatching(/^automatic: /) }])
  expect(world.server.sent).toEqual([])
})

test("when the list writes its own address in From, who asks is who the answer goes to", async () => {
  const world = await aWorld()

  await world.receives(
    aMail({
      from: "Claire Durand via Assistance <assistance@mentor.example>",
      headers: { ...OURS, "Reply-To": "claire.durand@vallonie.gouv.example" },
    }),
  )

  expect(await world.ticket(1)).toMatchObject({
    requesterName: "Claire Durand",
    requesterAddress: "claire.durand@vallonie.gouv.example",
  })
})

test("our own mail that the list sends back to us is no request", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  const { messageId, replyTo } = world.server.last

  await world.receives(
    aMail({
      from: "Assistance Mentor <assistance@mentor.example>",
      subject: "Votre demande",
      headers: { ...OURS, "Reply-To": replyTo?.address ?? "" },
      messageId: `x.${messageId}`,
    }),
  )

  expect(await world.balance()).toMatchObject({ ticket: 1, parked: 1 })
  expect(world.server.sent).toHaveLength(1)
})
