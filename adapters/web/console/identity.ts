import type { Context, MiddlewareHandler } from "hono"
import { deleteCookie, getSignedCookie, setSignedCookie } from "hono/cookie"
import { z } from "zod"
import type { Button } from "../../../src/card.ts"
import type { Member } from "../../../src/people/member.ts"
import type { Access } from "../../../src/ports.ts"
import type { ConsoleEnv, Desk } from "./desk.ts"
import { safePath } from "./paths.ts"

const SIX_MONTHS = 180 * 86_400

/** Whoever is not known is first asked who they are. */
export function identified(desk: Desk): MiddlewareHandler<ConsoleEnv> {
  const page = desk.network ? "/connexion" : "/qui-etes-vous"
  return async (c, next) => {
    const member = await memberOf(c, desk)
    if (!member) {
      const back =
        c.req.method === "GET" ? `?retour=${encodeURIComponent(safePath(c.req.path))}` : ""
      return c.redirect(`${page}${back}`, 303)
    }
    c.set("member", member)
    await next()
  }
}

/** On loopback the cookie names a member; on the network, a session that can be ended. */
async function memberOf(c: Context, desk: Desk): Promise<Member | null> {
  const value = await read(c, desk, "")
  if (!value) return null
  return desk.network ? desk.network.access.member(value) : desk.reads.member(Number(value) || 0)
}

export async function remember(c: Context, desk: Desk, memberId: number): Promise<void> {
  await keep(c, desk, "", String(memberId), SIX_MONTHS)
}

export function forget(c: Context, desk: Desk): void {
  drop(c, desk, "")
}

type Begun = Awaited<ReturnType<Access["enter"]>>

export async function beginSession(c: Context, desk: Desk, begun: Begun): Promise<void> {
  await keep(c, desk, "", begun.session, begun.seconds)
}

export async function endSession(c: Context, desk: Desk, access: Access): Promise<void> {
  const session = await read(c, desk, "")
  if (session) await access.leave(session)
  drop(c, desk, "")
}

/** Where they were going before they had to log in: the link may come back in another window. */
const RETURN_SECONDS = 900

export async function keepReturn(c: Context, desk: Desk, path: string): Promise<void> {
  await keep(c, desk, "-retour", path, RETURN_SECONDS)
}

export async function takeReturn(c: Context, desk: Desk): Promise<string> {
  const path = await read(c, desk, "-retour")
  drop(c, desk, "-retour")
  return safePath(path || "/")
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

export async function keepFlash(c: Context, desk: Desk, flash: Flash): Promise<void> {
  const value = Buffer.from(JSON.stringify(flash)).toString("base64url")
  await keep(c, desk, "-dit", value, FLASH_SECONDS)
}

export async function takeFlash(c: Context, desk: Desk): Promise<Flash | null> {
  const value = await read(c, desk, "-dit")
  if (!value) return null
  drop(c, desk, "-dit")
  return Kept.parse(JSON.parse(Buffer.from(value, "base64url").toString()))
}

function read(c: Context, { cookies }: Desk, what: string) {
  return getSignedCookie(c, cookies.key, cookies.name + what)
}

async function keep(c: Context, desk: Desk, what: string, value: string, maxAge: number) {
  const { name, key } = desk.cookies
  await setSignedCookie(c, name + what, value, key, { ...attributesOf(desk), maxAge })
}

function drop(c: Context, desk: Desk, what: string): void {
  deleteCookie(c, desk.cookies.name + what, attributesOf(desk))
}

/** Lax on the network: with Strict, who follows a link of a chat to a request would have to log in again. */
function attributesOf({ network, cookies: { isSecure } }: Desk) {
  const sameSite = network ? "Lax" : "Strict"
  return { path: "/", httpOnly: true, secure: isSecure, sameSite } as const
}
