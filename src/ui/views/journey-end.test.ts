import { expect, test } from 'vitest'
import { endOf } from './journey-end.ts'

test.each([
  [450, '↻', 'Put off', 'warn'],
  [550, '✕', 'Rejected', 'fail'],
] as const)('a message that gets %i is %s %s', (code, glyph, title, tone) =>
  expect(endOf({ kind: 'rejected', code, text: 'x' })).toEqual({
    ...{ title, glyph, tone },
    text: `${code} x`,
  }),
)
