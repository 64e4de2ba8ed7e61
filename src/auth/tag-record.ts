import { joinedText, type DnsRecord, type TextData } from '../core/dns.ts'
import { recordsAt } from './record-index.ts'
import type { TagList } from './tag-list.ts'

/** What the rules of a tag list look at: the record read, its name, and all that is known beside it. */
export interface TagSubject<List extends TagList> {
  /** Findings count in its text. */
  readonly record: List
  /** The record's name. */
  readonly owner: string
  /** Every record that is known, this one too. */
  readonly all: readonly DnsRecord[]
}

/** TXT records of a name whose text is of the kind. */
export const textsAt = (
  name: string,
  all: readonly DnsRecord[],
  isOurs: (text: string) => boolean,
): (DnsRecord & TextData)[] =>
  recordsAt(name, all).filter(
    (one): one is DnsRecord & TextData => one.type === 'TXT' && isOurs(joinedText(one)),
  )
