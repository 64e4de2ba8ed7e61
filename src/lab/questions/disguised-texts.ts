import { parseMime } from '../../message/mime/tree.ts'
import { parseMessage } from '../../message/parse.ts'
import { disguisedTexts as textsOf, type DisguisedText } from '../views/disguised-text.ts'
import type { Question } from './question.ts'

/** What of a message is encoded, unseen or hidden. */
export const disguisedTexts: Question<{ readonly bytes: Uint8Array }, readonly DisguisedText[]> = {
  answer({ bytes }) {
    const message = parseMessage(bytes)
    return textsOf(message, parseMime(message))
  },
}
