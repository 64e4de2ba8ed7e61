import { fromLatin1, fromUtf8, utf8 } from '../../core/bytes.ts'
import type { Command } from '../command.ts'
import { readFlags } from '../flags.ts'
import { gatherInputs } from '../text/inputs.ts'

type Switch = 'lines' | 'words' | 'characters' | 'octets' | 'longest'

/** In the order in which they are printed. */
const ORDER: readonly Switch[] = ['lines', 'words', 'characters', 'octets', 'longest']

const SWITCHES: Readonly<Record<string, Switch>> = {
  ...{ '-l': 'lines', '--lines': 'lines', '-w': 'words', '--words': 'words' },
  ...{ '-m': 'characters', '--chars': 'characters', '-c': 'octets', '--bytes': 'octets' },
  ...{ '-L': 'longest', '--max-line-length': 'longest' },
}

/** Cells of a number where the size of the input is not known before. */
const PIPE_WIDTH = 7

export const wc: Command = {
  name: 'wc',
  kind: 'tool',
  summary: 'count lines, words and octets',
  completes: ['files'],
  page: {
    synopsis: ['wc [-l] [-w] [-m] [-c] [-L] [file ...]'],
    description: ['Counts the line ends, words and octets of each file, or of what it is given.'],
    options: [
      ['-l', 'lines'],
      ['-w', 'words'],
      ['-m', 'characters'],
      ['-c', 'octets'],
      ['-L', 'the length of the longest line'],
    ],
    examples: [
      ['wc -c message.eml', 'how large is the message?'],
      ['mailq | wc -l', 'how many lines has the list?'],
    ],
    seeAlso: ['grep', 'sort'],
  },
  run(words, context) {
    const given = readFlags<Switch>('wc', words, { switches: SWITCHES }, context)
    if (!given) return undefined
    const wanted: readonly Switch[] = given.on.size
      ? ORDER.filter((one) => given.on.has(one))
      : ['lines', 'words', 'octets']
    return gatherInputs('wc', given.words, context, (inputs) => {
      const isNamed = given.words.length > 0
      const rows = inputs.map(({ source, octets }) => ({
        name: isNamed ? source.name : '',
        counts: count(octets),
      }))
      const total = rows.reduce((sum, { counts }) => add(sum, counts), count(new Uint8Array(0)))
      const isSingle = rows.length <= 1 && wanted.length === 1
      const isSized = context.inputFrom === 'file' || !inputs.some(({ source }) => source.isInput)
      const digits = isSingle ? 1 : Math.max(isSized ? 1 : PIPE_WIDTH, String(total.octets).length)
      const all = given.words.length > 1 ? [...rows, { name: 'total', counts: total }] : rows
      for (const { name, counts } of all) {
        const cells = wanted.map((one) => String(counts[one]).padStart(digits))
        context.write(utf8(`${[...cells, ...(name ? [name] : [])].join(' ')}\n`))
      }
    })
  },
}

type Counts = Readonly<Record<Switch, number>>

function count(octets: Uint8Array): Counts {
  const text = fromLatin1(octets)
  const lines = text.split('\n')
  return {
    lines: lines.length - 1,
    words: text.split(/[\t-\r ]+/).filter((word) => word !== '').length,
    characters: Array.from(fromUtf8(octets)).length,
    octets: octets.length,
    longest: lines.reduce((most, line) => Math.max(most, line.length), 0),
  }
}

const add = (a: Counts, b: Counts): Counts => ({
  lines: a.lines + b.lines,
  words: a.words + b.words,
  characters: a.characters + b.characters,
  octets: a.octets + b.octets,
  longest: Math.max(a.longest, b.longest),
})
