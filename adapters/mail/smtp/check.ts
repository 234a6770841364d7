import { type Check, faultCheck, unwell, well } from "../checks.ts"
import { placeOf, type ServerSettings, serverOf } from "../server.ts"
import { openSmtp } from "./transport.ts"

/** What the administrator's doctor says of the way out. Sends nothing. `from`: the mailbox's own address. */
export async function checkSmtp(settings: ServerSettings & { from: string }): Promise<Check[]> {
  return [await loginCheck(settings), alignmentCheck(settings)]
}

async function loginCheck(settings: ServerSettings): Promise<Check> {
  try {
    const server = serverOf(settings)
    const smtp = openSmtp(settings)
    try {
      await smtp.verify()
    } finally {
      smtp.close()
    }
    const isEncrypted = server.isSecure || !server.isLoopback
    const who = server.user ? `${server.user} at` : "without login at"
    return well("SMTP login", `${who} ${placeOf(server)}${isEncrypted ? ", encrypted" : ""}`)
  } catch (error) {
    return faultCheck("SMTP login", error)
  }
}

/** DMARC wants the domain of From to be one that the server vouches for: that of the account. */
function alignmentCheck(settings: ServerSettings & { from: string }): Check {
  const from = domainOf(settings.from)
  const login = domainOf(userOf(settings))
  if (login === "") {
    return well("From alignment", `${from}: the login says no domain, send yourself a mail to see`)
  }
  if (login === from) return well("From alignment", `From and login are both of ${from}`)
  return unwell(
    "From alignment",
    `From is of ${from}, the login of ${login}: receivers may refuse or hide the answers (DMARC)`,
    `write from an address of ${login}, or log in with an account of ${from}`,
  )
}

function userOf(settings: ServerSettings): string {
  try {
    return serverOf(settings).user
  } catch {
    return ""
  }
}

function domainOf(address: string): string {
  return address.includes("@") ? address.slice(address.lastIndexOf("@") + 1).toLowerCase() : ""
}
