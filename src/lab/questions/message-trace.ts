import { parseMessage } from '../../message/parse.ts'
import { explainResults, type ExplainedResults } from '../views/explained-results.ts'
import { messageHops, type MessageHop } from '../views/message-hops.ts'
import { signatureCovers, type SignatureCover } from '../views/signature-cover.ts'
import type { Question } from './question.ts'

/** What a message says of its own way: who had it, who signed what, and who judged it. */
export interface MessageTrace {
  readonly hops: readonly MessageHop[]
  readonly signatures: readonly SignatureCover[]
  readonly results: readonly ExplainedResults[]
}

export const messageTrace: Question<{ readonly bytes: Uint8Array }, MessageTrace> = {
  answer({ bytes }) {
    const message = parseMessage(bytes)
    return {
      hops: messageHops(message),
      signatures: signatureCovers(message),
      results: explainResults(message),
    }
  },
}
