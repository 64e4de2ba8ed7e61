import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slice } from '../core/span.ts'
import { parseCommandLine } from './parse-command-line.ts'

describe('a line has words', () => {
  test.each<[line: string, words: string[]]>([
    ['', []],
    ['   ', []],
    ['dig  example.org MX ', ['dig', 'example.org', 'MX']],
    [`echo 'two  words'`, ['echo', 'two  words']],
    [`echo "two  words"`, ['echo', 'two  words']],
    [`echo a'b c'"d e"f`, ['echo', 'ab cd ef']],
    [`echo ''`, ['echo', '']],
    [`echo a\\ b`, ['echo', 'a b']],
    [`echo "a \\" b \\\\ c \\n"`, ['echo', 'a " b \\ c \\n']],
    [`echo 'a \\ b'`, ['echo', 'a \\ b']],
    [`echo '| > ;'`, ['echo', '| > ;']],
    [`echo \\|`, ['echo', '|']],
    ['dig # a comment | with > anything', ['dig']],
    ['echo a#b', ['echo', 'a#b']],
    ['echo \\👍', ['echo', '👍']],
  ])('%s', (line, words) =>
    expect(parseCommandLine(line)).toEqual({
      words: words.map((text) => expect.objectContaining({ text })),
    }),
  )
})

describe('a line that cannot be run shows where and why', () => {
  test.each([
    [`echo "open`, '"', /double quote is not closed/],
    [`echo it's`, "'", /single quote is not closed/],
    ['dig a | sort', '|', /no pipes/],
    ['dig a>file', '>', /no files/],
    ['nc a 25 < mail', '<', /no files/],
    ['dig a; dig b', ';', /one command a line/],
    ['dig a && dig b', '&', /one command a line/],
    ['echo a\\', '\\', /backslash/],
  ])('%s', (line, at, message) => {
    const { problem } = parseCommandLine(line)
    expect(slice(line, problem!.span)).toBe(at)
    expect(problem!.message).toMatch(message)
  })
})

test('any line is read, and each word is where its span is', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (line) => {
      const { words } = parseCommandLine(line)
      for (const { span } of words) expect(slice(line, span)).toMatch(/^\S/)
    }),
    { seed: 5, numRuns: 500 },
  ))

test('a megabyte is read in linear time', () => {
  const { words } = parseCommandLine(`${'ab\\c"d"'.repeat(1 << 17)} end`)
  expect(words).toHaveLength(2)
})
