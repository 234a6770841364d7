import { expect, test } from "vitest"
import { answersOf } from "./setup/command.ts"

test("questions are answered in their order, by a card or by none, with the three nearest", async () => {
  const said = await ask(
    '{"id":"a","question":"où télécharger mon attestation"}',
    "",
    '{"id":2,"question":"mon mot de passe ne va pas"}',
    '{"id":"c","question":"ma mutuelle"}',
  )

  expect(said).toMatchObject([
    { id: "a", topic: "attestation-telecharger", suggestions: { length: 3 } },
    { id: 2, topic: null, suggestions: { length: 3 } },
    { id: "c", topic: null, confidence: expect.any(Number), suggestions: { length: 3 } },
  ])
  expect(said[0]).toMatchObject({
    suggestions: ["attestation-telecharger", expect.any(String), expect.any(String)],
  })
})

test("a line that is no question has its error, and the rest goes on", async () => {
  const said = await ask("{", '{"id":7}', '{"id":8,"question":"mot de passe oublié"}')

  expect(said).toMatchObject([
    { id: null, error: expect.any(String) },
    { id: 7, error: expect.any(String) },
    { id: 8, topic: "mot-de-passe-oublie" },
  ])
})

function ask(...lines: string[]): Promise<unknown[]> {
  return answersOf("ask", lines)
}
