import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isoDuration, scorm12Span } from './duration.ts'

describe('a time', () => {
  test.each([
    [0, '0000:00:00.00', 'PT0S'],
    [1230, '0000:00:01.23', 'PT1.23S'],
    [59_999, '0000:01:00.00', 'PT1M'],
    [61_500, '0000:01:01.50', 'PT1M1.5S'],
    [3_600_000, '0001:00:00.00', 'PT1H'],
    [3_723_450, '0001:02:03.45', 'PT1H2M3.45S'],
    [36_000_000_000, '9999:59:59.99', 'PT10000H'],
    [-5, '0000:00:00.00', 'PT0S'],
    [NaN, '0000:00:00.00', 'PT0S'],
    [Infinity, '0000:00:00.00', 'PT0S'],
  ])('of %d ms', (milliseconds, span, iso) => {
    expect(scorm12Span(milliseconds)).toBe(span)
    expect(isoDuration(milliseconds)).toBe(iso)
  })

  test('has the form that both versions ask for, and says the same', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 35_999_999_000 }), (milliseconds) => {
        const span = /^(\d{4}):([0-5]\d):([0-5]\d)\.(\d\d)$/.exec(scorm12Span(milliseconds))
        const iso = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,2})?)S)?$/.exec(
          isoDuration(milliseconds),
        )
        const [, h = '0', m = '0', s = '0', f = '0'] = span!
        const [, H = '0', M = '0', S = '0'] = iso!
        const hundredths = Number(h) * 360_000 + Number(m) * 6000 + Number(s) * 100 + Number(f)
        expect(hundredths).toBe(Math.round(milliseconds / 10))
        expect(Math.round((Number(H) * 3600 + Number(M) * 60 + Number(S)) * 100)).toBe(hundredths)
      }),
    ))
})
