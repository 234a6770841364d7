import type { MiddlewareHandler } from "hono"

const POLICY = [
  "default-src 'self'",
  "img-src 'self' data:", // the design system draws its ticks and arrows with data: images
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ")
const A_YEAR = "max-age=31536000"
/** What watches the bot asks by loopback, were the console open to the network: the network is not told. */
const WATCHED = /^\/(?:healthz|readyz|metrics)$/

/**
 * Any page of the web, and any name that an attacker makes resolve to this machine, can reach a server: only our own names
 * are answered, and only our own pages may post. `url`: our name on the network, when the console is open to it.
 */
export function guard(port: () => number, url: string | null): MiddlewareHandler {
  const network = url ? [new URL(url).origin] : null
  return async (c, next) => {
    const loopback = [`http://127.0.0.1:${port()}`, `http://localhost:${port()}`]
    const ours = network && !WATCHED.test(c.req.path) ? network : loopback
    const host = c.req.header("host") ?? ""
    if (!ours.some((origin) => new URL(origin).host === host)) return c.text("Hôte inconnu.", 421)
    if (c.req.method !== "GET" && c.req.method !== "HEAD" && !isOurs(c.req.raw.headers, ours)) {
      return c.text("Cette demande vient d’un autre site : elle est refusée.", 403)
    }
    await next()
    const { headers } = c.res
    if (!headers.has("Content-Security-Policy")) headers.set("Content-Security-Policy", POLICY)
    if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store")
    headers.set("X-Content-Type-Options", "nosniff")
    // Not no-referrer: it would make the browser send « Origin: null » with our own forms.
    headers.set("Referrer-Policy", "same-origin")
    headers.set("Cross-Origin-Opener-Policy", "same-origin")
    headers.set("Cross-Origin-Resource-Policy", "same-origin")
    if (url?.startsWith("https:")) headers.set("Strict-Transport-Security", A_YEAR)
  }
}

function isOurs(headers: Headers, origins: string[]): boolean {
  const site = headers.get("sec-fetch-site")
  if (site && site !== "same-origin" && site !== "none") return false
  const origin = headers.get("origin")
  // A program (curl) sends neither; every browser sends an Origin with a POST.
  return origin === null || origins.includes(origin)
}
