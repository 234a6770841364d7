import type { MiddlewareHandler } from "hono"

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ")
const HEADERS = {
  "Content-Security-Policy": POLICY,
  "X-Content-Type-Options": "nosniff",
  // Addresses carry signed links: no other site hears of them.
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
const A_YEAR = "max-age=31536000"

/** By our own name alone; and only our own pages may post. */
export function guard(url: string): MiddlewareHandler {
  const { host, origin, protocol } = new URL(url)
  return async (c, next) => {
    if (c.req.header("host") !== host) return c.text("Hôte inconnu.", 421)
    const isRead = c.req.method === "GET" || c.req.method === "HEAD"
    if (!isRead && !isOurs(c.req.raw.headers, origin)) {
      return c.text("Cette demande vient d’un autre site : elle est refusée.", 403)
    }
    await next()
    for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value)
    if (!c.res.headers.has("Cache-Control")) c.res.headers.set("Cache-Control", "no-store")
    if (protocol === "https:") c.res.headers.set("Strict-Transport-Security", A_YEAR)
  }
}

function isOurs(headers: Headers, ours: string): boolean {
  const site = headers.get("sec-fetch-site")
  if (site && site !== "same-origin" && site !== "none") return false
  const origin = headers.get("origin")
  return origin === null || origin === ours
}
