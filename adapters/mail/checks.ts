/** One line of the doctor: in English, with the cure when it is not well. */
export type Check = { name: string; ok: boolean; detail: string; cure: string | null }

export function well(name: string, detail: string): Check {
  return { name, ok: true, detail, cure: null }
}

export function unwell(name: string, detail: string, cure: string): Check {
  return { name, ok: false, detail, cure }
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
