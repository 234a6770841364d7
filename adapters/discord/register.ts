import { type REST, Routes } from "discord.js"
import { commandsToRegister, isRegistered } from "./commands.ts"

/** Tells Discord of `/mentor`, only when what it knows differs. Says whether it had to. */
export async function registerCommands(rest: REST, application: string): Promise<boolean> {
  const route = Routes.applicationCommands(application)
  if (isRegistered(await rest.get(route))) return false
  await rest.put(route, { body: commandsToRegister() })
  return true
}
