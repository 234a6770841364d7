import { chatContract } from "./contracts/chat.ts"
import { openSlackStage } from "./setup/slack-stage.ts"

chatContract("on Slack, by its socket", (bot) => openSlackStage(bot, { transport: "socket" }))
chatContract("on Slack, by signed HTTP", (bot) => openSlackStage(bot, { transport: "http" }))
