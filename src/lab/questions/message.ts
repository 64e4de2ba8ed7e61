import { parseMime } from '../../message/mime/tree.ts'
import { parseMessage } from '../../message/parse.ts'
import { readMessage, type ReadableMessage } from '../views/message-fields.ts'
import { readParts, type MessageParts } from '../views/mime-parts.ts'
import type { Question } from './question.ts'

/** A message as a person reads it, and its parts. */
export interface ReadMessage {
  readonly message: ReadableMessage
  readonly parts: MessageParts
}

export const message: Question<{ readonly bytes: Uint8Array }, ReadMessage> = {
  answer({ bytes }) {
    const read = parseMessage(bytes)
    const tree = parseMime(read)
    return { message: readMessage(read, tree), parts: readParts(read, tree) }
  },
}
