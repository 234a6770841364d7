/** Someone of the team. */
export type Member = {
  id: number
  name: string
  service: string
  address: string
  role: Role
}

/** reader: sees; responder: answers and approves; administrator: also edits members, places, gates. */
export const ROLES = ["reader", "responder", "administrator"] as const
export type Role = (typeof ROLES)[number]

export function mayAnswer(member: Member): boolean {
  return member.role !== "reader"
}
