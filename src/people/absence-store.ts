import type { Absence } from "./absence.ts"

/** Days are YYYY-MM-DD, in Paris. */
export type AbsenceStore = {
  /** In place of what was said of these days and later: a member is away once. */
  setAbsence(memberId: number, fromOn: string, untilOn: string): Promise<void>
  /** They are back today; false when they were not away. */
  endAbsence(memberId: number, today: string): Promise<boolean>
  /** Who is away that day. */
  absences(on: string): Promise<Absence[]>
}
