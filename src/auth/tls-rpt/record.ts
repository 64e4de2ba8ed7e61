import { tlsRptFormat } from '../formats/tls-rpt.ts'
import { isTextOf, startsAs } from '../tag-format.ts'
import { parseTagList, tagNamed, wordsOf, type TagList } from '../tag-list.ts'
import type { Span } from '../../core/span.ts'

/** The TXT record at `_smtp._tls` (RFC 8460 §3). */
export interface TlsRptRecord extends TagList {
  /** Whether it begins with `v=TLSRPTv1;`; senders throw away any other. */
  readonly isTlsRpt: boolean
  readonly rua: readonly TlsReportUri[]
}

/** One place that reports are asked to be sent to. */
export interface TlsReportUri {
  readonly text: string
  readonly span: Span
  /** In lower case; absent where there is none. */
  readonly scheme?: string
  /** Of a `mailto:` URI. */
  readonly address?: string
  /** Whether a sender can use it: `mailto:` and a mailbox, or `https:` and a host. */
  readonly valid: boolean
}

/** Where senders ask for the record: these labels, then the domain (§3). */
export const TLS_RPT_LABELS = '_smtp._tls'

/** Whether a sender takes the text for a TLS-RPT record at all (§3). */
export const isTlsRptText = (text: string): boolean => isTextOf(tlsRptFormat, text)

/** Reads a record. Never throws; problems are those of the tag list. */
export function parseTlsRpt(text: string): TlsRptRecord {
  const list = parseTagList(text)
  const tag = tagNamed(list, 'rua')
  const words = tag ? wordsOf(text, tag.valueSpan, ',') : []
  return { ...list, isTlsRpt: startsAs(tlsRptFormat, list), rua: words.map(readUri) }
}

const URI = /^([a-z][a-z0-9+.-]*):(\S+)$/i
const MAILBOX = /^[^\s@<>()[\]\\,;:"]+@[a-z0-9_-]+(?:\.[a-z0-9_-]+)+\.?$/i

/** Whether reports can be sent to the text as an address. */
export const isMailbox = (text: string): boolean => MAILBOX.test(text)

/** Whether the text can stand as the value of `rua`. */
export const areReportUris = (text: string): boolean =>
  parseTlsRpt(`v=TLSRPTv1; rua=${text}`).rua.every(({ valid }) => valid)

function readUri({ text, span }: { text: string; span: Span }): TlsReportUri {
  const [, scheme, rest = ''] = URI.exec(text) ?? []
  if (scheme === undefined) return { text, span, valid: false }
  const lower = scheme.toLowerCase()
  if (lower === 'https') return { text, span, scheme: lower, valid: isHttps(text) }
  if (lower !== 'mailto') return { text, span, scheme: lower, valid: false }
  const [address = ''] = rest.split('?', 1)
  return { text, span, scheme: lower, address, valid: MAILBOX.test(address) }
}

const isHttps = (text: string): boolean =>
  /^https:\/\/[^/]/i.test(text) && URL.canParse(text) && new URL(text).hostname.includes('.')
