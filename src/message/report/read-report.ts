import { fromLatin1 } from '../../core/bytes.ts'
import { span, type Span } from '../../core/span.ts'
import type { HeaderField } from '../field.ts'
import { decodedBytes } from '../mime/decode.ts'
import { parseMime, type Part } from '../mime/tree.ts'
import type { Message } from '../parse.ts'
import type { MessageProblem } from '../problem.ts'
import { readFields } from '../read-fields.ts'

/** The parts of a multipart/report (RFC 6522 §3). */
export interface ReportParts {
  /** `delivery-status`, `feedback-report` …, in lowercase; empty where the report lacks it. */
  readonly reportType: string
  readonly container: Part
  /** For people. */
  readonly explanation?: Part
  /** For programs. */
  readonly machine?: Part
  /** The message that it is about, or its header. */
  readonly original?: Part
}

/** The report that a message is or holds; `undefined` if it is none. Never throws. */
export function findReport(message: Message): ReportParts | undefined {
  const container = firstReport(parseMime(message))
  if (!container) return undefined
  const [first, second, third] = container.parts
  return {
    reportType: (container.parameters['report-type'] ?? '').toLowerCase(),
    container,
    ...(first ? { explanation: first } : {}),
    ...(second ? { machine: second } : {}),
    ...(third ? { original: third } : {}),
  }
}

/** Some ways put a report into another multipart; one that is forwarded as a message is not ours. */
function firstReport(part: Part): Part | undefined {
  if (part.type === 'multipart/report') return part
  if (!part.type.startsWith('multipart/')) return undefined
  for (const inner of part.parts) {
    const found = firstReport(inner)
    if (found) return found
  }
  return undefined
}

export interface FieldGroups {
  /** Groups of fields, with empty lines between them; none is empty. */
  readonly groups: readonly (readonly HeaderField[])[]
  readonly problems: readonly MessageProblem[]
}

/** Groups of fields that are read from one part: a limit of ours. */
export const MAX_GROUPS = 10_000

/**
 * Reads a part that is made of fields as a header is, in groups (RFC 3464 §2.1). Spans count octets
 * of the message; where the part is encoded, each is that of the whole body.
 */
export function readFieldGroups(message: Message, part: Part): FieldGroups {
  const isPlain = ['7bit', '8bit', 'binary'].includes(part.encoding)
  if (isPlain) return groupsIn(message.text, part.body)
  const text = fromLatin1(decodedBytes(message, part))
  const { groups, problems } = groupsIn(text, span(0, text.length))
  const whole = { nameSpan: part.body, valueSpan: part.body, span: part.body }
  return {
    groups: groups.map((fields) => fields.map((field) => ({ ...field, ...whole }))),
    problems: problems.map((problem) => ({ ...problem, span: part.body })),
  }
}

function groupsIn(text: string, body: Span): FieldGroups {
  const groups: HeaderField[][] = []
  const problems: MessageProblem[] = []
  for (let at = body.from; at < body.to && groups.length < MAX_GROUPS;) {
    const found = readFields(text, span(at, body.to))
    if (found.fields.length > 0) groups.push([...found.fields])
    problems.push(...found.problems)
    at = Math.max(at + 1, found.bodyStart)
  }
  return { groups, problems }
}

export interface Original {
  readonly span: Span
  readonly returned: 'full' | 'headers'
  readonly bytes: Uint8Array
}

const RETURNED: Readonly<Record<string, Original['returned']>> = {
  'message/rfc822': 'full',
  'message/global': 'full',
  'text/rfc822-headers': 'headers',
  'message/global-headers': 'headers',
}

/** The message that a report is about, or its header, where it came back. */
export function originalOf(message: Message, { original }: ReportParts): { original?: Original } {
  const returned = original && RETURNED[original.type]
  if (!original || !returned) return {}
  return { original: { span: original.body, returned, bytes: decodedBytes(message, original) } }
}
