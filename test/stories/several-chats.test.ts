// One team on Slack, Discord and another chat at once: what happens on one shows on the others.
import { afterEach, expect, test } from "vitest"
import type { Stage } from "../contracts/chat.ts"
import { aMail } from "../setup/builders.ts"
import { aDiscordStage } from "../setup/discord-stage.ts"
import { openSlackStage } from "../setup/slack-stage.ts"
import { aWorld, type World } from "../setup/world.ts"

const opened: Stage[] = []
afterEach(async () => {
  for (const stage of opened.splice(0)) await stage.close()
})

test("a request arrives: one takes it on Slack, another is refused on Discord, and every chat says who has it", async () => {
  const { world, slack, discord } = await aTeam()
  await world.receives(aMail({ subject: "Lien d’activation expiré" }))

  const outcomes = await Promise.all([
    slack.clicks("nadia", await ref(world, "slack"), "Je prends"),
    discord.clicks("karim", await ref(world, "discord"), "Je prends"),
  ])
  await world.settles()

  const told = outcomes.map(({ whispers }) => whispers.map(({ text }) => text).join())
  const refused = told.filter((text) => text.includes("a déjà pris cette demande"))
  expect(refused).toHaveLength(1)
  const winner = refused[0]?.includes("Nadia") ? "Nadia Ferrand" : "Karim Lenoir"
  for (const text of await cards(world, slack, discord)) expect(text).toContain(winner)
  expect(await world.ticket(1)).toMatchObject({ status: "open", assignee: { name: winner } })
  expect(await world.journal(1)).toEqual(["opened", "sorted", `taken (${winner})`])
})

test("who took it answers by form, reads the preview, sends, takes it back, sends again; the other chats show each step", async () => {
  const { world, slack, discord } = await aTeam()
  await world.receives(aMail({ subject: "Lien d’activation expiré" }))
  await slack.clicks("nadia", await ref(world, "slack"), "Je prends")
  await world.settles()

  const { form } = await slack.clicks("nadia", await ref(world, "slack"), "Répondre")
  expect(Object.values(form?.values ?? {}).join()).toContain("Bonjour")
  const preview = await slack.fills("nadia", { text: "Voici un nouveau lien." })
  expect(preview.whispers.map(({ text }) => text).join()).toContain("Voici un nouveau lien.")
  await slack.clicksWhisper("nadia", "Envoyer")
  await world.settles()
  expect((await discord.seen(await ref(world, "discord")))?.text).toMatch(/part|envoi/i)
  await discord.clicks("nadia", await ref(world, "discord"), "Annuler l’envoi")
  await world.passes(31)
  expect(world.answersSent()).toEqual([])

  await slack.clicks("nadia", await ref(world, "slack"), "Répondre")
  await slack.fills("nadia", { text: "Voici un lien tout neuf." })
  await slack.clicksWhisper("nadia", "Envoyer")
  await world.passes(31)

  expect(world.answersSent()).toMatchObject([{ text: expect.stringContaining("tout neuf") }])
  for (const text of await cards(world, slack, discord))
    expect(text).toContain("En attente de l’agent")
})

test("while a chat is away the others go on; back, its card is as things are then, drawn once", async () => {
  const { world, slack, discord } = await aTeam()
  await world.receives(aMail({ subject: "Lien d’activation expiré" }))
  await world.ticks()
  const before = (await slack.posts()).length
  await slack.goesAway()

  await discord.clicks("karim", await ref(world, "discord"), "Je prends")
  await world.settles()
  await discord.clicks("karim", await ref(world, "discord"), "Rendre")
  await world.settles()
  await discord.clicks("karim", await ref(world, "discord"), "Je prends")
  await world.settles()
  expect((await discord.seen(await ref(world, "discord")))?.text).toContain("Karim Lenoir")
  await slack.comesBack()
  const updates = slack.peer.calls.length
  await world.passes(60)

  expect((await slack.seen(await ref(world, "slack")))?.text).toContain("Karim Lenoir")
  expect(
    slack.peer.calls.slice(updates).filter(({ method }) => method === "chat.update"),
  ).toHaveLength(1)
  expect(await slack.posts()).toHaveLength(before)
})

test("👀 from a member takes, on the chat where they are; nobody else’s counts", async () => {
  const { world, slack, discord } = await aTeam()
  await world.receives(aMail())
  await world.prisma.identity.deleteMany({
    where: { chat: "discord", memberId: world.members.karim.id },
  })

  await discord.reacts("karim", await ref(world, "discord"), "eyes")
  await slack.reacts("nadia", await ref(world, "slack"), "eyes")
  await world.settles()

  expect(await world.ticket(1)).toMatchObject({ assignee: { name: "Nadia Ferrand" } })
})

async function aTeam() {
  const world = await aWorld()
  const slack = await world.joins("slack", (occasions) =>
    openSlackStage(occasions, { transport: "socket" }),
  )
  opened.push(slack)
  const discord = await world.joins("discord", (occasions) => aDiscordStage(occasions))
  opened.push(discord)
  return { world, slack, discord }
}

async function ref(world: World, chat: string): Promise<string> {
  const where = { chat, key: "ticket 1" }
  return (await world.prisma.posting.findFirstOrThrow({ where })).ref
}

async function cards(world: World, ...stages: Stage[]): Promise<string[]> {
  const shown = stages.map(async (stage) => {
    const seen = await stage.seen(await ref(world, stage.chat.name))
    return seen?.text ?? ""
  })
  return [...(await Promise.all(shown)), JSON.stringify(world.card(1))]
}
