import { expect, test } from 'vitest'
import { asCharacters, fromLatin1, utf8 } from './bytes.ts'
import type { Diagnostic } from './diagnostic.ts'
import { renderFrame } from './frame.ts'
import { inCharacters, readableText } from './octet-text.ts'
import { span } from './span.ts'

const octets = (text: string): string => fromLatin1(utf8(text))

test.each([
  ['Jörg', 'Jörg'],
  ['“reject”', '“reject”'],
  ['日本', '日本'],
  ['🙂 ok', '🙂 ok'],
  ['plain', 'plain'],
])('the octets of %s are read as %s', (text, read) => expect(asCharacters(octets(text))).toBe(read))

test.each([
  ['octets that spell nothing', 'J\xf6rg', 'J\xf6rg'],
  ['beside some that do', `J\xf6rg ${octets('Jörg')}`, 'J\xf6rg Jörg'],
  ['characters', 'Jörg “x”', 'Jörg “x”'],
  ['half a character', 'a\xc3', 'a\xc3'],
  ['an overlong form', '\xc0\xaf \xe0\x80\xaf', '\xc0\xaf \xe0\x80\xaf'],
])('%s: they stay as they are', (_, text, read) => expect(asCharacters(text)).toBe(read))

const message = octets('From: Jörg <j@example.org>\r\nSubject: “Grüße”\r\n\r\n日本 x\r\n')

test.each([
  ['From', 'From'],
  ['Jörg', 'Jörg'],
  ['<j@example.org>', '<j@example.org>'],
  ['Grüße', 'Grüße'],
  ['日本', '日本'],
  ['x', 'x\r'],
])('%s stands where it is read', (written) => {
  const from = message.lastIndexOf(octets(written))
  const { text, place } = readableText(message)
  const at = place(span(from, from + octets(written).length))
  expect(text.slice(at.from, at.to)).toBe(written)
})

const finding = (from: number, to: number): Diagnostic => ({
  ...{ code: 'message/x', messageId: 'x', severity: 'error', file: 'm', inOctets: true },
  ...{ span: span(from, to), message: 'Here.', source: { rfc: 5322, section: '2.2' }, why: '' },
  ...{
    related: [],
    fixes: [{ title: 'Write it', edits: [{ span: span(from, to), text: octets('ß') }] }],
  },
})

test('a frame shows characters, with the carets below them', () => {
  const from = message.indexOf('<j@')
  const frame = renderFrame(finding(from, from + '<j@example.org>'.length), message).split('\n')
  expect(frame.slice(1, 3)).toEqual([
    '1 │ From: Jörg <j@example.org>',
    '  │            ^^^^^^^^^^^^^^^',
  ])
})

test('carets count the cells of wide characters', () => {
  const from = message.indexOf(octets('日'))
  const frame = renderFrame(finding(from, from + octets('日本').length), message).split('\n')
  expect(frame.slice(1, 3)).toEqual(['4 │ 日本 x', '  │ ^^^^'])
})

test('a text that holds “Ã¼” as characters is shown so', () => {
  const { inOctets: _, ...found } = finding(0, 2)
  expect(renderFrame(found, 'Ã¼ x')).toContain('1 │ Ã¼ x')
})

test('a finding counts and writes characters', () => {
  const from = message.indexOf('Gr')
  const readable = readableText(message)
  const found = inCharacters(finding(from, from + octets('Grüße').length), readable)
  expect(found).not.toHaveProperty('inOctets')
  expect(readable.text.slice(found.span.from, found.span.to)).toBe('Grüße')
  expect(found.fixes[0]!.edits).toEqual([{ span: found.span, text: 'ß' }])
})
