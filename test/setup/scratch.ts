import * as fs from "node:fs"
import { tmpdir } from "node:os"

const ENOUGH_MEMORY = 1e9

/** Where databases that need not last are made: memory if there is enough of it, for containers often have 64 MB in /dev/shm. */
export function scratchFolder(): string {
  const memory = fs.existsSync("/dev/shm") ? fs.statfsSync("/dev/shm") : undefined
  const hasMemory = memory !== undefined && memory.bavail * memory.bsize > ENOUGH_MEMORY
  return hasMemory ? "/dev/shm" : tmpdir()
}
