// Promise 6: passwords, activation links and tokens are masked wherever a mail is shown outside its raw source.
import { expect, test } from "vitest"
import { aMail } from "../setup/builders.ts"
import { aWorld, type World } from "../setup/world.ts"

const PASSWORD = "Xy12!abCd"
const LINK = "https://mentor.example/login/confirm.php?data=8f14e45fceea167a/claire"

/** Everything that the bot keeps or shows, but for the raw source. */
async function everything(world: World): Promise<string> {
  const [tickets, messages, mails, journal] = await Promise.all([
    world.prisma.ticket.findMany(),
    world.prisma.message.findMany(),
    world.prisma.mail.findMany({ omit: { raw: true } }),
    world.prisma.journalEntry.findMany(),
  ])
  const cards = [...world.chat.posts.values()]
  return JSON.stringify(
    { tickets, messages, mails, journal, cards, sent: world.server.sent },
    (_, v) => (typeof v === "bigint" ? String(v) : v),
  )
}

test.for([
  ["the text", { text: `Mot de passe temporaire : ${PASSWORD}\nLien : ${LINK}` }],
  ["the subject", { subject: `Mot de passe : ${PASSWORD} refusé, ${LINK}` }],
  ["an answer’s quote", { text: `Bonjour\n\n> Mot de passe : ${PASSWORD}\n> ${LINK}` }],
  [
    "a French colon, with its hard space",
    { text: `Votre mot de passe\u00a0:\u00a0${PASSWORD} ${LINK}` },
  ],
  ["HTML only", { text: "", html: `<p>Mot de passe&nbsp;: <b>${PASSWORD}</b></p><p>${LINK}</p>` }],
  [
    "what was passed on",
    {
      subject: `TR: Mot de passe : ${PASSWORD}`,
      text: `Voir.\n\n-----Message d’origine-----\nDe : Luc <luc@a.example>\nEnvoyé : lundi 23 novembre 2026\nÀ : moi\nObjet : Mot de passe : ${PASSWORD}\n\nMot de passe : ${PASSWORD}\n${LINK}`,
    },
  ],
] as const)("a password and an activation link in %s are shown nowhere", async ([, mail]) => {
  const world = await aWorld()

  await world.receives(aMail(mail))
  await world.previews(1, "Bonjour")

  const shown = await everything(world)
  expect(shown).not.toContain(PASSWORD)
  expect(shown).not.toContain("8f14e45fceea167a")
  expect(shown).toContain("[masqué]")
})

test("the raw source is untouched", async () => {
  const world = await aWorld()

  await world.receives(aMail({ text: `Mot de passe : ${PASSWORD}` }))

  const raw = await world.store.rawMail(1)
  expect(Buffer.from(raw?.source ?? []).toString()).toContain(PASSWORD)
})

test("what was parked is masked too, before and after it was read again", async () => {
  const world = await aWorld()
  await world.receives(
    aMail({ text: `Mot de passe : ${PASSWORD}`, headers: { Precedence: "bulk" } }),
  )

  await world.does("mail.retry", 1)

  expect(await everything(world)).not.toContain(PASSWORD)
})

test("what a mail says stays out of the log", async () => {
  const world = await aWorld()
  const said: unknown[] = []
  world.needs.log.info = (event, what) => said.push(event, what)
  world.needs.log.warn = (event, what) => said.push(event, what)

  await world.receives(aMail({ text: "Mon secret de famille", headers: { Precedence: "bulk" } }))
  await world.receives(aMail({ text: "Mon secret de famille" }))

  expect(JSON.stringify(said)).not.toContain("secret de famille")
})
