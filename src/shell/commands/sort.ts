import type { Command, CommandContext } from '../command.ts'
import { readFlags } from '../flags.ts'
import { pathOf } from '../files/place.ts'
import type { Word } from '../language/tree.ts'
import { pointAt } from '../point-at.ts'
import { gatherInputs } from '../text/inputs.ts'
import { linesOf, octetsOf } from '../text/lines.ts'

type Switch = 'reverse' | 'numeric' | 'unique' | 'fold'

const SWITCHES: Readonly<Record<string, Switch>> = {
  ...{ '-r': 'reverse', '--reverse': 'reverse', '-n': 'numeric', '--numeric-sort': 'numeric' },
  ...{ '-u': 'unique', '--unique': 'unique', '-f': 'fold', '--ignore-case': 'fold' },
}

export const sort: Command = {
  name: 'sort',
  kind: 'tool',
  summary: 'sort lines',
  completes: ['files'],
  page: {
    synopsis: ['sort [-r] [-n] [-u] [-f] [-k field] [-t separator] [-o file] [file ...]'],
    description: ['Sorts the lines of all files, or of what it is given, by their octets.'],
    options: [
      ['-r', 'the other way round'],
      ['-n', 'by the number at the beginning'],
      ['-u', 'of equal lines only one'],
      ['-f', 'upper and lower case are the same'],
      ['-k field', 'by a field: `-k 2` from the second on, `-k 2,2` by the second alone'],
      ['-t separator', 'what stands between fields; blanks by default'],
      ['-o file', 'write there'],
    ],
    examples: [
      ['dig example.org MX +short | sort -n', 'mail hosts by their preference'],
      ['sort -u -k 1,1 list', 'one line for each first word'],
    ],
    seeAlso: ['uniq', 'grep'],
  },
  run(words, context) {
    const known = {
      switches: SWITCHES,
      values: { '-k': 'key', '--key': 'key', '-t': 'separator', '-o': 'output' },
    } as const
    const given = readFlags<Switch, 'key' | 'separator' | 'output'>('sort', words, known, context)
    if (!given) return undefined
    const word = given.values.get('key')
    const key = word && readKey(word)
    if (word && !key) {
      const advice = 'A field is a number from 1 on: `-k 2`, `-k 2,2` or `-k 2,2n`.'
      context.complain(pointAt(context.line, word.span, advice))
      return undefined
    }
    const compare = comparison(given.on, key, given.values.get('separator')?.text)
    let hasMissed = false
    const use: Parameters<typeof gatherInputs>[3] = (inputs) => {
      // As in the real program, none is sorted where one is not there.
      if (hasMissed) return context.setStatus(2)
      const lines = inputs.flatMap(({ octets }) => linesOf(octets)).toSorted(compare.whole)
      const shown = given.on.has('unique')
        ? lines.filter((line, at) => at === 0 || compare.key(line, lines[at - 1]!) !== 0)
        : lines
      writeOut(octetsOf(shown), given.values.get('output'), context)
    }
    return gatherInputs('sort', given.words, context, use, () => void (hasMissed = true))
  },
}

function writeOut(octets: Uint8Array, file: Word | undefined, context: CommandContext): void {
  if (!file) return context.write(octets)
  const { session } = context
  const refused = session.files.write(pathOf(session, file.text), octets)
  if (refused !== undefined) context.complain(`sort: ${file.text}: ${refused}`)
}

interface Key {
  readonly from: number
  readonly to: number | undefined
  readonly flags: string
}

function readKey({ text }: Word): Key | undefined {
  const found = /^([1-9]\d{0,3})([nrf]*)(?:,([1-9]\d{0,3})([nrf]*))?$/.exec(text)
  if (!found) return undefined
  const [, from = '', before = '', to, behind = ''] = found
  return {
    from: Number(from),
    to: to === undefined ? undefined : Number(to),
    flags: before + behind,
  }
}

function comparison(on: ReadonlySet<Switch>, key: Key | undefined, separator: string | undefined) {
  const has = (flag: string, name: Switch): boolean => key?.flags.includes(flag) || on.has(name)
  const [isNumeric, isFolded, isReversed] = [
    has('n', 'numeric'),
    has('f', 'fold'),
    has('r', 'reverse'),
  ]
  const valueOf = (line: string): string => {
    const value = key ? fieldsOf(line, key, separator) : line
    return isFolded ? value.toUpperCase() : value
  }
  const byKey = (a: string, b: string): number => {
    const [x, y] = [valueOf(a), valueOf(b)]
    const order = isNumeric ? numberOf(x) - numberOf(y) : compareText(x, y)
    return isReversed ? -order : order
  }
  // Of equal keys the whole line decides, as in the real program.
  const whole = (a: string, b: string): number =>
    byKey(a, b) || (on.has('unique') ? 0 : compareText(a, b) * (on.has('reverse') ? -1 : 1))
  return { key: byKey, whole }
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const numberOf = (text: string): number => Number(/^\s*(-?\d*\.?\d+)/.exec(text)?.[1] ?? 0)

/** With the default separator, the blanks before a field belong to it. */
function fieldsOf(line: string, { from, to }: Key, separator: string | undefined): string {
  const fields = separator ? line.split(separator) : (line.match(/\s*\S+/g) ?? [])
  return fields.slice(from - 1, to).join(separator ?? '')
}
