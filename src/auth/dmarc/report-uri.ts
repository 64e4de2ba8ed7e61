import { asCharacters } from '../../core/bytes.ts'
import { normalizeName } from '../../core/domain.ts'
import { isAscii, toALabels } from '../../core/idna.ts'
import { span, type Span } from '../../core/span.ts'
import { wordsOf, type Word } from '../tag-list.ts'

/** One address that reports are asked to be sent to (RFC 9989 §4.6). */
export interface ReportUri {
  readonly text: string
  readonly span: Span
  /** In lower case; absent where there is none. */
  readonly scheme?: string
  /** Of a `mailto:` URI: `dmarc@example.org`. */
  readonly address?: string
  /** Of the address, normalized. */
  readonly domain?: string
  /** `!10m`: an obsolete size limit (RFC 9989 §4.8). */
  readonly size?: Span
  /** Whether a reporter can use it. */
  readonly valid: boolean
}

const URI = /^([a-z][a-z0-9+.-]*):(\S+)$/i
const SIZE = /!\d+[kmgt]?$/i
const MAILBOX =
  /^[^\s@<>()[\]\\,;:"]+@([a-z0-9_\u0080-\u{10ffff}-]+(?:\.[a-z0-9_\u0080-\u{10ffff}-]+)+)\.?$/iu

/** Whether reports can be sent to the text as an address, once `mailto:` stands before it. */
export const isMailbox = (text: string): boolean =>
  isAscii(text) && MAILBOX.test(text) && !/[!?%]/.test(text)

/** The URIs of a `rua=` or `ruf=` value; empty ones too. */
export const parseReportUris = (text: string, value: Span): ReportUri[] =>
  wordsOf(text, value, ',').map(parseReportUri)

function parseReportUri({ text, span: where }: Word): ReportUri {
  const size = text.includes('!') ? SIZE.exec(text) : null
  const bare = size ? text.slice(0, size.index) : text
  const [, scheme, rest = ''] = URI.exec(bare) ?? []
  const limit = size ? { size: span(where.from + size.index, where.to) } : {}
  if (scheme === undefined) return { text, span: where, ...limit, valid: false }
  const lower = scheme.toLowerCase()
  if (lower !== 'mailto') return { text, span: where, scheme: lower, ...limit, valid: true }
  const address = decodePercent(withoutQuery(rest))
  const domain = MAILBOX.exec(address)?.[1]
  return {
    text,
    span: where,
    scheme: lower,
    address,
    ...(domain === undefined ? {} : { domain: normalizeName(domain) }),
    ...limit,
    valid: domain !== undefined && isAscii(text) && toALabels(domain) !== undefined,
  }
}

/** `mailto:` may name a subject and more behind a `?` (RFC 6068 §2). */
function withoutQuery(text: string): string {
  const mark = text.indexOf('?')
  return mark < 0 ? text : text.slice(0, mark)
}

/** What is not ASCII is written as the octets of its UTF-8 form (RFC 6068 §2). */
const decodePercent = (text: string): string =>
  asCharacters(
    text.includes('%')
      ? text.replace(/%([0-9a-f]{2})/gi, (_, digits: string) =>
          String.fromCharCode(parseInt(digits, 16)),
        )
      : text,
  )
