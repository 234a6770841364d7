// Questions asked in a chat: one card that the team wrote, three titles, « je ne sais pas », or somebody.
import { expect, test } from "vitest"
import type { Answer, Card } from "../../src/card.ts"
import { readSaid } from "../../src/commands.ts"
import type { FaqPort, Found, KnownEntry } from "../../src/faq/found.ts"
import type { Person } from "../../src/ports.ts"
import { aWorld, buttonOf, type World } from "../setup/world.ts"

const entries = new Map(
  [
    aCard("lien-expire", "Mon lien a expiré", {
      body: "Demandez-en un autre : https://mentor.example/lien?a=1.{{session|}}",
    }),
    aCard("mobile", "Mentor sur un téléphone"),
    aCard("video", "La vidéo ne se lit pas"),
    aCard("badge", "Mon badge", { isValidated: false, body: "[à valider : On le demande.]" }),
    aCard("perime", "Une vieille fiche", { reviewOn: "2026-11-24" }),
    aCard("phishing-signalement", "Signaler un message"),
  ].map((entry) => [entry.id, entry]),
)
/** What the search says of these questions; of any other, that it knows nothing. */
const SEARCHED: Record<string, Partial<Found>> = {
  "Mon lien est périmé, que faire ?": sure("lien-expire", "mobile", "video"),
  "Comment avoir un badge ?": sure("badge"),
  "Et la vieille fiche alors ?": sure("perime"),
  "On me demande mes accès, est-ce vous ?": sure("phishing-signalement"),
  "Ça ne marche pas du tout": { hits: ["mobile", "badge", "video"].map(hit) },
  "Où est la cafétéria du bâtiment ?": { unknownWords: ["cafétéria", "bâtiment"] },
  "Où en est Claire Dubois ?": { unknownWords: ["claire", "dubois"] },
}
const CARDS: FaqPort = {
  answerNow: async () => found(""),
  answer: async (text) => found(text),
  answerWith: async (_, texts) => texts.map(found),
  entry: (id) => entries.get(id),
  learn: () => {},
  revision: () => 0,
}
const STRANGER: Person = { chat: "fake", id: "U-stranger" }
const EXPIRED = "Mon lien est périmé, que faire ?"

test("a question is answered with the card, its source, and whether it helps", async () => {
  const world = await aWorld({ faq: CARDS })

  const card = said(await world.commands(EXPIRED))

  expect(card.title).toBe("Mon lien a expiré")
  expect(card.sections[0]?.text).toBe(
    "Demandez-en un autre : https://mentor.example/lien?a=1.\n\nCela répond-il à votre question ?",
  )
  expect(card.fields).toEqual([
    { label: "Source", text: "FAQ de Mentor, vérifiée le 25 novembre 2026" },
  ])
  expect(card.links).toEqual(["https://mentor.example/lien?a=1"])
  expect(labels(card)).toEqual(["Oui", "Non", "Parler à quelqu’un"])
})

test("the word question asks the same", async () => {
  const world = await aWorld({ faq: CARDS })

  expect(said(await world.commands(`question ${EXPIRED}`)).title).toBe("Mon lien a expiré")
  await expect(world.commands("question")).rejects.toThrow("Écrivez votre question")
})

test("several cards may be right: three titles, and each shows its card", async () => {
  const world = await aWorld({ faq: CARDS })

  const card = said(await world.commands("Ça ne marche pas du tout"))

  expect(labels(card)).toEqual([
    ...["Mentor sur un téléphone", "Mon badge", "La vidéo ne se lit pas", "Aucune ne convient"],
  ])
  const chosen = whispered(await world.clicks(buttonOf(card, "La vidéo ne se lit pas")))
  expect(chosen.title).toBe("La vidéo ne se lit pas")
})

test("no card is right: it says which words are in none, but not whom somebody asked about", async () => {
  const world = await aWorld({ faq: CARDS })

  const unknown = said(await world.commands("Où est la cafétéria du bâtiment ?"))
  const ofSomebody = said(await world.commands("Où en est Claire Dubois ?"))

  expect(unknown.title).toBe("Pas de fiche pour cette question")
  expect(unknown.sections[0]?.text).toContain(
    "Je ne sais pas : aucune fiche ne parle de « cafétéria »",
  )
  expect(labels(unknown)).toEqual(["Parler à quelqu’un"])
  expect(JSON.stringify(ofSomebody)).not.toMatch(/claire|dubois/i)
})

