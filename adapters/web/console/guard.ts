import type { MiddlewareHandler } from "hono"

const POLICY = [
  "default-src 'self'",
  "img-src 'self' data:", // the design system draws its ticks and arrows with data: images
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ")

/**
 * Any page of the web, and any name that an attacker makes resolve to 127.0.0.1, can reach a server on loopback: only
 * our own names are answered, and only our own pages may post.
 */
export function guard(port: () => number): MiddlewareHandler {
  return async (c, next) => {
    const hosts = [`127.0.0.1:${port()}`, `localhost:${port()}`]
    if (!hosts.includes(c.req.header("host") ?? "")) return c.text("Hôte inconnu.", 421)
    if (c.req.method !== "GET" && c.req.method !== "HEAD" && !isOurs(c.req.raw.headers, hosts)) {
      return c.text("Cette demande vient d’un autre site : elle est refusée.", 403)
    }
    await next()
    const { headers } = c.res
    if (!headers.has("Content-Security-Policy")) headers.set("Content-Security-Policy", POLICY)
    if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store")
    headers.set("X-Content-Type-Options", "nosniff")
    // Not no-referrer: it would make the browser send « Origin: null » with our own forms.
    headers.set("Referrer-Policy", "same-origin")
    headers.set("Cross-Origin-Opener-Policy", "same-origin")
    headers.set("Cross-Origin-Resource-Policy", "same-origin")
  }
}

function isOurs(headers: Headers, hosts: string[]): boolean {
  const site = headers.get("sec-fetch-site")
  if (site && site !== "same-origin" && site !== "none") return false
  const origin = headers.get("origin")
  // A program of this machine (curl) sends neither; every browser sends an Origin with a POST.
  return origin === null || hosts.some((host) => origin === `http://${host}`)
}
