import { expect, test } from 'vitest'
import { fromLatin1, latin1 } from '../../core/bytes.ts'
import { headerOctets } from './header-octets.ts'

test.each([
  ['Subject: a\r\nTo: b\r\n\r\nbody\r\n\r\nmore', 'Subject: a\r\nTo: b\r\n\r\n'],
  ['Subject: a\n\nbody', 'Subject: a\n\n'],
  ['Subject: a\n\r\nbody', 'Subject: a\n\r\n'],
  ['Subject: a\r\n \r\n b\r\n', 'Subject: a\r\n \r\n b\r\n'],
  ['', ''],
])('of %j the header is %j', (text, header) =>
  expect(fromLatin1(headerOctets(latin1(text)))).toBe(header),
)

test('a header without an end is not copied whole', () =>
  expect(headerOctets(latin1('x'.repeat(1 << 20)))).toHaveLength(1 << 16))
