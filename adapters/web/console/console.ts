import { once } from "node:events"
import type { Server } from "node:http"
import { createAdaptorServer } from "@hono/node-server"
import type { Chat } from "../../../src/ports.ts"
import { openConsoleStore } from "../../store/console.ts"
import { privatePlace } from "../../store/console-posts.ts"
import { openConsoleReads } from "../../store/console-reads.ts"
import { listen } from "../listen.ts"
import type { ConsoleOptions, Desk } from "./desk.ts"
import { openLive } from "./live.ts"
import { consoleServer } from "./server.ts"

const NOTHING_LEARNT = { inUse: () => null, fingerprint: { code: "", lessons: "" } }

export type ConsoleChat = Chat & {
  /** The one it listens on, once open. */
  port: number
  url: string
}

/** The team's first chat: pages served on loopback, an ordinary chat for the rest of the bot. */
export function openConsole(options: ConsoleOptions): ConsoleChat {
  const { prisma, databaseUrl, log, mailReader, demo, journal, cookieKey } = options
  const network = options.network ?? null
  const store = openConsoleStore(prisma)
  let close = async () => {}

  const chat: ConsoleChat = {
    name: "console",
    keepsKeys: true,
    port: options.port,
    url: "",
    async open(occasions) {
      const live = openLive(databaseUrl, log)
      const desk: Desk = {
        reads: openConsoleReads(prisma),
        occasions,
        mailReader,
        demo,
        journal,
        hasLlm: options.hasLlm ?? false,
        trainer: options.trainer ?? NOTHING_LEARNT,
        log,
        live,
        cookies: { key: cookieKey, ...cookieOf(options.port, network?.url ?? "") },
        network,
        now: options.now ?? (() => new Date()),
      }
      const app = consoleServer(desk, () => chat.port, options.routes)
      const server = createAdaptorServer({
        fetch: app.fetch,
        overrideGlobalObjects: false,
      }) as Server
      close = async () => {
        const closed = server.listening ? once(server, "close") : null
        server.close()
        await live.close()
        server.closeAllConnections()
        await closed
      }
      const at = { port: options.port, host: network?.host ?? "127.0.0.1", variable: "PORT" }
      try {
        chat.port = await listen(server, at)
      } catch (error) {
        await live.close()
        throw error
      }
      chat.url = network?.url ?? `http://127.0.0.1:${chat.port}/`
    },
    post: async (place, card, key) => String(await store.post(place, card, key)),
    update: (post, card) => store.update(Number(post), card),
    say: (post, text, key) => store.say(Number(post), text, key),
    async direct(person, card, key) {
      await store.post(privatePlace(person), card, key)
      return true
    },
    close: () => close(),
  }
  return chat
}

/** Cookies know no port: two consoles on one machine keep theirs apart. By its prefix, no other name of the domain sets it. */
function cookieOf(port: number, url: string): { name: string; isSecure: boolean } {
  const isSecure = url.startsWith("https:")
  return { name: isSecure ? "__Host-telemaque" : `telemaque-${port}`, isSecure }
}
