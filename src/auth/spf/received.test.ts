import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readReceivedSpf, receivedValue } from './read-received.ts'
import { writeReceivedSpf, type ReceivedSpf } from './received.ts'

const decided = { text: 'ip4:192.0.2.1', span: { from: 0, to: 1 }, domain: 'a.example' }
const given: ReceivedSpf = {
  verdict: {
    result: 'pass',
    identity: 'mailfrom',
    domain: 'a.example',
    decidedBy: decided,
    reason: 'Because.',
  },
  ip: '192.0.2.1',
  helo: 'mail.a.example',
  mailFrom: 'ann@a.example',
  receiver: 'mx.example.org',
}
const { decidedBy: _, ...undecided } = given.verdict

test('a pass is written as RFC 7208 §9.1 has it', () =>
  expect(writeReceivedSpf(given)).toBe(
    'pass (mx.example.org: domain of a.example designates 192.0.2.1 as permitted sender) ' +
      'client-ip=192.0.2.1; envelope-from="ann@a.example"; helo=mail.a.example; ' +
      'receiver=mx.example.org; identity=mailfrom; mechanism="ip4:192.0.2.1"',
  ))

test.each([
  ['no term matched', { ...given, verdict: { ...undecided, result: 'neutral' } }, 'default'],
  ['a term matched', given, 'ip4:192.0.2.1'],
  ['an error', { ...given, verdict: { ...undecided, result: 'permerror' } }, undefined],
] as const)('%s', (_, one, mechanism) =>
  expect(receivedValue(readReceivedSpf(writeReceivedSpf(one)), 'mechanism')).toBe(mechanism),
)

test('an error names its problem', () => {
  const verdict = { ...undecided, result: 'temperror', reason: 'No `TXT`; (later).' } as const
  const read = readReceivedSpf(writeReceivedSpf({ ...given, verdict }))
  expect(receivedValue(read, 'problem')).toBe('No TXT; (later).')
})

describe('the examples of RFC 7208 §9.1 are read', () => {
  const head = '(mybox.example.org: domain of\r\n myname@example.com designates 192.0.2.1)\r\n  '
  test.each([
    [
      `pass ${head}receiver=mybox.example.org; client-ip=192.0.2.1;\r\n envelope-from="myname@example.com"; helo=foo.example.com;`,
      { helo: 'foo.example.com', 'envelope-from': 'myname@example.com' },
    ],
    [
      `fail ${head}identity=mailfrom; client-ip=192.0.2.1;\r\n envelope-from="myname@example.com";`,
      { identity: 'mailfrom', 'client-ip': '192.0.2.1' },
    ],
    [`pass ${head}mechanism=ip4:192.0.2.1; helo=x;`, { mechanism: 'ip4:192.0.2.1' }],
  ])('%s', (text, values) => {
    const read = readReceivedSpf(text)
    expect(read.problems).toEqual([])
    expect(read.result?.text).toBe(text.slice(0, 4))
    expect(read.comment?.text).toContain('mybox.example.org')
    for (const [key, value] of Object.entries(values)) expect(receivedValue(read, key)).toBe(value)
  })
})

test.each([
  ['', 'result'],
  ['maybe client-ip=192.0.2.1', 'result'],
  ['client-ip=192.0.2.1', 'result'],
  ['pass client-ip', 'pair'],
  ['pass =x', 'pair'],
  ['pass (oh', 'unclosed'],
  ['pass helo="oh', 'unclosed'],
])('%j: %s', (text, kind) => expect(readReceivedSpf(text).problems[0]?.kind).toBe(kind))

const runs = { seed: 7208, numRuns: 400 }
const words = [
  'pass',
  'fail',
  'helo',
  '=',
  ';',
  '(',
  ')',
  '"',
  '\\',
  ' ',
  '\r\n ',
  'a.example',
  '@',
]
const texts = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((parts) => parts.join('')),
)

test('any text is read, with spans inside', () =>
  fc.assert(
    fc.property(texts, (text) => {
      const { pairs, problems, comment } = readReceivedSpf(text)
      for (const { span } of [...pairs, ...problems, ...(comment ? [comment] : [])]) {
        expect(span.from).toBeGreaterThanOrEqual(0)
        expect(span.to).toBeGreaterThanOrEqual(span.from)
        expect(span.to).toBeLessThanOrEqual(text.length)
      }
    }),
    runs,
  ))

test('client text never breaks the field', () =>
  fc.assert(
    fc.property(texts, texts, texts, (helo, mailFrom, domain) => {
      const one = { ...given, helo, mailFrom, verdict: { ...given.verdict, domain } }
      const read = readReceivedSpf(writeReceivedSpf(one))
      expect(read.problems).toEqual([])
      expect(read.pairs.map(({ key }) => key.text)).toEqual([
        ...['client-ip', 'envelope-from', 'helo', 'receiver', 'identity', 'mechanism'],
      ])
      const shown = [...helo]
        .filter((character) => character >= ' ' && character !== '\x7f')
        .join('')
      expect(receivedValue(read, 'helo')).toBe(shown)
    }),
    runs,
  ))
