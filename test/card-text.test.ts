// An answer card as a page of the public help.
import { html } from "hono/html"
import { expect, test } from "vitest"
import { cardText } from "../adapters/web/public/card-text.ts"

test.each([
  ["Un.\nDeux.\n\nTrois.", "<p>Un.<br>Deux.</p><p>Trois.</p>"],
  ["Ceci :\n- a\n- b\nFin.", "<p>Ceci :</p><ul><li>a</li><li>b</li></ul><p>Fin.</p>"],
  [
    "1. un\n\n2. deux\n   et demi\n\n3. trois",
    "<ol><li>un</li><li>deux<br>et demi</li><li>trois</li></ol>",
  ],
  ["- a\n1. b", "<ul><li>a</li></ul><ol><li>b</li></ol>"],
  ["2026. Une année", "<p>2026. Une année</p>"],
  ["<b>&\"'", "<p>&lt;b&gt;&amp;&quot;&#39;</p>"],
  [
    "Voir https://a.example/x?b=1&c=2.",
    '<p>Voir <a href="https://a.example/x?b=1&amp;c=2">https://a.example/x?b=1&amp;c=2</a>.</p>',
  ],
  ["(aide@a.example)", '<p>(<a href="mailto:aide@a.example">aide@a.example</a>)</p>'],
  ["javascript:alert(1) http://a.example", "<p>javascript:alert(1) http://a.example</p>"],
  [
    'https://a.example/"onclick=x',
    '<p><a href="https://a.example/">https://a.example/</a>&quot;onclick=x</p>',
  ],
  ["", ""],
])("%j", async (text, page) => {
  expect(String(await html`${cardText(text)}`)).toBe(page)
})
