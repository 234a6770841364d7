import fc from "fast-check"
import { expect, test } from "vitest"
import { maskSecrets } from "../src/privacy/masking.ts"
import { maskSecretsInHtml } from "../src/privacy/masking-html.ts"

test.each([
  ["Mot de passe : Abc123!x", "Mot de passe : [masqué]"],
  ["Mot de passe\u00a0: tulipe", "Mot de passe\u00a0: [masqué]"],
  ["MOT DE PASSE : TULIPE", "MOT DE PASSE : [masqué]"],
  ["Mot de passe : Bienvenue 2026!", "Mot de passe : [masqué]"],
  ["Mot de passe : « tulipe »", "Mot de passe : « [masqué] »"],
  [
    "Mot de passe temporaire : Xy12!ab (à changer)",
    "Mot de passe temporaire : [masqué] (à changer)",
  ],
  ["Votre mot de passe temporaire est : soleil", "Votre mot de passe temporaire est : [masqué]"],
  ["mon mot de passe est Xy12!ab.", "mon mot de passe est [masqué]."],
  ['mon mot de passe est "tulipe"', 'mon mot de passe est "[masqué]"'],
  ["avec le mot de passe Xy12!ab rien ne va", "avec le mot de passe [masqué] rien ne va"],
  [
    "le mot de passe reçu ce matin (Xy12!ab) échoue",
    "le mot de passe reçu ce matin ([masqué]) échoue",
  ],
  ["identifiant : x / mdp : y12", "identifiant : x / mdp : [masqué]"],
  ["login/mdp : cdurand / tulipe", "login/mdp : cdurand / [masqué]"],
  ["mdp=tulipe", "mdp=[masqué]"],
  ["*Mot de passe :* tulipe", "*Mot de passe :* [masqué]"],
  [
    "Ancien mot de passe : rose, nouveau mdp : lilas",
    "Ancien mot de passe : [masqué], nouveau mdp : [masqué]",
  ],
  ["Password: foo", "Password: [masqué]"],
  ["Your temporary password is Foo12bar.", "Your temporary password is [masqué]."],
  ["Your password has been reset to Foo12bar", "Your password has been reset to [masqué]"],
])("a stated password is masked: %s", (text, masked) => {
  expect(maskSecrets(text)).toBe(masked)
})

test.each([
  ["Mot de passe :\nXy12!ab\nMerci", "Mot de passe :\n[masqué]\nMerci"],
  ["Mot de passe :\r\ntulipe\r\nMerci", "Mot de passe :\r\n[masqué]\r\nMerci"],
  ["> Mot de passe :\n>\n> Xy12!ab\n> Merci", "> Mot de passe :\n>\n> [masqué]\n> Merci"],
  ["> Mot de\n> passe : tulipe", "> Mot de\n> passe : [masqué]"],
  ["Identifiant\nclaire\nMot de passe\nXy12!ab", "Identifiant\nclaire\nMot de passe\n[masqué]"],
])("a password on the next line is masked: %j", (text, masked) => {
  expect(maskSecrets(text)).toBe(masked)
})

test.each([
  ["Mot de passe\ttulipe", "Mot de passe\t[masqué]"],
  ["| Mot de passe | tulipe |", "| Mot de passe | [masqué] |"],
  [
    "Login   Password\nclaire  tulipe\nluc     rose",
    "Login   Password\nclaire  [masqué]\nluc     [masqué]",
  ],
  [
    "| Identifiant | Mot de passe | Rôle |\n|---|---|---|\n| claire | tulipe | agent |",
    "| Identifiant | Mot de passe | Rôle |\n|---|---|---|\n| claire | [masqué] | agent |",
  ],
])("a password in a table is masked: %j", (text, masked) => {
  expect(maskSecrets(text)).toBe(masked)
})

test.each([
  ["code de vérification 123456", "code de vérification [masqué]"],
  ["Votre code est 123456.", "Votre code est [masqué]."],
  ["Code de vérification : 123 456", "Code de vérification : [masqué]"],
  ["123456 est votre code de vérification", "[masqué] est votre code de vérification"],
  ["G-123456 is your verification code", "[masqué] is your verification code"],
  ["Jeton : a1b2c3d4", "Jeton : [masqué]"],
])("a code is masked: %s", (text, masked) => {
  expect(maskSecrets(text)).toBe(masked)
})

