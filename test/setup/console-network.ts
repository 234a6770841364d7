import { request } from "node:http"
import { openConsole } from "../../adapters/web/console/console.ts"
import { openAccess } from "../../src/people/log-in.ts"
import { freePort } from "./dovecot.ts"
import { aWorld } from "./world.ts"

const SILENT = { info: () => {}, warn: () => {}, error: () => {} }

export type Asked = {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** A whole bot whose console is open to the network, as `url` (by default a name of this machine). */
export async function aConsoleOnTheNetwork(given: { url?: string; proxies?: number } = {}) {
  const port = await freePort()
  const url = given.url ?? `http://localhost:${port}/`
  const world = await aWorld({ consoleUrl: url, chats: ["console"] })
  const console = openConsole({
    ...{ prisma: world.prisma, databaseUrl: world.database.url, port, cookieKey: "a key" },
    ...{ mailReader: world.needs.reader, demo: null, log: SILENT, now: world.now },
    network: {
      ...{ url, host: "127.0.0.1", proxies: given.proxies ?? 0 },
      access: openAccess(world.needs),
    },
    routes: (app) => app.get("/metrics", (c) => c.text("1")),
    journal: (memberId, what, detail) =>
      world.store.record({ ticketId: null, memberId, at: world.now(), what, detail }),
  })
  await console.open(world.occasions)
  const origin = new URL(url).origin

  return Object.assign(world, {
    url: origin,
    /** Where it listens, whatever its name. */
    address: `http://127.0.0.1:${port}`,
    /** A request as it reaches the port, whatever name it gives. */
    ask(method: string, path: string, headers: Record<string, string> = {}, body = "") {
      return asked(port, method, path, { host: new URL(url).host, ...headers }, body)
    },
    /** A form sent from our own page. */
    post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
      const type = "application/x-www-form-urlencoded"
      const all = { host: new URL(url).host, origin, "content-type": type, ...headers }
      return asked(port, "POST", path, all, new URLSearchParams(fields).toString())
    },
    /** The path of the link that was mailed last. */
    linkMailed(): string {
      const [, path = ""] = /(\/connexion\/\S+)/.exec(world.server.last.text) ?? []
      return path
    },
    closeConsole: () => console.close(),
  })
}

/** As a browser sends it back. */
export function cookieOf({ headers }: Asked, name: RegExp): string {
  const lines = [headers["set-cookie"] ?? []].flat()
  return lines.find((line) => name.test(line))?.split(";")[0] ?? ""
}

function asked(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string>,
  body: string,
): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, method, path, headers }, (response) => {
      let text = ""
      response.setEncoding("utf8").on("data", (part: string) => {
        text += part
      })
      response.once("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      )
    })
    sent.once("error", reject).end(body)
  })
}
