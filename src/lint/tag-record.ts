import type { Related } from '../core/diagnostic.ts'
import { joinedText, type DnsRecord, type TextData } from '../core/dns.ts'
import type { Span } from '../core/span.ts'
import type { TagList } from '../auth/tag-list.ts'

/** What the rules of a tag list look at: the record read, its name, and all that is known beside it. */
export interface TagSubject<List extends TagList> {
  /** Findings count in its text. */
  readonly record: List
  /** The record's name. */
  readonly owner: string
  /** Every record that is known, this one too. */
  readonly all: readonly DnsRecord[]
}

/** Where what is wrong with the whole is reported: its first tag, or all of it. */
export const startOf = ({ tags, span }: TagList): Span => tags[0]?.span ?? span

/** Makes a test of records: whether one is a TXT record whose text is of a kind. */
export const isTextThat =
  (isOurs: (text: string) => boolean) =>
  (record: DnsRecord): record is DnsRecord & TextData =>
    record.type === 'TXT' && isOurs(joinedText(record))

/** Other records that a finding points to: of thousands, the first few show the matter. */
export const MOST_SHOWN = 10

/** The first few of several records of one name, those left out that have the very same text. */
export const otherPlaces = (
  same: readonly (DnsRecord & TextData)[],
  text: string,
  message: string,
): Related[] =>
  same
    .slice(0, MOST_SHOWN + 1)
    .filter((one) => joinedText(one) !== text)
    .flatMap(({ place }) => (place ? [{ ...place, message }] : []))
