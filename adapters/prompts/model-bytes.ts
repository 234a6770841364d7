// Models as bytes. Written by ourselves: what V8 writes of the same model depends on how the numbers were reached.

import { z } from "zod"
import type { LinearModel } from "../../src/triage/linear-model.ts"
import type { Taught } from "../../src/triage/training.ts"
import { sealed, unsealed } from "./learnt.ts"

const NUMBER_BYTES = 4
const Outline = z.object({ labels: z.array(z.string()), temperature: z.number() })
const Outlines = z.object({
  features: z.int(),
  shares: z.array(z.number()),
  model: Outline,
  judged: Outline,
})

/** How long the outlines are, the outlines, the features that both models know and their rarity, the weights of each. */
export function bytesOf({ model, judged }: Taught): Uint8Array {
  const { vocabulary, shares } = model
  const outlineOf = ({ labels, temperature }: LinearModel) => ({ labels, temperature })
  const outlines = { model: outlineOf(model), judged: outlineOf(judged) }
  const features = vocabulary.rarity.length
  const text = Buffer.from(JSON.stringify({ features, shares, ...outlines }))
  const length = Buffer.alloc(NUMBER_BYTES)
  length.writeUInt32LE(text.length)
  const ids = Int32Array.from(vocabulary.index.keys())
  const numbers = [ids, vocabulary.rarity, model.weights, judged.weights].map(
    ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
  )
  return sealed(Buffer.concat([length, text, ...numbers]))
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
  const { features, shares, model, judged } = Outlines.parse(JSON.parse(text))
  let at = NUMBER_BYTES + length
  const index = new Map(Array.from(new Int32Array(numbers(features)), (id, place) => [id, place]))
  const vocabulary = { index, rarity: new Float32Array(numbers(features)) }
  return { model: read(model), judged: read(judged) }

  function read({ labels, temperature }: z.infer<typeof Outline>): LinearModel {
    const weights = new Float32Array(numbers((features + 1) * labels.length))
    return { labels, vocabulary, weights, shares, temperature }
  }

  /** A copy: numbers must begin where the memory of numbers does. */
  function numbers(count: number): ArrayBuffer {
    const from = at
    at += count * NUMBER_BYTES
    return Uint8Array.from(bytes.subarray(from, at)).buffer
  }
}
