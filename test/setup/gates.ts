import type { Answer, Card } from "../../src/card.ts"
import type { FaqPort, KnownEntry } from "../../src/faq/found.ts"
import type { Outcome } from "../../src/gates/outcome.ts"
import { buttonOf, type World } from "./world.ts"

export const LOST = {
  subject: "Mot de passe oublié",
  text: "Bonjour, j’ai oublié mon mot de passe.",
}
export const BODY = `Allez sur https://mentor.gouv.fr/login, puis cliquez sur « Mot de passe oublié ».

Le lien reçu est valable 30 minutes. Passé ce délai, redemandez-en un.

1. Ouvrez le message.
2. Choisissez un mot de passe d’au moins 12 caractères.`

const ENTRY: KnownEntry = {
  ...{ id: "mot-de-passe", title: "Mot de passe oublié", category: "mot-de-passe", body: BODY },
  ...{ isValidated: true, source: "Guide", verifiedOn: "2026-11-01", reviewOn: "2027-11-01" },
}

/** One card, of which the bot is always sure. */
export function cards(entry: Partial<KnownEntry> = {}): FaqPort {
  const hits = [{ id: ENTRY.id, confidence: 0.95, question: "mot de passe oublié" }]
  const found = { isSure: true, hits, bySubject: [], bySentence: [], unknownWords: [] }
  return {
    ...{ answerNow: async () => found, answer: async () => found },
    answerWith: async (_, texts) => texts.map(() => found),
    entry: (id) => (id === ENTRY.id ? { ...ENTRY, ...entry } : undefined),
    ...{ learn: () => {}, revision: () => 0 },
  }
}

/** *Répondre*, the proposed text as the member leaves it, *Envoyer*. */
export async function sends(
  world: World,
  edit: (text: string) => string,
  id = 1,
  values: Record<string, string> = {},
): Promise<void> {
  const form = await world.does("ticket.reply", id)
  const preview = await world.resends(form, "nadia", { text: edit(textOf(form)), ...values })
  await world.clicks(buttonOf(preview, "Envoyer"))
  await world.passes(31)
}

export function outcome(world: World, ticketId = 1) {
  return world.prisma.outcome.findUniqueOrThrow({ where: { ticketId } })
}

/** Requests that were decided the day before: so many of each kind. */
export async function decided(
  world: World,
  counts: Partial<Record<Outcome["what"], number>>,
  { isEligible = true, category = "mot-de-passe" } = {},
): Promise<void> {
  const at = new Date(world.now().getTime() - 3_600_000)
  for (const [what, count] of Object.entries(counts)) {
    const tickets = await world.prisma.ticket.createManyAndReturn({
      data: Array.from({ length: count }, () => ({
        ...{ mailbox: "mentor", status: "closed" as const, subject: "Mot de passe", openedAt: at },
        ...{ requesterName: "Claire", requesterAddress: "claire@vallonie.gouv.example" },
      })),
    })
    await world.prisma.outcome.createMany({
      data: tickets.map(({ id }) => ({
        ...{ ticketId: id, at, what, entryId: ENTRY.id, lacks: [] },
        ...{ category, isEligible: isEligible && what !== "none" },
      })),
    })
  }
}

export function cardOf(answer: Answer): Card {
  if (answer.kind !== "whisper") throw new Error("no card was shown")
  return answer.card
}

function textOf(answer: Answer): string {
  if (answer.kind !== "form") throw new Error("no form opened")
  return answer.form.inputs.find(({ name }) => name === "text")?.value ?? ""
}
