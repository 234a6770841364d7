import { randomBytes } from "node:crypto"
import type { PrismaClient } from "./generated/client.ts"

const SECRET = "secret"

/** Signs tokens and cookies; made once, the same for every copy of the bot. */
export async function secretOf(prisma: PrismaClient): Promise<string> {
  const value = randomBytes(32).toString("hex")
  await prisma.setting.createMany({ data: { key: SECRET, value }, skipDuplicates: true })
  const row = await prisma.setting.findUniqueOrThrow({ where: { key: SECRET } })
  return row.value
}
