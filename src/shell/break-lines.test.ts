import { expect, test } from 'vitest'
import { bold, dim } from '../core/text/ansi.ts'
import { breakBetweenWords } from './break-lines.ts'

test.each<[what: string, text: string, rows: string[]]>([
  ['a line that fits', 'all is well', ['all is well']],
  ['a sentence', 'one two three four five', ['one two three four', 'five']],
  ['a paragraph with an indent', '  one two three four five', ['  one two three', '  four five']],
  ['a table', '  nc  talk to a server', ['  nc  talk to a', '      server']],
  ['a table with a wide first column', 'a-long-name  text text', ['a-long-name  text', 'text']],
  ['colours take no room', `${bold('one')} two three four`, [`${bold('one')} two three four`]],
  [
    'a typed line shown again',
    dim('  nc mx.example.org 25 26'),
    [dim('  nc mx.example.org 25 26')],
  ],
  ['the mark below it', `${' '.repeat(22)}^^`, [`${' '.repeat(22)}^^`]],
])('%s', (_, text, rows) => expect(breakBetweenWords(text, 20).split('\n')).toEqual(rows))
