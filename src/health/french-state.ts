import { ago, count } from "../calendar/french.ts"
import type { Balance, MailboxHealth } from "./store.ts"

/** What « état » says. */
export const state = {
  title: "État du service",
  well: "Tout fonctionne",
  unwell: "Quelque chose ne va pas",
  balance: "Messages reçus",
  equation: ({ received, ticket, followup, duplicate, routed, parked }: Balance) => {
    const sum = ticket + followup + duplicate + routed + parked
    const terms = [
      count(ticket, "demande"),
      count(followup, "suite"),
      count(duplicate, "doublon"),
      count(routed, "orienté"),
      `${parked} mis de côté`,
    ].join(" + ")
    return received === sum
      ? `${count(received, "reçu")} = ${terms} : le compte est juste`
      : `${count(received, "reçu")} ≠ ${terms} : le compte n’est pas juste, prévenez l’administrateur`
  },
  mailbox: (name: string) => `Boîte « ${name} »`,
  polled: (mailbox: MailboxHealth | null, now: Date) => {
    if (mailbox?.failingSince) return `ne répond pas depuis ${lasting(mailbox.failingSince, now)}`
    if (!mailbox?.lastPolledAt) return "pas encore relevée"
    return `relevée ${ago(mailbox.lastPolledAt, now)}`
  },
  chat: (name: string) => `Discussion « ${name} »`,
  heard: (failingSince: Date | null, now: Date) =>
    failingSince ? `ne répond pas depuis ${lasting(failingSince, now)}` : "répond",
  oldest: "Attend depuis le plus longtemps",
  nobodyWaits: "personne n’attend",
  waits: ({ id, waitingSince }: { id: number; waitingSince: Date }, now: Date) =>
    `demande #${id}, ${ago(waitingSince, now)}`,
  see: (id: number) => `Voir #${id}`,
  queue: "Travaux en attente",
  jobs: (depth: number) => (depth === 0 ? "aucun" : count(depth, "travail", "travaux")),
  alarms: "Alarmes",
}

function lasting(from: Date, now: Date): string {
  return ago(from, now).replace("il y a ", "").replace("à l’instant", "un instant")
}
