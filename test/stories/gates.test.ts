// Gates: a category is answered automatically only on an administrator's order and on enough evidence, and never behind the
// team's back.
import { expect, test } from "vitest"
import { aMail } from "../setup/builders.ts"
import { eventually } from "../setup/eventually.ts"
import { cardOf, cards, decided, LOST, outcome, sends } from "../setup/gates.ts"
import { aWorld, buttonOf, type World } from "../setup/world.ts"

const GATE = "mot-de-passe"
const MINUTE = 60

test("a gate is closed at first, and nothing leaves by itself, however sure the bot is", async () => {
  const world = await aWorld({ faq: cards() })
  await decided(world, { same: 1_000 })

  await world.receives(aMail(LOST))
  await world.passes(11 * MINUTE)

  expect(world.answersSent()).toEqual([])
  expect(world.card(1_001).buttons.map(({ label }) => label)).not.toContain("Arrêter")
})

test("below 98 %, opening is refused, with what is still needed", async () => {
  const world = await aWorld({ faq: cards() })
  await decided(world, { same: 132 })

  await expect(world.does("gate.open", GATE)).rejects.toThrow(
    "il faut plus de 98 %, la borne basse est à 97,9 %. Il manque 1 réussite de suite.",
  )

  expect(cardOf(await world.commands("automatismes")).buttons).toEqual([])
  expect(await world.store.gates()).toEqual([])
})

test("above it, an administrator opens it with a confirmation; the team is told, and it is in the journal", async () => {
  const world = await aWorld({ faq: cards() })
  await decided(world, { same: 133 })
  const card = cardOf(await world.commands("automatismes"))
  const [open] = card.buttons
  expect(open).toMatchObject({ label: "Ouvrir : Mot de passe", confirm: expect.any(String) })

  await world.clicks(open?.action ?? "")

  const after = cardOf(await world.commands("automatismes"))
  expect(after.fields.find(({ label }) => label === "Mot de passe")?.text).toBe(
    "Ouverte depuis le mardi 24 novembre par Nadia Ferrand · 133 décidées, 133 réussies · borne basse 98,0 %",
  )
  expect(after.buttons.map(({ label }) => label)).toEqual(["Fermer : Mot de passe"])
  expect(told(world)).toEqual(["Réponses automatiques ouvertes : Mot de passe"])
  expect(await world.journal(null)).toContain("gate opened (Nadia Ferrand)")
})

test("only an administrator moves a gate: others see no button, and are refused", async () => {
  const world = await aWorld({ faq: cards() })
  await decided(world, { same: 133 })

  expect(cardOf(await world.commands("automatismes", "karim")).buttons).toEqual([])
  await expect(world.does("gate.open", GATE, "karim")).rejects.toThrow("administrent")
  await world.does("gate.open", GATE)
  await expect(world.does("gate.close", GATE, "karim")).rejects.toThrow("administrent")

  expect(await world.store.gates()).toMatchObject([{ isOpen: true, by: "Nadia Ferrand" }])
})

test.for(["autre", "hors-perimetre", "indesirable", "inconnue"])(
  "the gate of « %s » never opens, whatever the evidence",
  async (category) => {
    const world = await aWorld({ faq: cards() })
    await decided(world, { same: 500 }, { category })

    await expect(world.does("gate.open", category)).rejects.toThrow("ne s’ouvre jamais")
  },
)