test("people outside the team are given validated cards of today only, wherever others read", async () => {
  const world = await aWorld({ faq: CARDS })
  await world.store.seedPlace({ ...COMMUNITY, kind: "community", name: "Communauté" })
  const ofTeam = { channel: "equipe" }
  const ofAll = { channel: COMMUNITY.channel }

  const ofMember = await world.commands("Comment avoir un badge ?")
  expect(badgesOf(ofMember)).toEqual(["À valider"])
  expect(said(ofMember).sections[0]?.text).toMatch(/vérifiez-la[\s\S]*Cela répond-il/)
  expect(badgesOf(await world.commands("Comment avoir un badge ?", "nadia", ofTeam))).toEqual([
    "À valider",
  ])
  expect(badgesOf(await world.commands("Et la vieille fiche alors ?"))).toEqual(["À revoir"])
  for (const asked of ["Comment avoir un badge ?", "Et la vieille fiche alors ?"]) {
    expect(said(await asksAsStranger(world, asked)).title).toBe("Pas de fiche pour cette question")
    expect(said(await world.commands(asked, "nadia", ofAll)).title).toBe(
      "Pas de fiche pour cette question",
    )
  }
  const choice = said(await asksAsStranger(world, "Ça ne marche pas du tout"))
  expect(labels(choice)).not.toContain("Mon badge")
})

test("a title that somebody may not read is refused, and so is the question of somebody else", async () => {
  const world = await aWorld({ faq: CARDS })
  const card = said(await world.commands("Ça ne marche pas du tout"))
  const act = (action: string) => world.occasions.act(action, STRANGER)

  await expect(act(buttonOf(card, "La vidéo ne se lit pas"))).rejects.toThrow("Posez-la de nouveau")
  await expect(act("answer.card:999-video:0")).rejects.toThrow("Posez-la de nouveau")
  await expect(act("answer.card:nothing:0")).rejects.toThrow("Posez-la de nouveau")
  const form = await act(buttonOf(card, "Aucune ne convient"))
  expect(JSON.stringify(form)).not.toContain("Ça ne marche pas")

  const own = said(await asksAsStranger(world, "Ça ne marche pas du tout"))
  const badge = buttonOf(own, "La vidéo ne se lit pas").replace("video", "badge")
  await expect(act(badge)).rejects.toThrow("n’est plus disponible")
})

test.for([
  ["Mon mot de passe est Azerty123!, il ne marche pas", "un mot de passe, un code"],
  ["Je veux exercer mon droit à l’effacement", "la réponse d’une personne"],
  ["On me demande mes accès, est-ce vous ?", "la réponse d’une personne"],
] as const)("« %s » goes straight to somebody, in private", async ([text, told]) => {
  const world = await aWorld({ faq: CARDS })

  const card = whispered(await world.commands(text, "nadia", { channel: "equipe" }))

  expect(card.sections[0]?.text).toContain(told)
  expect(labels(card)).toEqual(["Parler à quelqu’un"])
  const kept = await world.prisma.question.findFirstOrThrow()
  expect(JSON.stringify([card, kept])).not.toContain("Azerty123")
})

test("Oui thanks, Non proposes what was not shown yet, then somebody; each is counted once, without words nor person", async () => {
  const world = await aWorld({ faq: CARDS })
  const card = said(await world.commands(EXPIRED))

  const next = whispered(await world.clicks(buttonOf(card, "Non")))
  await world.clicks(buttonOf(card, "Non"))
  const mobile = whispered(await world.clicks(buttonOf(next, "Mentor sur un téléphone")))
  const last = whispered(await world.clicks(buttonOf(mobile, "Non")))
  const video = whispered(await world.clicks(buttonOf(last, "La vidéo ne se lit pas")))
  const end = whispered(await world.clicks(buttonOf(video, "Non")))
  const other = said(await world.commands(EXPIRED))
  const thanks = await world.clicks(buttonOf(other, "Oui"), "nadia")
  await world.clicks(buttonOf(other, "Oui"), "nadia")

  expect(labels(next)).toEqual([
    ...["Mentor sur un téléphone", "La vidéo ne se lit pas", "Aucune ne convient"],
  ])
  expect(labels(last)).toEqual(["La vidéo ne se lit pas", "Aucune ne convient"])
  expect(labels(end)).toEqual(["Parler à quelqu’un"])
  expect(thanks).toMatchObject({ kind: "done", text: expect.stringContaining("Merci") })
  expect(await counted(world)).toEqual([
    ...["answer lien-expire 2", "asked  2", "helped lien-expire 1", "not helped lien-expire 1"],
    ...["not helped mobile 1", "not helped video 1"],
  ])
})

