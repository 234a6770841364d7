/** Someone of the team. */
export type Member = {
  id: number
  name: string
  service: string
  address: string
  role: Role
}

/** reader: sees; responder: answers and approves; administrator: also edits members, places, gates. */
export type Role = "reader" | "responder" | "administrator"

export function mayAnswer(member: Member): boolean {
  return member.role !== "reader"
}
