import { expect, test } from 'vitest'
import { textWidth } from '../../core/text/width.ts'
import { shellWidths } from './unicode.ts'

/** Cells that xterm gives a text: each character that does not join the one before has its own. */
function screenWidth(text: string): number {
  let cells = 0
  let preceding = 0
  for (const character of text) {
    preceding = shellWidths.charProperties(character.codePointAt(0)!, preceding)
    if ((preceding & 1) === 0) cells += (preceding >> 1) & 3
  }
  return cells
}

test.each(['plain', '😀', 'a😀b', 'e\u0301', '漢字', '👨‍👩‍👧', '☑\ufe0f', '한'])(
  'the screen counts %s as the shell does',
  (text) => expect(screenWidth(text)).toBe(textWidth(text)),
)

test('an emoji takes two cells, an accent none', () => {
  expect(shellWidths.wcwidth(0x1f600)).toBe(2)
  expect(shellWidths.wcwidth(0x301)).toBe(0)
})
