import { expect, test } from "vitest"
import { PUBLIC_SERVICE_DOMAINS } from "../src/config/domains.ts"
import { domainVerdict } from "../src/people/domain.ts"
import { firstName, isAddress, requesterOf, shortName } from "../src/people/requester.ts"

test.each([
  { name: "Claire Durand", short: "Claire D.", first: "Claire" },
  { name: "DURAND Claire", short: "Claire D.", first: "Claire" },
  { name: "Claire DURAND", short: "Claire D.", first: "Claire" },
  { name: "Durand, Claire", short: "Claire D.", first: "Claire" },
  { name: '"DURAND, Claire"', short: "Claire D.", first: "Claire" },
  { name: "DURAND Claire - DDT Vallonie/SG", short: "Claire D.", first: "Claire" },
  { name: "DURAND Claire (cheffe d’unité)", short: "Claire D.", first: "Claire" },
  { name: "DURAND Claire, DDT 81", short: "Claire D.", first: "Claire" },
  { name: "Mme Claire DURAND", short: "Claire D.", first: "Claire" },
  { name: "Jean-Pierre Durand", short: "Jean-Pierre D.", first: "Jean-Pierre" },
  { name: "DURAND Jean Pierre", short: "Jean D.", first: "Jean Pierre" },
  { name: "FAURE-MOREL Inès", short: "Inès F.", first: "Inès" },
  { name: "MARTIN DURAND Élodie", short: "Élodie M.", first: "Élodie" },
  { name: "de LA TOUR Claire", short: "Claire L.", first: "Claire" },
  { name: "Claire de La Tour", short: "Claire L.", first: "Claire" },
  { name: "Yannick Le Goff", short: "Yannick L.", first: "Yannick" },
  { name: "Luc d’Ormeau", short: "Luc O.", first: "Luc" },
  { name: "E\u0301lodie Durand", short: "Élodie D.", first: "Élodie" },
  { name: "claire durand", short: "Claire D.", first: "Claire" },
  { name: "J. Durand", short: "J. D.", first: "" },
  { name: "Claire", short: "Claire", first: "" },
  { name: "Service Formation", short: "Service F.", first: "" },
  { name: "", short: "", first: "" },
])("« $name » is shown « $short » and greeted « $first »", ({ name, short, first }) => {
  expect(shortName(name)).toBe(short)
  expect(firstName(name)).toBe(first)
})

test.each([
  { name: "", address: "claire.durand@x.example", known: "Claire Durand" },
  { name: "", address: "jean-pierre.durand2@x.example", known: "Jean-Pierre Durand" },
  { name: "Claire.Durand@x.example", address: "claire.durand@x.example", known: "Claire Durand" },
  { name: "DURAND CLAIRE", address: "claire.durand@x.example", known: "Claire Durand" },
  { name: "Durand Claire", address: "claire.durand@x.example", known: "Claire Durand" },
  { name: "", address: "secretariat.ddt81@x.example", known: "" },
  { name: "", address: "ddt-formation@x.example", known: "" },
  { name: "  ", address: "", known: "" },
])("$address, called « $name », is « $known »", ({ name, address, known }) => {
  expect(requesterOf({ name, address }).name).toBe(known)
})

test("the address of a requester is in small letters, and may be missing", () => {
  expect(requesterOf({ name: "", address: "Claire@X.example" }).address).toBe("claire@x.example")
  expect(requesterOf(null)).toEqual({ name: "", address: "" })
})

test.each(["", "claire", "claire@", "claire@x", "cla ire@x.example", "a@x.example, b@x.example"])(
  "« %s » is no address",
  (text) => {
    expect(isAddress(text)).toBe(false)
  },
)

test.each([
  "developpement-durable.gouv.fr",
  "vallonie.gouv.fr",
  "dgfip.finances.gouv.fr",
  "finistere.gouv.fr",
  "interieur.gouv.fr",
  "ac-toulouse.fr",
  "cerema.fr",
])("%s is public service", (domain) => {
  expect(verdict(domain)).toBe("public service")
})

test.each(["gmail.com", "laposte.net", "orange.fr"])("%s is a personal webmail", (domain) => {
  expect(verdict(domain)).toBe("personal webmail")
})

test.each([
  "developpement-durable.gouv.f",
  "developement-durable.gouv.fr",
  "developpementdurable.gouv.fr",
  "developpement-durable.gouv.fr.com",
  "developpement-durable-gouv.fr",
  "interieur.gouv.fr.com",
  "interieurgouv.fr",
  "interieur.gov.fr",
  "interrieur.gouv.fr",
  "vallonie.gouv.fe",
  "gmial.com",
  "gmaill.com",
  "gmail.con",
  "hotmal.fr",
  "hotmail.co",
  "outloook.fr",
  "laposte.ner",
  "wanadou.fr",
  "cerma.fr",
])("%s is a slip of the finger", (domain) => {
  expect(verdict(domain)).toBe("likely typo")
})

test.each([
  "atelier-horizon.fr",
  "mail.com",
  "life.com",
  "grange.fr",
  "orange.com",
  "yahoo.de",
  "hotmail.be",
  "laposte.fr",
  "gouv.mc",
  "gouv.nc",
  "gouvernance.fr",
  "toulouse-metropole.fr",
  "example.org",
  "",
])("« %s » is unknown, and not called a slip", (domain) => {
  expect(verdict(domain)).toBe("unknown")
})

test("the team's own list counts: an exact domain is near its slips", () => {
  const domains = ["*.gouv.example", "ministere.example"]

  expect(domainVerdict("a@vallonie.gouv.example", domains)).toBe("public service")
  expect(domainVerdict("a@minister.example", domains)).toBe("likely typo")
  expect(domainVerdict("a@interieur.gouv.fr.com", domains)).toBe("unknown")
})

function verdict(domain: string) {
  return domainVerdict(`claire.durand@${domain}`, PUBLIC_SERVICE_DOMAINS)
}
