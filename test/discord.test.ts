import { afterEach, expect, test } from "vitest"
import { UserError } from "../src/errors.ts"
import { aCard } from "./contracts/chat.ts"
import { aDiscordStage, type DiscordStage } from "./setup/discord-stage.ts"
import { someOccasions } from "./setup/some-occasions.ts"

let stage: DiscordStage

afterEach(async () => {
  await stage.close()
  expect(stage.discord.state.problems).toEqual([])
})

test("a card is posted, clicked and redrawn; who clicks is known", async () => {
  const occasions = someOccasions()
  stage = await aDiscordStage(occasions)
  const post = await stage.chat.post(stage.place, aCard(), "ticket:12")

  const outcome = await stage.clicks("nadia", post, "Je prends")
  await stage.chat.update(post, aCard({ buttons: [] }))

  expect(outcome).toEqual({ whispers: [], form: null })
  expect(occasions.came).toEqual([
    { what: "ticket.take:12:1", by: { chat: "discord", id: stage.idOf("nadia") } },
  ])
  expect(await stage.seen(post)).toMatchObject({ buttons: [] })
})