test("through an open gate, the answer is announced ten minutes before it leaves, then leaves as an answer", async () => {
  const world = await anOpenGate()

  const id = await asks(world)
  expect(world.card(id).badges.map(({ text }) => text)).toContain("Réponse automatique à 10 h 10")
  const shown = world.card(id).sections.find(({ heading }) => heading.startsWith("Ce qui partira"))
  await world.passes(9 * MINUTE)
  expect(world.answersSent()).toEqual([])
  await world.passes(2 * MINUTE)

  const [sent, ...others] = automatic(world)
  expect(others).toEqual([])
  expect(sent).toMatchObject({
    to: [{ address: "claire.durand@vallonie.gouv.example" }],
    // Programs that answer by themselves must not answer it.
    isAutomatic: true,
  })
  expect(sent?.text.replaceAll("\u00a0", " ")).toBe(shown?.text)
  expect(shown?.text).toContain("Le lien reçu est valable 30 minutes.")
  expect(shown?.text).toContain("Cette réponse est automatique")
  expect(shown?.text).toContain("Répondez à ce message : une personne de l’équipe vous lira.")
  expect(await world.ticket(id)).toMatchObject({ status: "pending", assigneeId: null })
  expect(await world.journal(id)).toEqual([
    ...["opened", "sorted", "automatic answer prepared", "answered automatically", "sent"],
  ])
  expect(fieldOf(world, id, "Envoi")).toContain("réponse automatique envoyée")
})

test("« Arrêter » keeps it from leaving, and counts as a failure: without room for one, the gate closes", async () => {
  const world = await anOpenGate()
  const id = await asks(world)

  await world.clicks(buttonOf(world.card(id), "Arrêter"), "karim")
  expect(await world.store.gates()).toMatchObject([{ isOpen: false, by: null }])
  await world.passes(11 * MINUTE)

  expect(automatic(world)).toEqual([])
  expect(await outcome(world, id)).toMatchObject({ what: "stopped", isEligible: true })
  expect(await world.journal(id)).toContain("automatic answer stopped (Karim Lenoir)")
  expect(await world.store.gates()).toMatchObject([{ isOpen: false, by: null }])
  expect(told(world)).toContain("Réponses automatiques fermées : Mot de passe")
  expect(world.card(id).buttons.map(({ label }) => label)).not.toContain("Arrêter")
})

test("stopped twice, or by two people at once, it is one failure; a reader may not; too late, it is said", async () => {
  const world = await anOpenGate({ same: 400 })
  const id = await asks(world)

  await expect(world.does("gate.stop", id, "solene")).rejects.toThrow("Votre rôle")
  await Promise.all([world.does("gate.stop", id), world.does("gate.stop", id, "karim")])
  const other = await asks(world, "paul.martin")
  await world.passes(11 * MINUTE)

  await expect(world.does("gate.stop", other)).rejects.toThrow("déjà partie")
  expect(await world.store.evidenceOf(GATE)).toEqual({ decided: 401, successes: 400 })
  expect(await world.store.gates()).toMatchObject([{ isOpen: true }])
})

const CHANGES: [string, (world: World, id: number) => Promise<unknown>][] = [
  ["somebody takes the request", (world, id) => world.does("ticket.take", id)],
  [
    "somebody takes it, and gives it back",
    async (world, id) => {
      await world.does("ticket.take", id)
      await world.does("ticket.release", id)
    },
  ],
  [
    "its category is corrected",
    (world, id) =>
      world.fills("ticket.category", id, { category: "activation", priority: "normal" }),
  ],
  [
    "the person writes again",
    (world) => world.receives(aMail({ inReplyTo: "claire.durand@agents", text: "Et alors ?" })),
  ],
  [
    "a machine answers about it",
    (world) =>
      world.receives(
        aMail({ inReplyTo: "claire.durand@agents", headers: { "Auto-Submitted": "auto-replied" } }),
      ),
  ],
  ["it is closed", (world, id) => world.fills("ticket.close", id, { how: "silent" })],
  ["somebody answers first", (world, id) => world.answers(id, "Bonjour, c’est fait.")],
  ["the gate is closed", (world) => world.does("gate.close", GATE)],
  [
    "the evidence goes, as old requests are removed",
    (world) => world.prisma.ticket.deleteMany({ where: { id: { lt: 50 } } }),
  ],
  [
    "its card is edited",
    async (world) => {
      world.needs.faq = cards({ body: "Allez sur https://mentor.gouv.fr/login." })
    },
  ],
  [
    "its card is to be reviewed",
    async (world) => {
      world.needs.faq = cards({ isValidated: false })
    },
  ],
]

