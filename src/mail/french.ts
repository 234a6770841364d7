import { actionString } from "../actions.ts"
import { count, longDay } from "../calendar/french.ts"
import type { Form } from "../card.ts"
import type { ReadMail, Unreadable } from "./incoming.ts"

export const french = {
  noSubject: "(sans objet)",
  passedOn: (from: string) =>
    from ? `— Message transféré, écrit par ${from} —` : "— Message transféré —",
  delay: (days: number) => count(days, "jour ouvré", "jours ouvrés"),
  help: (url: string) => `En attendant, la réponse est peut-être dans notre aide :\n${url}`,
  gaveUp: "le serveur de messagerie n’a pas accepté le message pendant trois jours",
  mayHaveLeft:
    "ce message est peut-être déjà parti : deux envois ont été interrompus. Vérifiez auprès de la personne avant de réessayer.",
  readersCannot: "Votre rôle permet de lire, pas d’agir.",
  dayPast: "Choisissez un jour passé, ou aujourd’hui.",
  readingFrom: (since: Date) => `La boîte est lue à partir du ${longDay(since)}.`,
  readSinceForm: (name: string, label: string, today: string): Form => ({
    submission: actionString("mailbox.since", name),
    title: `À partir de quel jour lire la boîte « ${label} » ?`,
    intro:
      "Les messages plus anciens restent dans la boîte et ne deviennent pas des demandes. Aucun accusé de réception ne part pour un message reçu avant le démarrage du bot.",
    inputs: [
      { kind: "date", name: "since", label: "Premier jour", isRequired: true, value: today },
    ],
    submitLabel: "Commencer la lecture",
  }),
  noSuchMail: "Ce message n’est plus conservé.",
  notParked: "Ce message est déjà traité. Rechargez la page.",
  stillParked: "Le message a été relu : il reste de côté, pour la même raison.",
  noLongerParked: "Le message a été relu et il est maintenant à sa place.",
  joined: (id: number) =>
    `Le message rejoint la demande #${id} : un message de la même personne y répond déjà.`,
  opened: (id: number) => `La demande #${id} est ouverte.`,
  /** What a member sees of a mail that cannot be read: its header, and where to look. */
  unreadable: ({ mail }: Unreadable): ReadMail => ({
    mail: {
      ...mail,
      ...{ sender: null, replyTo: [], to: [], cc: [], headers: new Map(), contentType: "" },
      ...{ partTypes: [], text: "", html: null, attachments: [] },
    },
    understanding: {
      reply: {
        written: "(Message illisible par le bot. Ouvrez le message d’origine.)",
        signature: "",
        quoted: "",
      },
      automatic: null,
      forwarded: null,
      list: null,
    },
  }),
}
