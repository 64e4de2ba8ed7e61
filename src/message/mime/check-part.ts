import { slice, span, type Span } from '../../core/span.ts'
import type { HeaderField } from '../field.ts'
import type { MessageProblem } from '../problem.ts'
import type { SplitBody } from './multipart.ts'
import { parseParameters } from './parameters.ts'
import type { Part } from './part.ts'
import { UUENCODE } from './uuencode.ts'

/** RFC 2046 §5.1.1: characters of a boundary, and how many there may be. */
const BOUNDARY = /^[0-9A-Za-z'()+_,\-./:=? ]{0,69}[0-9A-Za-z'()+_,\-./:=?]$/

const KNOWN = new Set(['7bit', '8bit', 'binary', 'quoted-printable', 'base64'])

export interface PartContext {
  /** Its Content-Type. */
  readonly field: HeaderField | undefined
  readonly boundary: string
  readonly cut: SplitBody | undefined
  /** How much deeper one may go. */
  readonly depth: number
}

type Checked = Pick<Part, 'type' | 'encoding' | 'body' | 'span' | 'fields'>

/** The problems of one part, without those of the parts inside it. */
export function checkPart(text: string, part: Checked, context: PartContext): MessageProblem[] {
  const { field } = context
  const at = field?.valueSpan ?? span(part.span.from, part.span.from)
  return [
    ...(field ? checkType(text, field) : []),
    ...(part.type.startsWith('multipart/') ? checkMultipart(part, at, context) : []),
    ...checkEncoding(text, part),
  ]
}

const problem = (
  code: string,
  where: Span,
  message: string,
  rfc: number,
  section: string,
): MessageProblem => ({ code, span: where, message, source: { rfc, section } })

const TYPE = /^[!#$%&'*+\-.0-9A-Z^_`a-z{|}~]+\/[!#$%&'*+\-.0-9A-Z^_`a-z{|}~]+$/

function checkType(text: string, { valueSpan }: HeaderField): MessageProblem[] {
  const { value, valueSpan: where, problems } = parseParameters(text, valueSpan)
  return [
    ...(TYPE.test(value)
      ? []
      : [
          problem(
            'mime/type',
            where.to > where.from ? where : valueSpan,
            `\`${value.slice(0, 60)}\` is no type: a type, a slash and a subtype belong here.`,
            2045,
            '5.1',
          ),
        ]),
    ...problems.map(({ span: at, message, kind }) =>
      ['gap', 'percent', 'charset'].includes(kind)
        ? problem('mime/parameter', at, message, 2231, '3')
        : problem('mime/parameter', at, message, 2045, '5.1'),
    ),
  ]
}

function checkMultipart(
  part: Checked,
  at: Span,
  { boundary, cut, depth }: PartContext,
): MessageProblem[] {
  if (boundary === '')
    return [
      problem(
        'mime/no-boundary',
        at,
        'A multipart names the boundary between its parts; this one does not, so it has none.',
        2046,
        '5.1.1',
      ),
    ]
  if (depth <= 0)
    return [
      problem(
        'mime/too-deep',
        at,
        'Parts stand too deep in each other; what is deeper is not read.',
        2046,
        '5.1',
      ),
    ]
  return boundaryProblems(boundary, cut, at, part)
}

function boundaryProblems(
  boundary: string,
  cut: PartContext['cut'],
  at: Span,
  { body }: Checked,
): MessageProblem[] {
  return [
    ...(BOUNDARY.test(boundary)
      ? []
      : [
          problem(
            'mime/boundary',
            at,
            'A boundary has 1 to 70 characters, of few kinds, and no space at its end.',
            2046,
            '5.1.1',
          ),
        ]),
    ...(cut?.end === 'missing'
      ? [
          problem(
            'mime/boundary-missing',
            at,
            `The boundary \`${boundary.slice(0, 70)}\` stands nowhere in the body, so there are no parts.`,
            2046,
            '5.1.1',
          ),
        ]
      : []),
    ...(cut?.end === 'open'
      ? [
          problem(
            'mime/not-closed',
            span(body.to, body.to),
            `The last part is never closed: \`--${boundary.slice(0, 70)}--\` is missing. Something may have been cut off.`,
            2046,
            '5.1.1',
          ),
        ]
      : []),
  ]
}

function checkEncoding(text: string, { type, encoding, body, fields }: Checked): MessageProblem[] {
  const field = fields.find(({ lower }) => lower === 'content-transfer-encoding')
  const at = field?.valueSpan ?? span(body.from, body.from)
  const isKnown = KNOWN.has(encoding) || UUENCODE.has(encoding)
  if (!isKnown)
    return [
      problem(
        'mime/encoding',
        at,
        `\`${encoding.slice(0, 60)}\` is no transfer encoding that is known here: the body stays as it is.`,
        2045,
        '6.1',
      ),
    ]
  if (/^(?:multipart|message\/rfc822)/.test(type) && !['7bit', '8bit', 'binary'].includes(encoding))
    return [
      problem(
        'mime/encoded-parts',
        at,
        `What holds parts must not be encoded; \`${encoding}\` stands here.`,
        2045,
        '6.4',
      ),
    ]
  if (type.startsWith('multipart/')) return []
  const content = slice(text, body)
  const high = encoding === '7bit' ? content.search(/[\x80-\xff]/) : -1
  if (high >= 0)
    return [
      problem(
        'mime/eight-bit',
        span(body.from + high, body.from + high + 1),
        'This octet is no ASCII, but the part does not declare 8 bits: `Content-Transfer-Encoding` is missing or wrong.',
        2045,
        '6.2',
      ),
    ]
  const odd = encoding === 'base64' ? content.search(/[^A-Za-z0-9+/=\r\n\t ]/) : -1
  if (odd >= 0)
    return [
      problem(
        'mime/base64',
        span(body.from + odd, body.from + odd + 1),
        'This is no base64 character; it is passed over.',
        2045,
        '6.8',
      ),
    ]
  return []
}
