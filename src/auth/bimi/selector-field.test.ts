import { expect, test } from 'vitest'
import { parseSelectorField } from './selector-field.ts'

test.each([
  ['v=BIMI1; s=brand', 'brand'],
  [' v = BIMI1 ;\r\n\ts = spring.sale; ', 'spring.sale'],
  ['s=brand', undefined],
  ['s=brand; v=BIMI1', undefined],
  ['v=BIMI2; s=brand', undefined],
  ['v=BIMI1', undefined],
  ['v=BIMI1; s=a b', undefined],
  ['v=BIMI1; s=-', undefined],
  ['', undefined],
])('%j names %j', (value, selector) => expect(parseSelectorField(value)).toBe(selector))
