import { expect, test } from 'vitest'
import { formatDate, parseDate } from './date.ts'

test.each([
  ['Fri, 11 Jul 2003 21:00:37 -0700 (PDT)', '2003-07-12T04:00:37.000Z'],
  ['11 Jul 2003 21:00:37 +0000', '2003-07-11T21:00:37.000Z'],
  ['11 Jul 2003 21:00 +0000', '2003-07-11T21:00:00.000Z'],
  ['Fri, 21 Nov 97 09:55:06 -0600', '1997-11-21T15:55:06.000Z'],
  ['1 Jan 49 00:00:00 GMT', '2049-01-01T00:00:00.000Z'],
  ['Fri,\r\n 11 Jul 2003 21:00:37 EST', '2003-07-12T02:00:37.000Z'],
])('%s is %s', (text, iso) => expect(new Date(parseDate(text)!).toISOString()).toBe(iso))

test.each([
  '',
  'tomorrow',
  '32 Jul 2003 21:00:37 +0000',
  '30 Feb 2003 21:00:37 +0000',
  '1 Foo 2003 1:00',
])('`%s` is no date', (text) => expect(parseDate(text)).toBeUndefined())

test('a clock of another zone shows the same moment', () => {
  const at = Date.UTC(2026, 4, 12, 23, 30)
  expect(formatDate(at, '+0200')).toBe('Wed, 13 May 2026 01:30:00 +0200')
  expect(formatDate(at, '-0530')).toBe('Tue, 12 May 2026 18:00:00 -0530')
  expect(parseDate(formatDate(at, '-0530'))).toBe(at)
})

test('a written date reads back', () => {
  expect(formatDate(Date.UTC(2003, 6, 11, 21, 0, 37))).toBe('Fri, 11 Jul 2003 21:00:37 +0000')
  expect(parseDate(formatDate(1_000_000_000_000))).toBe(1_000_000_000_000)
})
