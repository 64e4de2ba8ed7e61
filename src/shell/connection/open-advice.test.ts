import { expect, test } from 'vitest'
import { refusalAdvice } from './open.ts'
import type { Target } from './target.ts'

const target = { port: 25 } as Target

test.each([
  ['unreachable', 'No host'],
  ['down', 'a network on the way lets nothing through to port 25'],
  ['refused', 'no program listens on port 25'],
] as const)('%s is explained', (refused, words) =>
  expect(refusalAdvice(target, refused)).toContain(words),
)
