import { messageOctets } from '../../message/compose.ts'
import { readers, shownBy, type ReaderName, type Shown } from '../../message/mime/readers.ts'
import { parseMime } from '../../message/mime/tree.ts'
import { parseMessage } from '../../message/parse.ts'
import { readParts, type MessagePart } from '../views/mime-parts.ts'
import type { Question } from './question.ts'

/** A message as it is written: its parts, and what each kind of program shows of it. */
export interface ShownMessage {
  readonly root: MessagePart
  readonly by: readonly { readonly reader: ReaderName; readonly shown: Shown }[]
}

/** Characters of a text that are shown. */
const MOST_TEXT = 4000

export const shownMessage: Question<{ readonly text: string }, ShownMessage> = {
  answer({ text }) {
    const read = parseMessage(messageOctets(text))
    const tree = parseMime(read)
    const names = Object.keys(readers) as ReaderName[]
    return {
      root: readParts(read, tree).root,
      by: names.map((reader) => ({ reader, shown: cut(shownBy(readers[reader], read, tree)) })),
    }
  },
}

const cut = ({ texts, ...rest }: Shown): Shown => ({
  ...rest,
  texts: texts.map((one) => ({ ...one, text: one.text.slice(0, MOST_TEXT) })),
})
