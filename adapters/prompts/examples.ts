import { z } from "zod"
import { CATEGORIES, isCategory } from "../../src/triage/categories.ts"
import { type LabelledText, labelled } from "../../src/triage/examples.ts"
import { type Report, readYaml } from "./yaml-file.ts"

const NAME = "prompts/examples.yaml"
const EXAMPLE = z.string('write - "the words of a message"').min(1)

/** What cannot be read is told and left out. */
export function readExamples(
  file = new URL("../../prompts/examples.yaml", import.meta.url),
  report: Report = () => {},
): LabelledText[] {
  const yaml = readYaml(file, NAME, report)
  for (const key of yaml.keys()) {
    if (!isCategory(key))
      yaml.mistake(key, `« ${key} » is not a category: write one of ${CATEGORIES.join(", ")}`)
  }
  return CATEGORIES.filter((id) => yaml.keys().includes(id)).flatMap((id) =>
    yaml.list(id, EXAMPLE).map((written) => labelled(written, id)),
  )
}
