import type { Answer } from "../card.ts"
import { UserError } from "../errors.ts"
import { llmWords } from "../llm/french.ts"
import type { Needs } from "../needs.ts"
import type { Member } from "../people/member.ts"
import { knownEntry, previewContent, refuseReaders, type Uses } from "./edit.ts"
import { contentOf } from "./history.ts"
import { QuestionsShape, questionsFrom, toPropose } from "./proposed-questions.ts"

/** *Proposer des questions*: the card's preview, with those that a model would add. A member saves them, or does not. */
export async function proposeQuestions(
  needs: Uses & Pick<Needs, "llm">,
  id: string,
  member: Member,
): Promise<Answer> {
  const { store, llm } = needs
  await refuseReaders(needs, member, "entry.questions")
  if (!llm) throw new UserError(llmWords.none)
  const entry = await knownEntry(store, id)
  const question = { material: JSON.stringify(toPropose(entry).material), shape: QuestionsShape }
  const added = await llm.ask({ task: "questions", entryId: id }, question, async (answer) => {
    const questions = questionsFrom(answer, entry)
    if (!questions) return { outcome: "unknown source" }
    if (questions.length === 0) return { outcome: "nothing" }
    const now = await knownEntry(store, id)
    return now.version === entry.version
      ? { outcome: "used", kept: questions }
      : { outcome: "changed meanwhile" }
  })
  if (!added) throw new UserError(llmWords.noQuestions)
  const content = contentOf(entry)
  const about = { entryId: id, version: entry.version, what: "edited" } as const
  const withThem = { ...content, questions: [...content.questions, ...added] }
  const preview = await previewContent(needs, about, withThem, member)
  return preview.kind === "whisper" ? fromModel(preview, added) : preview
}

function fromModel({ kind, card }: Extract<Answer, { kind: "whisper" }>, added: string[]): Answer {
  const badges = [...card.badges, { text: llmWords.byModel, tone: "warning" as const }]
  const fields = [{ label: llmWords.added, text: added.join("\n") }, ...card.fields]
  return { kind, card: { ...card, badges, fields } }
}
