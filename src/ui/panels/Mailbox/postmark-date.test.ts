import { expect, test } from 'vitest'
import { postmarkDate } from './postmark-date.ts'

test.each([
  ['2026-05-04T09:00:00Z', ['04 MAY', '09:00']],
  ['2026-12-31T23:59:59Z', ['31 DEC', '23:59']],
])('%s', (iso, marked) => expect(postmarkDate(Date.parse(iso))).toEqual(marked))
