import { expect, test } from 'vitest'
import { delayText, hopText } from './hop-text.ts'

test.each([
  [0, 'in the same second'],
  [5000, '5 s later'],
  [119_000, '119 s later'],
  [150_000, '3 min later'],
  [7_200_000, '2 h later'],
  [-5000, '5 s earlier than the hop before: a clock is wrong, or a field was made up'],
])('%i ms: %s', (delay, text) => expect(delayText(delay)).toBe(text))

test.each([
  [{ from: 'a', by: 'b', with: 'ESMTP', at: 0 }, 'a → b (ESMTP), 00:00:00'],
  [{ by: 'b' }, '? → b'],
  [{}, '? → ?'],
])('%o: %s', (hop, text) => expect(hopText(hop)).toBe(text))
