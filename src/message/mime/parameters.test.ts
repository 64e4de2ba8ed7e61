import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slice } from '../../core/span.ts'
import { writeParameterValue } from './compose/write-parameters.ts'
import { parseParameterValue } from './content-type.ts'
import { parseParameters } from './parameters.ts'
import { decodeUuencode } from './uuencode.ts'

const named = (text: string) =>
  Object.fromEntries(parseParameters(text).parameters.map(({ name, value }) => [name, value]))

test.each([
  // The examples of RFC 2231 §3 and §4.
  [
    'message/external-body; access-type=URL; URL*0="ftp://"; URL*1="cs.utk.edu/pub/moore/x.tar"',
    { 'access-type': 'URL', url: 'ftp://cs.utk.edu/pub/moore/x.tar' },
  ],
  [
    "application/x-stuff; title*=us-ascii'en-us'This%20is%20%2A%2A%2Afun%2A%2A%2A",
    { title: 'This is ***fun***' },
  ],
  [
    `application/x-stuff; title*0*=us-ascii'en'This%20is%20even%20more%20; title*1*=%2A%2A%2Afun%2A%2A%2A%20; title*2="isn't it!"`,
    { title: "This is even more ***fun*** isn't it!" },
  ],
  ["a/b; x*1*=b%20; x*0*=''a%20; x*2=c", { x: 'a b c' }],
  ['attachment; filename="old.txt"; filename*=utf-8\'\'%C3%A9.txt', { filename: 'é.txt' }],
  ["attachment; filename*=iso-8859-1''%E9", { filename: 'é' }],
  ['attachment; filename="caf\xc3\xa9"', { filename: 'café' }],
  ['text/plain (why); charset (c) = utf-8 (x)', { charset: 'utf-8' }],
])('%s', (text, parameters) => {
  expect(named(text)).toEqual(parameters)
  expect(parseParameters(text).problems).toEqual([])
})

test.each([
  ['multipart/mixed; boundary=ab cd', { boundary: 'ab cd' }],
  ['multipart/mixed; boundary=ab  cd; x=1', { boundary: 'ab  cd', x: '1' }],
  ['multipart/mixed; boundary=ab\r\n\tcd', { boundary: 'ab\tcd' }],
  ['multipart/mixed; boundary=ab (why) cd', { boundary: 'ab cd' }],
  ['multipart/mixed; boundary=ab(why)cd', { boundary: 'ab cd' }],
  ['multipart/mixed; boundary = ab cd (why)', { boundary: 'ab cd' }],
  ['multipart/mixed; boundary==_a b/c=?', { boundary: '=_a b/c=?' }],
  [
    'attachment; filename=my report, final.pdf; size=1',
    { filename: 'my report, final.pdf', size: '1' },
  ],
  ['attachment; filename=a [1].txt', { filename: 'a [1].txt' }],
  ['attachment; filename=a "b c".txt', { filename: 'a b c' }],
])('an unquoted value is never glued: %s', (text, parameters) => {
  expect(named(text)).toEqual(parameters)
  expect(parseParameters(text).problems.map(({ kind }) => kind)).toEqual(['specials'])
})

test('two words before the equals sign are no name of a parameter', () =>
  expect(named('a/b; boundary x=1')).toEqual({ 'boundary x': '1' }))

test('charset and language are reported', () =>
  expect(parseParameters("a/b; t*=UTF-8'de'x").parameters[0]).toMatchObject({
    charset: 'utf-8',
    language: 'de',
    raw: 'x',
  }))

test.each([
  ['a/b; x', 'no-value', 'x'],
  ['a/b; x=1; x=2', 'repeated', 'x=2'],
  ['a/b; x*0=a; x*2=c', 'gap', 'x*2=c'],
  ["a/b; x*=utf-8''%zz", 'percent', "x*=utf-8''%zz"],
  ['a/b; x*=abc', 'charset', 'x*=abc'],
  ['a/b; x="abc', 'unclosed', '"abc'],
  ['a/b; x=b/c', 'specials', 'x=b/c'],
])('%s: %s at `%s`', (text, kind, where) => {
  const [problem] = parseParameters(text).problems
  expect(problem?.kind).toBe(kind)
  expect(slice(text, problem!.span)).toBe(where)
})

test('any value that is written is read back', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (given) => {
      const value = given.replace(/[\r\n]/g, ' ')
      const written = writeParameterValue('attachment', { filename: value, x: 'y' })
      expect(written).toMatch(/^[\x20-\x7e]*$/)
      expect(parseParameterValue(written).parameters).toEqual({ filename: value, x: 'y' })
    }),
    { seed: 2231, numRuns: 300 },
  ))

test('any text is read, with spans inside', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom('a', '*', '0', '1', '=', ';', '"', "'", '%', '%20', ' ', '(', '\\', '/'),
      ),
      (parts) => {
        const text = parts.join('')
        const { parameters, problems } = parseParameters(text)
        for (const { span } of [...parameters, ...problems]) {
          expect(span.from).toBeGreaterThanOrEqual(0)
          expect(span.to).toBeGreaterThanOrEqual(span.from)
          expect(span.to).toBeLessThanOrEqual(text.length)
        }
      },
    ),
    { seed: 2231, numRuns: 500 },
  ))

test.each([
  ['begin 644 a.txt\n#0V%T\n`\nend\n', 'Cat'],
  ['#0V%T', 'Cat'],
  ['begin 644 a\n&0V%T0V%T\n \nend\nmore', 'CatCat'],
  ['', ''],
])('uuencode %j is %j', (text, read) =>
  expect(new TextDecoder().decode(decodeUuencode(text))).toBe(read),
)