const SAFE_LINKS = "https://eur03.safelinks.protection.outlook.com/?url="
const CONFIRM = "https://mentor.gouv.fr/login/confirm.php?data=abc/user"

test.each([
  CONFIRM,
  "https://mentor.gouv.fr/login/forgot_password.php?token=aZ12",
  "https://mentor.gouv.fr/login/forgot_password.php?token=\nqsdfGHJ123456",
  "https://mentor.gouv.fr/user/reset?code=482910",
  "https://mentor.gouv.fr/activation/a1b2c3d4",
  "https://mentor.gouv.fr/#access_token=abc",
  `${SAFE_LINKS}${encodeURIComponent(CONFIRM)}&data=05%7C01%7Cclaire&reserved=0`,
  "https://urldefense.proofpoint.com/v2/url?u=https-3A__mentor.gouv.fr_login_confirm.php-3Fdata-3Dabc-2Fuser&d=D",
  "https://urldefense.com/v3/__https://mentor.gouv.fr/login/confirm.php?data=abc*user__;Lw!!x$",
])("a link that is a key keeps its site only: %s", (link) => {
  const masked = maskSecrets(`Voir (${link}), merci`)

  expect(masked).toBe("Voir (https://mentor.gouv.fr/[masqué]), merci")
})

test("a key is masked in a link without its scheme, cut in two lines, or with a password of its own", () => {
  expect(maskSecrets("mentor.gouv.fr/login/confirm.php?data=abc/user")).toBe(
    "mentor.gouv.fr/[masqué]",
  )
  expect(maskSecrets("<https://mentor.gouv.fr/login/reset.php?tok\nen=qsdfGHJ123456>")).toBe(
    "<https://mentor.gouv.fr/[masqué]>",
  )
  expect(maskSecrets("https://claire:tulipe@mentor.gouv.fr/")).toBe(
    "https://[masqué]@mentor.gouv.fr/",
  )
})

test("a wrapped link that is no key is shown as it was written", () => {
  const wrapped = `${SAFE_LINKS}${encodeURIComponent("https://mentor.gouv.fr/course/view.php?id=12")}&data=05`

  expect(maskSecrets(wrapped)).toBe("https://mentor.gouv.fr/course/view.php?id=12")
})

test.each([
  "https://mentor.gouv.fr/login/index.php",
  "https://mentor.gouv.fr/login/forgot_password.php",
  "https://mentor.gouv.fr/course/view.php?id=12",
  "https://mentor.gouv.fr/course/view.php?id=123456&section=3",
  "https://mentor.gouv.fr/actualites/une-formation-pour-les-agents-2026",
  "https://www.legifrance.gouv.fr/loda/id/JORFTEXT000000886460/",
  "j’ai oublié mon mot de passe : que faire ?",
  "mot de passe : au moins 12 caractères",
  "Mot de passe : 12 caractères minimum, dont 1 chiffre",
  "Votre mot de passe doit contenir 12 caractères",
  "mon mot de passe est bloqué depuis ce matin",
  "mon mot de passe n’est plus valable",
  "Mot de passe : oublié",
  "Mot de passe : changé le 12/03/2026 à 14h30",
  "J’ai changé mon mot de passe 2 fois",
  "Problème de mot de passe :\nBonjour,\nje suis bloquée",
  "Mot de passe perdu\n\nBonjour,\nClaire Durand",
  "mot de passe oublié, mon identifiant : cdurand34",
  "mon mot de passe et quand je clique cela affiche : erreur500",
  "mot de passe : https://mentor.gouv.fr/login/forgot_password.php",
  "la clé d’inscription ZAN2026 ne marche pas",
  "ce jeton n’est plus valide",
  "code postal 75001, code erreur 50012",
])("what is no secret stays readable: %s", (text) => {
  expect(maskSecrets(text)).toBe(text)
})

