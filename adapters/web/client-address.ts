import { isIP } from "node:net"
import { getConnInfo } from "@hono/node-server/conninfo"
import type { Context } from "hono"

/**
 * Whose request it is, to count what they ask: an IPv4 address, or the first half of an IPv6 one, since one subscriber has
 * the whole other half. Of what X-Forwarded-For says, only our own `proxies` are believed, who write at its end.
 */
export function clientAddress(c: Context, proxies: number): string {
  const peer = getConnInfo(c).remote.address ?? ""
  const forwarded = (c.req.header("x-forwarded-for") ?? "").split(",").map(withoutPort)
  const told = proxies > 0 ? (forwarded.at(-proxies) ?? "") : ""
  return network(isIP(told) ? told : peer)
}

/** Some proxies write « 192.0.2.1:4321 », or « [2001:db8::1]:4321 ». */
function withoutPort(part: string): string {
  const text = part.trim()
  const [, four, six] = /^(?:(\d+\.\d+\.\d+\.\d+):\d+|\[([^\]]+)\](?::\d+)?)$/.exec(text) ?? []
  return four ?? six ?? text
}

function network(address: string): string {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? []
  if (mapped) return mapped
  if (isIP(address) !== 6) return address
  const [start = "", end] = address.split("::")
  const first = start.split(":").filter(Boolean)
  const last = end?.split(":").filter(Boolean) ?? []
  const zeros = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => "0")
  return `${[...first, ...zeros, ...last].slice(0, 4).join(":")}::/64`
}