test.for(CHANGES)("it does not leave if %s meanwhile", async ([, change]) => {
  const world = await anOpenGate()
  const id = await asks(world)
  expect(world.card(id).buttons.map(({ label }) => label)).toContain("Arrêter")

  await change(world, id)
  await world.passes(11 * MINUTE)
  await world.passes(11 * MINUTE)

  expect(automatic(world)).toEqual([])
  expect(world.card(id).buttons.map(({ label }) => label)).not.toContain("Arrêter")
})

test("a gate waits, to close, for what is being let through at that moment", async () => {
  const world = await anOpenGate()
  const order: string[] = []
  const closed = Promise.withResolvers<void>()

  await world.store.transaction(async (tx) => {
    await tx.holdGate(GATE)
    world
      .does("gate.close", GATE)
      .then(() => order.push("closed"))
      .then(() => closed.resolve(), closed.reject)
    await eventually("somebody waits", () => isWaiting(world))
    order.push("let through")
  })
  await closed.promise

  expect(order).toEqual(["let through", "closed"])
})

test("a gate that closes while several answers leave stops some or none, and nobody waits for nobody", async () => {
  const world = await anOpenGate({ same: 400 })
  const ids: number[] = []
  for (const who of ["claire.durand", "paul.martin", "ines.faure"]) ids.push(await asks(world, who))
  await world.advance(11 * MINUTE)

  await Promise.all([
    ...ids.map((ticketId) => world.app.jobs["gate.leave"]({ ticketId })),
    world.store.gates().then(() => world.does("gate.close", GATE)),
  ])
  await world.settles()

  const states = await world.prisma.automaticAnswer.findMany({ select: { state: true } })
  const left = states.filter(({ state }) => state === "left")
  expect(states.map(({ state }) => state)).not.toContain("waiting")
  expect(automatic(world)).toHaveLength(left.length)
  expect(world.troubles).toEqual([])
})

test("closed and opened again meanwhile, the gate lets leave only what comes after", async () => {
  const world = await anOpenGate()
  await asks(world)

  await world.does("gate.close", GATE)
  await world.does("gate.open", GATE)
  await world.passes(11 * MINUTE)

  expect(automatic(world)).toEqual([])
})

test.for([
  ["an attachment", { attachments: [{ name: "a.png", type: "image/png", content: "x" }] }],
  ["anger", { text: "C’est inadmissible, j’ai oublié mon mot de passe." }],
  ["a suspended account", { text: "J’ai oublié mon mot de passe et mon compte est suspendu." }],
  ["an address that is not an agent’s", { from: "Claire Durand <claire.durand@gmail.com>" }],
] as const)("an open gate lets nothing leave for %s", async ([, mail]) => {
  const world = await anOpenGate()

  await world.receives(aMail({ ...LOST, ...mail } as never))
  await world.passes(11 * MINUTE)

  expect(automatic(world)).toEqual([])
  expect(await world.prisma.automaticAnswer.count()).toBe(0)
})

test("whatever runs twice, and whoever is killed between, one mail leaves", async () => {
  const world = await anOpenGate()
  const id = await asks(world)
  const again = (name: "gate.prepare" | "gate.leave") =>
    Promise.all([1, 2, 3].map(() => world.app.jobs[name]({ ticketId: id })))

  await again("gate.prepare")
  await world.advance(11 * MINUTE)
  await again("gate.leave")
  await world.settles()
  await again("gate.leave")
  await again("gate.prepare")
  await world.passes(11 * MINUTE)

  expect(automatic(world)).toHaveLength(1)
})

test("a bot that was stopped at that hour lets nothing leave late: nobody could stop it", async () => {
  const world = await anOpenGate()
  const id = await asks(world)

  await world.passes(3 * 3_600)

  expect(automatic(world)).toEqual([])
  expect(await world.journal(id)).toContain("automatic answer dropped")
})

