import { expect, test } from 'vitest'
import { isLineLike } from './line-pattern.ts'

test.each([
  [['QUIT'], ' quit ', true],
  [['QUIT'], 'QUIT now', false],
  [['MAIL FROM:*'], 'mail from:<a@b>', true],
  [['END', '.'], '. ', true],
  [['.'], '..', false],
])('%o: %o is %o', (patterns, line, isLike) => expect(isLineLike(patterns, line)).toBe(isLike))
