/** What Discord does by itself, and what is done in place of the rest. */
export const ABILITIES: Record<string, { native: boolean; fallback?: string }> = {
  cards: { native: true },
  forms: { native: true, fallback: "a form of more than five questions opens in the console" },
  "files in forms": { native: true },
  whispers: { native: true },
  "direct messages": { native: true, fallback: "who closed them is told at the next click" },
  threads: { native: true },
  reactions: { native: true },
  commands: { native: true },
  completion: { native: true },
  "home page": { native: false, fallback: "/mentor mes-demandes" },
  "message shortcut": { native: true },
}
