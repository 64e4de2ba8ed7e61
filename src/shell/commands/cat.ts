import { fromLatin1, latin1 } from '../../core/bytes.ts'
import type { Command } from '../command.ts'
import { readFlags } from '../flags.ts'
import { readInputs } from '../text/inputs.ts'
import { LineSplitter } from '../text/lines.ts'

type Switch = 'number' | 'ends' | 'controls'

const SWITCHES: Readonly<Record<string, Switch>> = {
  ...{ '-n': 'number', '--number': 'number', '-E': 'ends', '--show-ends': 'ends' },
  ...{ '-v': 'controls', '--show-nonprinting': 'controls' },
}

export const cat: Command = {
  name: 'cat',
  kind: 'tool',
  summary: 'print files one after the other',
  completes: ['files'],
  page: {
    synopsis: ['cat [-n] [-A] [file ...]'],
    description: [
      'Prints files one after the other; without a file, or for `-`, what it is given by a pipe, `<`, or the keyboard.',
    ],
    options: [
      ['-n', 'number the lines'],
      ['-v', 'show control characters as `^M`'],
      ['-E', 'show where a line ends as `$`'],
      ['-A', 'both of these: which line ends a message has'],
    ],
    examples: [
      ['cat message.eml', 'print a message'],
      ['cat -A message.eml', 'print it with its line ends: `^M$` is CRLF'],
    ],
    seeAlso: ['head', 'tail', 'grep'],
  },
  run(words, context) {
    const given = readFlags<Switch | 'all'>(
      'cat',
      words,
      { switches: { ...SWITCHES, '-A': 'all', '--show-all': 'all' } },
      context,
    )
    if (!given) return undefined
    const { on, words: files } = given
    if (!on.size)
      return readInputs('cat', files, context, {
        take: (octets) => void context.write(octets) as undefined,
        end: () => undefined,
      })
    const isAll = on.has('all')
    const shown = {
      number: on.has('number'),
      ends: isAll || on.has('ends'),
      controls: isAll || on.has('controls'),
    }
    const lines = new LineSplitter()
    let number = 0
    const show = (line: string, end: string): void => {
      const before = shown.number ? `${String(++number).padStart(6)}\t` : ''
      const text = shown.controls ? visible(line) : line
      context.write(latin1(before + text + (shown.ends && end ? '$' : '') + end))
    }
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
