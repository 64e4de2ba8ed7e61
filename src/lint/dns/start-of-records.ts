import { span, type Span } from '../../core/span.ts'
import type { ZoneSubject } from './subject.ts'

interface Start {
  /** The first record's owner, or the file's start. */
  readonly mark: Span
  /** The start of the first record's line, or of the broken one above whose owner it inherits. */
  readonly insertAt: number
}

/** Where a zone's records start: the place to report that one is missing. */
export function startOfRecords({ zone, entryAt }: ZoneSubject): Start {
  const [first] = zone.records
  if (!first) return { mark: span(0, 0), insertAt: zone.text.length }
  const line = entryAt(first.span.from)!.lines[0]!
  const insertAt = first.inherited ? first.owner.from : line.span.from
  return { mark: first.owner, insertAt }
}
