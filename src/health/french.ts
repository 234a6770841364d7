import { dayAndTime } from "../calendar/french.ts"
import type { JobName } from "../jobs.ts"

export const french = {
  what: "Que se passe-t-il ?",
  mailboxSilent: (name: string, lastPolledAt: Date | null) => ({
    title: `La boîte « ${name} » ne répond plus.`,
    text: lastPolledAt
      ? `Dernière lecture : ${dayAndTime(lastPolledAt)}. Aucun message n’est perdu : le bot reprendra où il s’est arrêté.`
      : "Elle n’a pas encore pu être lue. Vérifiez son adresse et son mot de passe.",
  }),
  chatSilent: (name: string) => ({
    title: `La discussion « ${name} » ne répond plus.`,
    text: "Les cartes attendent et seront mises à jour à son retour. En attendant, utilisez la console.",
  }),
  automaticMailStopped: (limit: number) => ({
    title: "Les messages automatiques sont suspendus.",
    text: `${limit} messages automatiques sont partis en une heure. Les accusés de réception attendent que cela se calme, un jour au plus. Vos réponses, elles, partent.`,
  }),
  readersCannot: "Votre rôle permet de lire, pas d’agir.",
  /** What each kind of job is, and what is missing while it is not done. */
  jobs: {
    "ticket.triage": {
      label: "Trier une demande",
      means:
        "La demande est enregistrée, mais pas encore triée : sa carte peut manquer, et l’agent attend son accusé de réception.",
    },
    "ticket.propose": {
      label: "Chercher la fiche qui répond",
      means: "La demande est triée, mais aucune réponse n’y est proposée : écrivez-la vous-même.",
    },
    "ticket.draft": {
      label: "Préparer un brouillon avec le modèle de langue",
      means: "« Répondre » propose la fiche, sans brouillon.",
    },
    "ticket.acknowledge": {
      label: "Accuser réception",
      means: "L’agent n’a pas encore été prévenu que sa demande est arrivée.",
    },
    "ticket.announce": {
      label: "Montrer une carte",
      means:
        "Dans une discussion, une carte manque ou ne montre pas le dernier état de la demande.",
    },
    "ticket.remind": {
      label: "Rappeler une demande",
      means: "Une demande que personne n’a prise n’a pas été rappelée dans son fil.",
    },
    "incident.announce": {
      label: "Montrer un incident",
      means: "Dans une discussion, la carte d’un incident manque ou n’est pas à jour.",
    },
    "incident.write": {
      label: "Répondre à tous",
      means: "Des personnes touchées par un incident n’ont pas encore reçu leur message.",
    },
    "note.tell": {
      label: "Montrer une note",
      means: "Une note interne manque dans le fil d’une discussion. La demande, elle, la montre.",
    },
    "team.summary": {
      label: "Montrer le point du matin",
      means: "Le point du matin manque dans une discussion : la console et « état » le remplacent.",
    },
    "gate.prepare": {
      label: "Préparer une réponse automatique",
      means: "La demande n’a pas de réponse automatique\u00a0: répondez-y vous-même.",
    },
    "gate.leave": {
      label: "Envoyer une réponse automatique",
      means: "Une réponse automatique n’est pas partie\u00a0: répondez vous-même.",
    },
    "gate.tell": {
      label: "Dire qu’une automatisation change",
      means:
        "Une catégorie est devenue automatique, ou ne l’est plus\u00a0: voyez «\u00a0automatismes\u00a0».",
    },
    "ticket.outcome": {
      label: "Comparer une réponse",
      means: "La demande est traitée ; ce que le bot aurait répondu n’y est pas encore comparé.",
    },
    "mail.send": {
      label: "Envoyer un message",
      means: "Un message attend de partir : voyez la page « Envois ».",
    },
    "mail.copy": {
      label: "Ranger une copie dans les messages envoyés",
      means: "Le message est parti : il n’en manque que la copie dans la boîte d’assistance.",
    },
    "mail.again": {
      label: "Classer un message reçu",
      means: "Le message est conservé, mis de côté, et n’est pas encore une demande.",
    },
    "tickets.release": {
      label: "Rendre les demandes de qui a quitté l’équipe",
      means: "Des demandes sont encore au nom de quelqu’un qui n’est plus là.",
    },
    "code.mail": {
      label: "Envoyer un code",
      means: "Un membre attend un code ou un lien : s’il ne l’a pas reçu, il en demande un autre.",
    },
    "passing.told": {
      label: "Dire qu’une demande est transmise",
      means: "La demande est transmise au service ; la personne n’en a pas encore été prévenue.",
    },
    "passing.remind": {
      label: "Rappeler une demande transmise",
      means: "Un service n’a pas répondu, et l’équipe n’en a pas été prévenue dans le fil.",
    },
    "triage.learn": {
      label: "Apprendre des choix de l’équipe",
      means: "Le tri n’a pas encore appris des derniers choix. Il trie comme avant.",
    },
    "triage.compare": {
      label: "Comparer le nouveau lexique au passé",
      means:
        "Le lexique a changé, et l’équipe ne sait pas encore ce que cela change des demandes déjà triées.",
    },
    "entries.review": {
      label: "Rappeler les fiches à relire",
      means: "Des fiches sont à relire : la page « Fiches » de la console les montre d’abord.",
    },
  } satisfies Record<JobName, { label: string; means: string }>,
  jobsFailed: (kinds: { name: JobName; count: number }[]) => {
    const total = kinds.reduce((sum, { count }) => sum + count, 0)
    const which = kinds.map(({ name, count }) => `${french.jobs[name].label} (${count})`).join(", ")
    return {
      title: total < 2 ? "Un travail n’a pas abouti." : `${total} travaux n’ont pas abouti.`,
      text: `${which}. Rien n’est perdu : le bot réessaie chaque heure pendant trois jours. « Réessayer », dans « État du service », le fait tout de suite ; la cause est dans le journal technique.`,
    }
  },
  retry: (name: JobName) => `Réessayer : ${french.jobs[name].label.toLowerCase()}`,
  jobsRetried: (count: number) => {
    if (count === 0) return "Il n’y avait plus rien à réessayer."
    return count === 1 ? "Un travail est relancé." : `${count} travaux sont relancés.`
  },
  noSuchJobs: "Ces travaux ne sont plus connus. Rechargez la page.",
  canarySubject: "Essai quotidien de Télémaque",
  canary:
    "Ce message vérifie chaque jour que le courrier part et arrive. Vous pouvez le supprimer : il ne demande rien.",
  canarySilent: (name: string) => ({
    title: `L’essai quotidien de la boîte « ${name} » n’est pas revenu.`,
    text: "Un message envoyé par le bot à sa propre adresse n’est pas arrivé en 15 minutes. Les envois ou la réception sont peut-être interrompus.",
  }),
}
