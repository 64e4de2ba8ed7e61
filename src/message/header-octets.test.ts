import { expect, test } from 'vitest'
import { fromLatin1, latin1 } from '../core/bytes.ts'
import { headerOctets } from './header-octets.ts'

test.each([
  ['A: 1\r\nB: 2\r\n\r\nbody\r\n\r\nmore', 'A: 1\r\nB: 2\r\n'],
  ['A: 1\n\nbody', 'A: 1\n'],
  ['A: 1\n\r\nbody', 'A: 1\n'],
  ['A: 1\r\n\rno end', 'A: 1\r\n\rno end'],
  ['\r\nbody', ''],
  ['\nbody', ''],
  ['A: 1', 'A: 1'],
  ['', ''],
])('of %j the header is %j', (message, header) =>
  expect(fromLatin1(headerOctets(latin1(message)))).toBe(header),
)
