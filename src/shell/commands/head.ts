import { latin1, utf8 } from '../../core/bytes.ts'
import type { Command, CommandContext, Program } from '../command.ts'
import { readCount, readFlags } from '../flags.ts'
import type { Word } from '../language/tree.ts'
import { gatherInputs, readInputs, type Source } from '../text/inputs.ts'
import { LineSplitter } from '../text/lines.ts'

export const head: Command = {
  name: 'head',
  kind: 'tool',
  summary: 'print the first lines',
  completes: ['files'],
  page: {
    synopsis: ['head [-n lines | -c octets] [-q] [file ...]'],
    description: ['Prints the first ten lines of each file, or of what it is given.'],
    options: [
      ['-n lines', 'so many lines; `-5` is short for `-n 5`, and `-n -5` is all but the last five'],
      ['-c octets', 'so many octets'],
      ['-q', 'no names between several files'],
    ],
    examples: [
      ['head -n 5 message.eml', 'the first fields of a message'],
      ['dig example.org ANY | head', 'the beginning of a long answer'],
    ],
    seeAlso: ['tail', 'cat'],
  },
  run(words, context) {
    const given = readFlags<'quiet', 'lines' | 'octets'>(
      'head',
      withCounts(words),
      {
        switches: { '-q': 'quiet', '--quiet': 'quiet' },
        values: { '-n': 'lines', '--lines': 'lines', '-c': 'octets', '--bytes': 'octets' },
      },
      context,
    )
    if (!given) return undefined
    const [kind, word] = given.all.at(-1) ?? ['lines', undefined]
    const hasNames = given.words.length > 1 && !given.on.has('quiet')
    if (word?.text.startsWith('-'))
      return allButLast(
        kind,
        { ...word, text: word.text.slice(1) },
        { hasNames, files: given.words },
        context,
      )
    const count = word ? readCount(word, context) : 10
    if (count === undefined) return undefined
    return first(kind, count, hasNames, given.words, context)
  },
}

/** `-5` as `-n5`, where it is no value of the word before. */
export const withCounts = (words: readonly Word[]): Word[] =>
  words.map((word, at) => {
    const isValue = COUNTING.includes(words[at - 1]?.text ?? '')
    return !isValue && /^-\d+$/.test(word.text)
      ? { ...word, text: `-n${word.text.slice(1)}` }
      : word
  })

const COUNTING = ['-n', '-c', '--lines', '--bytes']

/** The line between files. */
export const nameLine = ({ name, isInput }: Source, isFirst: boolean): string =>
  `${isFirst ? '' : '\n'}==> ${isInput ? 'standard input' : name} <==\n`

function allButLast(
  kind: 'lines' | 'octets',
  word: Word,
  { hasNames, files }: { readonly hasNames: boolean; readonly files: readonly Word[] },
  context: CommandContext,
): Program | undefined {
  const count = readCount(word, context)
  if (count === undefined) return undefined
  return gatherInputs('head', files, context, (inputs) => {
    for (const [at, { source, octets }] of inputs.entries()) {
      if (hasNames) context.write(utf8(nameLine(source, at === 0)))
      context.write(octets.subarray(0, endBefore(kind, octets, count)))
    }
  })
}

/** Where the last lines, or octets, begin. */
function endBefore(kind: 'lines' | 'octets', octets: Uint8Array, count: number): number {
  if (kind === 'octets') return Math.max(0, octets.length - count)
  let end = octets.length
  for (let left = count; left > 0 && end > 0; left--)
    end = end < 2 ? 0 : octets.lastIndexOf(10, end - 2) + 1
  return end
}

function first(
  kind: 'lines' | 'octets',
  count: number,
  hasNames: boolean,
  files: readonly Word[],
  context: CommandContext,
): Program | undefined {
  let left = count
  let lines = new LineSplitter()
  let current: string | undefined
  const begin = (source: Source): void => {
    if (current === source.name) return
    if (hasNames) context.write(utf8(nameLine(source, current === undefined)))
    current = source.name
  }
  const takeLines = (octets: Uint8Array): void => {
    const found = lines.push(octets).slice(0, left)
    left -= found.length
    if (found.length) context.write(latin1(found.map((line) => `${line}\n`).join('')))
  }
  const takeOctets = (octets: Uint8Array): void => {
    const found = octets.subarray(0, left)
    left -= found.length
    context.write(found)
  }
  return readInputs('head', files, context, {
    take(octets, source) {
      begin(source)
      if (left > 0) (kind === 'lines' ? takeLines : takeOctets)(octets)
      return left > 0 ? undefined : 'enough'
    },
    sourceEnds() {
      if (left > 0 && kind === 'lines') context.write(latin1(lines.end().join('')))
      lines = new LineSplitter()
      left = count
    },
    end: () => undefined,
  })
}
