import { fromLatin1 } from '../core/bytes.ts'
import { span } from '../core/span.ts'
import { checkLineEnds } from './check-lines.ts'
import type { HeaderField } from './field.ts'
import { headerWithEnd } from './header-octets.ts'
import { readFields } from './read-fields.ts'
import type { MessageProblem } from './problem.ts'

/** A message as its octets, split into header fields and a body. */
export interface Message {
  readonly bytes: Uint8Array
  /** One UTF-16 unit an octet, so that positions are octets. */
  readonly text: string
  /** In the order of the message. */
  readonly fields: readonly HeaderField[]
  /** Where the body starts; the length of the message if there is none. */
  readonly bodyStart: number
  readonly problems: readonly MessageProblem[]
}

/**
 * Reads a message (RFC 5322 §2). Takes any octets, never throws: what is no header field is
 * reported and left out. CRLF and bare LF both end a line here; the second is reported.
 */
export function parseMessage(bytes: Uint8Array): Message {
  const header = fromLatin1(headerWithEnd(bytes))
  const { fields, bodyStart, problems } = readFields(header, span(0, header.length))
  let all: string | undefined
  let found: readonly MessageProblem[] | undefined
  const text = (): string => (all ??= header.length === bytes.length ? header : fromLatin1(bytes))
  return {
    bytes,
    // Nearly all of it is the body, which few who ask for fields read as a text.
    get text() {
      return text()
    },
    fields,
    bodyStart,
    // Every line is looked at for these, and a receiver that only judges does not ask.
    get problems() {
      return (found ??= inReadingOrder([...problems, ...checkLineEnds(text())]))
    },
  }
}

const inReadingOrder = (problems: readonly MessageProblem[]): MessageProblem[] =>
  problems.toSorted((a, b) => a.span.from - b.span.from)

/** The octets of the body. */
export const bodyOf = ({ bytes, bodyStart }: Pick<Message, 'bytes' | 'bodyStart'>): Uint8Array =>
  bytes.subarray(bodyStart)
