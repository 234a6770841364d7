import { automaticReason } from "./automatic.ts"
import { forwardedMail } from "./forwarded.ts"
import type { IncomingMail, Understanding } from "./incoming.ts"
import { mailingList } from "./mailing-list.ts"
import { splitReply } from "./quote.ts"

export function understand(mail: IncomingMail): Understanding {
  return {
    reply: splitReply(mail),
    automatic: automaticReason(mail),
    forwarded: forwardedMail(mail),
    list: mailingList(mail),
  }
}
