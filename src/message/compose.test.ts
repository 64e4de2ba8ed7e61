import { expect, test } from 'vitest'
import { fromUtf8 } from '../core/bytes.ts'
import { composeMessage, foldField, LINE_LENGTH, messageId } from './compose.ts'
import { displayValue } from './field.ts'
import { parseMessage } from './parse.ts'

const composed = (headers: [string, string][], body: string): string =>
  fromUtf8(composeMessage({ headers, body }))

test.each([
  ['Hi.\nBye.', 'Hi.\r\nBye.\r\n'],
  ['Hi.\r\nBye.\r\n', 'Hi.\r\nBye.\r\n'],
  ['a\rb', 'a\r\nb\r\n'],
  ['.dot', '.dot\r\n'],
  ['', ''],
])('the body %j is written %j', (body, written) =>
  expect(composed([['A', 'b']], body)).toBe(`A: b\r\n\r\n${written}`),
)

test('long values fold before white space and read back the same', () => {
  const value = Array.from({ length: 20 }, (_, at) => `word${at}@a.example,`).join(' ')
  const field = foldField('To', value)
  for (const line of field.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78)
  const message = parseMessage(composeMessage({ headers: [['To', value]], body: '' }))
  expect(message.fields[0]!.value).toBe(value)
  expect(message.problems).toEqual([])
})

test('a value cannot start another field', () =>
  expect(composed([['Subject', 'hi\r\nBcc: eve@a.example']], '')).toBe(
    'Subject: hi Bcc: eve@a.example\r\n\r\n',
  ))

test('what is not ASCII is written as UTF-8', () => {
  const message = parseMessage(composeMessage({ headers: [['Subject', 'déjà vu']], body: 'à' }))
  expect(displayValue(message.fields[0]!)).toBe('déjà vu')
})

test('a word too long for a line stands alone', () =>
  expect(foldField('X', `a ${'b'.repeat(100)} c`)).toBe(`X: a\r\n ${'b'.repeat(100)}\r\n c`))

test('a Message-ID', () => expect(messageId('1', 'a.example')).toBe('<1@a.example>'))

test('a value of half a million words folds into short lines and loses none', () => {
  const value = 'a '.repeat(500_000).trim()
  const folded = foldField('X', value)
  expect(folded.split('\r\n').every((line) => line.length <= LINE_LENGTH)).toBe(true)
  expect(folded.replaceAll('\r\n', '')).toBe(`X: ${value}`)
})
