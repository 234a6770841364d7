// npm 10 forgets the link to Node 24 when it puts aside the packages of the other platforms, which have the same command.
// Runs under whatever Node the machine has.
import { existsSync, symlinkSync } from "node:fs"
import { fileURLToPath } from "node:url"

const modules = new URL("../node_modules/", import.meta.url)
const program = `node-${process.platform}-${process.arch}/bin/node`
const link = new URL(".bin/node", modules)

if (!existsSync(link) && existsSync(new URL(program, modules))) {
  symlinkSync(`../${program}`, fileURLToPath(link))
}
