import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromLatin1, latin1 } from '../../core/bytes.ts'
import { storedForm } from './stored-form.ts'

test.each([
  ['nothing', '', ''],
  ['lines that end as they should', 'a\r\nb\r\n', 'a\r\nb\r\n'],
  ['lone LFs', 'a\nb\n', 'a\r\nb\r\n'],
  ['lone CRs', 'a\rb\r', 'a\r\nb\r\n'],
  ['an LF and a CR in the wrong order', 'a\n\rb', 'a\r\n\r\nb'],
  ['two CRs before an LF', 'a\r\r\nb', 'a\r\n\r\nb'],
  ['NULs', 'a\0b\0\r\n\0', 'ab\r\n'],
  ['a NUL between CR and LF', 'a\r\0\nb', 'a\r\n\r\nb'],
])('%s', (_, text, stored) => expect(fromLatin1(storedForm(latin1(text)))).toBe(stored))

test('what is stored has no lone CR, no lone LF and no NUL, and is stored as it is again', () =>
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('\r', '\n', '\0', 'a'), maxLength: 20 }),
      (text) => {
        const stored = storedForm(latin1(text))
        expect(fromLatin1(stored)).toMatch(/^(?:a|\r\n)*$/)
        expect(storedForm(stored)).toBe(stored)
      },
    ),
    { seed: 5322, numRuns: 400 },
  ))
