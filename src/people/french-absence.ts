import { longDay } from "../calendar/french.ts"

/** What is said of absences. */
export const french = {
  notADay: (text: string) =>
    `Je ne comprends pas le jour « ${text.slice(0, 40)} ». Écrivez par exemple « absent 2026-12-01 » ou « absent jusqu’au 1er décembre » ; « absent » seul dit que vous êtes de retour.`,
  dayPast: "Ce jour est passé. Donnez le dernier jour de votre absence.",
  tooLong: "Une absence dure un an au plus. Donnez un jour plus proche.",
  away: (until: Date, numbers: number[]) =>
    [
      `C’est noté : vous n’êtes pas là jusqu’au ${longDay(until)} inclus. L’équipe le verra dans le point du matin et au moment de transmettre une demande.`,
      ...(numbers.length > 0
        ? [
            `Attendent une réponse à votre nom : ${numbers.map((id) => `#${id}`).join(", ")}. Vous pouvez les transmettre ou les rendre.`,
          ]
        : []),
    ].join(" "),
  back: "Bon retour ! Votre absence est terminée.",
  wasHere:
    "Vous n’étiez pas noté absent. Pour l’être, donnez le dernier jour : « absent jusqu’au 1er décembre ».",
}
