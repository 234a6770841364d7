// Requests that nothing of prompts/ speaks of, and a team that says what they are.
import type { Category } from "../../src/triage/categories.ts"
import { aMail } from "./builders.ts"
import type { World } from "./world.ts"

const ABOUT = ["le phare", "la balise", "le fanal", "la bouée", "le sémaphore"]
const SAID = ["clignote en vert", "reste éteint", "tourne sans fin", "affiche trois étoiles"]

let written = 100

export function lighthouse(n: number) {
  const about = ABOUT[n % ABOUT.length]
  const text = `Bonjour, ${about} de l’étape ${n} ${SAID[n % SAID.length]} depuis ce matin. ${about} est pourtant allumé.`
  return aMail({ subject: `${about}, question ${n}`, text, from: `agent${n}@cher.gouv.example` })
}

/** So many mails, each corrected. */
export async function corrects(
  world: World,
  count: number,
  as: Category | ((ticket: number) => Category),
) {
  for (let n = 0; n < count; n++) {
    written += 1
    await world.receives(lighthouse(written))
    const ticket = await lastTicket(world)
    const category = typeof as === "string" ? as : as(ticket)
    await world.fills("ticket.category", ticket, { category, priority: "normal" })
  }
}

export async function lastTicket(world: World): Promise<number> {
  return (await world.prisma.ticket.findFirstOrThrow({ orderBy: { id: "desc" } })).id
}

export async function sortedAs(world: World, mail: ReturnType<typeof lighthouse>) {
  await world.receives(mail)
  return (await world.ticket(await lastTicket(world))).category
}

export async function states(world: World): Promise<string[]> {
  const models = await world.prisma.triageModel.findMany({ orderBy: { id: "asc" } })
  return models.map(({ state }) => state)
}
