import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeKeys, noKeys, type Key, type KeyState } from './keys.ts'

function decode(chunks: readonly string[]): string[] {
  let state: KeyState = noKeys
  const keys: Key[] = []
  for (const chunk of chunks) {
    const decoded = decodeKeys(state, chunk)
    state = decoded.state
    keys.push(...decoded.keys)
  }
  return merge(keys)
}

/** Texts next to each other are one; `«up»` is a press. */
function merge(keys: readonly Key[]): string[] {
  const texts: string[] = []
  let text = ''
  for (const key of [...keys, { kind: 'press', name: '' } as const]) {
    if (key.kind === 'text') text += key.text
    else {
      if (text) texts.push(text)
      text = ''
      if (key.name) texts.push(`«${key.name}»`)
    }
  }
  return texts
}

describe('a terminal sends', () => {
  test.each<[what: string, data: string, keys: string[]]>([
    ['text', 'help', ['help']],
    ['Enter', 'a\rb', ['a', '«enter»', 'b']],
    ['a line feed', 'a\nb', ['a', '«enter»', 'b']],
    ['both as one Enter', 'a\r\nb', ['a', '«enter»', 'b']],
    ['two Enters', '\r\r\n\n', ['«enter»', '«enter»', '«enter»']],
    ['Backspace, both ways', '\x7f\b', ['«backspace»', '«backspace»']],
    ['arrows', '\x1b[A\x1b[B\x1b[C\x1b[D', ['«up»', '«down»', '«right»', '«left»']],
    ['arrows in application mode', '\x1bOA\x1bOD', ['«up»', '«left»']],
    ['Home and End', '\x1b[H\x1b[F\x1b[1~\x1b[4~\x1bOH', [...names('home end home end home')]],
    ['Delete', '\x1b[3~', ['«delete»']],
    ['Control and an arrow', '\x1b[1;5D\x1b[1;3C', ['«alt-b»', '«alt-f»']],
    ['control characters', '\x01\x05\x1d\x03', names('ctrl-a ctrl-e ctrl-] ctrl-c')],
    ['Alt and a letter', '\x1bb\x1bf\x1bd\x1b\x7f', names('alt-b alt-f alt-d alt-backspace')],
    ['Alt and a letter of no use', '\x1bx', ['x']],
    ['Escape before a word', '\x1bhelp', ['help']],
    ['Escape before Enter', '\x1b\r', ['«enter»']],
    ['an unknown sequence', 'a\x1b[15;2~b\x1b[?1;2cc', ['abc']],
    ['a function key of the console', 'a\x1b[[Ab', ['ab']],
    ['F1', 'a\x1bOPb', ['ab']],
    ['Alt-O before a word', '\x1bOhé', ['Ohé']],
    ['a reply of the terminal', 'a\x1b]11;rgb:00\x1b\\b\x1b]0;x\x07c', ['abc']],
    ['a reply that never ends', '\x1b]hello\r', ['hello', '«enter»']],
    ['a broken sequence', '\x1b[12é', ['12é']],
    ['an emoji', '👩‍🚀é', ['👩‍🚀é']],
    ['half an emoji', '\ud83dx', ['\ufffdx']],
    ['a paste', '\x1b[200~a\tb\nc\x1b[201~\t', ['a\tb', '«enter»', 'c', '«tab»']],
    ['controls in a paste', '\x1b[200~a\x03\x1b[Ab\x1b[201~', ['ab']],
  ])('%s', (_, data, keys) => {
    expect(decode([data])).toEqual(keys)
    expect(decode([...data.split('')])).toEqual(keys)
  })

  function names(list: string): string[] {
    return list.split(' ').map((name) => `«${name}»`)
  }
})

const units = fc.array(
  fc.oneof(
    fc.constantFrom('\x1b', '[', 'O', ']', '2', '0', '1', '~', ';', '\r', '\n', '\x07', '\\', 'A'),
    fc.constantFrom('\x1b[200~', '\x1b[201~', 'é', '\ud83d', '\ude00', '\x9b', '\x7f'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  ),
  { maxLength: 40 },
)

test('it does not matter how the data is cut', () =>
  fc.assert(
    fc.property(units, (parts) => {
      const data = parts.join('')
      expect(decode(data.split(''))).toEqual(decode([data]))
      expect(decode(parts)).toEqual(decode([data]))
    }),
    { seed: 1, numRuns: 500 },
  ))

test('a paste of a megabyte is one key a line', () => {
  const { keys } = decodeKeys(noKeys, 'x'.repeat(1 << 20) + '\r' + 'y'.repeat(10))
  expect(keys).toHaveLength(3)
})
