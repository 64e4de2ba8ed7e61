import type { IncomingMessage } from 'node:http'

/** The octets of a request. @returns `undefined` where there are more than `most`: the rest is not read. */
export async function readBody(
  request: IncomingMessage,
  most: number,
): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > most) return undefined
  const pieces: Buffer[] = []
  let octets = 0
  // Who sends too much still gets an answer.
  const read = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>
  for await (const piece of read) {
    octets += piece.length
    if (octets > most) return undefined
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
