import { chatContract } from "./contracts/chat.ts"
import { aConsoleStage } from "./setup/console-stage.ts"

// Its pages are served by the bot itself: the platform is never away without it. It has no reactions, and nobody to name (docs/chats.md).
chatContract("on the console", aConsoleStage, { reactions: true, outages: true, mentions: true })
