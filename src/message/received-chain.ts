import type { Section } from '../core/section.ts'
import { shift, type Span } from '../core/span.ts'
import { fieldsNamed } from './field.ts'
import type { Message } from './parse.ts'
import type { MessageProblem } from './problem.ts'
import { parseReceived, type ReceivedHop } from './received-hop.ts'

/** A hop of a message, with the time since the one before it. */
export interface ChainHop extends ReceivedHop {
  /** The whole value of its field, in octets of the message; the spans of its parts count in that value. */
  readonly place: Span
  /** Milliseconds since the hop before, where both have a time; negative where clocks differ. */
  readonly delay?: number
}

export interface ReceivedChain {
  /** From the first server to the last: the other way round than in the message. */
  readonly hops: readonly ChainHop[]
  readonly problems: readonly MessageProblem[]
}

const TRACE: Section = { rfc: 5321, section: '4.4' }
const DATE: Section = { rfc: 5322, section: '3.6.7' }

/**
 * The way of a message, as the servers wrote it. Only what servers of one's own wrote can be relied
 * on: a sender can put more fields below theirs.
 */
export function readReceivedChain(message: Message): ReceivedChain {
  const hops: ChainHop[] = []
  const problems: MessageProblem[] = []
  for (const { valueSpan } of fieldsNamed(message, 'Received').toReversed()) {
    const hop = parseReceived(message.text.slice(valueSpan.from, valueSpan.to))
    const before = hops.at(-1)?.at
    const delay = hop.at !== undefined && before !== undefined ? hop.at - before : undefined
    hops.push({ ...hop, place: valueSpan, ...(delay !== undefined && { delay }) })
    problems.push(...problemsOf(hop, delay, valueSpan))
  }
  return { hops, problems }
}

function problemsOf(hop: ReceivedHop, delay: number | undefined, place: Span): MessageProblem[] {
  const found = (code: string, span: Span, message: string, source: Section): MessageProblem[] => [
    { code: `message/${code}`, span, message, source },
  ]
  const dated = hop.date ? shift(hop.date, place.from) : place
  if (!hop.date)
    return found('received-no-date', place, 'A server writes the date behind a semicolon.', DATE)
  if (hop.at === undefined)
    return found('received-bad-date', dated, 'This is no date, so no delay is known.', DATE)
  if (delay !== undefined && delay < 0)
    return found(
      'received-backwards',
      dated,
      `This server had the message ${-delay / 1000} s before the one that handed it over: a clock is wrong, or the field below was made up.`,
      TRACE,
    )
  return hop.by
    ? []
    : found('received-no-by', place, 'The server does not name itself with `by`.', TRACE)
}
