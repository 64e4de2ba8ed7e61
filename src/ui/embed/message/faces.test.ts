import { expect, test } from 'vitest'
import { readFaces } from './faces.ts'
import { octetsOf } from './octets-of.ts'

test.each([
  ['way', ['way']],
  ['parts, headers', ['parts', 'headers']],
  ['headers|way|parts|findings', ['headers', 'way', 'parts', 'findings']],
  ['way way', ['way']],
  ['', undefined],
  ['body', undefined],
])('%j shows %j', (value, faces) => expect(readFaces(value)).toEqual(faces))

test('the lines of a message end with CRLF', () =>
  expect(new TextDecoder().decode(octetsOf('a: ü\nb\r\n'))).toBe('a: ü\r\nb\r\n'))
