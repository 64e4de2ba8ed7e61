import {
  defineCommand,
  go,
  goSilently,
  stay,
  type Answer,
  type Command,
} from '../server/command.ts'
import { endChunk } from '../server/handle-chunk.ts'
import {
  closed,
  toChunk,
  toGreeted,
  toSkipping,
  type Chunk,
  type ChunkFacts,
} from '../server/session.ts'

/** `BDAT` SP chunk-size [SP `LAST`] (RFC 3030 §2); more digits than a size can have are no size. */
const SYNTAX = /^(\d{1,20})(?:[ \t]+(LAST))?$/i

/** A size is counted in 63 bits, as other servers count it. */
const LARGEST = 2n ** 63n - 1n

const chunkOf = (argument: string): ChunkFacts | undefined => {
  const [, size, last] = SYNTAX.exec(argument) ?? []
  return size === undefined || BigInt(size) > LARGEST
    ? undefined
    : { size: Number(size), isLast: last !== undefined, argument }
}

export const bdat: Command = defineCommand({
  verb: 'BDAT',
  syntax: 'BDAT <octets> [LAST]',
  about: 'Sends the message in chunks of a stated size',
  source: { rfc: 3030, section: '2' },
  extension: 'CHUNKING',
  allowedIn: ['rcpt', 'chunks'],
  outOfOrder: { connected: 'needRcpt', greeted: 'needRcpt', mail: 'noRecipients' },
  login: 'needed',
  chunkOf,
  examine(session, argument, { replies, policies }): Answer | undefined {
    if (policies.refusedChunk !== 'poison') return undefined
    const chunk = chunkOf(argument)
    if (!chunk) return go(closed, replies.chunkSyntax({ command: bdat }))
    if (chunk.size === 0 && !chunk.isLast && policies.emptyChunk === 'refused')
      return stay(session, replies.chunkEmpty({}))
    if (session.isPoisoned) return stay(session, replies.chunkAfterRefused({ size: chunk.size }))
    return undefined
  },
  run(session, argument, { replies, policies }): Answer {
    const chunk = chunkOf(argument)
    // The server cannot know where the chunk ends, so it reads nothing of what follows.
    if (!chunk) return go(closed, replies.chunkSyntax({ command: bdat }))
    const { maxSize } = session.host
    const kept = session.phase === 'chunks' ? session.content.length : 0
    if (maxSize === 0 || kept + chunk.size <= maxSize) return begin(toChunk(session, chunk))
    const over =
      policies.refusedChunk === 'poison'
        ? { ...session, isPoisoned: !chunk.isLast }
        : toGreeted(session, session.hello)
    const reply = replies.chunkTooLarge({ limit: maxSize })
    return goSilently(toSkipping(session, chunk, { session: over, reply }))
  },
})

/** An empty chunk is at its end at once. */
function begin(chunk: Chunk): Answer {
  if (chunk.left > 0) return goSilently(chunk)
  const { session, effects } = endChunk(chunk)
  return { session, reply: undefined, then: effects }
}
