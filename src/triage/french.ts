const MAX_QUOTED = 4

export const because = {
  recognised: (phrases: string[]) =>
    `Reconnu dans le message : ${phrases
      .slice(0, MAX_QUOTED)
      .map((text) => `«\u00a0${text.replace(/\*/g, "…")}\u00a0»`)
      .join(", ")}.`,
  nothing: "Aucune phrase connue : à lire.",
  urgent: (reason: string, phrase: string) => `Prioritaire : ${reason} («\u00a0${phrase}\u00a0»).`,
}
