import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { latin1, utf8 } from '../../../../core/bytes.ts'
import { parseSequenceSet } from '../sequence-set.ts'
import { ended } from '../../../shared/work.ts'
import { casemap } from '../casemap.ts'
import { compileInSteps, compileSearch, type SearchContext } from './compile.ts'
import type { MessageRecord } from './record.ts'
import type { SearchKey } from './search-key.ts'
import { hasText } from './texts.ts'

const DAY = 86_400_000
const day = (text: string): number => Date.parse(text) / DAY

const mail = (...lines: readonly string[]): Uint8Array => utf8(lines.join('\r\n'))

const plain = mail(
  'From: Terry Gray <gray@example.org>',
  'To: bob@example.net, "Carol" <carol@example.com>',
  'Cc: Dave (the other one) <dave@example.com>',
  'Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?= from Berlin',
  'Date: Tue, 31 Jan 2023 23:30:00 -0800',
  'X-Empty:',
  '',
  'Meet me at the Café at noon.',
  '',
)

const mixed = mail(
  'From: ann@example.org',
  'Bcc: secret@example.org',
  'Subject: parts',
  'Content-Type: multipart/mixed; boundary=x',
  '',
  'a preamble that no client shows',
  '--x',
  'Content-Type: text/plain; charset=iso-8859-1',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Stra=DFe =',
  'und Haus',
  '--x',
  'Content-Type: text/html; charset=utf-8',
  'Content-Transfer-Encoding: base64',
  'Content-Description: the page',
  '',
  'PGI+R3LDvG48L2I+', // <b>Grün</b>
  '--x',
  'Content-Type: application/octet-stream; name=hidden.bin',
  'Content-Transfer-Encoding: base64',
  '',
  'bm90IHNlYXJjaGVk', // not searched
  '--x',
  'Content-Type: message/rfc822',
  '',
  'Subject: =?utf-8?b?aW5uZXIgc3ViamVjdA==?=',
  '',
  'inner body',
  '--x--',
)

const record = (
  seq: number,
  bytes: Uint8Array,
  more: Partial<MessageRecord> = {},
): MessageRecord => ({
  seq,
  uid: seq * 10,
  flags: [],
  internalDate: Date.parse('2023-02-01T12:00:00Z'),
  modSeq: seq * 100,
  bytes,
  ...more,
})

const messages: readonly MessageRecord[] = [
  record(1, plain, {
    flags: ['\\Seen', '\\Answered', '$Forwarded'],
    emailId: 'M1',
    threadId: 'T1',
  }),
  record(2, mixed, {
    flags: ['\\Flagged', '\\Draft'],
    recent: true,
    emailId: 'M2',
    threadId: 'T1',
  }),
  record(3, new Uint8Array(), {
    flags: ['\\Deleted', '\\seen'],
    internalDate: Date.parse('2023-02-01T00:00:00Z'),
    recent: true,
  }),
]

const now = Date.parse('2023-02-01T13:00:00.400Z')

const context: SearchContext = { now, largestSeq: 3, largestUid: 30, saved: [[20, 30]] }

/** In one step and in many, which come to the same. */
function search(key: SearchKey): number[] {
  const inSteps = compileInSteps(key, context)
  const found = messages.filter(compileSearch(key, context)).map(({ seq }) => seq)
  expect(messages.filter((message) => ended(inSteps(message))).map(({ seq }) => seq)).toEqual(found)
  return found
}

describe('flags', () => {
  test.each([
    ['all', [1, 2, 3]],
    ['answered', [1]],
    ['unanswered', [2, 3]],
    ['deleted', [3]],
    ['undeleted', [1, 2]],
    ['draft', [2]],
    ['undraft', [1, 3]],
    ['flagged', [2]],
    ['unflagged', [1, 3]],
    ['seen', [1, 3]],
    ['unseen', [2]],
    ['recent', [2, 3]],
    ['old', [1]],
    ['new', [2]],
    ['saved', [2, 3]],
  ] as const)('%s', (key, found) => expect(search({ key })).toEqual(found))

  test.each([
    ['keyword', '$forwarded', [1]],
    ['unkeyword', '$Forwarded', [2, 3]],
    ['keyword', '$Junk', []],
  ] as const)('%s %s', (key, flag, found) => expect(search({ key, flag })).toEqual(found))
})