test("in HTML, a secret is seen among tags, and no tag is touched", () => {
  const of = (value: string) =>
    `<p>Mot de passe&nbsp;: <strong class="x">${value}</strong></p><p>Merci</p>`

  expect(maskSecretsInHtml(of("Xy12&amp;ab"))).toBe(of("[masqué]"))
  expect(maskSecretsInHtml("<p>mdp : <b>Xy</b><i>12!ab</i> merci</p>")).toBe(
    "<p>mdp : <b>[masqué]</b><i></i> merci</p>",
  )
  expect(maskSecretsInHtml("<p>Mot de passe :<br>tulipe</p>")).toBe(
    "<p>Mot de passe :<br>[masqué]</p>",
  )
})

test("in HTML, a table of accounts and the links are masked", () => {
  const row = (a: string, b: string) => `<tr><td><p>${a}</p></td><td><p>${b}</p></td></tr>`
  const table = (password: string) => row("Identifiant", "Mot de passe") + row("claire", password)
  const link = (address: string) => `<a href="${address}">${address}</a>`

  expect(maskSecretsInHtml(table("tulipe"))).toBe(table("[masqué]"))
  expect(maskSecretsInHtml(link(`${CONFIRM}&amp;x=1`))).toBe(
    link("https://mentor.gouv.fr/[masqué]"),
  )
  expect(maskSecretsInHtml(link("https://mentor.gouv.fr/?id=1"))).toBe(
    link("https://mentor.gouv.fr/?id=1"),
  )
})

const PARTS = fc.constantFrom(
  ...[
    "Mot de passe",
    "mdp",
    "password",
    "code",
    "identifiant",
    "code de vérification",
    "est votre",
  ],
  ...[
    " : ",
    "\n",
    " ",
    "\t",
    " | ",
    " / ",
    "=",
    "  ",
    "> ",
    ", ",
    "?",
    "!",
    "(",
    "[",
    '"',
    "«",
    "»",
  ],
  ...["Xy12!ab", "tulipe", "123456", "2026", "caractères", "oublié", "[masqué]", "est", "is", "et"],
  ...[
    "https://a.example/reset?token=abc",
    "https://b.example/",
    "a.example/x?code=123456",
    "=&",
    "<",
  ],
)

test("masking twice is masking once, whatever the text", () => {
  const texts = fc.oneof(
    fc.array(PARTS, { maxLength: 12 }).map((parts) => parts.join("")),
    fc.string({ unit: "grapheme", maxLength: 80 }),
  )

  fc.assert(
    fc.property(texts, (text) => {
      const once = maskSecrets(text)
      expect(maskSecrets(once)).toBe(once)
    }),
    { numRuns: 1_500 },
  )
})

test("HTML loses no tag, whatever the tags", () => {
  const tags = fc.constantFrom(
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<br>",
    "<td>",
    "</td>",
    "</tr>",
    "&nbsp;",
    "&x",
    "<",
  )
  const tagsOf = (html: string) => html.match(/<\/?(?:p|b|br|td|tr)>/g) ?? []

  fc.assert(
    fc.property(fc.array(fc.oneof(tags, PARTS), { maxLength: 12 }), (parts) => {
      const html = parts.join("")
      expect(tagsOf(maskSecretsInHtml(html))).toEqual(tagsOf(html))
    }),
    { numRuns: 1_000 },
  )
})

test.each([
  "a",
  " ",
  "\n",
  "mdp ",
  "mdp : Ab12c\n",
  "login;mdp\n",
  "login;mdp;x ",
  "m.d.p.",
  "https://",
  "a.b/",
  "<https://",
  "https://a.example/?token=x ",
  "mot de ",
  "mdp ((((",
  "=\n",
  "<",
  "&a",
  "<p>mdp : Ab12c</p>",
])("much of %j takes no longer than its length", (piece) => {
  const text = piece.repeat(300_000 / piece.length)

  const begin = process.threadCpuUsage().user // others may have the processor
  maskSecrets(text)
  maskSecretsInHtml(text)

  // A quadratic one takes minutes.
  expect((process.threadCpuUsage().user - begin) / 1_000).toBeLessThan(5_000)
})
