import { expect, test } from 'vitest'
import { fromLatin1, latin1, utf8 } from '../../../core/bytes.ts'
import { literalOctets, printAstring, printNstring, printString } from './wire-text.ts'

const octets = (text: string): string => fromLatin1(utf8(text))

test.each([
  ['', '""', '""'],
  ['Hello', '"Hello"', '"Hello"'],
  ['say "hi" \\o/', '"say \\"hi\\" \\\\o/"', '"say \\"hi\\" \\\\o/"'],
  ['a\r\nb', '{4}\r\na\r\nb', '{4}\r\na\r\nb'],
  ['a\rb', '{3}\r\na\rb', '{3}\r\na\rb'],
  ['tab\there', '"tab\there"', '"tab\there"'],
  [octets('Grüße'), `{7}\r\n${octets('Grüße')}`, `"${octets('Grüße')}"`],
  ['Gr\xfc\xdfe', '{5}\r\nGr\xfc\xdfe', '{5}\r\nGr\xfc\xdfe'], // Latin-1: no UTF-8
  ['nul\0', '{4}\r\nnul\x80', '{4}\r\nnul\x80'],
  [octets('"ü"'), `{4}\r\n${octets('"ü"')}`, `"\\"${octets('ü')}\\""`],
])('%j goes as %j, or as %j where UTF-8 is enabled', (text, ascii, enabled) => {
  expect(printString(text)).toBe(ascii)
  expect(printString(text, 'utf8')).toBe(enabled)
})

test('what is not there is NIL, which is not the empty string', () => {
  expect([printNstring(undefined), printNstring(''), printNstring('NIL')]).toEqual([
    'NIL',
    '""',
    '"NIL"',
  ])
})

test.each([
  ['INBOX', 'INBOX'],
  ['a]b', 'a]b'],
  ['two words', '"two words"'],
  ['', '""'],
  ['a*', '"a*"'],
  ['(x)', '"(x)"'],
])('the mailbox %s is the astring %s', (name, printed) => expect(printAstring(name)).toBe(printed))

test('NUL cannot travel in a literal: it goes as 80, and the count stays', () => {
  const clean = latin1('abc')
  expect(literalOctets(clean)).toBe(clean)
  expect([...literalOctets(latin1('a\0c'))]).toEqual([97, 0x80, 99])
})
