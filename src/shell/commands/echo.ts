import { latin1, utf8 } from '../../core/bytes.ts'
import type { Command } from '../command.ts'
import { withEscapes } from '../text/escapes.ts'

export const echo: Command = {
  name: 'echo',
  summary: 'print the words behind it',
  completes: ['files'],
  page: {
    synopsis: ['echo [-n] [-e] [word ...]'],
    description: [
      'Prints its words with one space between them. A handy way to see what quotes, backslashes and variables do.',
    ],
    options: [
      ['-n', 'without the line end'],
      ['-e', 'fill in `\\n`, `\\r`, `\\t`, `\\x41` and the like'],
    ],
    examples: [
      ['echo hello   world', 'prints `hello world`'],
      [`echo 'two  spaces'`, 'quotes keep a word together'],
      ['echo "$USER on $HOST"', 'who and where you are'],
    ],
    seeAlso: ['printf', 'help'],
  },
  run(words, context) {
    const first = words.findIndex(({ text }) => !/^-[neE]+$/.test(text))
    const rest = first < 0 ? [] : words.slice(first)
    const switches = words
      .slice(0, first < 0 ? words.length : first)
      .map(({ text }) => text)
      .join('')
    const end = switches.includes('n') ? '' : '\n'
    const text = rest.map((word) => word.text).join(' ')
    if (switches.lastIndexOf('e') <= switches.lastIndexOf('E')) context.write(utf8(text + end))
    else {
      const { octets, isCut } = withEscapes(text)
      context.write(latin1(octets + (isCut ? '' : end)))
    }
    return undefined
  },
}
