type Ability = { native: boolean; fallback?: string }

/** What Slack can do; docs/chats.md says the same, and a test compares them. */
export const ABILITIES: Record<string, Ability> = {
  cards: { native: true },
  forms: {
    native: true,
    fallback:
      "a form beyond Slack's limits continues in the console; without a click, it says where to click",
  },
  "files in forms": { native: true },
  whispers: {
    native: true,
    fallback: "a direct message where the person cannot be whispered to",
  },
  "direct messages": { native: true },
  threads: { native: true },
  reactions: { native: true },
  commands: { native: true },
  completion: { native: false, fallback: "/mentor aide lists the words" },
  "home page": { native: true },
  "message shortcut": { native: true },
}
