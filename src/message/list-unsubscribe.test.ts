import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slice } from '../core/span.ts'
import { parseListUnsubscribe, isOneClick } from './list-unsubscribe.ts'

const short = (text: string): string =>
  parseListUnsubscribe(text)
    .uris.map(({ uri, scheme }) => `${scheme} ${uri}`)
    .join(' | ')

test.each([
  [
    '<mailto:list@host.example?subject=unsubscribe>',
    'mailto mailto:list@host.example?subject=unsubscribe',
  ],
  [
    '(Use this command to get off the list)\r\n    <mailto:m@host.example?body=unsubscribe%20list>',
    'mailto mailto:m@host.example?body=unsubscribe%20list',
  ],
  [
    '<http://www.host.example/l.cgi?cmd=unsub>,\r\n    <mailto:l@host.example>',
    'http http://www.host.example/l.cgi?cmd=unsub | mailto mailto:l@host.example',
  ],
  ['<https://a.example/\r\n x> (now)', 'https https://a.example/x'],
  ['<HTTPS://a.example/>', 'https HTTPS://a.example/'],
  ['<nothing>', ' nothing'],
  ['mailto:a@b.example, <mailto:c@b.example>', ''],
  ['<mailto:a@b.example> and <mailto:c@b.example>', 'mailto mailto:a@b.example'],
  ['<mailto:a@b.example>, mailto:c@b.example, <mailto:d@b.example>', 'mailto mailto:a@b.example'],
  ['', ''],
])('%j: %s', (text, expected) => expect(short(text)).toBe(expected))

test.each([
  ['mailto:a@b.example', 'ignored', 'mailto:a@b.example'],
  ['<mailto:a@b.example> and more ', 'ignored', 'and more'],
  ['<mailto:a@b.example', 'unclosed', '<mailto:a@b.example'],
  ['(oh <mailto:a@b.example>', 'unclosed', '(oh <mailto:a@b.example>'],
  ['<>', 'empty', '<>'],
])('%j: %s %s', (text, kind, where) => {
  const [problem] = parseListUnsubscribe(text).problems
  expect(problem?.kind).toBe(kind)
  expect(slice(text, problem!.span)).toBe(where)
})

test.each([
  ['List-Unsubscribe=One-Click', true],
  [' List-Unsubscribe=One-Click', true],
  ['list-unsubscribe=one-click', false],
  ['List-Unsubscribe=One-Click; x=y', false],
  ['', false],
])('%j means one click: %s', (value, expected) => expect(isOneClick(value)).toBe(expected))

const parts = ['<', '>', ',', '(', ')', '\\', ' ', '\r\n ', 'mailto:a@b.example', 'https://x', ':']
const texts = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.array(fc.constantFrom(...parts), { maxLength: 40 }).map((words) => words.join('')),
)

test('any text is read, with spans inside', () =>
  fc.assert(
    fc.property(texts, (text) => {
      const { uris, problems } = parseListUnsubscribe(text)
      for (const { span } of [...uris, ...problems]) {
        expect(span.from).toBeGreaterThanOrEqual(0)
        expect(span.to).toBeGreaterThanOrEqual(span.from)
        expect(span.to).toBeLessThanOrEqual(text.length)
      }
    }),
    { seed: 2369, numRuns: 400 },
  ))

test.each(['<', '(', '>', ',', '<>,', '<a>,', '()', '\\', ' '])(
  '300000 characters of %j are read to their end',
  (part) => {
    const text = part.repeat(300_000 / part.length)
    const { uris, problems } = parseListUnsubscribe(text)
    // Quadratic time would take minutes, and the runner would not wait so long.
    const outside = [...uris, ...problems].filter(({ span }) => span.to > text.length)
    expect(outside).toEqual([])
  },
)
