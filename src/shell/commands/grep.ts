import { fromLatin1, utf8 } from '../../core/bytes.ts'
import type { Command, CommandContext, Program } from '../command.ts'
import { readCount, readFlags, type Flags } from '../flags.ts'
import type { Word } from '../language/tree.ts'
import { pointAt } from '../point-at.ts'
import { parseExpression, type Expression } from '../text/expression.ts'
import { GrepOutput, type GrepSwitch } from '../text/grep-output.ts'
import { readInputs } from '../text/inputs.ts'
import { LineSplitter } from '../text/lines.ts'
import { Matcher } from '../text/matcher.ts'

type Value = 'pattern' | 'most' | 'after' | 'before' | 'around'

const SWITCHES: Readonly<Record<string, GrepSwitch>> = {
  ...{ '-i': 'fold', '--ignore-case': 'fold', '-v': 'invert', '--invert-match': 'invert' },
  ...{ '-n': 'number', '--line-number': 'number', '-c': 'count', '--count': 'count' },
  ...{ '-l': 'files', '--files-with-matches': 'files', '-o': 'only', '--only-matching': 'only' },
  ...{
    '-E': 'extended',
    '--extended-regexp': 'extended',
    '-F': 'fixed',
    '--fixed-strings': 'fixed',
  },
  ...{
    '-G': 'basic',
    '-w': 'word',
    '--word-regexp': 'word',
    '-x': 'line',
    '--line-regexp': 'line',
  },
  ...{ '-h': 'unnamed', '--no-filename': 'unnamed', '-H': 'named', '--with-filename': 'named' },
  ...{ '-q': 'quiet', '--quiet': 'quiet', '-s': 'silent', '-a': 'text' },
}

const VALUES: Readonly<Record<string, Value>> = {
  ...{ '-e': 'pattern', '--regexp': 'pattern', '-m': 'most', '--max-count': 'most' },
  ...{ '-A': 'after', '-B': 'before', '-C': 'around' },
}

export const grep: Command = {
  name: 'grep',
  aliases: ['egrep', 'fgrep'],
  kind: 'tool',
  summary: 'print the lines that have a pattern in them',
  completes: ['files'],
  page: {
    synopsis: ['grep [-EFivnclowxhHq] [-ABC lines] [-m lines] pattern [file ...]'],
    description: [
      'Prints each line in which the pattern is found. The status is 0 where there is one, 1 where there is none.',
      'A pattern is a regular expression of POSIX: `.` any character, `*` any number of what stands before, `[a-z]` one of these, `^` and `$` the ends of a line. Groups `( )`, `|`, `+` and `?` want `-E`, or a backslash before them.',
    ],
    options: [
      ['-i', 'upper and lower case are the same'],
      ['-v', 'the lines without it'],
      ['-n', 'with the number of each line'],
      ['-c', 'only how many lines'],
      ['-l', 'only the names of the files that have one'],
      ['-o', 'only what was found, each on a line'],
      ['-w, -x', 'only as a whole word, as a whole line'],
      ['-E, -F', 'an extended pattern; a plain text'],
      ['-A, -B, -C lines', 'with so many lines after, before, around'],
      ['-m lines', 'stop after so many'],
      ['-q', 'print nothing: only the status counts'],
      ['-h, -H', 'without or with the name of the file'],
    ],
    examples: [
      ['grep -i ^subject: message.eml', 'the subject of a message'],
      ['dig example.org TXT +short | grep spf', 'one of several records'],
      [`grep -E '^(From|To):' *.eml`, 'who wrote to whom'],
    ],
    seeAlso: ['sort', 'wc', 'head'],
  },
  run(words, context) {
    const given = readFlags<GrepSwitch, Value>(
      'grep',
      words,
      { switches: SWITCHES, values: VALUES },
      context,
    )
    return given && search(given, context)
  },
}

function search(given: Flags<GrepSwitch, Value>, context: CommandContext): Program | undefined {
  const named = given.all.flatMap(([value, word]) => (value === 'pattern' ? [word] : []))
  const patterns = named.length ? named : given.words.slice(0, 1)
  const files = named.length ? given.words : given.words.slice(1)
  context.setStatus(2)
  if (!patterns.length) return void context.complain('usage: grep [option ...] pattern [file ...]')
  const matchers = patterns.map((word) => compile(word, given.on, context))
  const around = readAround(given, context)
  if (!around || matchers.includes(undefined)) return undefined
  const isNamed = given.on.has('named') || (files.length > 1 && !given.on.has('unnamed'))
  const output = new GrepOutput(matchers as Matcher[], given.on, { ...around, isNamed }, (text) =>
    context.write(text),
  )
  let lines = new LineSplitter()
  let hasMissed = false
  context.setStatus(1)
  return readInputs('grep', files, context, {
    take: (octets, { name }) => output.take(lines.push(octets), name),
    sourceEnds({ name }) {
      output.take(lines.end(), name)
      output.sourceEnds(name)
      lines = new LineSplitter()
    },
    missed: () => void (hasMissed = true),
    end() {
      const isQuietlyFound = output.hasFound && given.on.has('quiet')
      context.setStatus(hasMissed && !isQuietlyFound ? 2 : output.hasFound ? 0 : 1)
      if (!(matchers as Matcher[]).some(({ isExhausted }) => isExhausted)) return
      context.complain('grep: looking for this takes too long here: the rest was left out.')
      context.setStatus(2)
    },
  })
}

function compile(
  word: Word,
  on: ReadonlySet<GrepSwitch>,
  context: CommandContext,
): Matcher | undefined {
  const refuse = (message: string): undefined =>
    void context.complain(pointAt(context.line, word.span, message)) as undefined
  const pattern = fromLatin1(utf8(word.text))
  const dialect = on.has('fixed') ? 'fixed' : on.has('extended') ? 'extended' : 'basic'
  const read = parseExpression(pattern, dialect, on.has('fold'))
  if ('message' in read) return refuse(`\`grep\` cannot read this pattern. ${read.message}`)
  return Matcher.of(edged(read, on)) ?? refuse('This pattern is too large to look for.')
}

/** With `-w` and `-x`, what must be around it. */
function edged(found: Expression, on: ReadonlySet<GrepSwitch>): Expression {
  if (on.has('line')) return { kind: 'sequence', of: [{ kind: 'start' }, found, { kind: 'end' }] }
  if (!on.has('word')) return found
  return { kind: 'sequence', of: [{ kind: 'word-edge' }, found, { kind: 'word-edge' }] }
}

function readAround({ values }: Flags<GrepSwitch, Value>, context: CommandContext) {
  const count = (name: Value, without: number): number | undefined => {
    const word = values.get(name)
    return word ? readCount(word, context) : without
  }
  const around = count('around', 0)
  const after = around === undefined ? undefined : count('after', around)
  const before = around === undefined ? undefined : count('before', around)
  const most = count('most', Infinity)
  return after === undefined || before === undefined || most === undefined
    ? undefined
    : { after, before, most }
}
