// What the server remembers, and how it tells those who listen.
import { aChannel, CATEGORY, CHANNEL, type Json } from "./objects.ts"

export type State = ReturnType<typeof aState>

export function aState() {
  const listeners = new Set<(type: string, data: Json) => void>()
  return {
    /** What was asked: "POST /channels/3000/messages". */
    calls: [] as string[],
    /** What Discord would never have answered, or refuses without its schemas saying so. */
    problems: [] as string[],
    /** In the order they were posted; those that one person alone sees are there too. */
    messages: new Map<string, Json>(),
    channels: new Map<string, Json>([[CHANNEL, aChannel(CHANNEL, 0, { parent_id: CATEGORY })]]),
    commands: [] as Json[],
    nonces: new Map<string, string>(),
    interactions: new Map<string, Waiting>(),
    files: new Map<string, string>(),
    /** Who accepts no private message. */
    closed: new Set<string>(),
    /** In place of the next answers. */
    rateLimited: 0,
    cutNext: false,
    /** In a channel where no thread may be opened. */
    noThreads: false,
    isAway: false,
    hasMessageContent: true,
    /** Of everybody: to see, write, embed, read again, open threads and write in them. */
    permissions: "309237730304",
    listeners,
    emit(type: string, data: Json): void {
      for (const tell of listeners) tell(type, data)
    },
  }
}

/** An interaction that a person waits for. */
export type Waiting = {
  person: Json
  channel: Json
  message: Json | null
  /** How it was acknowledged. */
  response: Json | null
  /** What "@original" is. */
  original: string | null
  acknowledged: (response: Json) => void
}

export type Outcome = { status?: number; body: unknown } | undefined

export function refused(status: number, code: number, message: string): Outcome {
  return { status, body: { code, message } }
}
