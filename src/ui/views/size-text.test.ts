import { expect, test } from 'vitest'
import { sizeText } from './size-text.ts'

test.each([
  [0, '0 octets'],
  [1, '1 octet'],
  [999, '999 octets'],
  [1400, '1.4 KB'],
  [2_500_000, '2.5 MB'],
])('%i is %s', (octets, text) => expect(sizeText(octets)).toBe(text))