test("too many automatic mails in an hour: the breaker holds for these too", async () => {
  const world = await anOpenGate()
  world.needs.settings.automaticMailsPerHour = 2

  for (const who of ["claire.durand", "paul.martin", "ines.faure"]) await asks(world, who)
  await world.passes(11 * MINUTE)

  expect(world.server.sent.length).toBeLessThanOrEqual(2)
})

test("what left by itself is no evidence; if a person has to answer after it, it is a failure", async () => {
  const world = await anOpenGate({ same: 400 })
  const [first, second] = [await asks(world), await asks(world, "paul.martin")]
  await world.passes(11 * MINUTE)

  await world.fills("ticket.close", first, { how: "silent" })
  await world.receives(aMail({ inReplyTo: "paul.martin@agents", text: "Cela ne marche pas." }))
  await world.answers(second, "Bonjour, je regarde.")

  expect(await world.prisma.outcome.count({ where: { ticketId: first } })).toBe(0)
  expect(await outcome(world, second)).toMatchObject({ what: "other", isEligible: true })
})

test("closing what left by itself, with a mail, is no failure; answering it later is", async () => {
  const world = await anOpenGate({ same: 400 })
  const id = await asks(world)
  await world.passes(11 * MINUTE)

  const preview = await world.fills("ticket.close", id, { how: "mail" })
  await world.clicks(buttonOf(cardOf(preview), "Envoyer"))
  await world.passes(31)
  expect(await world.ticket(id)).toMatchObject({ status: "closed" })
  expect(await world.prisma.outcome.count({ where: { ticketId: id } })).toBe(0)
  await world.receives(aMail({ inReplyTo: "claire.durand@agents", text: "Cela ne marche pas." }))
  await world.answers(id, "Bonjour, je regarde.")

  expect(await outcome(world, id)).toMatchObject({ what: "other", isEligible: true })
})

test("who answers what the bot is about to answer is compared as before", async () => {
  const world = await anOpenGate()
  const id = await asks(world)

  await sends(world, (text) => text, id)

  expect(await outcome(world, id)).toMatchObject({ what: "same", isEligible: true })
  expect(automatic(world)).toEqual([])
})

test("a colleague’s preview that was overtaken by the automatic answer does not leave", async () => {
  const world = await anOpenGate()
  const id = await asks(world)
  const preview = await world.previews(id, "Bonjour, je regarde.")
  await world.passes(11 * MINUTE)

  await expect(world.clicks(buttonOf(preview, "Envoyer"))).rejects.toThrow("le bot a répondu")
})

/** Just enough evidence, and Nadia's order. */
async function anOpenGate({ same = 133 } = {}): Promise<World> {
  const world = await aWorld({ faq: cards() })
  await decided(world, { same })
  await world.does("gate.open", GATE)
  return world
}

/** An agent lost their password; returns the number of the request. */
async function asks(world: World, who = "claire.durand"): Promise<number> {
  const from = `${who.replace(".", " ")} <${who}@vallonie.gouv.example>`
  await world.receives(aMail({ ...LOST, from, messageId: `${who}@agents` }))
  const last = await world.prisma.ticket.findFirstOrThrow({ orderBy: { id: "desc" } })
  return last.id
}

async function isWaiting({ prisma }: World): Promise<boolean> {
  const [row] = await prisma.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`
  return (row?.count ?? 0) > 0
}

function automatic(world: World) {
  return world.server.sent.filter(({ text }) => text.includes("Cette réponse est automatique"))
}

/** What the team was told of gates. */
function told(world: World): string[] {
  return [...world.chat.posts].flatMap(([key, { title }]) => (key.startsWith("gate") ? title : []))
}

function fieldOf(world: World, id: number, label: string): string {
  return world.card(id).fields.find((known) => known.label === label)?.text ?? ""
}
