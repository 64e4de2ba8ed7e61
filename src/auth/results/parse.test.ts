import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slice, type Span } from '../../core/span.ts'
import { step } from '../../core/trace.ts'
import { writeResults, type Results } from '../results-header.ts'
import { parseResults, type AuthenticationResults } from './parse.ts'

const short = ({ results }: AuthenticationResults): string[] =>
  results.map(({ method, result, reason, properties }) =>
    [
      `${method.text}=${result.text}`,
      ...(reason ? [`reason=${reason.text}`] : []),
      ...properties.map((one) => `${one.ptype.text}.${one.property.text}=${one.value.text}`),
    ].join(' '),
  )

describe('the examples of RFC 8601 Appendix B are read', () => {
  test.each([
    ['example.org 1; none', []],
    [
      'example.com;\r\n  spf=pass smtp.mailfrom=example.net',
      ['spf=pass smtp.mailfrom=example.net'],
    ],
    [
      'example.com;\r\n auth=pass (cram-md5) smtp.auth=sender@example.net;\r\n spf=pass smtp.mailfrom=example.net',
      ['auth=pass smtp.auth=sender@example.net', 'spf=pass smtp.mailfrom=example.net'],
    ],
    [
      'example.com;\r\n dkim=pass (good signature) header.d=example.com',
      ['dkim=pass header.d=example.com'],
    ],
    [
      'example.com;\r\n dkim=pass reason="good signature"\r\n  header.i=@mail-router.example.net;\r\n dkim=fail reason="bad signature"\r\n  header.i=@newyork.example.com',
      [
        'dkim=pass reason=good signature header.i=@mail-router.example.net',
        'dkim=fail reason=bad signature header.i=@newyork.example.com',
      ],
    ],
    [
      "foo.example.net (foobar) 1 (baz);\r\n dkim (Because I like it) / 1 (One yay) = (wait for it) fail\r\n  policy (A dot can go here) . (like that) expired\r\n  (this surprised me) = (as I wasn't expecting it) 1362471462",
      ['dkim=fail policy.expired=1362471462'],
    ],
  ])('%s', (text, expected) => {
    const read = parseResults(text)
    expect(read.problems).toEqual([])
    expect(short(read)).toEqual(expected)
    expect(read.authservId?.text).toBe(/^\S+?(?=[; ])/.exec(text)![0])
  })
})

test.each([
  ['spf=pass', undefined],
  ['"mx \\"1\\"" 1; none', 'mx "1"'],
  ['(c) mx ; none', 'mx'],
  ['', undefined],
])('%j was judged by %s', (text, name) => expect(parseResults(text).authservId?.text).toBe(name))

const finding = {
  reason: '',
  trace: step({ kind: 'x', text: '', outcome: 'note' }),
}
const results = (over: Partial<Results> = {}): Results => ({
  authservId: 'mx.example.org',
  spf: {
    ...finding,
    result: 'pass',
    identity: 'mailfrom',
    domain: 'a.example',
    lookups: 0,
    voids: 0,
  },
  dkim: { ...finding, result: 'none', signatures: [] },
  dmarc: {
    ...finding,
    result: 'fail',
    disposition: 'reject',
    authorDomain: 'a.example',
    alignment: { dkim: [] },
    mode: '9989',
  },
  ...over,
})

test('what is written is read without a problem', () => {
  const text = writeResults(results())
  expect(parseResults(text).problems).toEqual([])
  expect(short(parseResults(text))).toEqual([
    'spf=pass smtp.mailfrom=a.example',
    'dkim=none',
    'dmarc=fail header.from=a.example policy.dmarc=reject',
  ])
})

const runs = { seed: 8601, numRuns: 500 }
const words = [
  ...['mx.example.org', 'spf', 'dkim', 'pass', 'none', 'reason', 'smtp', 'mailfrom', '1', 'a@b'],
  ...['=', '=', ';', '.', '/', '(', ')', '"', '\\', ' ', '\t', '\r\n ', '\xa0', ','],
]
const texts = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.array(fc.constantFrom(...words), { maxLength: 50 }).map((parts) => parts.join('')),
)

test('whatever the sender is called, the reader finds it again', () =>
  fc.assert(
    fc.property(texts, texts, (domain, authorDomain) => {
      const given = results()
      const text = writeResults(
        results({
          spf: { ...given.spf, domain },
          dmarc: { ...given.dmarc, authorDomain },
        }),
      )
      const read = parseResults(text)
      const shown = (name: string): string =>
        [...name].filter((character) => character >= ' ' && character !== '\x7f').join('')
      const value = (at: number): string => read.results[at]?.properties[0]?.value.text ?? ''
      expect(read.problems).toEqual([])
      expect(read.results.map(({ method }) => method.text)).toEqual(['spf', 'dkim', 'dmarc'])
      expect(value(0)).toBe(shown(domain))
      if (authorDomain !== '') expect(value(2)).toBe(shown(authorDomain))
    }),
    runs,
  ))

function expectInside(text: string, spans: readonly Span[]): void {
  for (const { from, to } of spans) {
    expect(from).toBeGreaterThanOrEqual(0)
    expect(to).toBeGreaterThanOrEqual(from)
    expect(to).toBeLessThanOrEqual(text.length)
  }
}

test('any text is read, and spans lie inside and hold what they are about', () =>
  fc.assert(
    fc.property(texts, (text) => {
      const read = parseResults(text)
      const words = read.results.flatMap(({ method, result, properties }) => [
        ...[method, result],
        ...properties.flatMap(({ ptype, property }) => [ptype, property]),
      ])
      for (const word of [...words, ...read.comments])
        expect(slice(text, word.span)).toBe(word.text)
      const all = [...read.results, ...read.problems, ...words]
      expectInside(
        text,
        all.map(({ span }) => span),
      )
    }),
    runs,
  ))

test.each(['(', '"', ';', 'a=b ', 'a.b=c ', '(()', ';spf=pass', '\\', ' ', 'a/', '=;', '"a" '])(
  '300000 characters of %j are read to their end',
  (part) => {
    const text = `mx; spf=pass ${part.repeat(300_000 / part.length)}`
    // Quadratic time would take minutes, and the runner would not wait so long.
    expectInside(
      text,
      parseResults(text).problems.map(({ span }) => span),
    )
  },
)
