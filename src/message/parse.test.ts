import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { latin1, utf8 } from '../core/bytes.ts'
import { lengthOf, slice } from '../core/span.ts'
import { displayValue, fieldsNamed } from './field.ts'
import { bodyOf, parseMessage } from './parse.ts'

const parse = (text: string) => parseMessage(latin1(text))

test('a field knows its name, its value and where both stand', () => {
  const message = parse('From: a@b.example\r\nSubject: one\r\n two\r\n\r\nHi.\r\n')
  const subject = message.fields[1]!
  expect(subject).toMatchObject({ name: 'Subject', lower: 'subject', value: 'one two' })
  expect(slice(message.text, subject.nameSpan)).toBe('Subject')
  expect(slice(message.text, subject.valueSpan)).toBe(' one\r\n two')
  expect(slice(message.text, subject.span)).toBe('Subject: one\r\n two\r\n')
  expect(new TextDecoder().decode(bodyOf(message))).toBe('Hi.\r\n')
  expect(message.problems).toEqual([])
})

test.each([
  ['a header without a body', 'A: b\r\n', ['A'], '', []],
  ['a body without a header', '\r\nHi', [], 'Hi', []],
  ['nothing', '', [], '', []],
  ['white space before the colon', 'A : b\r\n\r\n', ['A'], '', ['message/space-before-colon']],
  [
    'a line without a colon',
    'A: b\r\nhello\r\nC: d\r\n\r\nx',
    ['A', 'C'],
    'x',
    ['message/no-colon'],
  ],
  ['a space inside the name', 'Not a name: b\r\n\r\n', [], '', ['message/field-name']],
  ['a fold without a field', ' lost\r\nA: b\r\n\r\n', ['A'], '', ['message/no-field-to-continue']],
  ['bare line feeds', 'A: b\nC: d\n\nx\n', ['A', 'C'], 'x\n', ['message/bare-lf']],
  ['a bare carriage return', 'A: b\rC: d\r\n\r\n', ['A'], '', ['message/bare-cr']],
  ['a value that ends in the octet A0', 'A: \xc3\xa0\r\n\r\n', ['A'], '', []],
  ['a line of 999', `A: ${'b'.repeat(996)}\r\n\r\n`, ['A'], '', ['message/line-too-long']],
  ['a line of 998', `A: ${'b'.repeat(995)}\r\n\r\n`, ['A'], '', []],
])('%s', (_, text, names, body, codes) => {
  const message = parse(text)
  expect(message.fields.map(({ name }) => name)).toEqual(names)
  expect(message.text.slice(message.bodyStart)).toBe(body)
  expect(message.problems.map(({ code }) => code)).toEqual(codes)
})

test('a value for people is UTF-8 with its encoded words undone', () => {
  const message = parseMessage(utf8('Subject: =?utf-8?q?caf=C3=A9?= à la carte\r\n\r\n'))
  expect(displayValue(message.fields[0]!)).toBe('café à la carte')
})

test('fields of one name are found in any case, in order', () => {
  const message = parse('Received: 1\r\nTo: x\r\nRECEIVED: 2\r\n\r\n')
  expect(fieldsNamed(message, 'received').map(({ value }) => value)).toEqual(['1', '2'])
})

describe('any octets', () => {
  const lines = fc.array(
    fc.constantFrom('A: b', ' c', '\t', ':', 'x', '\r\n', '\n', '\r', '\0', 'é', ' : ', 'A'),
  )
  test.each([
    ['noise', fc.uint8Array({ maxLength: 300 })],
    ['near messages', lines.map((parts) => latin1(parts.join('')))],
  ])('of %s parse, with spans inside and in order', (_, inputs) =>
    fc.assert(
      fc.property(inputs, (bytes) => {
        const message = parseMessage(bytes)
        let at = 0
        for (const field of message.fields) {
          expect(field.span.from).toBeGreaterThanOrEqual(at)
          expect(field.nameSpan.from).toBe(field.span.from)
          expect(lengthOf(field.nameSpan)).toBeGreaterThan(0)
          expect(field.valueSpan.to).toBeLessThanOrEqual(field.span.to)
          at = field.span.to
        }
        expect(at).toBeLessThanOrEqual(message.bodyStart)
        expect(message.bodyStart).toBeLessThanOrEqual(bytes.length)
        for (const { span } of message.problems) expect(span.to).toBeLessThanOrEqual(bytes.length)
      }),
      { seed: 5322, numRuns: 300 },
    ),
  )
})
