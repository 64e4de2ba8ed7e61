import { expect, test } from 'vitest'
import { paint } from './paint.ts'

const text = '@ MX 10 mx\n@ TXT "v=spf1 -all"\n'

const marked = (from: number, to: number, severity: 'error' | 'warning' = 'error') =>
  ({ span: { from, to }, severity }) as const

const underlined = (...given: ReturnType<typeof marked>[]) =>
  paint(text, given).flatMap((part) => (part.severity ? [`${part.severity} ${part.text}`] : []))

test('joined, the parts are the text', () =>
  expect(
    paint(text, [marked(3, 9), marked(5, 12, 'warning')])
      .map((part) => part.text)
      .join(''),
  ).toBe(text))

test.each([
  ['a word', [marked(8, 10)], ['error mx']],
  ['an empty span includes the next character', [marked(8, 8)], ['error m']],
  ['at the end of a line it takes the last one', [marked(10, 10)], ['error x']],
  ['at the end of the text too', [marked(31, 31)], ['error \n']],
  ['of two the worse is drawn', [marked(8, 10, 'warning'), marked(8, 10)], ['error mx']],
])('%s', (_, given, drawn) => expect(underlined(...given)).toEqual(drawn))

test('a text beyond all measure is not drawn', () =>
  expect(paint('x '.repeat(50_000), [])).toEqual([]))
