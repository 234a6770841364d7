import { count } from "../calendar/french.ts"

/** What the team reads when the lexicon changed. */
export const french = {
  title: (worse: number) =>
    worse > 0 ? "Le lexique a changé : à vérifier" : "Le lexique a changé, et le tri y gagne",
  compared: "Demandes que vous avez classées",
  counts: (decided: number, better: number, worse: number) =>
    [
      `${count(decided, "relue", "relues")} avec le nouveau lexique`,
      ...(better > 0
        ? [`${better} mieux ${count(better, "triée", "triées").split("\u00a0")[1]}`]
        : []),
      ...(worse > 0 ? [`${worse} moins bien ${worse < 2 ? "triée" : "triées"}`] : []),
    ].join(", "),
  worse: "Moins bien triées",
  better: "Mieux triées",
  line: (id: number, subject: string, decided: string, now: string) =>
    decided === now
      ? `#${id} ${subject} : « ${now} », comme vous`
      : `#${id} ${subject} : « ${now} », et non plus « ${decided} »`,
  more: (left: number) => `et ${count(left, "autre")}`,
  next: "Que faire",
  whatToDo: (isWorse: boolean, url: string | null) =>
    [
      isWorse
        ? "Relisez les phrases ajoutées ou retirées dans prompts/lexicon.yaml et prompts/examples.yaml, corrigez-les, puis redémarrez le bot : il comparera de nouveau."
        : "Rien : le nouveau lexique est en service.",
      ...(url ? [`Ce que le tri a appris : ${url}tri`] : []),
    ].join("\n"),
}
