import { expect, test } from "vitest"
import { safeHtml } from "../adapters/mail/mime/html.ts"

test.each([
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg onload=alert(1)></svg>",
  '<a href="javascript:alert(1)">x</a>',
  '<a href="java&#10;script:alert(1)">x</a>',
  '<iframe src="https://pirate.example"></iframe>',
  '<form action="https://pirate.example"><input name=a><button>x</button></form>',
  "<style>body { background: url(https://pirate.example) }</style>",
  '<p style="background-image: url(https://pirate.example)">x</p>',
  '<p style="position: fixed; width: expression(alert(1))">x</p>',
  '<img src="https://pirate.example/pixel.gif">',
  '<img src="//pirate.example/pixel.gif" srcset="https://pirate.example/2.gif 2x">',
  '<table background="https://pirate.example/pixel.gif"><tr><td>x</td></tr></table>',
  '<meta http-equiv="refresh" content="0; url=https://pirate.example">',
  '<base href="https://pirate.example/"><link rel=stylesheet href="https://pirate.example/a.css">',
  '<object data="https://pirate.example"></object><embed src="https://pirate.example">',
  "<!--><script>alert(1)</script>-->",
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
])("nothing of %s acts", (html) => {
  const safe = safeHtml(html)

  expect(safe).not.toMatch(/alert|pirate|<form|<input|<button|position|javascript/i)
})

test("what a mail looks like is kept", () => {
  const html =
    '<p style="color:#c00;text-align:center">Bonjour <b>Léa</b></p><table border="1"><tr><td>1</td></tr></table>'

  const safe = safeHtml(html)

  expect(safe).toBe(html)
})

test("links open apart, and tell nothing of where they were", () => {
  const safe = safeHtml('<a href="https://mentor.example" onclick="x()" target="_top">Mentor</a>')

  expect(safe).toBe(
    '<a href="https://mentor.example" rel="noopener noreferrer nofollow" target="_blank">Mentor</a>',
  )
})

test("images of the mail itself are kept, others are emptied", () => {
  const safe = safeHtml(
    '<img src="cid:logo@x.example" alt="Logo"><img src="data:image/png;base64,AA">',
  )

  expect(safe).toBe('<img alt="Logo" src="cid:logo@x.example" /><img />')
})

test("depth and size do not stop it", () => {
  const startedAt = performance.now()

  const safe = safeHtml(`${"<div><table><tr><td>".repeat(20_000)}au fond`)

  expect(safe).toContain("au fond")
  expect(performance.now() - startedAt).toBeLessThan(5_000)
})
