import type { Form, Input, Option } from "../card.ts"
import { type Member, ROLES, type Role } from "./member.ts"

const ROLE: Record<Role, { name: string; means: string }> = {
  reader: { name: "Lecture", means: "voit les demandes" },
  responder: { name: "Réponse", means: "voit et répond" },
  administrator: { name: "Administration", means: "répond, gère l’équipe et les lieux" },
}

/** What administrators are told. */
export const french = {
  role: (role: Role) => ROLE[role].name,
  memberForm: (service: string): Form => ({
    submission: "member.add:0:0",
    title: "Ajouter un membre",
    inputs: [
      { ...line("name", "Prénom et nom"), value: "" },
      {
        ...line("address", "Adresse professionnelle"),
        hint: "Celle d’où la personne écrit vraiment : ses réponses y sont reconnues, et ses codes y sont envoyés.",
      },
      { ...line("service", "Service"), value: service, hint: "Sous son nom, dans les réponses." },
      roleInput("responder"),
    ],
    submitLabel: "Ajouter",
  }),
  roleForm: ({ id, name, role }: Member): Form => ({
    submission: `member.role:${id}:0`,
    title: `Changer le rôle de ${name}`,
    inputs: [roleInput(role)],
    submitLabel: "Changer le rôle",
  }),
  added: (name: string) =>
    `${name} est dans l’équipe. Pour relier son compte Slack ou Discord : « /mentor lier ».`,
  roleChanged: (name: string, role: Role) => `${name} a maintenant le rôle « ${ROLE[role].name} ».`,
  left: (name: string) =>
    `${name} n’est plus dans l’équipe. Ses demandes en cours sont de nouveau à prendre, ses comptes sont déliés.`,
  unlinked:
    "Le compte n’est plus relié. La personne peut le relier de nouveau par « /mentor lier ».",
  nameMissing: "Donnez un nom et un service (100 caractères au plus).",
  notAnAddress: (text: string) => `« ${text} » n’est pas une adresse électronique. Corrigez-la.`,
  alreadyIn: (address: string) => `${address} est déjà l’adresse d’un membre de l’équipe.`,
  roleMissing: "Choisissez un rôle.",
  noSuchMember: "Cette personne n’est plus dans l’équipe. Rechargez la page.",
  lastAdministrator:
    "C’est la dernière personne qui administre le bot. Donnez d’abord ce rôle à quelqu’un d’autre.",
}

function line(name: string, label: string) {
  return { kind: "line", name, label, isRequired: true, value: "" } as const
}

function roleInput(role: Role): Input {
  const options: Option[] = ROLES.map((value) => ({
    value,
    label: `${ROLE[value].name} : ${ROLE[value].means}`,
  }))
  return { kind: "select", name: "role", label: "Rôle", isRequired: true, value: role, options }
}
