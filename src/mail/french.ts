export const french = {
  noSubject: "(sans objet)",
  passedOn: (from: string) =>
    from ? `— Message transféré, écrit par ${from} —` : "— Message transféré —",
}
