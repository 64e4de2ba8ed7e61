import type { DnsRecord } from '../../core/dns.ts'
import type { Span } from '../../core/span.ts'
import type { Head } from './head.ts'
import type { Entry, Word } from './tokens.ts'

/** A master file as read: its records, and every line of it for views and the formatter. */
export interface Zone {
  /** The name shown: `example.com.zone` unless given. */
  readonly file: string
  /** The apex: absolute, in lower case, without the final dot. */
  readonly origin: string
  readonly text: string
  /** What a name server would publish, in the file's order. Broken records are left out. */
  readonly records: readonly ZoneRecord[]
  /** The whole file, in order: records sound or broken, directives, comments, blank lines. */
  readonly entries: readonly ZoneEntry[]
  /** Whether it holds another zone: its start, or all that it has, is out of this one. */
  readonly isOtherZone?: boolean
}

export interface ZoneRecord {
  readonly record: DnsRecord
  /** The whole entry without its comments. */
  readonly span: Span
  /** The owner as written; where the line inherits it, the owner written above. */
  readonly owner: Span
  /** Whether the owner stands in another line than the record. */
  readonly inherited: boolean
  /** The TTL as written, if it is. */
  readonly ttl?: Span | undefined
  readonly type: Span
  /** What follows the type. */
  readonly fields: readonly ZoneField[]
  /** The `$ORIGIN` in force, which relative names end in. */
  readonly origin: string
  /** Whether `$GENERATE` made it: its spans then stand in that line. */
  readonly generated: boolean
}

export interface ZoneField {
  /** As written, with quotes and escapes. */
  readonly text: string
  readonly span: Span
  /** The absolute name, where the field is one. */
  readonly name?: string | undefined
}

/** An entry and what its words mean. */
export interface ZoneEntry extends Entry {
  /** In order, also where the entry is broken. */
  readonly words: readonly Word[]
  /** The words of a record, sorted as far as they go; its type is set only where it is one. */
  readonly head?: Head | undefined
  /** The absolute name that a record here has, written or inherited; where there is none, the apex. */
  readonly owner: string
  /** What names without a final dot end in here. */
  readonly origin: string
  /** The words of a record, sorted; absent if no type was found. */
  readonly parts?: RecordParts | undefined
  /** Whether it is free of errors, so that a formatter may move its words. */
  readonly sound: boolean
}

export interface RecordParts {
  readonly owner?: Word | undefined
  readonly ttl?: Word | undefined
  readonly class?: Word | undefined
  readonly type: Word
  readonly data: readonly Word[]
}
