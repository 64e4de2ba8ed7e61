import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concatBytes, fromLatin1, latin1, utf8 } from '../../core/bytes.ts'
import {
  clientLines,
  clientOctets,
  headerOf,
  parseTranscript,
  printTranscript,
  serverLines,
} from './transcript.ts'

const text = `# A remark
# host: postfix

$ nc mx.example.org 25
S: 220 mx.example.org
C: EHLO x
C:
C:   three spaces
`

test('it is read line by line, and printed the same again', () => {
  const { transcript, problems } = parseTranscript(text)
  expect(problems).toEqual([])
  expect(transcript.lines.map(({ who }) => who)).toEqual([
    'remark',
    'remark',
    'nobody',
    'shell',
    'server',
    'client',
    'client',
    'client',
  ])
  expect(transcript.lines.at(-1)?.text).toBe('  three spaces')
  expect(printTranscript(transcript)).toBe(text)
  expect(headerOf(transcript)).toEqual({ host: 'postfix' })
})

test('a line without a mark is reported, and the rest is read', () => {
  const { transcript, problems } = parseTranscript('C: NOOP\nwhat?\r\nC: QUIT\r\n')
  expect(transcript.lines.map((line) => line.text)).toEqual(['NOOP', 'QUIT'])
  expect(problems).toMatchObject([{ span: { from: 8, to: 13 } }])
})

test.each([
  ['NOOP', 'NOOP\r\n'],
  ['', '\r\n'],
  ['a\\x0Ab', 'a\nb\r\n'],
  ['a\\x0a\\', 'a\n'],
  ['a\\\\', 'a\\'],
  ['"a\\"b"', '"a\\"b"\r\n'],
  ['\\xFF', '\xff\r\n'],
  ['\\x5Cx41', '\\x41\r\n'],
])('C: %s stands for %j', (line, octets) => expect(fromLatin1(clientOctets(line))).toBe(octets))

test('any octets can be written down', () => {
  const unit = fc.constantFrom('\r', '\n', '\\', 'x', '4', 'A', ' ', '\xff', '\0', '\x85')
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 30 }).map(latin1), (octets) => {
      const printed = printTranscript({ lines: clientLines(octets) })
      const { transcript, problems } = parseTranscript(printed)
      expect(problems).toEqual([])
      expect(concatBytes(transcript.lines.map((line) => clientOctets(line.text)))).toEqual(octets)
    }),
    { seed: 4, numRuns: 1000 },
  )
})

test('characters beyond ASCII stay readable', () =>
  expect(serverLines(utf8('250 <jürgen@bücher.example>\r\n'))).toEqual([
    { who: 'server', text: '250 <jürgen@bücher.example>' },
  ]))
