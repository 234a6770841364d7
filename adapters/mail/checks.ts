import { ServerFault } from "./server.ts"

/** One line of the doctor: in English, with the cure when it is not well. */
export type Check = { name: string; ok: boolean; detail: string; cure: string | null }

export function well(name: string, detail: string): Check {
  return { name, ok: true, detail, cure: null }
}

export function unwell(name: string, detail: string, cure: string): Check {
  return { name, ok: false, detail, cure }
}

export function faultCheck(name: string, error: unknown): Check {
  if (error instanceof ServerFault) return unwell(name, error.fault, error.cure)
  const said = error instanceof Error ? error.message : String(error)
  return unwell(name, said, "try again; if it stays, ask those who run this server")
}