test("Parler à quelqu’un opens one request, with the question and what was answered; nothing is mailed", async () => {
  const world = await aWorld({ faq: CARDS })
  const card = said(await asksAsStranger(world, EXPIRED))
  await world.occasions.act(buttonOf(card, "Non"), STRANGER)
  const form = await world.occasions.act(buttonOf(card, "Parler à quelqu’un"), STRANGER)
  if (form.kind !== "form") throw new Error("the form did not open")
  const [address, text] = form.form.inputs.map(({ value }) => value)
  const send = (typed: string) =>
    world.occasions.submit(
      form.form.submission,
      { address: "claire.dubois@vallonie.gouv.example", text: typed },
      STRANGER,
    )

  const typed = `${text} Mon mot de passe : Azerty123!`
  const twice = await Promise.allSettled([send(typed), send(typed)])
  await world.settles()
  await expect(send(typed)).rejects.toThrow("rien n’a été fait deux fois")
  const [sent, ...others] = twice.filter(({ status }) => status === "fulfilled")

  expect([address, text]).toEqual(["", EXPIRED])
  expect(sent).toMatchObject({
    value: { text: expect.stringContaining("par mail à claire.dubois@") },
  })
  expect(others).toEqual([])
  expect(JSON.stringify(sent)).not.toContain("#1")
  expect(await world.prisma.ticket.count()).toBe(1)
  expect(await world.ticket(1)).toMatchObject({ status: "new", requesterName: "Claire Dubois" })
  const [question, note] = await world.store.messages(1)
  expect(question).toMatchObject({ kind: "incoming", text: expect.stringContaining(EXPIRED) })
  expect(question?.text).not.toContain("Azerty123")
  expect(note?.text).toMatch(
    /N’a pas aidé\u00a0: «\u00a0Mon lien a expiré\u00a0»[\s\S]*vérifiez-la/,
  )
  expect(world.server.sent).toEqual([])
  expect(await counted(world)).toContain("handed over  1")
})

test("a linked person finds their address in the form, and reads the number of the request", async () => {
  const world = await aWorld({ faq: CARDS })
  const card = said(await world.commands(EXPIRED, "karim"))

  const form = await world.clicks(buttonOf(card, "Parler à quelqu’un"), "karim")
  if (form.kind !== "form") throw new Error("the form did not open")
  const typed = Object.fromEntries(form.form.inputs.map(({ name, value }) => [name, value]))
  const sent = await world.sendsBack(form.form.submission, typed, "karim")

  expect(typed.address).toBe("karim@equipe.example")
  expect(sent).toMatchObject({ text: expect.stringContaining("#1 est ouverte") })
  expect(await world.ticket(1)).toMatchObject({ requesterName: "Karim Lenoir" })
})

test.for([
  [{ address: "pas une adresse", text: "Bonjour" }, "ne semble pas complète"],
  [{ address: "a@b.example", text: "  " }, "Écrivez votre question"],
  [{ address: "a@b.example", text: "x".repeat(5_001) }, "trop longue"],
] as const)("a form that cannot be answered is refused: %o", async ([values, told]) => {
  const world = await aWorld({ faq: CARDS })

  const sent = world.occasions.submit("answer.someone:1:0", values, STRANGER)

  await expect(sent).rejects.toThrow(told)
  expect(await world.prisma.ticket.count()).toBe(0)
})

test("the same message that comes twice is one question, answered the same", async () => {
  const world = await aWorld({ faq: CARDS })

  const [one, two] = [
    said(await world.commands(EXPIRED, "nadia", { key: "m1" })),
    said(await world.commands(EXPIRED, "nadia", { key: "m1" })),
  ]

  expect(two).toEqual(one)
  expect(await counted(world)).toEqual(["answer lien-expire 1", "asked  1"])
})

test("nobody asks without end, nor hands over without end", async () => {
  const world = await aWorld({ faq: CARDS })
  for (let n = 0; n < 20; n += 1) await asksAsStranger(world, EXPIRED)

  await expect(asksAsStranger(world, EXPIRED)).rejects.toThrow("beaucoup de questions")
  expect(said(await world.commands(EXPIRED)).title).toBe("Mon lien a expiré")
  const handsOver = (id: number) =>
    world.occasions.submit(
      `answer.someone:${id}:0`,
      { address: "a@vallonie.gouv.example", text: "Bonjour, une question." },
      STRANGER,
    )
  for (let id = 1; id <= 5; id += 1) await handsOver(id)
  await expect(handsOver(6)).rejects.toThrow("aujourd’hui")

  expect(await world.prisma.ticket.count()).toBe(5)
  await world.advance(3_700)
  expect(said(await asksAsStranger(world, EXPIRED)).title).toBe("Mon lien a expiré")
})

