import { describe, expect, test } from 'vitest'
import { fromLatin1, latin1 } from '../../../core/bytes.ts'
import { readCommand, emptyCommand, skipLiteral, acceptLiteral } from './command-line.ts'
import {
  keyword,
  list,
  listOrEmpty,
  maybe,
  oneOf,
  sequence,
  several,
  space,
  words,
} from './combine.ts'
import { date, dateTime, writeDateTime } from './dates.ts'
import { flag, flagsOfStore } from './flags.ts'
import { bigNumber, number, positiveNumber } from './numbers.ts'
import { readerOf, readWhole, type Parser } from './reader.ts'
import { knownNumbers, messageSet, writeInOrder } from './sets.ts'
import { astring, atom, listMailbox, literal, nstring, string } from './strings.ts'

/** What a parser makes of a whole text; `!4 …` is a problem and its place. */
function read(
  parser: Parser<unknown>,
  text: string,
  characters: 'ascii' | 'utf8' = 'ascii',
): unknown {
  const found = /\{(\d+)\+?\}\r\n/.exec(text)
  const at = found ? found.index + found[0].length : 0
  const size = Number(found?.[1] ?? 0)
  const line = found
    ? {
        text: text.slice(0, at) + text.slice(at + size),
        literals: [{ at, octets: latin1(text.slice(at, at + size)) }],
      }
    : { text, literals: [] }
  const outcome = readWhole(parser, readerOf(line, 0, characters))
  if (!outcome.ok) return `!${outcome.problem.span.from} ${outcome.problem.message}`
  return outcome.value instanceof Uint8Array ? fromLatin1(outcome.value) : outcome.value
}

describe('strings (RFC 9051 §9)', () => {
  test.each([
    [atom, 'INBOX', 'INBOX'],
    [atom, 'a]', '!1 Nothing more belongs here'],
    [atom, '', '!0 A word belongs here'],
    [astring, 'a]', 'a]'],
    [astring, '"a b"', 'a b'],
    [astring, '"a\\"\\\\b"', 'a"\\b'],
    [astring, '"a\\b"', expect.stringMatching(/^!0 The closing/)],
    [astring, '"open', expect.stringMatching(/^!0 The closing/)],
    [astring, '{3}\r\na"b', 'a"b'],
    [astring, '{3+}\r\na\r\n', 'a\r\n'],
    [astring, '"\xc3\xbc"', expect.stringMatching(/^!0 Letters beyond ASCII/)],
    [string, 'x', expect.stringMatching(/^!0 A string belongs here/)],
    [listMailbox, 'a%*', 'a%*'],
    [listMailbox, '(', expect.stringMatching(/^!0 A mailbox name/)],
    [nstring, 'NIL', null],
    [nstring, 'nil', null],
    [nstring, '"NIL"', 'NIL'],
    [nstring, 'NILS', expect.stringMatching(/^!/)],
    [literal, '~{2}\r\n\0\x01', '\0\x01'],
    [literal, '{x}\r\n', expect.stringMatching(/^!0 A literal/)],
  ] as const)('%#: %j', (parser, text, expected) =>
    expect(read(parser, text.replace('~', ''))).toEqual(expected),
  )

  test('UTF-8 stands in quotes once it is switched on, and nothing else does', () => {
    expect(read(astring, '"\xc3\xbc"', 'utf8')).toBe('\xc3\xbc')
    expect(read(astring, '"\xfc"', 'utf8')).toBe('!0 These octets are not UTF-8')
  })
})

