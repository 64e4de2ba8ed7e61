import { joinedText, type DnsRecord, type TextData } from '../../core/dns.ts'
import { toSource } from '../../core/mapped-text.ts'
import type { Place, Span } from '../../core/span.ts'
import { parseSpf } from './parse.ts'
import type { SpfRecord, Term } from './record.ts'
import type { Decision } from './verdict.ts'

export type TextRecord = DnsRecord & TextData

/** An SPF record as found in DNS: its tree, and where it was published. */
export interface PublishedSpf {
  readonly record: SpfRecord
  readonly source: TextRecord
  /** The domain that was asked; not the record's own name where an alias was followed. */
  readonly domain: string
}

export const publishedSpf = (source: TextRecord, domain: string): PublishedSpf => ({
  record: readOnce(source),
  source,
  domain,
})

const trees = new WeakMap<TextRecord, SpfRecord>()

/** A record's tree, kept for as long as the record object is: an include may come back many times. */
function readOnce(source: TextRecord): SpfRecord {
  const kept = trees.get(source)
  if (kept) return kept
  const tree = parseSpf(joinedText(source))
  trees.set(source, tree)
  return tree
}

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