test("questions are forgotten after two days, what was counted stays", async () => {
  const world = await aWorld({ faq: CARDS })
  const card = said(await world.commands(EXPIRED))

  for (let day = 0; day < 3; day += 1) await world.passes(24 * 3_600)

  expect(await world.prisma.question.count()).toBe(0)
  await expect(world.clicks(buttonOf(card, "Oui"))).rejects.toThrow("Posez-la de nouveau")
  expect(await counted(world)).toContain("asked  1")
})

test("when the cards cannot be searched, somebody still answers", async () => {
  const broken = { ...CARDS, answer: () => Promise.reject(new Error("killed")) }
  const world = await aWorld({ faq: broken })

  const card = said(await world.commands(EXPIRED))

  expect(card.sections[0]?.text).toContain("pour le moment")
  expect(labels(card)).toEqual(["Parler à quelqu’un"])
})

test.for([
  ["", "aide"],
  ["aide", "aide"],
  ["aide moi à me connecter", "question"],
  ["demande 12", "demande"],
  ["demande", "demande"],
  ["Demande de formation refusée, que faire ?", "question"],
  ["Demander une attestation de formation", "question"],
  ["question comment faire ?", "question"],
  ["cherche Claire Dubois", "cherche"],
  ["absent jusqu’au 1er décembre", "absent"],
  ["mon lien est périmé", "question"],
  ["aide svp", "aide"],
  ["état inconnu", "question"],
  ["demande rgpd", "question"],
  ["phishing", "question"],
  ["absent le jour de la formation", "question"],
  ["absent jusqu’à vendredi prochain", "absent"],
  ["cherche formation excel", "cherche"],
  ["demnde 12", null],
  ["cherhe Claire", null],
  ["etatt", null],
  ["Bonjour à tous", null],
  ["merci beaucoup !", "question"],
] as const)("« %s » is read as %s", ([text, name]) => {
  expect(readSaid(text)?.name ?? null).toBe(name)
})

test("what begins by a word of the members is a question of somebody else", async () => {
  const world = await aWorld({ faq: CARDS })

  const card = said(await asksAsStranger(world, "cherche formation excel"))

  expect(card.title).toBe("Pas de fiche pour cette question")
  await expect(asksAsStranger(world, "demande 12")).rejects.toThrow("/mentor lier")
})

test("thanks are welcome, and no question", async () => {
  const world = await aWorld({ faq: CARDS })

  expect(await asksAsStranger(world, "merci beaucoup !")).toMatchObject({ kind: "done" })

  expect(await world.prisma.question.count()).toBe(0)
})

test("a word typed wrong gets the help, and is no question", async () => {
  const world = await aWorld({ faq: CARDS })

  await expect(world.commands("demnde 12")).rejects.toThrow("Je ne connais pas « demnde 12 »")

  expect(await world.prisma.question.count()).toBe(0)
})

const COMMUNITY = { chat: "fake", channel: "communaute" }

let asked = 0

async function asksAsStranger(world: World, text: string): Promise<Answer> {
  asked += 1
  const how = { key: `stranger ${asked}`, channel: COMMUNITY.channel }
  const answer = await world.occasions.command(text, STRANGER, how)
  return JSON.parse(JSON.stringify(answer).replaceAll("\u00a0", " "))
}

function said(answer: Answer): Card {
  if (answer.kind !== "said") throw new Error(`nothing was said: ${JSON.stringify(answer)}`)
  return answer.card
}

function whispered(answer: Answer): Card {
  if (answer.kind !== "whisper") throw new Error(`no whisper: ${JSON.stringify(answer)}`)
  return answer.card
}

function labels({ buttons }: Card): string[] {
  return buttons.map(({ label }) => label)
}

function badgesOf(answer: Answer): string[] {
  return said(answer).badges.map(({ text }) => text)
}

/** « what card count » */
async function counted({ prisma }: World): Promise<string[]> {
  const rows = await prisma.answerCount.findMany({ orderBy: [{ what: "asc" }, { card: "asc" }] })
  return rows.map(({ what, card, count }) => `${what} ${card} ${count}`)
}

function sure(...ids: string[]): Partial<Found> {
  return { isSure: true, hits: ids.map(hit) }
}

function hit(id: string) {
  return { id, confidence: 0.9, question: "" }
}

function found(text: string): Found {
  const nothing = { isSure: false, hits: [], bySubject: [], bySentence: [], unknownWords: [] }
  return { ...nothing, ...SEARCHED[text] }
}

function aCard(id: string, title: string, over: Partial<KnownEntry> = {}): KnownEntry {
  return {
    ...{ id, title, category: "autre", isValidated: true, body: "Voici comment faire." },
    ...{ source: "FAQ de Mentor", verifiedOn: "2026-11-25", reviewOn: "2027-02-25" },
    ...over,
  }
}
