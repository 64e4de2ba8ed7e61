import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeMailboxName, encodeMailboxName } from './utf7.ts'

test.each([
  ['INBOX', 'INBOX'],
  ['', ''],
  ['Tom & Jerry', 'Tom &- Jerry'],
  ['&&', '&-&-'],
  ['Entwürfe', 'Entw&APw-rfe'],
  ['~peter/mail/台北/日本語', '~peter/mail/&U,BTFw-/&ZeVnLIqe-'], // RFC 3501 §5.1.3
  ['☺!', '&Jjo-!'],
  ['☺&', '&Jjo-&-'],
  ['&☺', '&-&Jjo-'],
  ['✉️📨', '&Jwn+D9g93Og-'],
  ['a\tb', 'a&AAk-b'],
])('%s is written %s', (name, written) => {
  expect(encodeMailboxName(name)).toBe(written)
  expect(decodeMailboxName(written)).toBe(name)
})

test.each([
  ['&', 'a `&` that is never closed'],
  ['a&b', 'the same in a name'],
  ['&Jjo', 'a run that is never closed'],
  ['&U,BTFw-&ZeVnLIqe-', 'a run right behind another (RFC 3501 §5.1.3)'],
  ['&Jjo!-', 'a character that is not base64'],
  ['&Jj/-', 'the `/` of plain base64'],
  ['&Jjo=-', 'padding'],
  ['&AGE-', 'ASCII in base64'],
  ['&JjoA-', 'octets that are no whole UTF-16 unit'],
  ['&Jjp-', 'bits left over'],
  ['&J-', 'less than one unit'],
  ['&2AA-', 'half a surrogate pair'],
  ['Entwürfe', 'a character beyond ASCII'],
  ['a\r\nb', 'a line end'],
])('%s is refused: %s', (written) => expect(decodeMailboxName(written)).toBeUndefined())

test('every name of characters comes back, in printable ASCII', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const written = encodeMailboxName(name)
      expect(written).toMatch(/^[ -~]*$/)
      expect(decodeMailboxName(written)).toBe(name)
    }),
    { seed: 4 },
  )
})

test('what can be read is written again the same way', () => {
  const parts = fc.constantFrom('&', '-', 'Jjo', 'AGE', 'U,BTFw', 'a', '&-', ',', '+', '&Jjo-')
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 8 }), (pieces) => {
      const written = pieces.join('')
      const name = decodeMailboxName(written)
      if (name !== undefined) expect(encodeMailboxName(name)).toBe(written)
    }),
    { seed: 4, numRuns: 500 },
  )
})
