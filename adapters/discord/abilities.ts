type Ability = { native: boolean; fallback?: string }

/** What Discord can do, and what is done in place of the rest; docs/chats.md says the same, and a test compares them. */
export const ABILITIES: Record<string, Ability> = {
  cards: { native: true },
  forms: {
    native: true,
    fallback: "a form that does not fit in five questions opens in the console",
  },
  "files in forms": {
    native: true,
    fallback: "when there is no room for them, in the console",
  },
  whispers: {
    native: true,
    fallback:
      "what answers a message or a reaction is a direct message: Discord whispers only to who clicked",
  },
  "direct messages": { native: true, fallback: "who closed them is told to use /mentor" },
  threads: { native: true },
  reactions: { native: true },
  commands: { native: true },
  completion: { native: true },
  "home page": { native: false, fallback: "/mentor mes-demandes" },
  "message shortcut": { native: true },
}
