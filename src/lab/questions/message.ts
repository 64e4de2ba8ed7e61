import { fieldNamed } from '../../message/field.ts'
import { parseMime } from '../../message/mime/tree.ts'
import { parseMessage, type Message } from '../../message/parse.ts'
import { readMessage, type ReadableMessage } from '../views/message-fields.ts'
import { readParts, type MessageParts } from '../views/mime-parts.ts'
import type { ShownLogo } from '../views/shown-logo.ts'
import type { Question } from './question.ts'

/** A message as a person reads it, and its parts. */
export interface ReadMessage {
  readonly message: ReadableMessage
  readonly parts: MessageParts
  /** What the receiving host states of a logo; only to be shown of a message that a host has judged. */
  readonly logo?: ShownLogo
}

export const message: Question<{ readonly bytes: Uint8Array }, Promise<ReadMessage>> = {
  async answer({ bytes }) {
    const read = parseMessage(bytes)
    const tree = parseMime(read)
    const logo = await logoOf(read)
    return {
      ...{ message: readMessage(read, tree), parts: readParts(read, tree) },
      ...(logo && { logo }),
    }
  },
}

/** Few hosts look for a logo: what checks one comes for the messages of those. */
async function logoOf(read: Message): Promise<ShownLogo | undefined> {
  if (!/\bbimi\s*=/i.test(fieldNamed(read, 'Authentication-Results')?.value ?? '')) return undefined
  return (await import('../views/shown-logo.ts')).shownLogo(read)
}
