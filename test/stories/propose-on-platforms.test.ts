// *Proposer une fiche* as members meet it on each platform: the button, the form, the preview, the second click.
import { expect, onTestFinished, test } from "vitest"
import type { ChatOccasions } from "../../src/ports.ts"
import type { Stage } from "../contracts/chat.ts"
import { historyOf } from "../setup/answer-cards.ts"
import { aMail } from "../setup/builders.ts"
import { aDiscordStage } from "../setup/discord-stage.ts"
import { openSlackStage } from "../setup/slack-stage.ts"
import { aWorld } from "../setup/world.ts"

const PLATFORMS: [string, (occasions: ChatOccasions) => Promise<Stage>][] = [
  ["slack", (occasions) => openSlackStage(occasions, { transport: "socket" })],
  ["discord", aDiscordStage],
]
const ANSWER = "Bonjour Claire,\n\nDemandez un nouveau lien.\n\nCordialement,\n\nNadia Ferrand"

test.for(PLATFORMS)(
  "on %s, a member makes a card to validate of an answer that left",
  { timeout: 60_000 },
  async ([name, open]) => {
    const world = await aWorld()
    const stage = await world.joins(name, open)
    onTestFinished(() => stage.close())
    await world.receives(aMail())
    await world.answers(1, ANSWER)
    const post = await stage.chat.post(stage.place, world.card(1), "the card again")

    const opened = await stage.clicks("nadia", post, "Proposer une fiche")
    await stage.fills("nadia", { questions: "un\ndeux\ntrois" })
    const again = await stage.clicksWhisper("nadia", "Modifier")
    await stage.fills("nadia", { title: "Un nouveau lien" })
    await stage.clicksWhisper("nadia", "Enregistrer")

    expect(opened.form?.values.body).toBe("Demandez un nouveau lien.")
    expect(again.form?.values.questions).toBe("un\ndeux\ntrois")
    const [card] = await world.store.entries()
    expect(card).toMatchObject({
      ...{ title: "Un nouveau lien", body: "Demandez un nouveau lien.", isValidated: false },
      source: expect.stringContaining("Réponse de l’équipe"),
    })
    expect(await historyOf(world, card?.id)).toEqual(["1 proposed by Nadia Ferrand"])
  },
)