describe('texts', () => {
  test.each([
    ['from', 'gray', [1]],
    ['from', 'GRAY@EXAMPLE', [1]],
    ['from', 'ann', [2]],
    ['from', '', [1, 2]],
    ['to', 'carol', [1]],
    ['to', 'dave', []],
    ['cc', 'the other', []],
    ['cc', 'dave <dave@', [1]],
    ['bcc', 'secret', [2]],
    ['subject', 'grüße FROM', [1]],
    ['subject', 'gru\u0308ße', [1]],
    ['subject', '=?utf-8?', []],
    ['subject', 'inner', []],
    ['body', 'CAFÉ', [1]],
    ['body', 'cafe', [1]], // the accent is a character of its own once decomposed (RFC 5051)
    ['body', 'straße und', [2]],
    ['body', 'grün', [2]],
    ['body', 'inner body', [2]],
    ['body', 'inner subject', [2]],
    ['body', 'berlin', []],
    ['body', 'not searched', []],
    ['body', 'the page', []],
    ['body', 'preamble', []],
    ['body', '', [1, 2, 3]],
    ['text', 'berlin', [1]],
    ['text', 'noon', [1]],
    ['text', 'subject: parts', [2]],
    ['text', 'the page', [2]],
    ['text', 'hidden.bin', [2]],
    ['text', 'nowhere', []],
  ] as const)('%s %s', (key, text, found) => expect(search({ key, text })).toEqual(found))

  test.each([
    ['X-Empty', '', [1]],
    ['x-empty', 'a', []],
    ['Date', '-0800', [1]],
    ['Content-Type', 'boundary', [2]],
    ['X-None', '', []],
  ] as const)('header %s %s', (name, text, found) =>
    expect(search({ key: 'header', name, text })).toEqual(found),
  )
})

describe('days: neither time nor zone counts', () => {
  test.each([
    ['on', '2023-02-01', [1, 2, 3]],
    ['before', '2023-02-01', []],
    ['before', '2023-02-02', [1, 2, 3]],
    ['since', '2023-02-01', [1, 2, 3]],
    ['since', '2023-02-02', []],
    ['senton', '2023-01-31', [1]],
    ['senton', '2023-02-01', []],
    ['sentbefore', '2023-02-01', [1]],
    ['sentsince', '2023-01-31', [1]],
    ['sentsince', '2023-02-01', []],
  ] as const)('%s %s', (key, text, found) => expect(search({ key, day: day(text) })).toEqual(found))

  test.each([
    ['younger', 3600, [1, 2]],
    ['younger', 3599, []],
    ['older', 3600, [1, 2, 3]],
    ['older', 3601, [3]],
  ] as const)('%s %i seconds', (key, seconds, found) =>
    expect(search({ key, seconds })).toEqual(found),
  )
})

describe('sizes, numbers and ids', () => {
  const size = plain.length
  test.each<[SearchKey, number[]]>([
    [{ key: 'larger', octets: size - 1 }, [1, 2]],
    [{ key: 'larger', octets: size }, [2]],
    [{ key: 'smaller', octets: size }, [3]],
    [{ key: 'smaller', octets: size + 1 }, [1, 3]],
    [{ key: 'modseq', modseq: 200 }, [2, 3]],
    [{ key: 'uid', set: parseSequenceSet('10,25:*')! }, [1, 3]],
    [{ key: 'sequence', set: parseSequenceSet('2:*')! }, [2, 3]],
    [{ key: 'sequence', set: parseSequenceSet('4:5')! }, []],
    [{ key: 'emailid', id: 'M2' }, [2]],
    [{ key: 'emailid', id: 'm2' }, []],
    [{ key: 'threadid', id: 'T1' }, [1, 2]],
  ])('%o', (key, found) => expect(search(key)).toEqual(found))
})

describe('keys of keys', () => {
  const seen: SearchKey = { key: 'seen' }
  const berlin: SearchKey = { key: 'text', text: 'berlin' }
  test.each<[SearchKey, number[]]>([
    [{ key: 'not', inner: seen }, [2]],
    [{ key: 'or', left: berlin, right: { key: 'flagged' } }, [1, 2]],
    [{ key: 'and', keys: [berlin, seen] }, [1]],
    [{ key: 'and', keys: [] }, [1, 2, 3]],
    [{ key: 'not', inner: { key: 'and', keys: [berlin, seen] } }, [2, 3]],
    [{ key: 'or', left: seen, right: { key: 'not', inner: seen } }, [1, 2, 3]],
  ])('%o', (key, found) => expect(search(key)).toEqual(found))
})

test('whatever the octets and the text, a search ends with yes or no', () => {
  const keys = fc.constantFrom('body', 'text', 'from', 'subject')
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), keys, fc.string(), (bytes, key, text) => {
      const header = latin1(
        'Content-Type: text/plain; charset=utf-16\r\nSubject: =?x?b?////?=\r\n\r\n',
      )
      const octets = Uint8Array.from([...header, ...bytes])
      const matches = compileSearch(
        { key: key as 'body', text },
        { now: 0, largestSeq: 1, largestUid: 1, saved: [] },
      )
      expect(typeof matches(record(1, octets))).toBe('boolean')
    }),
    { seed: 6 },
  )
})

test('a long text is looked through in pieces, wherever it is cut', () => {
  const letters = fc.constantFrom('a', 'B', 'ß', 'ü', 'u', '\u0308', '\u0323', '\u{1f600}', '\n')
  const texts = fc.string({ unit: letters, maxLength: 40 })
  fc.assert(
    fc.property(
      texts,
      texts,
      fc.nat(39),
      fc.integer({ min: 1, max: 9 }),
      (text, other, at, size) => {
        for (const wanted of [text.slice(at, at + size), other.slice(0, 3)].map(casemap))
          if (wanted !== '')
            expect(ended(hasText(text, wanted, size))).toBe(casemap(text).includes(wanted))
      },
    ),
    { seed: 8 },
  )
})
