import { once } from "node:events"
import type { Server } from "node:http"

/** Resolves with the port that it listens on. `variable` is the cure when another program has it. */
export async function listen(
  server: Server,
  { port, host, variable }: { port: number; host: string; variable: string },
): Promise<number> {
  server.listen(port, host)
  try {
    await once(server, "listening")
  } catch (error) {
    throw explained(error, port, variable)
  }
  const address = server.address()
  return address && typeof address === "object" ? address.port : port
}

function explained(error: unknown, port: number, variable: string): unknown {
  if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) return error
  const what = `The port ${port} is taken by another program, perhaps another Télémaque.`
  return new Error(`${what} Stop it, or set ${variable} to a port that is free.`, { cause: error })
}
