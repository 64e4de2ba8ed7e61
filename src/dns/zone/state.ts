import type { Span } from '../../core/span.ts'
import type { OpenFields } from '../fields/reader.ts'
import type { RecordFormat } from '../record-type.ts'
import type { Head } from './head.ts'
import type { ProblemList } from './problem.ts'
import type { Entry, Word } from './tokens.ts'
import type { ZoneRecord } from './zone.ts'

/** Records that the `$GENERATE` lines of one zone may make together. */
export const MAX_GENERATED = 4096

/** What most zones do without: formats of types, rare directives, and what explains slips. */
export interface ZoneLanguage {
  formatOf(type: number): RecordFormat
  /** Notes what is odd about the file as a whole. */
  checkFile(text: string, problems: ProblemList): void
  /** Notes what is wrong with the writing of an entry, before its words are understood. */
  checkText(entry: Entry, head: Head | undefined, reading: Reading): void
  /**
   * Notes marks of other languages in a record.
   * @returns Whether the record is published otherwise than it was meant.
   */
  checkMarks(entry: Entry, head: Head | undefined, reading: Reading): boolean
  /** Reports why no type was found in a record's line. */
  reportNoType(head: Head, source: RecordSource, reading: Reading): void
  /** Obeys a directive other than `$ORIGIN` and `$TTL`. */
  readDirective(words: readonly Word[], entry: Entry, reading: Reading): void
  /** Reports owners out of the zone. @returns Whether the file is another zone. */
  reportOutside(reading: Reading): boolean
}

/** What reading a zone has come to know, from the first line to the one at hand. */
export interface Reading {
  readonly language: ZoneLanguage
  readonly file: string
  readonly text: string
  /** Whether any character in the text deserves a second look. */
  readonly hasOddCharacters: boolean
  /** Whether quotes or comments of other languages could be in it. */
  readonly hasMarks: boolean
  /** Whether the entry at hand is published otherwise than it was meant. */
  isMisread: boolean
  /** Reads the fields of one record after the other. */
  readonly fields: OpenFields
  /** The zone's own name. */
  readonly apex: string
  readonly problems: ProblemList
  readonly records: ZoneRecord[]
  /** Owners out of the zone, in order. */
  readonly outside: OutsideOwner[]
  /** `$ORIGIN` in force; the apex at first. */
  origin: string
  /** The name in the `$ORIGIN` in force. */
  originAt: Span | undefined
  /** `$TTL` in force. */
  defaultTtl: number | undefined
  /** The TTL stated last: RFC 1035's default where there is no `$TTL`. */
  lastTtl: number | undefined
  /** What the SOA gives in its last field, once it was needed as a TTL. */
  soaMinimum: number | undefined
  /** The owner stated last. */
  owner: Owner | undefined
  /** Set once the missing `$TTL` was noted. */
  ttlMissed: boolean
  /** Records that `$GENERATE` may still make. */
  generateLeft: number
}

export interface Owner {
  /** `undefined` if it was broken: the lines that inherit it are, too. */
  readonly name: string | undefined
  /** Set where it is out of the zone. */
  readonly outside?: OutsideOwner
  readonly span: Span
}

/** An owner that is written out of the zone. */
export interface OutsideOwner {
  readonly name: string
  readonly word: Word
  /** The name in the `$ORIGIN` that it ends in; absent for an absolute owner. */
  readonly originAt: Span | undefined
  readonly origin: string
  /** Whether the zone’s start stands there. */
  isSoa: boolean
  /** Records that have it. */
  records: number
}

/** RFC 1034 §3.6.2: beside a CNAME nothing may stand, and the zone itself has its SOA. */
export const mayStandAtApex = (type: Word): boolean => type.raw.toUpperCase() !== 'CNAME'

/** The words of one record, and where it stands. */
export interface RecordSource {
  readonly words: readonly Word[]
  /** The same sorted as far as they go, where that was done before. */
  readonly head?: Head | undefined
  readonly indented: boolean
  readonly entry: Entry
  readonly generated: boolean
}
