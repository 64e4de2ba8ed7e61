import type { Command } from '../command.ts'
import { showText } from '../show-text.ts'

export const echo: Command = {
  name: 'echo',
  summary: 'print the words behind it',
  page: {
    synopsis: ['echo [word ...]'],
    description: [
      'Prints its words with one space between them. A handy way to see what quotes and backslashes do.',
    ],
    examples: [
      ['echo hello   world', 'prints `hello world`'],
      [`echo 'two  spaces'`, 'quotes keep a word together'],
    ],
    seeAlso: ['help'],
  },
  run(words, context) {
    context.print(showText(words.map(({ text }) => text).join(' ')))
    return undefined
  },
}
