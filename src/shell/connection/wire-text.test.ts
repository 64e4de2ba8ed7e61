import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concatBytes, utf8 } from '../../core/bytes.ts'
import { WireText } from './wire-text.ts'

function read(...pieces: readonly Uint8Array[]): string {
  const reader = new WireText()
  return pieces.map((piece) => reader.read(piece)).join('') + reader.end()
}

const octets = (...values: number[]): Uint8Array => Uint8Array.from(values)

test.each<[what: string, wire: Uint8Array, shown: string]>([
  ['line ends', utf8('220 hi\r\n250 ho\n'), '220 hi\n250 ho\n'],
  ['a bare carriage return', utf8('a\rb'), 'a^Mb'],
  ['a carriage return at the end', utf8('a\r'), 'a^M'],
  ['an escape sequence', utf8('\x1b[31mred\x1b]0;x\x07'), '^[[31mred^[]0;x^G'],
  ['the C1 controls', utf8('a\x9b31m'), 'a<U+009B>31m'],
  ['NUL and DEL', octets(0, 127), '^@^?'],
  ['a tab', utf8('a\tb'), 'a    b'],
  ['text that runs backwards', utf8('a\u202eb'), 'a<U+202E>b'],
  ['UTF-8', utf8('grüezi 👍'), 'grüezi 👍'],
  ['what is no UTF-8', octets(97, 255, 98), 'a\ufffdb'],
  ['a character cut off', octets(97, 0xc3), 'a\ufffd'],
])('%s', (_, wire, shown) => expect(read(wire)).toBe(shown))

test('it does not matter how the octets are cut', () => {
  const wire = fc.array(
    fc.oneof(
      fc.constantFrom('\r', '\n', '\r\n', 'é', '👍', '\x1b').map(utf8),
      fc.uint8Array({ maxLength: 4 }),
    ),
  )
  fc.assert(
    fc.property(wire, (pieces) => {
      const whole = concatBytes(pieces)
      const single = Array.from(whole, (octet) => octets(octet))
      expect(read(...single)).toBe(read(whole))
      // eslint-disable-next-line no-control-regex -- controls are what must not be there
      expect(read(...pieces)).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/)
    }),
    { seed: 6, numRuns: 500 },
  )
})
