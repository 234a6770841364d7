// TEAM_MEMBERS: « Prénom Nom <adresse> role », separated by semicolons or line ends.
import * as z from "zod"
import type { Member, Role } from "../people/member.ts"
import { isAddress, refuse } from "./parse.ts"

export type TeamMember = Omit<Member, "id" | "service">

const MEMBER = /^([^<>]+?)\s*<\s*([^<>\s]+)\s*>\s*(\p{L}*)$/u
const ROLES: readonly Role[] = ["reader", "responder", "administrator"]
const SYNTAX = `Write "Claire Durand <claire.durand@ministere.example> administrator", with ";" between members; the role is ${ROLES.join(", ")} (responder when there is none).`

export function teamMembers() {
  return z.string().transform((text, context): TeamMember[] => {
    const parts = text
      .split(/[;\n]/)
      .map((part) => part.trim())
      .filter(Boolean)
    const members: TeamMember[] = []
    for (const part of parts) {
      const [, name = "", address = "", word = ""] = MEMBER.exec(part) ?? []
      const role = ROLES.find((known) => known === (word.toLowerCase() || "responder"))
      if (!name || !isAddress(address)) {
        return refuse(context, `has « ${part} », which is not a name and an address`, SYNTAX)
      }
      if (!role) return refuse(context, `has « ${word} », which is not a role`, SYNTAX)
      members.push({ name, address: address.toLowerCase(), role })
    }
    const twice = members.find(
      ({ address }, i) => members.findIndex((m) => m.address === address) < i,
    )
    if (twice) return refuse(context, `has ${twice.address} twice`, "One address is one member.")
    if (!members.some(({ role }) => role === "administrator")) {
      return refuse(
        context,
        "has no administrator",
        `Write "administrator" after the address of one member at least.`,
      )
    }
    return members
  })
}
