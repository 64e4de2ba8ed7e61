import { expect, test } from 'vitest'
import { colourings } from '../../../lab/language/colours/colour-document.ts'
import { tokensBy } from './tokens.ts'

/** Each stretch of a line as Monaco draws it: its kind and its text. */
function stretches(line: string): string[] {
  const provider = tokensBy(colourings.zone)
  const { tokens } = provider.tokenize(line, provider.getInitialState())
  return tokens.map(
    ({ startIndex, scopes }, at) =>
      `${scopes.replace('zone-', '')}|${line.slice(startIndex, tokens[at + 1]?.startIndex)}`,
  )
}

test.each([
  [
    'a gap goes with the word before it',
    'www IN A 192.0.2.1',
    'owner|www ,class|IN ,type|A ,address|192.0.2.1',
  ],
  ['an indent stands for itself', '  A 192.0.2.1', '|  ,type|A ,address|192.0.2.1'],
  ['so does text without a colour', 'www nosuch x  y', 'owner|www,| nosuch x  y'],
  ['a gap at the end goes with what it follows', 'www A ', 'owner|www ,type|A '],
  ['a blank line is one stretch', '  ', '|  '],
  ['an empty line has none', '', ''],
])('%s', (_, line, expected) => expect(stretches(line).join()).toBe(expected))
