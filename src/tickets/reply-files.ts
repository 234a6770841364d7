import { UserError } from "../errors.ts"
import type { KeptFile } from "./file-store.ts"
import { french } from "./french.ts"

const MAX_FILES = 10
/** Bytes, all together: mail servers often stop at 10 MB once encoded. */
const MAX_FILES_SIZE = 7_000_000

/** What mail servers take. */
export function refuseTooMuch(files: KeptFile[]): void {
  const size = files.reduce((sum, file) => sum + file.size, 0)
  if (files.length > MAX_FILES) throw new UserError(french.tooManyFiles(MAX_FILES))
  if (size > MAX_FILES_SIZE) throw new UserError(french.filesTooLarge(size, MAX_FILES_SIZE))
}
