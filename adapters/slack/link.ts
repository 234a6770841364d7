// The way in: a socket that we open, or requests that Slack signs. A socket is opened again by us: bolt gives up, by a
// rejection that nobody catches, on errors that pass.
import { once } from "node:events"
import { createServer, type Server } from "node:http"
import { setTimeout as pause } from "node:timers/promises"
import { App, HTTPReceiver, SocketModeReceiver, webApi } from "@slack/bolt"
import { acknowledgeAfterwards } from "./acknowledging.ts"
import type { Health } from "./health.ts"
import { type SlackOptions, TIMING } from "./options.ts"
import { HTTP_PATH } from "./surface.ts"
import { SlackRefused } from "./troubles.ts"
import { boltLogger, clientOptions } from "./web.ts"

const HELLO_WITHIN = 20_000
const FIRST_PAUSE = 500
const LONGEST_PAUSE = 30_000
/** A socket that closes so soon is not renewed at once: Slack would be called without end. */
const SHORT_LIFE = 5_000
const CLOSE_WITHIN = 2_000

export type Link = {
  app: App
  /** Resolves when it listens; a socket goes on trying by itself. */
  open(health: Health): Promise<void>
  close(): Promise<void>
}

export function openLink(options: SlackOptions): Link {
  return options.transport.kind === "socket"
    ? socketLink(options, options.transport)
    : httpLink(options, options.transport)
}

function socketLink(options: SlackOptions, { appToken }: { appToken: string }): Link {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: boltLogger(options.log),
    installerOptions: { clientOptions: clientOptions(options) },
    autoReconnectEnabled: false,
  })
  const { client } = receiver
  const closing = new AbortController()
  let running: Promise<void> = Promise.resolve()

  async function keepOpen(health: Health, isOpen: () => void): Promise<void> {
    let wait = FIRST_PAUSE
    while (!closing.signal.aborted) {
      const gone = Promise.withResolvers<void>()
      client.once("disconnected", gone.resolve)
      closing.signal.addEventListener("abort", () => gone.resolve(), { once: true })
      try {
        await hello()
        if (closing.signal.aborted) return
        health.works("socket")
        isOpen()
        const since = Date.now()
        await gone.promise // Slack renews sockets about once an hour
        if (Date.now() - since > SHORT_LIFE) wait = FIRST_PAUSE
        else wait = await pauseFor(wait)
      } catch (error) {
        if (closing.signal.aborted) return
        health.fails("socket", told(error))
        isOpen()
        wait = await pauseFor(Math.max(wait, retryAfter(error)))
      } finally {
        client.off("disconnected", gone.resolve)
      }
    }
  }

  /** Returns how long to wait the next time. */
  async function pauseFor(wait: number): Promise<number> {
    await pause(wait, null, { signal: closing.signal }).catch(() => {})
    return Math.min(wait * 2, LONGEST_PAUSE)
  }

  async function hello(): Promise<void> {
    const late = new AbortController()
    const started = client.start()
    // the bot may stop while Slack is slow to open: nothing then stays open
    const shut = () => (closing.signal.aborted ? client.disconnect() : undefined)
    started.then(shut).catch(() => {})
    try {
      await Promise.race([
        started,
        once(closing.signal, "abort", { signal: late.signal }),
        pause(HELLO_WITHIN, null, { signal: late.signal }).then(async () => {
          await client.disconnect()
          throw new Error("Slack’s socket said no hello")
        }),
      ])
    } finally {
      late.abort()
    }
  }

  return {
    app: appOn(receiver, options),
    open(health) {
      return new Promise((isOpen) => {
        running = keepOpen(health, isOpen).finally(isOpen)
      })
    },
    async close() {
      closing.abort()
      await Promise.race([client.disconnect(), pause(CLOSE_WITHIN, null, { ref: false })])
      await running
    },
  }
}

/** What Slack asks to wait, in ms. */
function retryAfter(error: unknown): number {
  return error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter * 1000 : 0
}

/** Without a reason, the socket was closed before its hello. */
function told(error: unknown): Error {
  if (error instanceof webApi.WebAPIPlatformError) {
    return new SlackRefused("apps.connections.open (SLACK_APP_TOKEN)", error.data.error)
  }
  return error instanceof Error
    ? new Error(`Slack’s socket does not open: ${error.message}`, { cause: error })
    : new Error("Slack closed its socket before its hello")
}

function httpLink(
  options: SlackOptions,
  { signingSecret, host, port }: { signingSecret: string; host: string; port: number },
): Link {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: [HTTP_PATH],
    logger: boltLogger(options.log),
  })
  let server: Server | null = null
  return {
    app: appOn(receiver, options),
    async open() {
      server = createServer((request, response) => {
        // bolt throws on any other page, which would stop the bot
        if (request.method === "POST" && request.url === HTTP_PATH) {
          receiver.requestListener(request, response)
        } else response.writeHead(404).end()
      })
      server.listen(port, host)
      await once(server, "listening").catch((error: Error) => {
        const cure = "stop what holds it, or set SLACK_HTTP_PORT to another one"
        throw new Error(`Slack’s requests cannot be awaited on ${host}:${port}: ${cure}`, {
          cause: error,
        })
      })
      const address = server.address()
      const listens = address && typeof address === "object" ? address.port : port
      options.log.info({ host, port: listens, path: HTTP_PATH }, "Slack’s requests are awaited")
    },
    async close() {
      if (!server?.listening) return
      const closed = once(server, "close")
      server.close()
      server.closeIdleConnections()
      await Promise.race([closed, pause(CLOSE_WITHIN, null, { ref: false })])
      server.closeAllConnections()
    },
  }
}

type Receiver = NonNullable<ConstructorParameters<typeof App>[0]>["receiver"]

function appOn(receiver: Receiver & object, options: SlackOptions): App {
  const app = new App({
    receiver,
    // we call Slack ourselves, and know what comes from us by its sender
    authorize: async () => ({}),
    ...{ ignoreSelf: false, convoStore: false },
    logger: boltLogger(options.log),
    clientOptions: clientOptions(options),
  })
  app.error(async (error) => options.log.error({ error }, "what Slack told was not understood"))
  acknowledgeAfterwards(app, (options.timing ?? TIMING).acknowledgeWithin)
  return app
}
