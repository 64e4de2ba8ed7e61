import { fieldNamed } from '../../message/field.ts'
import { walkParts } from '../../message/mime/decode.ts'
import { parseMime } from '../../message/mime/tree.ts'
import { parseMessage } from '../../message/parse.ts'
import type { Filter } from './filter.ts'

export const content: Filter<'content'> = {
  policy: 'content',
  about: 'What a message declares of itself: files by their names, fields that it lacks.',
  atEnd({ incoming }, { files = [], needs = [], action = 'junk' }) {
    const message = parseMessage(incoming.message)
    const subject = incoming.envelope.from
    const missing = needs.find((name) => !fieldNamed(message, name))
    if (missing !== undefined)
      return {
        ...{ action, subject, reason: `The message has no \`${missing}\` field.` },
        ...{ source: { rfc: 5322, section: '3.6' }, ...enhancedOf(action) },
      }
    const file = [...walkParts(parseMime(message))]
      .map(({ filename }) => filename)
      .find((name) => name !== undefined && files.includes(endingOf(name)))
    return file === undefined
      ? undefined
      : {
          ...{ action, subject, reason: `This host takes no files like \`${file}\`.` },
          ...enhancedOf(action),
        }
  },
}

const endingOf = (name: string): string => /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** RFC 3463 §3.7: what is wrong is the content. */
const enhancedOf = (action: string): { readonly enhanced: string } => ({
  enhanced: action === 'defer' ? '4.6.0' : '5.6.0',
})
