import { fromLatin1, latin1 } from '../../core/bytes.ts'
import { clip } from '../../core/text/clip.ts'
import { withCode } from '../../core/text/ansi.ts'
import type { Command, CommandContext, Program } from '../command.ts'
import { pathOf } from '../files/place.ts'
import { readCount, readFlags, type Flags } from '../flags.ts'
import type { Word } from '../language/tree.ts'
import { showText } from '../show-text.ts'
import { normalDiff, unifiedDiff, type DiffText } from '../text/diff-output.ts'
import { gatherInputs, readFile } from '../text/inputs.ts'
import { diffLines } from '../text/line-diff.ts'
import { formatTime } from '../text/time-format.ts'

type Switch = 'unified' | 'brief' | 'same' | 'fold' | 'blanks' | 'spaces'
type Value = 'context' | 'label'

const SWITCHES: Readonly<Record<string, Switch>> = {
  ...{ '-u': 'unified', '--unified': 'unified', '-q': 'brief', '--brief': 'brief' },
  ...{ '-s': 'same', '--report-identical-files': 'same', '-i': 'fold', '--ignore-case': 'fold' },
  ...{ '-w': 'blanks', '--ignore-all-space': 'blanks' },
  ...{ '-b': 'spaces', '--ignore-space-change': 'spaces' },
}

const VALUES: Readonly<Record<string, Value>> = { '-U': 'context', '--label': 'label' }

export const diff: Command = {
  name: 'diff',
  kind: 'tool',
  summary: 'show in which lines two files differ',
  completes: ['files'],
  page: {
    synopsis: ['diff [-u | -U lines] [-q] [-i] [-b | -w] file file'],
    description: [
      'Prints what makes the second file of the first: `<` lines that go, `>` lines that come, each group behind the numbers of its lines. The status is 0 where both are the same, 1 where they differ.',
      'One of the files may be `-`: what a pipe or `<` gives.',
    ],
    options: [
      ['-u', 'with three lines around each change, `-` and `+` before what goes and comes'],
      ['-U lines', 'with so many lines around it'],
      ['-q', 'say only whether they differ'],
      ['-s', 'say also that they are the same'],
      ['-i', 'upper and lower case are the same'],
      ['-b, -w', 'white space counts once, or not at all'],
      ['--label name', 'the name to print in place of a file’s'],
    ],
    examples: [
      ['diff -u old new', 'what changed?'],
      ['dig example.org TXT +short | diff - spf.txt', 'is what is published what is in the file?'],
    ],
    seeAlso: ['grep', 'sort'],
  },
  run(words, context) {
    const known = { switches: SWITCHES, values: VALUES }
    const given = readFlags<Switch, Value>('diff', words, known, context)
    const around = given?.values.get('context')
    const lines = around ? readCount(around, context) : given?.on.has('unified') ? 3 : undefined
    if (!given || (around && lines === undefined)) return trouble(context)
    const [old, fresh, more] = given.words
    if (!old || !fresh || more) return refuse(old, fresh, more, context)
    return readBoth([old, fresh], context, (texts) => compare(given, lines, texts, context))
  },
}

function trouble(context: CommandContext): undefined {
  context.setStatus(2)
  return undefined
}

function refuse(
  old: Word | undefined,
  fresh: Word | undefined,
  more: Word | undefined,
  context: CommandContext,
): undefined {
  const last = more ?? fresh ?? old
  const what = more ? 'extra operand' : 'missing operand after'
  context.complain(`diff: ${what} '${showText(clip(last?.text ?? 'diff'))}'`)
  context.complain(withCode('Try `man diff` for more information.'))
  return trouble(context)
}

/** Reads both, standard input for `-`; then goes on, where both could be read. */
function readBoth(
  names: readonly [Word, Word],
  context: CommandContext,
  use: (octets: readonly [Uint8Array, Uint8Array]) => void,
): Program | undefined {
  const finish = (input: Uint8Array): void => {
    const [a, b] = names.map(({ text }) =>
      text === '-' ? input : readFile('diff', inFolder(text, names, context), context),
    )
    if (a && b) use([a, b])
    else trouble(context)
  }
  if (!names.some(({ text }) => text === '-')) return void finish(new Uint8Array(0)) as undefined
  return gatherInputs('diff', [], context, ([input]) => finish(input?.octets ?? new Uint8Array(0)))
}

/** A folder stands for the file in it that has the other one's name. */
function inFolder(name: string, names: readonly Word[], { session }: CommandContext): string {
  if (!session.files.isFolder(pathOf(session, name))) return name
  const other = names.find(({ text }) => text !== name && text !== '-')?.text ?? ''
  return session.files.isFolder(pathOf(session, other))
    ? name
    : `${name}/${other.split('/').at(-1)!}`
}

function compare(
  given: Flags<Switch, Value>,
  around: number | undefined,
  [a, b]: readonly [Uint8Array, Uint8Array],
  context: CommandContext,
): void {
  const [old, fresh] = [textOf(a), textOf(b)]
  const changes = diffLines(keysOf(old, given.on), keysOf(fresh, given.on))
  const [oldName = '', freshName = ''] = given.words.map(({ text }) => text)
  if (!changes.length) {
    if (given.on.has('same')) write([`Files ${oldName} and ${freshName} are identical`], context)
    return
  }
  context.setStatus(1)
  if (given.on.has('brief')) return write([`Files ${oldName} and ${freshName} differ`], context)
  if (around === undefined) return write(normalDiff(changes, old, fresh), context)
  const labels = given.all.flatMap(([name, { text }]) => (name === 'label' ? [text] : []))
  const names = [oldName, freshName].map((name, at) => labels[at] ?? titleOf(name, context))
  const heads = [`--- ${names[0]!}`, `+++ ${names[1]!}`]
  write([...heads, ...unifiedDiff(changes, old, fresh, around)], context)
}

function textOf(octets: Uint8Array): DiffText {
  const lines = fromLatin1(octets).split('\n')
  const isEnded = lines.at(-1) === ''
  if (isEnded) lines.pop()
  return { lines, lastLine: isEnded ? 'ended' : 'open' }
}

/** Lines as they are compared; an open last line is not the same as one with its end. */
function keysOf({ lines, lastLine }: DiffText, on: ReadonlySet<Switch>): string[] {
  const ignoresSpace = on.has('blanks') || on.has('spaces')
  const keys = lines.map((line) => {
    const spaced = on.has('blanks')
      ? line.replace(/\s+/g, '')
      : on.has('spaces')
        ? line.replace(/\s+/g, ' ').replace(/ $/, '')
        : line
    return on.has('fold') ? spaced.toLowerCase() : spaced
  })
  return lastLine === 'open' && !ignoresSpace
    ? keys.map((key, at) => (at === keys.length - 1 ? `${key}\n` : key))
    : keys
}

function titleOf(name: string, { session, world }: CommandContext): string {
  const changed = session.files.read(pathOf(session, name))?.changed ?? world.clock.now()
  return `${name}\t${formatTime('%Y-%m-%d %H:%M:%S.%N %z', changed)}`
}

const write = (lines: readonly string[], context: CommandContext): void =>
  context.write(latin1(lines.map((line) => `${line}\n`).join('')))
