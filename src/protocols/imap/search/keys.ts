import type { Day, PlainKey, SearchKey, TextKey } from '../data/search/search-key.ts'
import { NESTING } from '../limits.ts'
import { keyword, sequence, space } from '../wire/combine.ts'
import { date } from '../wire/dates.ts'
import { bigNumber, positiveNumber } from '../wire/numbers.ts'
import { fail, failed, match, peek, type Parser, type Read, type Reader } from '../wire/reader.ts'
import { numberedSet } from '../wire/sets.ts'
import { astring, atom, string, type Octets } from '../wire/strings.ts'

/** Octets in the search's charset as text; `undefined` where they are not in it. */
export type Decode = (octets: Octets) => string | undefined

/** RFC 9051 §9 `search-key`, with those of RFC 5032, RFC 7162 and RFC 8474. */
export const searchKey =
  (decode: Decode): Parser<SearchKey> =>
  (reader) => {
    const first = peek(reader)
    if (first === '(') return deeper(reader, (inner) => group(decode, inner))
    if (first === '$') return saved(reader)
    if (/[\d*]/.test(first))
      return withKey(numberedSet(reader), (set) => ({ key: 'sequence', set }))
    const from = reader.at
    const word = match(reader, /[A-Za-z0-9]+/y)?.toUpperCase() ?? ''
    const read = readers[word]
    if (read && !reader.unknown.has(word)) return read(reader, decode)
    reader.at = from
    return fail(reader, 'A search key belongs here, such as UNSEEN or FROM "alice"')
  }

/** Keys with a space between each two: all of them have to hold. */
export const searchKeys =
  (decode: Decode): Parser<SearchKey> =>
  (reader) => {
    const keys: SearchKey[] = []
    do {
      const key = searchKey(decode)(reader)
      if (key === failed) return failed
      keys.push(key)
    } while (peek(reader) === ' ' && space(reader) !== failed)
    return keys.length === 1 ? keys[0]! : { key: 'and', keys }
  }

type ReadKey = (reader: Reader, decode: Decode) => Read<SearchKey>

function withKey<T>(value: Read<T>, make: (value: T) => SearchKey): Read<SearchKey> {
  return value === failed ? failed : make(value)
}

function saved(reader: Reader): Read<SearchKey> {
  reader.at++
  return { key: 'saved' }
}

/** Keys within keys, as parentheses do it, have an end. */
function deeper(reader: Reader, read: (reader: Reader) => Read<SearchKey>): Read<SearchKey> {
  if (reader.depth >= NESTING) return fail(reader, `More than ${NESTING} keys within keys`)
  reader.depth++
  const key = read(reader)
  reader.depth--
  return key
}

function group(decode: Decode, reader: Reader): Read<SearchKey> {
  reader.at++
  const keys = searchKeys(decode)(reader)
  if (keys === failed) return failed
  return match(reader, /\)/y) === undefined ? fail(reader, '`)` is missing here') : keys
}

const plain =
  (key: PlainKey): ReadKey =>
  () => ({ key })

const behindSpace =
  <T>(parser: Parser<T>, make: (value: T) => SearchKey): ReadKey =>
  (reader) =>
    space(reader) === failed ? failed : withKey(parser(reader), make)

const text =
  (key: TextKey): ReadKey =>
  (reader, decode) =>
    space(reader) === failed
      ? failed
      : withKey(decoded(reader, decode), (found) => ({ key, text: found }))

function decoded(reader: Reader, decode: Decode): Read<string> {
  const from = reader.at
  const octets = astring(reader)
  if (octets === failed) return failed
  return decode(octets) ?? fail(reader, 'These octets are not of that charset', from)
}

const DAY = 86_400_000

const day = (key: 'before' | 'on' | 'since' | 'sentbefore' | 'senton' | 'sentsince'): ReadKey =>
  behindSpace(date, (at) => ({ key, day: Math.floor(at / DAY) satisfies Day }))

/** RFC 7162 §3.1.5: `MODSEQ ["/flags/\\draft" all] 620162338`; this store has one number for all. */
const modSeq: ReadKey = (reader) => {
  if (space(reader) === failed) return failed
  if (peek(reader) === '"') {
    const entry = sequence(string, space, keyword('all', 'priv', 'shared'), space)(reader)
    if (entry === failed) return failed
  }
  return withKey(bigNumber(reader), (modseq) => ({ key: 'modseq', modseq }))
}

const readers: Readonly<Record<string, ReadKey>> = {
  ALL: plain('all'),
  ANSWERED: plain('answered'),
  DELETED: plain('deleted'),
  DRAFT: plain('draft'),
  FLAGGED: plain('flagged'),
  NEW: plain('new'),
  OLD: plain('old'),
  RECENT: plain('recent'),
  SEEN: plain('seen'),
  UNANSWERED: plain('unanswered'),
  UNDELETED: plain('undeleted'),
  UNDRAFT: plain('undraft'),
  UNFLAGGED: plain('unflagged'),
  UNSEEN: plain('unseen'),
  BCC: text('bcc'),
  BODY: text('body'),
  CC: text('cc'),
  FROM: text('from'),
  SUBJECT: text('subject'),
  TEXT: text('text'),
  TO: text('to'),
  BEFORE: day('before'),
  ON: day('on'),
  SINCE: day('since'),
  SENTBEFORE: day('sentbefore'),
  SENTON: day('senton'),
  SENTSINCE: day('sentsince'),
  KEYWORD: behindSpace(atom, (flag) => ({ key: 'keyword', flag })),
  UNKEYWORD: behindSpace(atom, (flag) => ({ key: 'unkeyword', flag })),
  LARGER: behindSpace(bigNumber, (octets) => ({ key: 'larger', octets })),
  SMALLER: behindSpace(bigNumber, (octets) => ({ key: 'smaller', octets })),
  OLDER: behindSpace(positiveNumber, (seconds) => ({ key: 'older', seconds })),
  YOUNGER: behindSpace(positiveNumber, (seconds) => ({ key: 'younger', seconds })),
  UID: behindSpace(uidSet, (key) => key),
  MODSEQ: modSeq,
  EMAILID: behindSpace(atom, (id) => ({ key: 'emailid', id })),
  THREADID: behindSpace(atom, (id) => ({ key: 'threadid', id })),
  HEADER: header,
  NOT: not,
  OR: or,
}

/** `UID 1:4`, and `UID $`. */
function uidSet(reader: Reader): Read<SearchKey> {
  return peek(reader) === '$'
    ? saved(reader)
    : withKey(numberedSet(reader), (set) => ({ key: 'uid', set }))
}

function header(reader: Reader, decode: Decode): Read<SearchKey> {
  const name = sequence(space, astring, space)(reader)
  if (name === failed) return failed
  return withKey(decoded(reader, decode), (found) => ({
    key: 'header',
    name: name[1],
    text: found,
  }))
}

function not(reader: Reader, decode: Decode): Read<SearchKey> {
  if (space(reader) === failed) return failed
  return deeper(reader, (at) => withKey(searchKey(decode)(at), (inner) => ({ key: 'not', inner })))
}

function or(reader: Reader, decode: Decode): Read<SearchKey> {
  if (space(reader) === failed) return failed
  return deeper(reader, (at) => {
    const both = sequence(searchKey(decode), space, searchKey(decode))(at)
    return withKey(both, ([left, , right]) => ({ key: 'or', left, right }))
  })
}
