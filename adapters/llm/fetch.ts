// What a model's server sends is read up to a size, and where it sends us elsewhere is not followed: the key would go there.

const MOST_BYTES = 1_000_000

export class TooMuchSaid extends Error {
  override name = "TooMuchSaid"
}

/** As `fetch`, for a server that is not trusted. The body throws `TooMuchSaid` beyond a megabyte. */
export async function guardedFetch(
  input: string | URL | Request,
  init?: RequestInit,
): Promise<Response> {
  const response = await fetch(input, { ...init, redirect: "error" })
  if (!response.body) return response
  let left = MOST_BYTES
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      left -= chunk.byteLength
      if (left < 0) controller.error(new TooMuchSaid("the answer is too long"))
      else controller.enqueue(chunk)
    },
  })
  return new Response(response.body.pipeThrough(counted), response)
}
