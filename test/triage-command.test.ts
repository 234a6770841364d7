import { PassThrough } from "node:stream"
import { text } from "node:stream/consumers"
import { expect, test } from "vitest"
import { triageLines } from "../adapters/cli/triage.ts"

test("each line is answered by a line, in order, with the reasons", async () => {
  const answers = await triage(
    { id: "a", de: "lea.martin@ministere.example", objet: "mdp", corps: "mot de passe oublié" },
    { id: 2, de: "Zoé Roy <zoe.roy@ministere.example>", objet: "", corps: "mon attestation ZAN" },
  )

  expect(answers).toEqual([
    {
      ...{ id: "a", category: "mot-de-passe", priority: "normal", missing: [] },
      ...{ confidence: expect.any(Number), because: [expect.any(String)] },
    },
    expect.objectContaining({ id: 2, category: "attestation", missing: [] }),
  ])
})

test("a line that is no mail is told, and the next ones are sorted", async () => {
  const answers = await triage("{", { id: 7, corps: 3 }, { id: 8, corps: "badge disparu" })

  expect(answers).toEqual([
    { id: null, error: expect.any(String) },
    { id: 7, error: expect.any(String) },
    expect.objectContaining({ id: 8, category: "attestation" }),
  ])
})

async function triage(...lines: (object | string)[]): Promise<unknown[]> {
  const [input, output] = [new PassThrough(), new PassThrough()]
  const read = text(output)
  input.end(lines.map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join("\n"))
  await triageLines(input, output, (mistake) => expect.unreachable(mistake))
  output.end()
  return (await read)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
}
