// What people ask of a language model themselves.

import type { App } from "../lists.ts"
import type { Needs } from "../needs.ts"
import { summarise } from "./summarise.ts"

export function llmActions(needs: Needs): Pick<App["actions"], "ticket.summary"> {
  return { "ticket.summary": (id) => summarise(needs, id) }
}
