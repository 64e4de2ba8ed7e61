import { fromLatin1, latin1 } from '../../core/bytes.ts'
import type { Command } from '../command.ts'
import { readFlags } from '../flags.ts'
import { readInputs } from '../text/inputs.ts'
import { LineSplitter } from '../text/lines.ts'

type Switch = 'number' | 'filled' | 'squeezed' | 'ends' | 'controls' | 'tabs'

/** Some stand for several. */
const SWITCHES: Readonly<Record<string, readonly Switch[]>> = {
  ...{
    '-n': ['number'],
    '--number': ['number'],
    '-b': ['filled'],
    '--number-nonblank': ['filled'],
  },
  ...{ '-s': ['squeezed'], '--squeeze-blank': ['squeezed'] },
  ...{ '-E': ['ends'], '--show-ends': ['ends'], '-v': ['controls'] },
  ...{ '--show-nonprinting': ['controls'], '-T': ['tabs'], '--show-tabs': ['tabs'] },
  ...{ '-A': ['controls', 'ends', 'tabs'], '--show-all': ['controls', 'ends', 'tabs'] },
  ...{ '-e': ['controls', 'ends'], '-t': ['controls', 'tabs'] },
}

export const cat: Command = {
  name: 'cat',
  kind: 'tool',
  summary: 'print files one after the other',
  completes: ['files'],
  page: {
    synopsis: ['cat [-nbsA] [file ...]'],
    description: [
      'Prints files one after the other; without a file, or for `-`, what it is given by a pipe, `<`, or the keyboard.',
    ],
    options: [
      ['-n', 'number the lines'],
      ['-b', 'number those that are not empty'],
      ['-s', 'of several empty lines keep one'],
      ['-v', 'show control characters as `^M`'],
      ['-E', 'show where a line ends as `$`'],
      ['-T', 'show tabs as `^I`'],
      ['-A', 'all three of these: which line ends a message has; `-e` is `-vE`, `-t` is `-vT`'],
    ],
    examples: [
      ['cat message.eml', 'print a message'],
      ['cat -A message.eml', 'print it with its line ends: `^M$` is CRLF'],
    ],
    seeAlso: ['head', 'tail', 'grep'],
  },
  run(words, context) {
    const spellings = Object.fromEntries(Object.keys(SWITCHES).map((name) => [name, name]))
    const given = readFlags<string>('cat', words, { switches: spellings }, context)
    if (!given) return undefined
    const { words: files } = given
    const on = new Set([...given.on].flatMap((name) => SWITCHES[name]!))
    if (!on.size)
      return readInputs('cat', files, context, {
        take: (octets) => void context.write(octets) as undefined,
        end: () => undefined,
      })
    const lines = new LineSplitter()
    const shown = new ShownLines(on)
    const show = (line: string, end: string): void => context.write(latin1(shown.next(line, end)))
    return readInputs('cat', files, context, {
      take(octets) {
        for (const line of lines.push(octets)) show(line, '\n')
        return undefined
      },
      end() {
        for (const line of lines.end()) show(line, '')
      },
    })
  },
}

/** Lines as some switches show them. */
class ShownLines {
  #number = 0
  #wasEmpty = false
  readonly #on: ReadonlySet<Switch>

  constructor(on: ReadonlySet<Switch>) {
    this.#on = on
  }

  /** @param end The line's end; empty where the last one has none. */
  next(line: string, end: string): string {
    const on = this.#on
    const isEmpty = line === ''
    const isAgain = isEmpty && this.#wasEmpty
    this.#wasEmpty = isEmpty
    if (isAgain && on.has('squeezed')) return ''
    const isNumbered = on.has('filled') ? !isEmpty : on.has('number')
    const before = isNumbered ? `${String(++this.#number).padStart(6)}\t` : ''
    const text = on.has('controls') ? visible(line) : line
    const tabbed = on.has('tabs') ? text.replaceAll('\t', '^I') : text
    return before + tabbed + (on.has('ends') && end ? '$' : '') + end
  }
}

/** As `cat -v` shows it: `^M`, `M-C` for octets beyond ASCII. A tab stays. */
const visible = (line: string): string => {
  const bytes = latin1(line)
  let text = ''
  for (const octet of bytes) text += visibleOctet(octet)
  return text
}

function visibleOctet(octet: number): string {
  if (octet >= 128) return `M-${visibleOctet(octet - 128)}`
  if (octet === 9) return '\t'
  if (octet === 127) return '^?'
  return octet < 32 ? `^${String.fromCharCode(octet + 64)}` : fromLatin1(Uint8Array.of(octet))
}
