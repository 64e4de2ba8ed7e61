import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slice } from '../../core/span.ts'
import { expandWords, type Surroundings } from './expand.ts'
import { limits } from './limits.ts'
import { parseCommandLine } from './parse.ts'
import { matches } from './pattern.ts'
import type { Pipeline } from './tree.ts'

const FILES = ['a.eml', 'b.eml', 'notes', '.hidden']
const VARIABLES: Readonly<Record<string, string>> = {
  USER: 'you',
  TWO: ' a  b ',
  '?': '0',
  STAR: '*',
}

const around: Surroundings = {
  variable: (name) => VARIABLES[name] ?? '',
  home: '/home/you',
  matching: (pattern) => FILES.filter((name) => matches(pattern, name)),
}

const wordsOf = (pipeline: Pipeline | undefined): string[][] =>
  (pipeline?.commands ?? []).map(({ words }) => {
    const expanded = expandWords(words, around)
    return expanded.ok ? expanded.words.map(({ text }) => text) : []
  })

describe('a line has words', () => {
  test.each<[line: string, words: string[]]>([
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
    ['echo $USER ${USER}s $?', ['echo', 'you', 'yous', '0']],
    [`echo "$USER's" '$USER' \\$USER`, ['echo', `you's`, '$USER', '$USER']],
    ['echo x$TWO"y"', ['echo', 'x', 'a', 'b', 'y']],
    ['echo "$TWO"', ['echo', ' a  b ']],
    ['echo $NOBODY "$NOBODY"', ['echo', '']],
    ['echo $ $1 a$', ['echo', '$', '$1', 'a$']],
    ['echo *.eml', ['echo', 'a.eml', 'b.eml']],
    ['echo ?.eml [!a].eml n*s', ['echo', 'a.eml', 'b.eml', 'b.eml', 'notes']],
    [`echo "*".eml \\*.eml *.txt`, ['echo', '*.eml', '*.eml', '*.txt']],
    ['echo $STAR', ['echo', ...FILES.slice(0, 3)]],
    ['echo ~ ~/a a~ "~"', ['echo', '/home/you', '/home/you/a', 'a~', '~']],
    ['echo a=b c2>d', ['echo', 'a=b', 'c2']],
  ])('%s', (line, words) =>
    expect(parseCommandLine(line).pipelines.flatMap(wordsOf)).toEqual([words]),
  )
})

describe('a line has commands', () => {
  test.each<[line: string, commands: string]>([
    ['', ''],
    ['  # nothing', ''],
    ['a | b|c', 'always: a | b | c'],
    ['a;b ; c;', 'always: a / always: b / always: c'],
    ['a && b || c', 'always: a / success: b / failure: c'],
    ['a<b>c 2>d', 'always: a input read b output replace c errors replace d'],
    [
      'a >>b 2>>c 2>&1 &>d >&2',
      'always: a output append b errors append c errors join both replace d output join',
    ],
    ['X=1 Y="a b"', 'always: X=1 Y=a b'],
    ['X=1 a Y=2', 'always: X=1 a Y=2'],
    ['2> a b', 'always: b errors replace a'],
  ])('%s ▶ %s', (line, commands) => expect(shown(line)).toBe(commands))
})

function shown(line: string): string {
  const text = (parts: readonly { readonly kind: string; readonly text?: string }[]): string =>
    parts.map((part) => part.text ?? '$').join('')
  return parseCommandLine(line)
    .pipelines.map(({ when, commands }) => {
      const each = commands.map(({ assignments, words, redirects }) =>
        [
          ...assignments.map(({ name, value }) => `${name}=${text(value.parts)}`),
          ...words.map(({ parts }) => text(parts)),
          ...redirects.map(({ from, how, file }) =>
            [from, how, ...(file ? [text(file.parts)] : [])].join(' '),
          ),
        ].join(' '),
      )
      return `${when}: ${each.join(' | ')}`
    })
    .join(' / ')
}

describe('a line that cannot be run shows where and why', () => {
  test.each([
    [`echo "open`, '"', /double quote is not closed/],
    [`echo it's`, "'", /single quote is not closed/],
    ['echo a\\', '\\', /backslash/],
    ['dig a |', '|', /on both sides of `\|`/],
    ['| sort', '|', /on both sides/],
    ['a && && b', '&&', /on both sides/],
    ['a ||', '||', /on both sides/],
    ['a ;; b', ';', /on both sides/],
    ['cat <', '<', /name of a file belongs behind `<`/],
    ['cat > | a', '>', /name of a file/],
    ['sleep 5 &', '&', /background/],
    ['cat << END', '<<', /`printf` and a pipe/],
    ['(a; b)', '(', /parentheses/],
    ['echo $(date)', '$(', /No command runs inside/],
    ['echo `date`', '`', /No command runs inside/],
    ['echo ${a:-b}', '${', /the name of a variable/],
    ['a;'.repeat(limits.commands + 1), 'a', /200 commands at most/],
  ])('%s', (line, at, message) => {
    const { problem } = parseCommandLine(line)
    expect(slice(line, problem!.span)).toBe(at)
    expect(problem!.message).toMatch(message)
  })
})

test('a word that grows too long or too many is refused', () => {
  const long = 'x'.repeat(1 << 16)
  const grow = { ...around, variable: (name: string) => (name === 'L' ? long : 'a '.repeat(3000)) }
  const expanded = (line: string) =>
    expandWords(parseCommandLine(line).pipelines[0]!.commands[0]!.words, grow)
  expect(expanded('echo "$L$L$L$L$L"')).toMatchObject({ ok: false })
  expect(expanded('echo $M $M')).toMatchObject({ ok: false })
  expect(expanded('echo $M')).toMatchObject({ ok: true })
})

test('any line is read, and each word is where its span is', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (line) => {
      for (const { commands } of parseCommandLine(line).pipelines)
        for (const { words } of commands)
          for (const { span } of words) expect(slice(line, span)).toMatch(/^\S/)
    }),
    { seed: 5, numRuns: 500 },
  ))

test('any line of what means something is read, or has a problem within it', () =>
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...`ab "'\\|&;<>2$\{}()?*[]#=~\``), maxLength: 40 }),
      (line) => {
        const { pipelines, problem } = parseCommandLine(line)
        if (problem) {
          expect(problem.span.to).toBeLessThanOrEqual(line.length)
          expect(problem.span.from).toBeLessThan(problem.span.to)
        } else for (const pipeline of pipelines) wordsOf(pipeline)
      },
    ),
    { seed: 5, numRuns: 3000 },
  ))

test('a megabyte is read in linear time', () => {
  const [pipeline] = parseCommandLine(`${'ab\\c"d"'.repeat(1 << 17)} end`).pipelines
  expect(pipeline?.commands[0]?.words).toHaveLength(2)
})

test.each([
  ['*a*a*a*a*a*a*a*b', 'a'.repeat(250), false],
  ['*', '', true],
  ['a*', 'ab', true],
  ['[a-c]x', 'bx', true],
  ['[', '[', true],
  ['\\*', '*', true],
  ['\\*', 'a', false],
])('pattern %s', (pattern, name, isMatch) => expect(matches(pattern, name)).toBe(isMatch))
