import { lengthOf, span, type Span } from '../../core/span.ts'
import { fieldNamed, type HeaderField } from '../field.ts'
import type { Message } from '../parse.ts'
import type { MessageProblem } from '../problem.ts'
import { readFields } from '../read-fields.ts'
import { checkPart } from './check-part.ts'
import { fragmentOf } from './fragment.ts'
import { splitBody } from './multipart.ts'
import { parseParameters } from './parameters.ts'
import type { Part } from './part.ts'
import { contentIdOf, dispositionOf, encodingOf } from './part-fields.ts'

export type { Fragment, Part } from './part.ts'

/** How deep parts may stand in parts, and how many there may be: a limit of ours against bombs. */
export const MAX_DEPTH = 16
export const MAX_PARTS = 500

export interface MimeTree {
  readonly root: Part
  readonly problems: readonly MessageProblem[]
}

/** The tree of a message's parts. Never throws; a multipart without its boundary has no parts. */
export const parseMime = (message: Message): Part => readMime(message).root

/** The tree, and its problems, in the order of the message. */
export function readMime(message: Message): MimeTree {
  const whole = span(0, message.text.length)
  const reader: Reader = { text: message.text, left: MAX_PARTS, problems: [] }
  const { fields, bodyStart } = message
  const root = readPart(reader, { fields, whole, bodyStart, depth: MAX_DEPTH, type: 'text/plain' })
  return { root, problems: reader.problems.sort((a, b) => a.span.from - b.span.from) }
}

interface Reader {
  readonly text: string
  left: number
  readonly problems: MessageProblem[]
}

interface Given {
  readonly fields: readonly HeaderField[]
  readonly whole: Span
  readonly bodyStart: number
  /** How much deeper one may go. */
  readonly depth: number
  /** Where no usable Content-Type stands. */
  readonly type: string
}

function readPart(reader: Reader, given: Given): Part {
  const { fields, whole, bodyStart, depth } = given
  const body = span(bodyStart, whole.to)
  const field = fieldNamed({ fields }, 'Content-Type')
  const content = parseParameters(field?.value ?? '')
  // RFC 2045 §5.2: without a usable Content-Type it is plain text; in a digest, a message.
  const type = content.value.includes('/') ? content.value : given.type
  const boundary = content.parameters.find(({ name }) => name === 'boundary')?.raw ?? ''
  const cut =
    type.startsWith('multipart/') && boundary !== '' && depth > 0
      ? splitBody(reader.text, body, boundary)
      : undefined
  const encoding = encodingOf(fields)
  const part: Omit<Part, 'parts' | 'inner'> = {
    ...{ fields, type, encoding, span: whole, body },
    parameters: Object.fromEntries(content.parameters.map((one) => [one.name, one.value])),
    ...dispositionOf(fields, content.parameters),
    ...contentIdOf(fields),
    ...(cut ? { preamble: cut.preamble } : {}),
    ...(cut?.epilogue && lengthOf(cut.epilogue) > 0 ? { epilogue: cut.epilogue } : {}),
    ...(cut?.end === 'open' && { isOpen: true as const }),
    ...fragmentOf(type, content.parameters),
  }
  reader.problems.push(...checkPart(reader.text, part, { field, boundary, cut, depth }))
  return {
    ...part,
    parts: cut?.parts.flatMap((one) => readInner(reader, one, depth - 1, type)) ?? [],
    ...innerOf(reader, part, depth),
  }
}

/** RFC 2046 §5.1.5: parts of a digest are messages unless they state another type. */
const defaultIn = (type: string): string =>
  type === 'multipart/digest' ? 'message/rfc822' : 'text/plain'

function readInner(reader: Reader, whole: Span, depth: number, above: string): Part[] {
  if (reader.left-- <= 0) return []
  const { fields, bodyStart } = readFields(reader.text, whole)
  return [readPart(reader, { fields, whole, bodyStart, depth, type: defaultIn(above) })]
}

/** A message inside must not be encoded (RFC 2046 §5.2.1); one that is stays closed. */
function innerOf(
  reader: Reader,
  { type, encoding, body }: Pick<Part, 'type' | 'encoding' | 'body'>,
  depth: number,
): { inner?: Part } {
  const isMessage = type === 'message/rfc822' || type === 'message/global'
  if (!isMessage || depth <= 0 || !['7bit', '8bit', 'binary'].includes(encoding)) return {}
  const [inner] = readInner(reader, body, depth - 1, 'message')
  return inner ? { inner } : {}
}
