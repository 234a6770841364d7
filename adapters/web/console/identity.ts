import type { Context, MiddlewareHandler } from "hono"
import { deleteCookie, getSignedCookie, setSignedCookie } from "hono/cookie"
import { z } from "zod"
import type { Button } from "../../../src/card.ts"
import type { ConsoleEnv, Desk } from "./desk.ts"
import { safePath } from "./paths.ts"

const SIX_MONTHS = 180 * 86_400
const COOKIE = { path: "/", httpOnly: true, sameSite: "Strict" } as const

/** Whoever is not known is first asked who they are. */
export function identified({ reads, cookies }: Desk): MiddlewareHandler<ConsoleEnv> {
  return async (c, next) => {
    const value = await getSignedCookie(c, cookies.key, cookies.name)
    const member = value ? await reads.member(Number(value)) : null
    if (!member) {
      const back =
        c.req.method === "GET" ? `?retour=${encodeURIComponent(safePath(c.req.path))}` : ""
      return c.redirect(`/qui-etes-vous${back}`, 303)
    }
    c.set("member", member)
    await next()
  }
}

export async function remember(c: Context, { cookies }: Desk, memberId: number): Promise<void> {
  await setSignedCookie(c, cookies.name, String(memberId), cookies.key, {
    ...COOKIE,
    maxAge: SIX_MONTHS,
  })
}

export function forget(c: Context, { cookies }: Desk): void {
  deleteCookie(c, cookies.name, COOKIE)
}

/** Told once, on the next page. */
export type Flash = { text: string; isRefusal?: boolean | undefined; undo?: Button | undefined }

const FLASH_SECONDS = 60
const Kept = z.object({
  text: z.string(),
  isRefusal: z.boolean().optional(),
  undo: z
    .object({
      label: z.string(),
      action: z.string(),
      style: z.enum(["primary", "secondary", "danger"]),
    })
    .optional(),
})

export async function keepFlash(c: Context, { cookies }: Desk, flash: Flash): Promise<void> {
  const value = Buffer.from(JSON.stringify(flash)).toString("base64url")
  await setSignedCookie(c, `${cookies.name}-dit`, value, cookies.key, {
    ...COOKIE,
    maxAge: FLASH_SECONDS,
  })
}

export async function takeFlash(c: Context, { cookies }: Desk): Promise<Flash | null> {
  const name = `${cookies.name}-dit`
  const value = await getSignedCookie(c, cookies.key, name)
  if (!value) return null
  deleteCookie(c, name, COOKIE)
  return Kept.parse(JSON.parse(Buffer.from(value, "base64url").toString()))
}
