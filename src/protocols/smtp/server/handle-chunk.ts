import { ropeBytes, addToRope } from '../../shared/wire/rope.ts'
import { deliver, endWith } from './message-end.ts'
import type { Reply } from '../wire/reply.ts'
import {
  toChunks,
  toGreeted,
  type Chunk,
  type ChunkFacts,
  type Skipping,
  type Handled,
} from './session.ts'
import { respond, type Asked } from './respond.ts'
import { hasBareLf } from '../wire/bare-lf.ts'

/** Reads octets of a chunk as they are: no dots, no lines (RFC 3030 §2). */
export function handleChunk(session: Chunk, bytes: Uint8Array, from: number): Handled {
  const next = Math.min(bytes.length, from + session.left)
  const content = addToRope(session.content, bytes.subarray(from, next))
  const left = session.left - (next - from)
  const read: Chunk = { ...session, content, left }
  return left > 0 ? { session: read, effects: [], next } : { ...endChunk(read), next }
}

/** All octets of a chunk have come; an empty one is at its end at once. */
export function endChunk(session: Chunk): Omit<Handled, 'next'> {
  const { chunk, personality, content } = session
  if (!chunk.isLast) {
    const sent = personality.replies.chunk({ size: chunk.size })
    return respond(toChunks(session), askedFor(chunk), sent)
  }
  const refusal = refusalOf(session)
  if (refusal) return endWith(session, toGreeted(session, session.hello), askedFor(chunk), refusal)
  return deliver(session, ropeBytes(content))
}

/** Lines end with CRLF unless the message is binary (RFC 3030 §2, §3). */
function refusalOf({ host, personality, content, sender }: Chunk): Reply | undefined {
  if (sender.parameters.body === 'BINARYMIME' || host.bareLf === 'lax') return undefined
  const { replies } = personality
  return hasBareLf(ropeBytes(content)) ? replies.bareLf({ host: host.name }) : undefined
}

/** Throws away the octets of a chunk that was refused, then replies (RFC 3030 §2). */
export function skipChunk(session: Skipping, bytes: Uint8Array, from: number): Handled {
  const next = Math.min(bytes.length, from + session.left)
  const left = session.left - (next - from)
  if (left > 0) return { session: { ...session, left }, effects: [], next }
  const { then, chunk } = session
  return { ...respond(then.session, askedFor(chunk), then.reply), next }
}

export const askedFor = ({ argument }: ChunkFacts): Asked => ({ verb: 'BDAT', argument })
