import { type Check, faultCheck, unwell, well } from "../checks.ts"
import { mustStartTls, placeOf, type ServerToReach } from "../server.ts"
import { openSmtp } from "./transport.ts"

/** What the administrator's doctor says of the way out. Sends nothing. `from`: the mailbox's own address. */
export async function checkSmtp(server: ServerToReach, from: string): Promise<Check[]> {
  return [await loginCheck(server), alignmentCheck(server, from)]
}

async function loginCheck(server: ServerToReach): Promise<Check> {
  try {
    const smtp = openSmtp(server)
    try {
      await smtp.verify()
    } finally {
      smtp.close()
    }
    const isEncrypted = server.security === "tls" || mustStartTls(server)
    const who = server.login ? `${server.login.user} at` : "without login at"
    return well("SMTP login", `${who} ${placeOf(server)}${isEncrypted ? ", encrypted" : ""}`)
  } catch (error) {
    return faultCheck("SMTP login", error)
  }
}

/** DMARC wants the domain of From to be one that the server vouches for: that of the account. */
function alignmentCheck(server: ServerToReach, address: string): Check {
  const from = domainOf(address)
  const login = domainOf(server.login?.user ?? "")
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

function domainOf(address: string): string {
  return address.includes("@") ? address.slice(address.lastIndexOf("@") + 1).toLowerCase() : ""
}
