type Ability = { native: boolean; fallback?: string }

/** What the console can do; docs/chats.md says the same, and a test compares them. */
export const ABILITIES: Record<string, Ability> = {
  cards: { native: true },
  forms: { native: true },
  "files in forms": { native: true },
  whispers: { native: true },
  "direct messages": { native: true },
  threads: { native: true },
  reactions: { native: false, fallback: "the buttons *Je prends* and *Clore*" },
  commands: { native: true },
  completion: { native: true },
  "home page": { native: true },
  "message shortcut": { native: false, fallback: "the command *ouvrir*, where the text is pasted" },
}
