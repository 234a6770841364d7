import { readFileSync } from "node:fs"
import { type Template, type Templates, VARIABLES, variablesIn } from "../../src/mail/template.ts"

export class TemplateError extends Error {
  override name = "TemplateError"
}

/** Throws `TemplateError` with the file and the cure. */
export function readTemplates(): Templates {
  return {
    acknowledgement: readTemplate("acknowledgement"),
    reply: readTemplate("reply"),
    closing: readTemplate("closing"),
    closingLinks: readTemplate("closingLinks"),
    alarm: readTemplate("alarm"),
    code: readTemplate("code"),
    login: readTemplate("login"),
    passing: readTemplate("passing"),
    passed: readTemplate("passed"),
    automatic: readTemplate("automatic"),
  }
}

function readTemplate(name: keyof Templates): Template {
  const file = `prompts/mail/${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}.md`
  const source = readFileSync(new URL(`../../${file}`, import.meta.url), "utf8").replace(
    /\r\n/g,
    "\n",
  )
  const [, subject, text] = /^Objet\s*:\s*(.+)\n\s*\n([\s\S]+)$/.exec(source) ?? []
  if (!subject || !text) {
    throw new TemplateError(
      `${file}, line 1: begin with « Objet : … », then an empty line, then the text.`,
    )
  }
  const template = { subject, text: text.trimEnd() }
  const unknown = variablesIn(template).find((variable) => !VARIABLES[name].includes(variable))
  if (unknown) {
    throw new TemplateError(
      `${file}: {{${unknown}}} is unknown; use ${VARIABLES[name].join(", ")}.`,
    )
  }
  return template
}
