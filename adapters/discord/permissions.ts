// What the bot may do in a channel, worked out as Discord does: roles, then the channel's own rules.
import * as z from "zod"

const Bits = z.string().transform((text) => BigInt(text))
export const Guild = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(z.object({ id: z.string(), permissions: Bits })),
})
export const Member = z.object({ roles: z.array(z.string()) })
export const Rules = z.object({
  permission_overwrites: z.array(z.object({ id: z.string(), allow: Bits, deny: Bits })).default([]),
})

const ADMINISTRATOR = 1n << 3n
/** All that the bot needs, as they are called in the settings of a channel. */
export const NEEDED: Record<string, bigint> = {
  "View Channel": 1n << 10n,
  "Send Messages": 1n << 11n,
  "Embed Links": 1n << 14n,
  "Read Message History": 1n << 16n,
  "Create Public Threads": 1n << 35n,
  "Send Messages in Threads": 1n << 38n,
}

export function missingPermissions(
  bot: string,
  guild: z.infer<typeof Guild>,
  member: z.infer<typeof Member>,
  rules: z.infer<typeof Rules>,
): string[] {
  const granted = guild.roles.filter(({ id }) => id === guild.id || member.roles.includes(id))
  const base = granted.reduce((bits, { permissions }) => bits | permissions, 0n)
  if (base & ADMINISTRATOR) return []
  const steps = [[guild.id], member.roles, [bot]]
  const bits = steps.reduce((bits, ids) => {
    const own = rules.permission_overwrites.filter(({ id }) => ids.includes(id))
    const deny = own.reduce((all, one) => all | one.deny, 0n)
    const allow = own.reduce((all, one) => all | one.allow, 0n)
    return (bits & ~deny) | allow
  }, base)
  return Object.keys(NEEDED).filter((name) => !(bits & (NEEDED[name] ?? 0n)))
}
