import { expect, test } from 'vitest'
import { insertionsOf, type InsertOptions } from './insertions.ts'

type Model = Parameters<typeof insertionsOf>[0]

/** A text, as far as it is asked. */
function modelOf(text: string): Model {
  const lines = text.split('\n')
  return {
    getValueInRange: (range) => {
      const line = lines[range.startLineNumber - 1]!
      return line.slice(range.startColumn - 1, range.endColumn - 1)
    },
    getLineContent: (line) => lines[line - 1]!,
    getLineFirstNonWhitespaceColumn: (line) => lines[line - 1]!.search(/\S|$/) + 1,
    getEOL: () => '\n',
    normalizeIndentation: (line) => line.replace(/^\t+/, (tabs) => '    '.repeat(tabs.length)),
    validateRange: (range) => range as ReturnType<Model['validateRange']>,
  }
}

/** Carets stand at `|`; all edits are in lines of their own. */
function written(text: string, offer: string, options: Partial<InsertOptions> = {}): string {
  const lines = text.split('\n')
  const carets = lines.flatMap((line, at) =>
    line.includes('|') ? [[at + 1, line.indexOf('|') + 1]] : [],
  )
  const selections = carets.map(([line, column]) => ({
    ...{ startLineNumber: line!, startColumn: column!, endLineNumber: line!, endColumn: column! },
    ...{ positionLineNumber: line!, positionColumn: column! },
  }))
  const plain = lines.map((line) => line.replace('|', ''))
  const all = { overwriteBefore: 0, overwriteAfter: 0, adjustWhitespace: true, ...options }
  for (const { range, text } of insertionsOf(modelOf(plain.join('\n')), selections, offer, all)) {
    const line = lines[range.startLineNumber - 1]!.replace('|', '')
    plain[range.startLineNumber - 1] =
      line.slice(0, range.startColumn - 1) + text + line.slice(range.endColumn - 1)
  }
  return plain.join('\n')
}

test.each<[string, string, string, Partial<InsertOptions>, string]>([
  ['at the caret', 'a |b', 'x', {}, 'a xb'],
  ['for what was typed', 'v ip|', 'ip4:', { overwriteBefore: 2 }, 'v ip4:'],
  ['for the rest of a word', 'v ip|6', 'ip4:', { overwriteBefore: 2, overwriteAfter: 1 }, 'v ip4:'],
  ['at all carets', 'ip|\nip|', 'ip4:', { overwriteBefore: 2 }, 'ip4:\nip4:'],
  [
    'where another text stands, at the caret',
    'ip|\nab|',
    'ip4:',
    { overwriteBefore: 2 },
    'ip4:\nabip4:',
  ],
  ['as it is', 'a|', '$1 \\$ ${CLIPBOARD}', {}, 'a$1 \\$ ${CLIPBOARD}'],
  ['with lines that begin as theirs', '  a|', 'b\nc', {}, '  ab\n  c'],
  ['with lines as they are', '  a|', 'b\n\tc', { adjustWhitespace: false }, '  ab\n\tc'],
  ['with the indent that a text has', 'a|', 'b\n\tc', {}, 'ab\n    c'],
])('an offer is written %s', (_, text, offer, options, after) =>
  expect(written(text, offer, options)).toBe(after),
)
