import { expect, test } from "vitest"
import type { Card } from "../../src/card.ts"
import { UserError } from "../../src/errors.ts"
import { aMail } from "../setup/builders.ts"
import { aWorld, buttonOf, type World } from "../setup/world.ts"

const guide = { name: "guide.pdf", type: "application/pdf", content: Buffer.from("%PDF guide") }

test("a file chosen in the form is in the preview, then in the mail", async () => {
  const world = await aWorld()
  await world.receives(aMail())

  const preview = await previewsWith(world, [guide])
  await world.clicks(buttonOf(preview, "Envoyer"))
  await world.passes(31)

  expect(preview.fields).toContainEqual({
    label: "Pièces jointes",
    text: expect.stringContaining("guide.pdf"),
  })
  expect(
    world.server.last.attachments.map(({ name, content }) => [name, String(Buffer.from(content))]),
  ).toEqual([["guide.pdf", "%PDF guide"]])
})

test("*Modifier* keeps the files, unless they are unticked", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  const first = await previewsWith(world, [guide])

  const again = await world.clicks(buttonOf(first, "Modifier"))
  const kept = await world.resends(again, "nadia", {})
  const without = await world.resends(again, "nadia", { kept: "" })

  expect(labels(kept)).toContain("Pièces jointes")
  expect(labels(without)).not.toContain("Pièces jointes")
})

test("an answer that is taken back gives its files back", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  const preview = await previewsWith(world, [guide])
  const leaving = await world.clicks(buttonOf(preview, "Envoyer"))

  const back = await world.clicks(leaving.kind === "done" ? (leaving.undo?.action ?? "") : "")
  const form = await world.clicks(back.kind === "done" ? (back.undo?.action ?? "") : "")

  expect(labels(await world.resends(form, "nadia", {}))).toContain("Pièces jointes")
})

test("more than a mail server takes is refused before the preview, with the cure", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  const heavy = { ...guide, content: Buffer.alloc(7_100_000) }

  await expect(previewsWith(world, [heavy])).rejects.toThrow(UserError)
  await expect(
    previewsWith(
      world,
      Array.from({ length: 11 }, () => guide),
    ),
  ).rejects.toThrow("10 au plus")
})

test("a file of somebody else’s draft cannot be sent by its number", async () => {
  const world = await aWorld()
  await world.receives(aMail())
  await previewsWith(world, [guide])
  const { id } = await world.prisma.outgoingFile.findFirstOrThrow()

  const stolen = await world.previews(1, "Bonjour", "karim", { kept: String(id) })

  expect(labels(stolen)).not.toContain("Pièces jointes")
})

async function previewsWith(world: World, files: (typeof guide)[]): Promise<Card> {
  const form = await world.does("ticket.reply", 1)
  if (form.kind !== "form") throw new Error("the reply form did not open")
  const typed = Object.fromEntries(form.form.inputs.map(({ name, value }) => [name, value]))
  const preview = await world.sendsBack(
    form.form.submission,
    { ...typed, text: "Voici." },
    "nadia",
    files,
  )
  if (preview.kind !== "whisper") throw new Error("there is no preview")
  return preview.card
}

function labels({ fields }: Card): string[] {
  return fields.map(({ label }) => label)
}
