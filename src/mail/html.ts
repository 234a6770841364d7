/**
 * The HTML part of what we send, from the same text: paragraphs, line breaks, links; 12 points, left-aligned,
 * dark on white (RGAA, FACTS on mails). Everything is escaped: no free text becomes HTML.
 */
export function htmlOf(text: string): string {
  const paragraphs = text
    .trim()
    .split(/\n{2,}/)
    .map(
      (paragraph) =>
        `<p style="margin:0 0 1em">${paragraph.split("\n").map(line).join("<br>\n")}</p>`,
    )
  return `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><title>Message</title></head>
<body style="font-family:Arial,Helvetica,sans-serif;font-size:12pt;line-height:1.5;color:#161616;background:#ffffff;text-align:left">
${paragraphs.join("\n")}
</body>
</html>
`
}

function line(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>"».,;:!?)])/)
    .map((part, i) =>
      i % 2 ? `<a href="${escapeHtml(part)}">${escapeHtml(part)}</a>` : escapeHtml(part),
    )
    .join("")
}

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)
}
