// Models as bytes. Written by ourselves: what V8 writes of the same model depends on how the numbers were reached.

import { z } from "zod"
import type { LinearModel } from "../../src/triage/linear-model.ts"
import type { Taught } from "../../src/triage/training.ts"
import { sealed, unsealed } from "./learnt.ts"

const NUMBER_BYTES = 4
const Outline = z.object({
  labels: z.array(z.string()),
  shares: z.array(z.number()),
  temperature: z.number(),
  features: z.int(),
})
const Outlines = z.object({ model: Outline, judged: Outline })

/** How long the outlines are, the outlines, then for each model its features, their rarity, the weights. */
export function bytesOf({ model, judged }: Taught): Uint8Array {
  const outlines = JSON.stringify({ model: outlineOf(model), judged: outlineOf(judged) })
  const text = Buffer.from(outlines)
  const length = Buffer.alloc(NUMBER_BYTES)
  length.writeUInt32LE(text.length)
  return sealed(Buffer.concat([length, text, ...numbersOf(model), ...numbersOf(judged)]))
}

/** Null: damaged, or written otherwise. */
export function taughtIn(sealedBytes: Uint8Array): Taught | null {
  try {
    const content = unsealed(sealedBytes)
    return content && modelsIn(Buffer.from(content))
  } catch {
    return null
  }
}

function modelsIn(bytes: Buffer): Taught {
  const length = bytes.readUInt32LE()
  const text = bytes.toString("utf8", NUMBER_BYTES, NUMBER_BYTES + length)
  const { model, judged } = Outlines.parse(JSON.parse(text))
  let at = NUMBER_BYTES + length
  return { model: read(model), judged: read(judged) }

  function read({ features, labels, shares, temperature }: z.infer<typeof Outline>): LinearModel {
    const ids = new Int32Array(numbers(features))
    const rarity = new Float32Array(numbers(features))
    const weights = new Float32Array(numbers((features + 1) * labels.length))
    const index = new Map(Array.from(ids, (id, place) => [id, place]))
    return { ...{ labels, shares, temperature, weights }, vocabulary: { index, rarity } }
  }

  /** A copy: numbers must begin where the memory of numbers does. */
  function numbers(count: number): ArrayBuffer {
    const from = at
    at += count * NUMBER_BYTES
    return Uint8Array.from(bytes.subarray(from, at)).buffer
  }
}

function outlineOf({ labels, shares, temperature, vocabulary }: LinearModel) {
  return { labels, shares, temperature, features: vocabulary.rarity.length }
}

function numbersOf({ vocabulary, weights }: LinearModel): Uint8Array[] {
  const ids = Int32Array.from(vocabulary.index.keys())
  return [ids, vocabulary.rarity, weights].map(
    ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
  )
}
