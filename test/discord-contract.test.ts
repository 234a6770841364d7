import { chatContract } from "./contracts/chat.ts"
import { aDiscordStage } from "./setup/discord-stage.ts"

chatContract("on Discord", (occasions) => aDiscordStage(occasions))
