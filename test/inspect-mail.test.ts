import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { answersOf } from "./setup/command.ts"

let folder = ""

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "inspect-mail-"))
})

afterAll(() => rm(folder, { recursive: true }))

function inspect(...lines: string[]): Promise<unknown[]> {
  return answersOf("inspect-mail", lines, folder)
}

async function aFile(name: string, ...lines: string[]): Promise<string> {
  await writeFile(join(folder, name), lines.join("\r\n"))
  return JSON.stringify({ id: name, file: name })
}

test("says what it understands of a mail", async () => {
  const question = await aFile(
    "reply.eml",
    "From: =?utf-8?Q?L=C3=A9a?= <Lea.Durand@Rectorat.example>",
    "Subject: =?utf-8?Q?Re:_acc=C3=A8s?=",
    "In-Reply-To: <2@mentor.example>",
    "References: <1@mentor.example> <2@mentor.example>",
    "Content-Type: multipart/mixed; boundary=b",
    "",
    "--b",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "Ça marche, merci.",
    "",
    "Le lun. 2 févr. 2026 à 10:00, Assistance <assistance@mentor.example> a écrit :",
    "> Avez-vous essayé ?",
    "--b",
    "Content-Type: application/pdf; name=a.pdf",
    "",
    "x",
    "--b--",
  )

  const answers = await inspect(question)

  expect(answers).toEqual([
    {
      id: "reply.eml",
      from: "lea.durand@rectorat.example",
      subject: "Re: accès",
      reply: "Ça marche, merci.",
      automatic: null,
      forwarded: null,
      attachments: 1,
      references: ["2@mentor.example", "1@mentor.example"],
    },
  ])
})

test("says why a mail is automatic, and who wrote what was forwarded", async () => {
  const absence = await aFile(
    "absence.eml",
    "From: lea@rectorat.example",
    "Subject: Absence",
    "Auto-Submitted: auto-replied",
    "",
    "Je suis absente.",
  )
  const forward = await aFile(
    "forward.eml",
    "From: lea@rectorat.example",
    "Subject: TR: Compte",
    "",
    "-----Message d'origine-----",
    "De : Paul Noël <Paul.Noel@dreal.example>",
    "Envoyé : lundi 2 février 2026 10:00",
    "À : Léa",
    "Objet : Compte bloqué",
    "",
    "Mon compte est bloqué.",
  )

  const answers = await inspect(absence, forward)

  expect(answers).toMatchObject([
    { id: "absence.eml", automatic: expect.any(String) },
    { id: "forward.eml", forwarded: { from: "paul.noel@dreal.example", subject: "Compte bloqué" } },
  ])
})

test("a mail that came through a list is a machine's, where no mailbox of ours is known to be that list", async () => {
  const list = await aFile(
    "list.eml",
    "From: lea@rectorat.example",
    "List-Id: <assistance.mentor.example>",
    "List-Post: <mailto:assistance@mentor.example>",
    "",
    "Bonjour",
  )

  const answers = await inspect(list)

  expect(answers).toMatchObject([{ automatic: "list or bulk" }])
})

test("a bad line or a missing file has its error, and the rest goes on, in order", async () => {
  const good = await aFile("good.eml", "From: lea@rectorat.example", "", "Bonjour")

  const answers = await inspect("{", '{"id":7}', '{"id":"none","file":"none.eml"}', good)

  expect(answers).toMatchObject([
    { id: null, error: expect.any(String) },
    { id: 7, error: expect.any(String) },
    { id: "none", error: expect.stringContaining("none.eml") },
    { id: "good.eml", from: "lea@rectorat.example" },
  ])
})

test("a mail too large still has a sender and a subject", async () => {
  const question = await aFile(
    "large.eml",
    "From: lea@rectorat.example",
    "Subject: Énorme",
    "",
    "x".repeat(26 * 1024 * 1024),
  )

  const answers = await inspect(question)

  expect(answers).toMatchObject([{ from: "lea@rectorat.example", subject: "Énorme", reply: "" }])
})
