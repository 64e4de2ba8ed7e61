import {
  joinedText,
  recordsOf,
  type DnsAnswer,
  type DnsRecord,
  type TextData,
} from '../../core/dns.ts'
import { toSource } from '../../core/mapped-text.ts'
import { once, onceForMany, onceForText } from '../../core/once.ts'
import type { Place, Span } from '../../core/span.ts'
import { parseSpf } from './parse.ts'
import { isSpfText, type SpfRecord, type Term } from './record.ts'
import type { Decision } from './verdict.ts'

export type TextRecord = DnsRecord & TextData

/** An SPF record as found in DNS: its tree, and where it was published. */
export interface PublishedSpf {
  readonly record: SpfRecord
  readonly source: TextRecord
  /** The domain that was asked; not the record's own name where an alias was followed. */
  readonly domain: string
}

/** The records of an answer that SPF selects (RFC 7208 §4.5): it reads a name with one only. */
export const selectedIn = (answer: DnsAnswer): readonly TextRecord[] =>
  selected(recordsOf(answer, 'TXT'))

const selected = onceForMany((records: readonly TextRecord[]) =>
  records.filter((record) => isSpfText(joinedText(record))),
)

export const publishedSpf = (source: TextRecord, domain: string): PublishedSpf => ({
  record: treeOf(source),
  source,
  domain,
})

/** A record's tree: rules and includes come back to a record many times, and keys to its text. */
export const treeOf = once((source: TextRecord): SpfRecord => readSpf(joinedText(source)))

const readSpf = onceForText(parseSpf)

/** A span of the record's text in the file that it was written in. */
export function placeOf({ source }: PublishedSpf, span: Span): Place | undefined {
  if (!source.place || !source.text) return undefined
  return { file: source.place.file, span: toSource(source.text, span) }
}

export const decisionOf = (published: PublishedSpf, term: Term, through?: Decision): Decision => ({
  text: term.text,
  span: term.span,
  place: placeOf(published, term.span),
  domain: published.domain,
  through,
})
