import { expect, test } from 'vitest'
import { keyOfChip, lineOfChip, shownChips } from './chip-line.ts'

test.each([
  ['MAIL FROM:<…>', 'MAIL FROM:<'],
  ['RCPT TO:<bob@…>', 'RCPT TO:<bob@'],
  ['DATA', 'DATA'],
  ['nc … 25', 'nc '],
])('%s puts %j into the line', (chip, line) => expect(lineOfChip(chip)).toBe(line))

test.each([
  ['Ctrl-C', '\x03'],
  ['Ctrl-D', '\x04'],
  ['QUIT', undefined],
])('%s presses %j', (chip, key) => expect(keyOfChip(chip)).toBe(key))

test('three chips are shown, each once', () =>
  expect(shownChips(['DATA', 'DATA', 'RSET', 'QUIT', 'NOOP'])).toEqual(['DATA', 'RSET', 'QUIT']))
