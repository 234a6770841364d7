import { type ChildProcess, fork } from "node:child_process"
import { setPriority } from "node:os"
import { fileURLToPath } from "node:url"
import type { Decided } from "../../src/triage/decided.ts"
import type { LabelledText } from "../../src/triage/examples.ts"
import type { Learnt } from "../../src/triage/learn.ts"
import type { Lexicon } from "../../src/triage/lexicon.ts"
import type { Look } from "../../src/triage/look.ts"
import { sorter } from "../../src/triage/sorter.ts"
import type { Trained, Trainer } from "../../src/triage/trainer.ts"
import type { Taught } from "../../src/triage/training.ts"
import { codeOf, lessonsOf } from "./learnt.ts"
import { taughtIn } from "./model-bytes.ts"
import { learntOf, sorterOf } from "./sorter.ts"
import type { ToLearn } from "./trainer-process.ts"

const TRAINER = fileURLToPath(new URL("./trainer-process.ts", import.meta.url))
/** Nobody waits for it: mails, clicks and cards go first. */
const POLITE = 10

type Prompts = { lexicon: Lexicon; examples: LabelledText[] }

/** Sorts with what `prompts/` teaches until it is given a model. Learns in a process that goes when it has learnt. */
export function openTrainer(prompts: Prompts): Trainer {
  const { lexicon, examples } = prompts
  const builtIn = sorterOf(lexicon, examples)
  let sorts = builtIn
  let inUse: number | null = null
  return {
    sorter: (mail) => sorts(mail),
    fingerprint: { code: codeOf(), lessons: lessonsOf(prompts) },
    train: (decided, before) => train(prompts, decided, before),
    use(model) {
      const taught = model && taughtIn(model.content)
      if (model && !taught) return false
      sorts = taught ? sorter(lexicon, [], (look) => withReasons(look, taught)) : builtIn
      inUse = model?.id ?? null
      return true
    },
    inUse: () => inUse,
  }

  /** Examples that resemble are the project's own: what somebody wrote to the team is no reason for another. */
  function withReasons(look: Look, { model }: Taught): Learnt {
    return { ...learntOf(look, lexicon, examples), model }
  }
}

async function train(
  prompts: Prompts,
  decided: AsyncIterable<Decided[]>,
  inUse: Uint8Array | null,
): Promise<Trained> {
  const process = fork(TRAINER, {
    execArgv: ["--disable-warning=ExperimentalWarning"],
    serialization: "advanced",
  })
  if (process.pid) setPriority(process.pid, POLITE)
  const ended = new Promise<Trained>((resolve, reject) => {
    process.on("message", (trained: Trained) => resolve(trained))
    process.on("error", reject)
    process.on("exit", () =>
      reject(new Error("The process that learns ended before it had learnt.")),
    )
  })
  ended.catch(() => {})
  try {
    for await (const tickets of decided) await tell(process, { tickets })
    await tell(process, { ...prompts, inUse })
    return await ended
  } finally {
    process.kill()
  }
}

/** Waits until it has left: what is read of the database is not all in memory at once. */
function tell(process: ChildProcess, what: ToLearn): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!process.connected) reject(new Error("The process that learns is gone."))
    else process.send(what, (error) => (error ? reject(error) : resolve()))
  })
}
