// `/mentor lier` and questions as people who are not linked meet them on each platform: windows, private messages, buttons.
import { expect, onTestFinished, test } from "vitest"
import { chatOccasions } from "../../src/chats/occasions.ts"
import type { ChatOccasions } from "../../src/ports.ts"
import type { Outcome, Stage } from "../contracts/chat.ts"
import { aMail } from "../setup/builders.ts"
import { aDiscordStage } from "../setup/discord-stage.ts"
import { openSlackStage } from "../setup/slack-stage.ts"
import { aWorld, type World } from "../setup/world.ts"

const PLATFORMS: [string, (occasions: ChatOccasions) => Promise<Stage>][] = [
  ["slack", (occasions) => openSlackStage(occasions, { transport: "socket" })],
  ["discord", aDiscordStage],
]

test.for(PLATFORMS)(
  "on %s, somebody who is not linked is told how, links their account, and takes a request",
  { timeout: 60_000 },
  async ([name, open]) => {
    const world = await aWorld()
    await world.receives(aMail())
    const stage = await open(chatOccasions(world.app, world.needs, name))
    onTestFinished(() => stage.close())
    const post = await stage.chat.post(stage.place, world.card(1), "ticket 1")

    const refused = await stage.clicks("karim", post, "Je prends")
    const asked = await opened(stage, await stage.commands("karim", "lier"))
    const sent = await stage.fills("karim", { address: "karim@equipe.example" })
    await world.settles()
    const form = await stage.clicksWhisper("karim", "Saisir le code")
    const wrong = await stage.fills("karim", { code: "000000" })
    await stage.clicksWhisper("karim", "Saisir le code")
    const linked = await stage.fills("karim", { code: codeIn(world) })
    await stage.clicks("karim", post, "Je prends")

    expect(told(refused)).toContain("/mentor lier")
    expect(asked.form?.title).toBe("Relier mon compte")
    expect(told(sent)).toContain("Si cette adresse est celle d’un membre")
    expect(form.form?.title).toBe("Saisir le code")
    expect(told(wrong)).toContain("pas le bon code")
    expect(told(linked)).toContain("Karim Lenoir")
    expect(await world.ticket(1)).toMatchObject({ assignee: { name: "Karim Lenoir" } })
    for (const seen of await stage.posts())
      expect(seen.text).not.toMatch(/equipe\.example|\b\d{6}\b/)
  },
)

test.for(PLATFORMS)(
  "on %s, a question that no card answers is handed over by a form, and answered by mail",
  { timeout: 60_000 },
  async ([name, open]) => {
    const world = await aWorld()
    const stage = await open(chatOccasions(world.app, world.needs, name))
    onTestFinished(() => stage.close())

    const publicly = await stage.mentions("karim", "où est la cafétéria du bâtiment ?")
    const unknown = await stage.commands("karim", "question où est la cafétéria du bâtiment ?")
    const { form } = await stage.clicksWhisper("karim", "Parler à quelqu’un")
    const sent = await stage.fills("karim", { address: "claire.dubois@vallonie.gouv.example" })
    await world.settles()
    await world.answers(1, "Bonjour, au premier étage.")

    expect(publicly.thread.map(({ text }) => text).join()).toContain("Pas de fiche")
    expect(told(unknown)).toContain("Je ne sais pas")
    expect(form).toMatchObject({
      title: "Parler à quelqu’un",
      values: { text: "où est la cafétéria du bâtiment ?" },
    })
    expect(told(sent)).toContain("par mail à claire.dubois@vallonie.gouv.example")
    expect(world.answersSent()).toMatchObject([
      { to: [{ address: "claire.dubois@vallonie.gouv.example" }] },
    ])
  },
)

/** A platform that opens no form from a command gives a button that does. */
async function opened(stage: Stage, outcome: Outcome): Promise<Outcome> {
  const [button] = outcome.whispers.at(-1)?.buttons ?? []
  return outcome.form || !button ? outcome : stage.clicksWhisper("karim", button)
}

function told({ whispers }: Outcome): string {
  return whispers.map(({ text }) => text).join("\n")
}

function codeIn(world: World): string {
  const [code = ""] = /^\d{6}$/m.exec(world.server.last.text) ?? []
  return code
}
