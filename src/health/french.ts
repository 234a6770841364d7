import { dayAndTime } from "../calendar/french.ts"

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
    text: `${limit} messages automatiques sont partis en une heure. Les accusés de réception s’arrêtent jusqu’à ce que cela se calme. Vos réponses, elles, partent.`,
  }),
  canarySubject: "Essai quotidien de Télémaque",
  canary:
    "Ce message vérifie chaque jour que le courrier part et arrive. Vous pouvez le supprimer : il ne demande rien.",
  canarySilent: (name: string) => ({
    title: `L’essai quotidien de la boîte « ${name} » n’est pas revenu.`,
    text: "Un message envoyé par le bot à sa propre adresse n’est pas arrivé en 15 minutes. Les envois ou la réception sont peut-être interrompus.",
  }),
}
