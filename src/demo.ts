import type { MailboxSettings } from "./needs.ts"
import type { Member } from "./people/member.ts"

/** The demonstration's mailbox and its three invented people. */
export const DEMO_MAILBOX: MailboxSettings = {
  name: "mentor",
  label: "Mentor",
  address: "assistance-mentor@ministere.example",
  hasSubaddresses: false,
}

/** Where the sample mails come from. */
export const DEMO_DOMAINS = ["*.gouv.example", "ministere.example"]
/** Invented webmails, as the real ones that `people/domain.ts` knows. */
export const DEMO_WEBMAILS = ["boitemel.example", "freemel.example", "messagerie-perso.example"]

const SERVICE = "Centre d’appui à la formation à distance"

export const DEMO_MEMBERS: Omit<Member, "id">[] = [
  {
    name: "Nadia Ferrand",
    service: SERVICE,
    address: "nadia.ferrand@ministere.example",
    role: "administrator",
  },
  {
    name: "Karim Lenoir",
    service: SERVICE,
    address: "karim.lenoir@ministere.example",
    role: "responder",
  },
  {
    name: "Solène Marchal",
    service: SERVICE,
    address: "solene.marchal@ministere.example",
    role: "responder",
  },
]
