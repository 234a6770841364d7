import { expect, test } from "vitest"
import { features, stem } from "../src/triage/features.ts"
import { scores, train } from "../src/triage/linear-model.ts"

const TAUGHT = [
  ["où est mon attestation de formation", "attestation"],
  ["je cherche mes attestations", "attestation"],
  ["télécharger l’attestation du module", "attestation"],
  ["mot de passe oublié", "password"],
  ["réinitialiser mon mot de passe", "password"],
  ["je n’ai plus mon mot de passe", "password"],
  ["annuler mon inscription à la session", "session"],
  ["m’inscrire à une session", "session"],
  ["il n’y a plus de place à la session", "session"],
] as const

test.each([
  { written: "mes ATESTATIONS svp", label: "attestation" },
  { written: "motdepasse oublier", label: "password" },
  { written: "insription session", label: "session" },
])("« $written », with its typing errors, is still about $label", ({ written, label }) => {
  const [best] = scores(aModel(), features(written))

  expect(best?.label).toBe(label)
})

test("the shares of certainty of all labels are one whole, the best first", () => {
  const found = scores(aModel(), features("je cherche mon attestation"))

  expect(found.map(({ label }) => label).toSorted()).toEqual(["attestation", "password", "session"])
  expect(found.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1)
  expect(found).toEqual(found.toSorted((a, b) => b.score - a.score))
})

test("the same examples give the same model", () => {
  expect(aModel()).toEqual(aModel())
})

test("a text made of nothing known has its scores all the same", () => {
  expect(scores(aModel(), features("")).length).toBe(3)
})

test("what is known otherwise of a text decides when its words say nothing", () => {
  const known = [
    ["alpha", "left"],
    ["beta", "right"],
  ] as const
  const model = train(
    known.map(([concept, label]) => ({ features: features("même texte", [[concept, 1]]), label })),
  )

  expect(scores(model, features("même texte", [["beta", 1]]))[0]?.label).toBe("right")
})

test("an example believed by half weighs less than one believed whole", () => {
  const confidence = (weight: number) => {
    const contested = [
      { features: features("badge"), label: "yes", weight },
      { features: features("badge"), label: "no", weight: 1 - weight },
    ]
    return scores(train(contested), features("badge")).find(({ label }) => label === "yes")?.score
  }

  expect(confidence(0.8)).toBeGreaterThan(confidence(0.2) ?? 1)
})

test.each([
  ["inscriptions", "inscription"],
  ["problèmes", "probleme"],
  ["réinitialiser", "reinitialisation"],
])("« %s » and « %s » are one stem, with or without accents", (one, other) => {
  expect(stem(one)).toBe(stem(other))
})

test("addresses, links and long numbers count as such, whatever they are", () => {
  const seen = (text: string) => [...features(text).ids].toSorted()

  expect(seen("à lea@un.example, 01 02 03 04 05")).toEqual(
    seen("à max@deux.example, 06.07.08.09.10"),
  )
  expect(seen("voir https://un.example/a?b")).toEqual(seen("voir https://deux.example"))
})

test("a mail of a million characters is looked at as far as people read", () => {
  const begin = performance.now()
  features("jamais reçu mon lien ".repeat(50_000))

  expect(performance.now() - begin).toBeLessThan(1_000)
})

function aModel() {
  return train(TAUGHT.map(([text, label]) => ({ features: features(text), label })))
}
