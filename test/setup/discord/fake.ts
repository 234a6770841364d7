// A Discord of our own for tests (REST v10 and gateway v10): no other one does interactions. Every request and every answer is
// judged by Discord's published schemas; what is wrong is in `problems`, which each test expects empty.
import { once } from "node:events"
import type { AddressInfo } from "node:net"
import { openGateway } from "./gateway.ts"
import { CHANNEL, KARIM, NADIA, TOKEN } from "./objects.ts"
import { peopleOf } from "./people.ts"
import type { Route } from "./routes.ts"
import { openServer } from "./server.ts"
import { aState } from "./state.ts"

export type FakeDiscord = Awaited<ReturnType<typeof startFakeDiscord>>

export async function startFakeDiscord() {
  const state = aState()
  let address = ""
  const gatewayRoute: Record<string, Route> = {
    "GET /gateway/bot": {
      run: () => ({
        body: {
          ...{ url: `ws://${address}`, shards: 1 },
          session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 },
        },
      }),
    },
  }
  const server = openServer(state, gatewayRoute)
  const gateway = openGateway(server, () => `ws://${address}`, state)
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const api = `http://${address}/api`

  return {
    ...{ state, gateway, api, token: TOKEN, channel: CHANNEL, nadia: NADIA, karim: KARIM },
    people: peopleOf(state, () => api),
    /** Nobody answers any more, until it comes back. */
    goAway(): void {
      state.isAway = true
      gateway.drop(4000)
      server.closeAllConnections()
    },
    comeBack(): void {
      state.isAway = false
    },
    async close(): Promise<void> {
      gateway.close()
      server.closeAllConnections()
      server.close()
      await once(server, "close")
    },
  }
}