describe('numbers, sets, dates and flags', () => {
  test.each([
    [number, '0', 0],
    [number, '4294967295', 4_294_967_295],
    [number, '4294967296', '!0 That number is over 4294967295'],
    [number, '12345678901', '!0 A number belongs here'],
    [positiveNumber, '0', '!0 Counting begins at 1'],
    [bigNumber, '9223372036854775807', Number.MAX_SAFE_INTEGER],
    [messageSet, '$', '$'],
    [
      messageSet,
      '1:4,7,*',
      [
        { from: 1, to: 4 },
        { from: 7, to: 7 },
        { from: '*', to: '*' },
      ],
    ],
    [messageSet, '0', expect.stringMatching(/^!0 Message numbers/)],
    [messageSet, '1:', expect.stringMatching(/^!0 Message numbers/)],
    [messageSet, '1-2', '!0 From one number to another is written with a colon: 1:4'],
    [messageSet, ',1', expect.stringMatching(/^!0 Message numbers/)],
    [knownNumbers, '4:2,3', [[2, 4]]],
    [knownNumbers, '1:*', expect.stringMatching(/^!0 Numbers alone/)],
    [date, '1-Feb-1994', Date.UTC(1994, 1, 1)],
    [date, '"01-feb-1994"', Date.UTC(1994, 1, 1)],
    [date, '30-Feb-1994', '!0 There is no such day'],
    [
      dateTime,
      '"17-Jul-1996 02:44:25 -0730"',
      { at: Date.UTC(1996, 6, 17, 10, 14, 25), zone: -450 },
    ],
    [dateTime, '" 7-Jul-1996 02:44:25 +0000"', { at: Date.UTC(1996, 6, 7, 2, 44, 25), zone: 0 }],
    [dateTime, '"7-Jul-1996 02:44:25 +0000"', expect.stringMatching(/^!0 A date belongs/)],
    [dateTime, '"17-Jul-1996 24:00:00 +0000"', '!0 There is no such day or hour'],
    [dateTime, '"17-Jul-1996 02:44:25 +0060"', '!0 There is no such day or hour'],
    [flag, '\\seen', '\\Seen'],
    [flag, '$Work', '$Work'],
    [flag, '\\Recent', expect.stringMatching(/^!0 There is no flag/)],
    [flag, 'x'.repeat(101), expect.stringMatching(/^!0 A keyword/)],
    [flagsOfStore, '()', []],
    [flagsOfStore, '\\Seen work', ['\\Seen', 'work']],
  ] as const)('%#: %.40j', (parser, text, expected) => expect(read(parser, text)).toEqual(expected))

  test.each([
    [{ at: Date.UTC(1996, 6, 7, 9, 44, 25), zone: -420 }, '" 7-Jul-1996 02:44:25 -0700"'],
    [{ at: 0, zone: 330 }, '" 1-Jan-1970 05:30:00 +0530"'],
  ])('%j is written as %s', (moment, text) => {
    expect(writeDateTime(moment)).toBe(text)
    expect(read(dateTime, text)).toEqual(moment)
  })

  test('numbers are written in their order', () =>
    expect(writeInOrder([3, 4, 5, 1, 9, 10])).toBe('3:5,1,9:10'))
})

describe('combinations', () => {
  const ab = keyword('A', 'B')
  test.each([
    [words(ab, ab), 'a b', ['A', 'B']],
    [words(ab, ab), 'a  b', '!2 One space is enough'],
    [words(ab, ab), 'ab', expect.stringMatching(/^!0 /)],
    [sequence(ab, space, ab), 'a c', '!2 `A` or `B` belongs here'],
    [several(ab), 'a b a', ['A', 'B', 'A']],
    [list(ab), '(a)', ['A']],
    [list(ab), '()', expect.stringMatching(/^!1 /)],
    [listOrEmpty(ab), '()', []],
    [list(ab), '(a', '!2 `)` is missing here'],
    [sequence(ab, maybe(ab, 'none')), 'a', ['A', 'none']],
    [oneOf(list(ab), ab), '(c)', '!1 `A` or `B` belongs here'],
  ] as const)('%#: %j', (parser, text, expected) => expect(read(parser, text)).toEqual(expected))
})

describe('lines and literals', () => {
  const take = (text: string, limit = 100) => readCommand(emptyCommand, latin1(text), 0, limit)

  test.each([
    ['a NOOP\r\nb', { type: 'command', command: { text: 'a NOOP', literals: [] }, next: 8 }],
    ['a NOOP\nb', { type: 'command', command: { text: 'a NOOP' }, next: 7 }],
    ['a {3}\r\n', { type: 'announced', announced: { size: 3, client: 'waits', kind: 'literal' } }],
    ['a {3+}\r\n', { announced: { size: 3, client: 'follows', kind: 'literal' } }],
    ['a ~{3}\r\n', { announced: { size: 3, client: 'waits', kind: 'literal8' } }],
    ['a {3} \r\n', { type: 'command' }],
    ['a {}\r\n', { type: 'command' }],
    ['a {12345678901}\r\n', { type: 'command' }],
    [`${'x'.repeat(101)}\r\n`, { type: 'tooLong', announced: undefined }],
    [`${'x'.repeat(101)}{5+}\r\n`, { type: 'tooLong', announced: { size: 5 } }],
    ['a NO', { type: 'more', next: 4 }],
  ])('%#: %.20j', (text, expected) => expect(take(text)).toMatchObject(expected))

  test('a literal’s octets come as they are, and stand behind its announcement', () => {
    const begun = take('a X {4}\r\n')
    if (begun.type !== 'announced') throw new Error(begun.type)
    const whole = readCommand(
      acceptLiteral(begun.buffer, begun.announced),
      latin1('\r\n{1 b\r\n'),
      0,
      100,
    )
    expect(whole).toMatchObject({ type: 'command', command: { text: 'a X {4}\r\n b' } })
    if (whole.type !== 'command') throw new Error(whole.type)
    expect(whole.command.literals).toEqual([{ at: 9, octets: latin1('\r\n{1') }])
  })

  test('a refused literal is dropped with the rest of its command', () => {
    const skipped = skipLiteral({ size: 3, client: 'follows', kind: 'literal' })
    const text = latin1('abc rest {2+}\r\nxy end\r\nb NOOP\r\n')
    let buffer = skipped
    let at = 0
    for (;;) {
      const next = readCommand(buffer, text, at, 100)
      at = next.next
      if (next.type === 'command') {
        expect(next.command.text).toBe('b NOOP')
        return
      }
      if (next.type !== 'more') throw new Error(next.type)
      buffer = next.buffer
    }
  })
})
