/** The measured promises of the design: `npm run bench`, or `npm run bench -- intake`. */
const BENCHES: Record<string, () => Promise<void>> = {
  start: async () => (await import("./start.ts")).benchStart(),
  learning: async () => (await import("./learning.ts")).benchLearning(),
  chat: async () => (await import("./chat.ts")).benchChat(),
  intake: async () => (await import("./intake.ts")).benchIntake(),
  million: async () => (await import("./intake.ts")).benchMillion(),
}

const wanted = process.argv.slice(2)
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length === 0 || wanted.includes(name)) await bench()
}
