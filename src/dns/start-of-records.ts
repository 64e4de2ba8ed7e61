import { span, type Span } from '../core/span.ts'
import type { ZoneSubject } from './zone-subject.ts'

interface Start {
  /** The first record's owner, or the file's start. */
  readonly mark: Span
  /** The start of the first record's line. */
  readonly insertAt: number
}

/** Where a zone's records start: the place to say that one is missing. */
export function startOfRecords({ zone, entryAt }: ZoneSubject): Start {
  const [first] = zone.records
  if (!first) return { mark: span(0, 0), insertAt: zone.text.length }
  const line = entryAt(first.span.from)!.lines[0]!
  return { mark: first.owner, insertAt: line.span.from }
}
