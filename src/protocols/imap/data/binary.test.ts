import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeBase64 } from '../../../core/base64.ts'
import { fromLatin1, latin1, utf8 } from '../../../core/bytes.ts'
import { binaryForm, binaryOctets } from './binary.ts'
import { decodeTransfer } from './transfer.ts'

const decoded = (text: string, encoding: string): string | undefined => {
  const octets = decodeTransfer(latin1(text), encoding)
  return octets && fromLatin1(octets)
}

test.each([
  ['aGVsbG8=', 'base64', 'hello'],
  ['aGVs\r\nbG8=\r\n', 'Base64', 'hello'],
  ['aGVsbG8', 'base64', 'hello'],
  ['aGV sbG8!=', 'base64', 'hello'],
  ['AA==', 'base64', '\0'],
  ['', 'base64', ''],
  ['a', 'base64', ''],
  ['a=3Db=\r\nc', 'quoted-printable', 'a=bc'],
  ['a=3db= \t\r\nc', 'Quoted-Printable', 'a=bc'],
  ['white \t\r\nend ', 'quoted-printable', 'white\r\nend'],
  ['kept=20\r\n', 'quoted-printable', 'kept \r\n'],
  ['a  b', 'quoted-printable', 'a  b'],
  ['50 = fifty, =G1 =', 'quoted-printable', '50 = fifty, =G1 ='],
  ['=C3=A4', 'quoted-printable', '\xc3\xa4'],
  ['a=3D', '7bit', 'a=3D'],
  ['\xff', '8BIT', '\xff'],
  ['\0', 'binary', '\0'],
  ['#0V%T', 'x-uuencode', undefined],
])('%j in %s is %j', (text, encoding, found) => expect(decoded(text, encoding)).toBe(found))

test('base64 of any octets gives them back', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (octets) => {
      const folded = encodeBase64(octets).replace(/.{20}/g, '$&\r\n')
      expect(decodeTransfer(latin1(folded), 'base64')).toEqual(octets)
    }),
    { seed: 2045 },
  )
})

describe('BINARY', () => {
  const mail = utf8(
    [
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      'Content-Transfer-Encoding: base64',
      '',
      'aAA=',
      '--x',
      'Content-Transfer-Encoding: x-uuencode',
      '',
      'begin',
      '--x',
      '',
      'plain',
      '--x--',
    ].join('\r\n'),
  )

  test('decodes a part, passes others on, and reports what it cannot read', () => {
    expect(binaryOctets(mail, [1])).toEqual({ kind: 'octets', octets: latin1('h\0') })
    expect(binaryOctets(mail, [2])).toEqual({ kind: 'unknown-cte', encoding: 'x-uuencode' })
    expect(binaryOctets(mail, [3])).toEqual({ kind: 'octets', octets: latin1('plain') })
    expect(binaryOctets(mail, [4])).toEqual({ kind: 'none' })
    expect(binaryOctets(mail, [])).toEqual({ kind: 'octets', octets: mail })
  })

  test('only what holds a NUL needs a literal8', () => {
    expect(binaryForm(latin1('h\0'))).toBe('literal8')
    expect(binaryForm(latin1('h\xff'))).toBe('string')
  })
})
