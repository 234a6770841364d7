import { count } from "../calendar/french.ts"

/** The card of the morning, and the reminder in a thread. */
export const morning = {
  unclaimed: (hours: number) =>
    `Personne n’a pris cette demande depuis ${count(hours, "heure ouvrée", "heures ouvrées")}. Qui s’en charge ? Un clic sur « Je prends » suffit.`,
  summary: {
    title: (day: string) => `Point du matin, ${day}`,
    today: "Aujourd’hui",
    quiet: "Rien n’attend l’équipe ce matin.",
    unclaimed: (found: string) => `À prendre (${found})`,
    late: (found: string) => `Attendent depuis plus de deux jours ouvrés (${found})`,
    failed: (found: string) => `Envois en échec (${found})`,
    parkedTitle: "Messages mis de côté",
    parked: (found: number) =>
      `${count(found, "message mis", "messages mis")} de côté depuis le dernier jour ouvré. La console les montre, avec leur raison.`,
    away: "Ne sont pas là",
    theirs: (found: number, numbers: string) =>
      `${found < 2 ? "Une demande attend" : `${found} demandes attendent`} à son nom : ${numbers}.`,
    more: (rest: number) => `… et ${count(rest, "autre")}, dans la console.`,
  },
}
